import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { branchOf, isInBranch } from '#lib/board/derive.ts'
import { addNode, moveNode, removeBranches, setField } from '#lib/board/edit.ts'
import { createBoardStore } from '#lib/board/store.ts'
import type { BoardNode, TreeChange } from '#lib/board/tree.ts'
import { boxOf, type Layout, type Orientation } from './layout.ts'
import { createTreeLayout, layoutTree, type TreeLayoutOptions } from './tree.ts'

/** A size that depends on the node alone: 40 to 130 wide, 20 to 80 high. */
function sizeOf({ id, title }: BoardNode) {
  let hash = title.length
  for (const unit of id) hash = (hash * 31 + unit.charCodeAt(0)) % 9973
  return { width: 40 + (hash % 10) * 10, height: 20 + (hash % 7) * 10 }
}

const options = (
  orientation: Orientation = 'right',
  collapsed: readonly string[] = [],
): TreeLayoutOptions => ({ orientation, collapsed: new Set(collapsed), sizeOf })

/** An outline with one blank per level: names are ids, everything is a goal. */
function boardOf(outline: string) {
  const doc = new Y.Doc()
  const store = createBoardStore(doc)
  const path: string[] = []
  for (const line of outline.split('\n').filter(Boolean)) {
    const level = line.length - line.trimStart().length
    const id = line.trim()
    addNode(doc, store.tree(), { id, kind: 'goal', title: id }, { parent: path[level - 1] ?? null })
    path.length = level
    path.push(id)
  }
  return { doc, store }
}

function overlaps(layout: Layout): string[] {
  const found: string[] = []
  const boxes = layout.ids.map((id) => ({ id, ...boxOf(layout, id)! })).sort((a, b) => a.x - b.x)
  for (const [i, a] of boxes.entries()) {
    for (let j = i + 1; j < boxes.length && boxes[j]!.x < a.x + a.width; j++) {
      const b = boxes[j]!
      if (a.y < b.y + b.height && b.y < a.y + a.height) found.push(`${a.id} and ${b.id}`)
    }
  }
  return found
}

const plain = (layout: Layout) => ({ ...layout, indexOf: [...layout.indexOf] })

describe('a tidy tree', () => {
  const { store } = boardOf('root\n a\n  a1\n  a2\n b\n c\n  c1\n   c11\n   c12')

  test.each(['right', 'down'] as const)(
    '%s: parents stand before their children, siblings in order',
    (orientation) => {
      const layout = layoutTree(store.tree(), options(orientation))
      const along = orientation === 'right' ? 'x' : 'y'
      const across = orientation === 'right' ? 'y' : 'x'
      const extent = orientation === 'right' ? 'width' : 'height'
      for (const [i, id] of layout.ids.entries()) {
        const box = boxOf(layout, id)!
        const parent = layout.parent[i]!
        if (parent >= 0)
          expect(box[along]).toBeGreaterThan(
            boxOf(layout, layout.ids[parent]!)![along] + boxOf(layout, layout.ids[parent]!)![extent],
          )
        const row = store
          .tree()
          .childrenOf(id)
          .map((kid) => boxOf(layout, kid)![across])
        expect(row).toEqual([...row].sort((a, b) => a - b))
      }
      expect(overlaps(layout)).toEqual([])
    },
  )

  test('the first top-level node stays on the zero line', () => {
    const layout = layoutTree(store.tree(), options())
    const box = boxOf(layout, 'root')!
    expect(box.x).toBe(0)
    expect(Math.abs(box.y + box.height / 2)).toBeLessThanOrEqual(1)
  })

  test('a folded branch is hidden and counted, and comes back as it was', () => {
    const layouts = createTreeLayout()
    const open = layouts.update(store.tree(), options())
    const none: TreeChange = { nodes: new Set(), links: new Set(), rows: new Set(), register: false }
    const folded = layouts.update(store.tree(), options('right', ['c']), none)
    expect(folded.ids).toEqual(['root', 'a', 'a1', 'a2', 'b', 'c'])
    expect(folded.hidden[folded.indexOf.get('c')!]).toBe(3)
    expect(plain(layouts.update(store.tree(), options(), none))).toEqual(plain(open))
  })

  test('loose bubbles stand in a tray and move nothing of the tree', () => {
    const { doc, store: other } = boardOf('root\n a\n b')
    const before = layoutTree(other.tree(), options())
    for (const id of ['loose1', 'loose2']) addNode(doc, other.tree(), { id, kind: 'risk' }, { parent: null })
    const layout = layoutTree(other.tree(), options())
    expect(['root', 'a', 'b'].map((id) => boxOf(layout, id))).toEqual(
      ['root', 'a', 'b'].map((id) => boxOf(before, id)),
    )
    expect(layout.tray!.x + layout.tray!.width).toBeLessThan(0)
    expect(overlaps(layout)).toEqual([])
  })

  test('a pinned node stands where it is pinned, its branch with it', () => {
    const { doc, store: other } = boardOf('root\n a\n  a1\n b')
    setField(doc, other.tree(), 'a', 'at', [500, -300])
    const layout = layoutTree(other.tree(), options())
    expect(boxOf(layout, 'a')).toMatchObject({ x: 500, y: -300 })
    expect(boxOf(layout, 'a1')!.x).toBeGreaterThan(500)
  })

  test('an empty board has an empty layout', () => {
    const layout = layoutTree(createBoardStore(new Y.Doc()).tree(), options())
    expect(layout.ids).toEqual([])
    expect(layout.bounds).toEqual({ x: 0, y: 0, width: 0, height: 0 })
  })
})

