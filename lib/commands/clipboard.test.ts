import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { writeEntry } from '#lib/board/edit.ts'
import { yOrganisations, yRoles } from '#lib/board/read.ts'
import { limits } from '#lib/board/schema.ts'
import { board, type TestBoard } from '#lib/board/testkit.ts'
import { type BranchNode, isBranch, readBranch } from './branch.ts'
import { runCommand } from './run.ts'
import { outlineAfter } from './testkit.ts'

function addRole(on: TestBoard, id: string, title: string, org: string) {
  for (const [map, key, values] of [
    [yOrganisations(on.doc), org, { title: `Organisatie ${org}` }],
    [yRoles(on.doc), id, { title, org }],
  ] as const) {
    const y = new Y.Map<unknown>()
    map.set(key, y)
    writeEntry(y, values)
  }
}

function insert(on: TestBoard, branch: unknown, parent: string | null, place?: string | null) {
  return runCommand(on.doc, on.store, 'clipboard.insert', { branch, parent, after: place }, 'editor')
}

describe('[E5] a branch on the clipboard', () => {
  test('keeps order, kinds, texts, fields and the links inside it', () => {
    const on = board('A\n  B\n    C\n    D\n  E')
    runCommand(on.doc, on.store, 'node.set-kind', { ids: ['C'], kind: 'risk' }, 'editor')
    runCommand(on.doc, on.store, 'node.set-status', { ids: ['C'], status: 'klaar' }, 'editor')
    runCommand(on.doc, on.store, 'link.add', { from: 'C', to: 'D', kind: 'informs' }, 'editor')
    runCommand(on.doc, on.store, 'link.add', { from: 'C', to: 'E', kind: 'informs' }, 'editor')
    const branch: unknown = JSON.parse(JSON.stringify(readBranch(on.tree(), ['B'])))
    expect(isBranch(branch)).toBe(true)
    const to = board('X\n  Y\n  Z')
    expect(insert(to, branch, 'X', 'Y')).toMatchObject({
      value: { said: { key: 'pasted', values: { count: 3 } } },
    })
    expect(to.outline()).toBe('X\n  Y\n  B\n    C\n    D\n  Z')
    expect(to.tree().nodes.get(to.id('C'))).toMatchObject({ kind: 'risk', status: 'klaar' })
    expect([...to.tree().links.values()]).toMatchObject([
      { kind: 'informs', from: to.id('C'), to: to.id('D') },
    ])
  })

  test('takes owners along to another board, under the id they have there', () => {
    const on = board('A')
    addRole(on, 'r1', 'CIO', 'o1')
    addRole(on, 'r2', 'Zorgmanager', 'o1')
    runCommand(on.doc, on.store, 'node.set-field', { ids: ['A'], field: 'ownerRole', value: 'r1' }, 'editor')
    runCommand(
      on.doc,
      on.store,
      'node.set-field',
      { ids: ['A'], field: 'rasci', value: { r2: 'R' } },
      'editor',
    )
    const branch = readBranch(on.tree(), ['A'])
    const to = board('X')
    addRole(to, 'other', 'CIO', 'o1')
    insert(to, branch, 'X')
    const { fields } = to.tree().nodes.get(to.id('A')) ?? { fields: {} }
    expect(fields).toMatchObject({ ownerRole: 'other', rasci: { r2: 'R' } })
    expect([...to.tree().roles.values()].map(({ title, org }) => [title, org])).toEqual([
      ['CIO', 'o1'],
      ['Zorgmanager', 'o1'],
    ])
    expect(to.tree().organisations.size).toBe(1)
  })

  test('an outline without kinds gets those that follow from where it lands', () => {
    const to = board('A\n  B')
    insert(to, { outline: [{ title: 'C', children: [{ title: 'D' }] }] }, 'B')
    expect([to.id('C'), to.id('D')].map((id) => to.tree().nodes.get(id)?.kind)).toEqual(['goal', 'effort'])
  })

  test('is refused when empty, too large, too deep or too long, and then changes nothing', () => {
    const on = board('A')
    const before = Y.encodeStateVector(on.doc)
    const row = (count: number): BranchNode[] => Array.from({ length: count }, () => ({ title: 'x' }))
    let deep: BranchNode = { title: 'x' }
    for (let level = 0; level < 20_000; level++) deep = { title: 'x', children: [deep] }
    expect(insert(on, { outline: [] }, 'A')).toMatchObject({ code: 'paste.empty' })
    expect(insert(on, { outline: row(limits.nodes) }, 'A')).toMatchObject({
      code: 'board.too-large',
      detail: { limit: limits.nodes },
    })
    expect(insert(on, { outline: [deep] }, 'A')).toMatchObject({ ok: false })
    expect(insert(on, { outline: [{ title: 'x'.repeat(501) }] }, 'A')).toMatchObject({
      code: 'title.too-long',
    })
    expect(insert(on, { outline: row(1) }, 'gone')).toMatchObject({ code: 'node.missing' })
    expect(Y.encodeStateVector(on.doc)).toEqual(before)
  })

  test('hostile fields do not reach a node', () => {
    const on = board('A')
    const branch: unknown = JSON.parse(
      '{"outline":[{"title":"x","fields":{"parent":"A","title":"y","__proto__":{"polluted":1},"order":"zz","tags":["a"]}}]}',
    )
    insert(on, branch, 'A')
    expect(on.outline()).toBe('A\n  x')
    expect(on.tree().nodes.get(on.id('x'))?.fields).toEqual({ tags: ['a'] })
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  test('copies and duplicates on the same board', () => {
    expect(outlineAfter('A\n  B|\n    C\n  D', 'outline.duplicate')).toBe('A\n  B\n    C\n  B\n    C\n  D')
    expect(outlineAfter('A\n  B\n    C\n  D', 'outline.copy', { ids: ['B'], parent: 'D' })).toBe(
      'A\n  B\n    C\n  D\n    B\n      C',
    )
    expect(outlineAfter('A\n  B\n    C', 'outline.copy', { ids: ['B'], parent: 'C' })).toBe(
      'A\n  B\n    C\n      B\n        C',
    )
  })
})
