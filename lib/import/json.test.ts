import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readTree } from '#lib/board/store.ts'
import { toBoardJson } from '#lib/export/json.ts'
import { readBoardJson, seedDocument } from './json.ts'

const board = (more: object) =>
  JSON.stringify({ format: 'bollenboom/1', title: 'Bord', nodes: [], links: [], ...more })
const read = (more: object) => {
  const result = readBoardJson(board(more))
  if (!result.ok) throw new Error(result.code)
  return result.value
}
const node = (id: string, more: object = {}) => ({ id, kind: 'goal', title: id, ...more })

test('what is no board JSON is refused with a reason', () => {
  expect(readBoardJson('{ broken')).toMatchObject({ code: 'file.broken' })
  expect(readBoardJson('[]')).toMatchObject({ code: 'file.wrong-format' })
  expect(readBoardJson('{"format":"bollenboom/9"}')).toMatchObject({
    code: 'file.wrong-format',
    detail: { format: 'bollenboom/9' },
  })
  expect(readBoardJson(new Uint8Array(50 * 1024 * 1024 + 1))).toMatchObject({
    code: 'file.too-large',
    detail: { limit: 50 },
  })
  expect(
    readBoardJson(board({ nodes: Array.from({ length: 5_001 }, (_, i) => node(`n${i}`)) })),
  ).toMatchObject({ code: 'board.too-large' })
})

test('unknown fields are kept at every place [T7]', () => {
  const source = {
    season: { months: [1, 2] },
    future: 1,
    roles: [{ id: 'r', title: 'CIO', scarce: true }],
    nodes: [node('a', { later: { x: [1] } })],
  }
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedDocument(read(source).board))
  const back = toBoardJson(readTree(doc))
  expect(back).toMatchObject({
    season: { months: [1, 2] },
    future: 1,
    roles: [{ scarce: true }],
    nodes: [{ later: { x: [1] } }],
  })
})

test('wrong types become the default and are named', () => {
  const { board: kept, notes } = read({
    nodes: [
      {
        id: 'a',
        kind: 'planet',
        title: 7,
        status: 'x',
        progress: 'half',
        mandate: { level: 'high', scope: 'ok' },
        at: [1],
      },
    ],
  })
  expect(kept.nodes[0]).toMatchObject({ kind: 'note', title: '', mandate: { scope: 'ok' } })
  expect(kept.nodes[0]).not.toHaveProperty('progress')
  expect(notes.map(({ code, detail }) => detail.field ?? code)).toEqual([
    'kindUnknown',
    'title',
    'status',
    'progress',
    'mandate.level',
  ])
})

test('a link to a missing node is dropped with a note', () => {
  const { board: kept, notes } = read({
    nodes: [node('a')],
    links: [{ kind: 'informs', from: 'a', to: 'gone' }],
  })
  expect(kept.links).toEqual([])
  expect(notes).toEqual([{ code: 'linkDropped', detail: { from: 'a', to: 'gone', kind: 'informs' } }])
})

test('doubled ids, missing parents and cycles are repaired with a note', () => {
  const { board: kept, notes } = read({
    nodes: [node('b', { parent: 'a' }), node('a', { parent: 'b' }), node('a'), node('c', { parent: 'gone' })],
  })
  expect(kept.nodes.map(({ id, parent }) => [id, parent])).toEqual([
    ['b', 'a'],
    ['a', undefined],
    ['c', undefined],
  ])
  expect(notes.map((note) => note.code)).toEqual(['nodeDoubled', 'parentMissing', 'cycleCut'])
})

test('names that reach a prototype do no harm', () => {
  const hostile =
    '{"format":"bollenboom/1","__proto__":{"x":1},"nodes":[{"id":"__proto__","kind":"goal","title":"a","constructor":1}]}'
  const result = readBoardJson(hostile)
  expect(result.ok).toBe(true)
  expect(({} as Record<string, unknown>).x).toBeUndefined()
})
