import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNode, addNodes, moveNode, moveNodes, replaceText, setField, setKind, writeEntry } from './edit.ts'
import { yMeta, yNodes } from './read.ts'
import { readTree } from './store.ts'
import { board, outline, peersOf } from './testkit.ts'

const fieldsOf = (doc: Y.Doc, id: string) => readTree(doc).nodes.get(id)?.fields
const keysOf = (doc: Y.Doc, id: string) => [...(yNodes(doc).get(id) as Y.Map<unknown>).keys()].sort()

describe('places', () => {
  test('a row is added and moved in its order', () => {
    const { doc, tree, outline: shown } = board('A\n  B\n  C')
    const row = ['X', 'Y', 'Z'].map((title) => ({ id: title, kind: 'goal' as const, title }))
    addNodes(doc, tree(), row, { parent: 'A', after: 'B' })
    expect(shown()).toBe('A\n  B\n  X\n  Y\n  Z\n  C')
    moveNodes(doc, tree(), ['Z', 'B'], { parent: 'A', after: null })
    expect(shown()).toBe('A\n  Z\n  B\n  X\n  Y\n  C')
  })
  test('[O2] a place between equal keys gives the row fresh keys in its present order', () => {
    const { doc, tree, outline: shown } = board('A\n  B\n  C\n  D')
    for (const id of ['B', 'C', 'D']) (yNodes(doc).get(id) as Y.Map<unknown>).set('order', 'a0')
    addNode(doc, tree(), { id: 'X', kind: 'goal', title: 'X' }, { parent: 'A', after: 'B' })
    expect(shown()).toBe('A\n  B\n  X\n  C\n  D')
  })
  test('a move is one key when only the place among siblings changes', () => {
    const { doc, tree } = board('A\n  B\n  C')
    let keys: (string | null)[] = []
    yNodes(doc).observeDeep((events) => {
      keys = events.flatMap((event) => [...event.changes.keys.keys()])
    })
    doc.transact(() => moveNode(doc, tree(), 'C', { parent: 'A', after: null }))
    expect(keys).toEqual(['order'])
  })
})

describe('fields', () => {
  test('[T8] two people filling in one group at the same time lose nothing', () => {
    const { docs, settle } = peersOf(board('A').doc, 2)
    const [one, two] = docs as [Y.Doc, Y.Doc]
    setField(one, readTree(one), 'A', 'mandate', { level: 2 })
    setField(two, readTree(two), 'A', 'mandate', { scope: 'Wmo' })
    settle()
    expect(fieldsOf(one, 'A')).toEqual({ mandate: { level: 2, scope: 'Wmo' } })
    expect(fieldsOf(two, 'A')).toEqual(fieldsOf(one, 'A'))
  })
  test('[T8] groups, records and keyed lists are stored a key per part and read as JSON', () => {
    const { doc, tree } = board('A')
    const values = {
      mandate: { level: 1, scope: 'x' },
      rasci: { r1: 'A' },
      capacity: [{ role: 'r1', days: { '2027-01': 3 } }],
    }
    for (const [name, value] of Object.entries(values)) setField(doc, tree(), 'A', name, value)
    expect(keysOf(doc, 'A')).toEqual([
      'capacity.r1',
      'description',
      'kind',
      'mandate.level',
      'mandate.scope',
      'order',
      'rasci.r1',
      'title',
    ])
    expect(fieldsOf(doc, 'A')).toEqual(values)
    setField(doc, tree(), 'A', 'mandate', { scope: 'y' })
    setField(doc, tree(), 'A', 'rasci', null)
    setField(doc, tree(), 'A', 'capacity', [])
    expect(fieldsOf(doc, 'A')).toEqual({ mandate: { scope: 'y' } })
  })
  test('[T7] names that reach a prototype are never written', () => {
    const { doc, tree } = board('A')
    setField(doc, tree(), 'A', '__proto__', { x: 1 })
    setField(doc, tree(), 'A', 'rasci', JSON.parse('{"__proto__":"A","r1":"R"}'))
    writeEntry(yMeta(doc), JSON.parse('{"constructor":1,"title":"T"}') as Record<string, unknown>)
    expect(fieldsOf(doc, 'A')).toEqual({ rasci: { r1: 'R' } })
    expect([...yMeta(doc).keys()]).toEqual(['title'])
  })
  test('writing what is there already changes nothing', () => {
    const { doc, tree } = board('A')
    setField(doc, tree(), 'A', 'tags', ['x'])
    const before = Y.encodeStateVector(doc)
    setField(doc, tree(), 'A', 'tags', ['x'])
    setKind(doc, tree(), 'A', 'ambition')
    expect(Y.encodeStateVector(doc)).toEqual(before)
  })
})

describe('shared texts', () => {
  test('two people writing at both ends of a title keep both', () => {
    const { docs, settle } = peersOf(board('zorg').doc, 2)
    const texts = docs.map((doc) => (yNodes(doc).get('zorg') as Y.Map<unknown>).get('title') as Y.Text)
    replaceText(texts[0]!, 'Goede zorg')
    replaceText(texts[1]!, 'zorg thuis')
    settle()
    expect(docs.map((doc) => outline(readTree(doc)))).toEqual(['Goede zorg thuis', 'Goede zorg thuis'])
  })
  test.each([
    ['aa', 'aaa'],
    ['👍🏽a', '👍a'],
    ['😀😁', '😁😀'],
    ['', 'x'],
    ['abc', ''],
    ['kitten', 'sitting'],
  ])('%s becomes %s without cutting a character', (from, to) => {
    const doc = new Y.Doc()
    const text = doc.getText('t')
    text.insert(0, from)
    const pieces: unknown[] = []
    text.observe((event) => pieces.push(...event.delta.map((part) => part.insert)))
    replaceText(text, to)
    expect(text.toString()).toBe(to)
    for (const piece of pieces) if (typeof piece === 'string') expect(piece).not.toMatch(/\p{Surrogate}/u)
  })
})
