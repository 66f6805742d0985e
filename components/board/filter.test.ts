import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addNode } from '#lib/board/edit.ts'
import { yRoles } from '#lib/board/read.ts'
import { readTree } from '#lib/board/store.ts'
import {
  emptyFilter,
  filterFromQuery,
  filterToQuery,
  isFiltering,
  matchesFilter,
  toggleFilter,
} from './filter.ts'

function sample() {
  const doc = new Y.Doc()
  yRoles(doc).set('cio', new Y.Map(Object.entries({ title: 'CIO' })))
  const id = addNode(
    doc,
    readTree(doc),
    { kind: 'goal', fields: { status: 'actief', ownerRole: 'cio' } },
    { parent: null },
  )
  const loose = addNode(doc, readTree(doc), { kind: 'risk', fields: { ownerRole: 'left' } }, { parent: null })
  const tree = readTree(doc)
  return { tree, goal: tree.nodes.get(id)!, risk: tree.nodes.get(loose)! }
}

describe('the filter [V6]', () => {
  it('lets everything through when empty', () => {
    const { tree, goal, risk } = sample()
    expect(isFiltering(emptyFilter)).toBe(false)
    expect(matchesFilter(tree, goal, emptyFilter) && matchesFilter(tree, risk, emptyFilter)).toBe(true)
  })

  it('asks for one value of every dimension chosen', () => {
    const { tree, goal, risk } = sample()
    const filter = toggleFilter(toggleFilter(emptyFilter, 'kinds', 'goal'), 'statuses', 'actief')
    expect(matchesFilter(tree, goal, filter)).toBe(true)
    expect(matchesFilter(tree, goal, toggleFilter(filter, 'owners', ''))).toBe(false)
    expect(matchesFilter(tree, risk, filter)).toBe(false)
  })

  it('counts an owner who left the register as none', () => {
    const { tree, risk } = sample()
    expect(matchesFilter(tree, risk, { ...emptyFilter, owners: [''], statuses: [''] })).toBe(true)
  })

  it('travels through an address and keeps what else is there', () => {
    const filter = { kinds: ['goal', 'risk'], statuses: ['', 'klaar'], owners: ['cio', ''] } as const
    const query = filterToQuery(filter, new URLSearchParams('x=1&kind=old'))
    expect(query.get('x')).toBe('1')
    expect(filterFromQuery(new URLSearchParams(query.toString()))).toEqual(filter)
  })

  it('leaves out what an address makes up', () => {
    expect(filterFromQuery(new URLSearchParams('kind=dragon&status=asleep'))).toBe(emptyFilter)
  })

  it('switches a value off again', () => {
    const once = toggleFilter(emptyFilter, 'kinds', 'goal')
    expect(toggleFilter(once, 'kinds', 'goal')).toEqual(emptyFilter)
  })
})
