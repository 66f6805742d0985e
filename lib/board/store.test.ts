import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addLink, addNode, moveNode, removeBranches, setField, setTitle } from './edit.ts'
import { yNodes } from './read.ts'
import { type BoardStore, createBoardStore, readTree } from './store.ts'
import { board, describeTree, faultsOf, outline, peersOf, pick, seededRandom } from './testkit.ts'
import type { TreeChange } from './tree.ts'

/** Puts a node in a document just as given, whatever the types. */
function put(doc: Y.Doc, id: string, fields: Record<string, unknown>) {
  const y = new Y.Map<unknown>()
  yNodes(doc).set(id, y)
  for (const [key, value] of Object.entries(fields)) y.set(key, value)
}

describe('the tree', () => {
  test('[T3] a node without its parent stands at the top until the parent returns', () => {
    const doc = new Y.Doc()
    put(doc, 'b', { title: 'B', parent: 'a' })
    const store = createBoardStore(doc)
    expect(outline(store.tree())).toBe('B')
    put(doc, 'a', { title: 'A' })
    expect(outline(store.tree())).toBe('A\n  B')
  })

  test('[T4] a cycle is cut at its smallest id', () => {
    const doc = new Y.Doc()
    put(doc, 'b', { title: 'B', parent: 'a' })
    put(doc, 'c', { title: 'C', parent: 'b' })
    put(doc, 'a', { title: 'A', parent: 'c' })
    put(doc, 'd', { title: 'D', parent: 'd' })
    expect(outline(readTree(doc))).toBe('A\n  B\n    C\nD')
  })

  test('[T4] two moves at the same time that close a cycle leave one tree for both', () => {
    const { docs, settle } = peersOf(board('A\n  B\n  C').doc, 2)
    const [one, two] = docs as [Y.Doc, Y.Doc]
    moveNode(one, readTree(one), 'B', { parent: 'C' })
    moveNode(two, readTree(two), 'C', { parent: 'B' })
    settle()
    expect(outline(readTree(one))).toBe('A\nB\n  C')
    expect(outline(readTree(two))).toBe(outline(readTree(one)))
  })

  test('[T6] reading never writes; the next edit of a repaired node writes the repaired parent', () => {
    const doc = new Y.Doc()
    put(doc, 'b', { title: 'B', parent: 'gone' })
    const before = Y.encodeStateVector(doc)
    const store = createBoardStore(doc)
    expect(Y.encodeStateVector(doc)).toEqual(before)
    setTitle(doc, store.tree(), 'b', 'B!')
    expect(yNodes(doc).get('b')).toSatisfy((y: Y.Map<unknown>) => !y.has('parent'))
  })

  test('[T6] a move above a cut cycle does not open it elsewhere', () => {
    const doc = new Y.Doc()
    for (const [id, parent] of [
      ['a', 'b'],
      ['b', 'a'],
      ['q', null],
    ] as const)
      put(doc, id, { title: id, ...(parent && { parent }) })
    moveNode(doc, readTree(doc), 'b', { parent: 'q' })
    expect(outline(readTree(doc))).toBe('a\nq\n  b')
  })

  test('[L1] a link shows only while both its ends do', () => {
    const { doc, store, tree } = board('A\nB')
    addLink(doc, { id: 'l', kind: 'informs', from: 'A', to: 'later' })
    expect(tree().links.size).toBe(0)
    put(doc, 'later', {})
    expect(tree().linksOf('A')).toEqual(['l'])
    yNodes(doc).delete('later')
    expect(tree().links.size).toBe(0)
    store.destroy()
  })
})

describe('[T7] a hostile document', () => {
  const wrong: readonly unknown[] = [
    7,
    true,
    null,
    {},
    [],
    'x',
    new Uint8Array([1]),
    { __proto__: { a: 1 } },
    [[['deep']]],
    Number.NaN,
  ]
  test('with wrong types everywhere is still a tree', () => {
    const random = seededRandom(3)
    const doc = new Y.Doc()
    const store = createBoardStore(doc)
    for (let n = 0; n < 300; n++) {
      const id = pick(random, ['a', 'b', 'c', '__proto__', 'constructor', '']) as string
      const key = pick(random, [
        'kind',
        'title',
        'parent',
        'order',
        'status',
        'at',
        'mandate',
        'mandate.level',
        'rasci.__proto__',
        'capacity.x',
        '__proto__',
      ]) as string
      doc.transact(() => {
        if (random() < 0.1) yNodes(doc).set(id, pick(random, wrong))
        else put(doc, id, { [key]: pick(random, wrong), parent: pick(random, ['a', 'b', 'c', ...wrong]) })
      })
      expect(faultsOf(store.tree())).toEqual([])
      expect(describeTree(store.tree())).toBe(describeTree(readTree(doc)))
    }
    expect(({} as Record<string, unknown>).a).toBeUndefined()
  })
  test('with roots of another type is refused by Yjs and not by us alone', () => {
    const doc = new Y.Doc()
    doc.getMap('links').set('l', 'not a link')
    doc.getMap('roles').set('r', 3)
    expect(readTree(doc).links.size + readTree(doc).roles.size).toBe(0)
  })
  test('with unknown fields keeps them', () => {
    const doc = new Y.Doc()
    put(doc, 'a', { later: { x: 1 }, 'odd.part': 2 })
    setField(doc, readTree(doc), 'a', 'status', 'klaar')
    expect(readTree(doc).nodes.get('a')?.fields).toEqual({ later: { x: 1 }, 'odd.part': 2 })
  })
  test('with a very long chain does not fill the stack', () => {
    const doc = new Y.Doc()
    doc.transact(() => {
      for (let n = 0; n < 20_000; n++) put(doc, `n${n}`, { parent: `n${n - 1}` })
    })
    expect(readTree(doc).childrenOf('n19998')).toEqual(['n19999'])
  })
})