/** A random edit of a board; numbers in [0, 1) choose what and where. */
function edit(
  { doc, store }: ReturnType<typeof boardOf>,
  [what, which, where]: readonly [number, number, number],
  serial: number,
): void {
  const tree = store.tree()
  const ids = [...tree.nodes.keys()].sort()
  const pick = (at: number) => ids[Math.floor(at * ids.length)]
  const id = pick(which)
  const target = where < 0.1 ? null : (pick(where) ?? null)
  doc.transact(() => {
    if (what < 0.45 || id === undefined)
      addNode(doc, tree, { id: `n${serial}`, kind: 'goal', title: `n${serial}` }, { parent: target })
    else if (what < 0.65 && (target === null || !isInBranch(tree, target, id)))
      moveNode(doc, tree, id, { parent: target })
    else if (what < 0.72) removeBranches(doc, tree, [id])
    else if (what < 0.9) setField(doc, tree, id, 'kind', what < 0.8 ? 'risk' : 'axis')
    else setField(doc, tree, id, 'at', what < 0.95 ? [what * 1000, where * 1000] : null)
  })
}

test.each(['right', 'down'] as const)(
  '%s: after any edits the kept layout equals a fresh one, and nothing overlaps',
  (orientation) => {
    const number = fc.double({ min: 0, max: 0.999, noNaN: true })
    const edits = fc.array(fc.tuple(number, number, number), { minLength: 5, maxLength: 60 })
    fc.assert(
      fc.property(edits, fc.array(number, { maxLength: 4 }), (steps, folds) => {
        const board = boardOf('root\n a\n b\n  b1')
        const layouts = createTreeLayout()
        let collapsed: string[] = []
        let layout = layouts.update(board.store.tree(), options(orientation))
        let change: TreeChange | null = null
        board.store.subscribe((next) => {
          change = next
        })
        for (const [serial, step] of steps.entries()) {
          change = null
          edit(board, step, serial)
          const tree = board.store.tree()
          if (serial % 7 === 3)
            collapsed = folds.flatMap(
              (at) => [...tree.nodes.keys()].sort()[Math.floor(at * tree.nodes.size)] ?? [],
            )
          layout = layouts.update(
            tree,
            options(orientation, collapsed),
            change ?? { nodes: new Set(), links: new Set(), rows: new Set(), register: false },
          )
          expect(plain(layout)).toEqual(plain(layoutTree(tree, options(orientation, collapsed))))
        }
        const pinned = [...board.store.tree().nodes.values()].some((node) => node.at)
        if (!pinned) expect(overlaps(layout)).toEqual([])
      }),
      { numRuns: 150, seed: 20 },
    )
  },
)

test('random trees of 300 nodes do not overlap', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 300, maxLength: 300 }),
      (parents) => {
        const { doc, store } = boardOf('root')
        doc.transact(() => {
          for (const [i, at] of parents.entries()) {
            const parent = Math.floor(at * (i + 1))
            addNode(
              doc,
              store.tree(),
              { id: `n${i}`, kind: 'goal', title: '' },
              { parent: parent === 0 ? 'root' : `n${parent - 1}` },
            )
          }
        })
        for (const orientation of ['right', 'down'] as const)
          expect(overlaps(layoutTree(store.tree(), options(orientation)))).toEqual([])
      },
    ),
    { numRuns: 25, seed: 4 },
  )
})

test('5,000 children under one parent and 2,000 levels deep are laid out', () => {
  const { doc, store } = boardOf('root')
  doc.transact(() => {
    for (let i = 0; i < 5_000; i++)
      addNode(doc, store.tree(), { id: `wide${i}`, kind: 'goal', title: '' }, { parent: 'root' })
    for (let i = 0; i < 2_000; i++)
      addNode(
        doc,
        store.tree(),
        { id: `deep${i}`, kind: 'goal', title: '' },
        { parent: i === 0 ? 'root' : `deep${i - 1}` },
      )
  })
  const layout = layoutTree(store.tree(), options())
  expect(layout.ids).toHaveLength(7_001)
  expect(overlaps(layout)).toEqual([])
  expect(branchOf(store.tree(), 'root')).toHaveLength(7_001)
})

test('V2: a new leaf moves nothing inside the branches beside it', () => {
  const { doc, store } = boardOf('root\n a\n  a1\n  a2\n b\n  b1\n  b2')
  const before = layoutTree(store.tree(), options())
  addNode(doc, store.tree(), { id: 'a3', kind: 'goal', title: 'a3' }, { parent: 'a' })
  const after = layoutTree(store.tree(), options())
  const offset = (layout: Layout, id: string) => boxOf(layout, id)!.y - boxOf(layout, 'b')!.y
  expect(['b1', 'b2'].map((id) => offset(after, id))).toEqual(['b1', 'b2'].map((id) => offset(before, id)))
  expect(['root', 'a', 'b'].map((id) => boxOf(after, id)!.x)).toEqual(
    ['root', 'a', 'b'].map((id) => boxOf(before, id)!.x),
  )
})
