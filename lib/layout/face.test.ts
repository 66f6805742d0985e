import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNode } from '#lib/board/edit.ts'
import { yRoles } from '#lib/board/read.ts'
import { type NodeKind, nodeKinds, type Status, statuses } from '#lib/board/schema.ts'
import { createBoardStore } from '#lib/board/store.ts'
import type { BoardNode, Tree } from '#lib/board/tree.ts'
import { axisIndexOf, type FaceLabels, faceOf, paintsOf } from './face.ts'
import { textWidth } from './measure.ts'
import { themes } from './palette.ts'
import { insetsOf } from './shapes.ts'

const named = <K extends string>(keys: readonly K[]) =>
  Object.fromEntries(keys.map((key) => [key, key])) as unknown as Record<K, string>
const labels: FaceLabels = {
  kinds: { node: named(nodeKinds), status: named(statuses) },
  figure: { face: { noOwner: 'Geen eigenaar', untitled: 'Naamloos' } },
}

function boardWith(
  kind: NodeKind,
  title: string,
  fields: Record<string, unknown> = {},
): { doc: Y.Doc; tree: Tree; node: BoardNode } {
  const doc = new Y.Doc()
  const role = new Y.Map<unknown>()
  role.set('title', 'Manager ICT-beheer')
  yRoles(doc).set('ictm', role)
  const store = createBoardStore(doc)
  addNode(doc, store.tree(), { id: 'x', kind, title, fields }, { parent: null })
  const tree = store.tree()
  return { doc, tree, node: tree.nodes.get('x')! }
}

const words = (tree: Tree, node: BoardNode) => faceOf(tree, node, labels).texts.map((text) => text.text)

test.each(nodeKinds)('every text of a %s stays inside its outline', (kind) => {
  const { tree, node } = boardWith(kind, 'Zorgmedewerkers-ondersteuningsprogramma '.repeat(12), {
    ownerRole: 'ictm',
    status: 'gestopt',
  })
  const face = faceOf(tree, node, labels)
  const insets = insetsOf(kind)
  for (const text of face.texts) {
    expect(text.x).toBeGreaterThanOrEqual(insets.left)
    expect(text.x + textWidth(text.text, text.size, text.weight)).toBeLessThanOrEqual(
      face.width - insets.right + 0.5,
    )
    expect(text.y).toBeLessThanOrEqual(face.height - insets.bottom)
  }
  expect(face.outline).toMatch(/^M[-\d. A-Z]+Z$/)
})

test.each(statuses)('status %s has a sign', (status: Status) => {
  const { tree, node } = boardWith('goal', 'Doel', { status })
  expect(faceOf(tree, node, labels).glyphs).toHaveLength(2)
})

test('stopped and done say so in words', () => {
  const { tree, node } = boardWith('effort', 'Oud', { status: 'gestopt' })
  expect(words(tree, node)).toContain('gestopt')
})

test('an owner shows as a role, a missing one as a dashed ring with words', () => {
  const owned = boardWith('goal', 'Doel', { ownerRole: 'ictm' })
  expect(words(owned.tree, owned.node)).toEqual(['Doel', 'Manager ICT-beheer'])
  expect(faceOf(owned.tree, owned.node, labels).owner?.vacant).toBe(false)
  const orphan = boardWith('goal', 'Doel', { ownerRole: 'nobody' })
  expect(words(orphan.tree, orphan.node)).toEqual(['Doel', 'Geen eigenaar'])
  expect(faceOf(orphan.tree, orphan.node, labels).owner?.vacant).toBe(true)
})

test('a kind that needs no owner shows its kind, a node without a title says so', () => {
  const { tree, node } = boardWith('risk', '  ')
  expect(words(tree, node)).toEqual(['Naamloos', 'risk'])
})

test('a face is kept until something that shows has changed', () => {
  const { doc, tree, node } = boardWith('goal', 'Doel', { ownerRole: 'ictm' })
  const face = faceOf(tree, node, labels)
  expect(faceOf(tree, node, labels)).toBe(face)
  const store = createBoardStore(doc)
  ;(yRoles(doc).get('ictm') as Y.Map<unknown>).set('title', 'CIO')
  expect(words(store.tree(), node)).toEqual(['Doel', 'CIO'])
})

test('the place of an axis in the row gives its branch the colour', () => {
  const doc = new Y.Doc()
  const store = createBoardStore(doc)
  const add = (id: string, kind: NodeKind, parent: string | null) =>
    addNode(doc, store.tree(), { id, kind, title: id }, { parent })
  add('ambition', 'ambition', null)
  add('first', 'axis', 'ambition')
  add('second', 'axis', 'ambition')
  add('goal', 'goal', 'second')
  const tree = store.tree()
  expect(['ambition', 'first', 'second', 'goal'].map((id) => axisIndexOf(tree, id))).toEqual([-1, 0, 1, 1])
  const paints = (id: string) => paintsOf(themes.light, faceOf(tree, tree.nodes.get(id)!, labels))
  expect(paints('goal').border).toBe(themes.light.axes[1]!.strong)
  expect(paints('ambition').ground).toBe(themes.light.ambition.strong)
})