describe('the incremental store', () => {
  test('keeps the identity of what did not change, and tells what did', () => {
    const { doc, store } = board('A\n  B\n  C')
    const before = store.tree()
    const changes: TreeChange[] = []
    const leave = store.subscribe((change) => changes.push(change))
    const [a, b] = ['A', 'B'].map((id) => before.nodes.get(id))
    doc.transact(() => setTitle(doc, store.tree(), 'B', 'B!'))
    expect(store.tree()).not.toBe(before)
    expect(store.tree().nodes.get('A')).toBe(a)
    expect(store.tree().nodes.get('B')).not.toBe(b)
    expect(changes).toMatchObject([{ nodes: new Set(['B']), rows: new Set(), register: false }])
    leave()
    doc.transact(() => setTitle(doc, store.tree(), 'B', 'B'))
    expect(changes.length).toBe(1)
  })
  test('tells which rows changed by a move', () => {
    const { doc, store } = board('A\n  B\n    C\n  D')
    let rows: ReadonlySet<string | null> = new Set()
    store.subscribe((change) => {
      rows = change.rows
    })
    doc.transact(() => moveNode(doc, store.tree(), 'C', { parent: 'D' }))
    expect(rows).toEqual(new Set(['B', 'D']))
  })
  test.each(Array.from({ length: 20 }, (_, seed) => seed))(
    'equals a fresh read after random edits, seed %i',
    (seed) => {
      const random = seededRandom(seed)
      const { doc, store } = board('A\n  B\n    C\n  D\n    E')
      for (let n = 0; n < 120; n++) {
        doc.transact(() => randomEdit(doc, random))
        expect(describeTree(store.tree())).toBe(describeTree(readTree(doc)))
        expect(faultsOf(store.tree())).toEqual([])
      }
    },
  )

  test.each(Array.from({ length: 40 }, (_, seed) => seed))(
    'of few nodes that come, go, return and bite their tails: equals a fresh read and tells every row and link that changed, seed %i',
    (seed) => {
      const random = seededRandom(seed)
      const doc = new Y.Doc()
      const store = createBoardStore(doc)
      let told: TreeChange | null = null
      store.subscribe((change) => {
        told = change
      })
      for (let step = 0; step < 150; step++) {
        const before = rowsAndLinks(store)
        told = null
        doc.transact(() => {
          for (let edits = 1 + Math.floor(random() * 4); edits > 0; edits--) wildEdit(doc, random)
        })
        expect(faultsOf(store.tree())).toEqual([])
        expect(describeTree(store.tree())).toBe(describeTree(readTree(doc)))
        const after = rowsAndLinks(store)
        for (const id of wildIds) {
          if (after.rows.get(id) !== before.rows.get(id) && (id === null || store.tree().nodes.has(id)))
            expect((told as TreeChange | null)?.rows).toContain(id)
        }
        for (const link of new Set([...before.links, ...after.links]))
          if (before.links.has(link) !== after.links.has(link))
            expect((told as TreeChange | null)?.links).toContain(link)
      }
    },
  )

  const wildIds = [null, 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const
  const rowsAndLinks = (store: BoardStore) => ({
    rows: new Map(wildIds.map((id) => [id, store.tree().childrenOf(id).join()] as const)),
    links: new Set(store.tree().links.keys()),
  })

  function wildEdit(doc: Y.Doc, random: () => number) {
    const id = pick(random, wildIds.slice(1)) as string
    const parent = pick(random, wildIds) as string | null
    const dice = random()
    const known = yNodes(doc).get(id) as Y.Map<unknown> | undefined
    if (dice < 0.2) yNodes(doc).delete(id)
    else if (dice < 0.3) known?.set('order', `a${n(random)}`)
    else if (dice < 0.35) addLink(doc, { kind: 'informs', from: id, to: String(parent) })
    else if (dice < 0.4) doc.getMap('links').delete(pick(random, [...doc.getMap('links').keys()]) ?? '')
    else if (known && dice < 0.75) known.set('parent', parent)
    else put(doc, id, { title: id, parent, order: `a${n(random)}` })
  }

  function randomEdit(doc: Y.Doc, random: () => number) {
    const tree = readTree(doc)
    const ids = [...tree.nodes.keys(), 'gone']
    const [id, other] = [pick(random, ids) as string, pick(random, ids) as string]
    const dice = random()
    if (dice < 0.3) addNode(doc, tree, { kind: 'goal', title: 'x' }, { parent: id })
    else if (dice < 0.4) removeBranches(doc, tree, [id])
    else if (dice < 0.5) yNodes(doc).delete(id)
    else if (dice < 0.6) addLink(doc, { kind: 'informs', from: id, to: other })
    else if (dice < 0.7) setField(doc, tree, id, 'progress', n(random))
    else (yNodes(doc).get(id) as Y.Map<unknown> | undefined)?.set('parent', other)
  }
  const n = (random: () => number) => Math.floor(random() * 9)
})
