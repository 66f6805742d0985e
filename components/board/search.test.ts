import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addNode } from '#lib/board/edit.ts'
import { createBoardStore } from '#lib/board/store.ts'
import { findNodes, nextHit } from './search.ts'

const doc = new Y.Doc()
const store = createBoardStore(doc)
addNode(doc, store.tree(), { id: 'a', kind: 'ambition', title: 'Digitale zorg' }, { parent: null })
addNode(doc, store.tree(), { id: 'b', kind: 'axis', title: 'IT-continuïteit' }, { parent: 'a' })
addNode(
  doc,
  store.tree(),
  { id: 'c', kind: 'goal', title: 'Uitwijk', description: 'Zorg gaat door' },
  { parent: 'b' },
)

describe('find [V6]', () => {
  it('looks in titles and descriptions without case and accents, in reading order', () => {
    expect(findNodes(store.tree(), 'CONTINUITEIT')).toEqual(['b'])
    expect(findNodes(store.tree(), 'zorg')).toEqual(['a', 'c'])
  })

  it('wants every word', () => {
    expect(findNodes(store.tree(), 'zorg uitwijk')).toEqual(['c'])
    expect(findNodes(store.tree(), '  ')).toEqual([])
  })

  it('walks round the hits', () => {
    expect(nextHit(['a', 'b'], null, 1)).toBe('a')
    expect(nextHit(['a', 'b'], 'b', 1)).toBe('a')
    expect(nextHit(['a', 'b'], 'a', -1)).toBe('b')
    expect(nextHit(['a', 'b'], 'gone', -1)).toBe('b')
    expect(nextHit([], 'a', 1)).toBeNull()
  })
})
