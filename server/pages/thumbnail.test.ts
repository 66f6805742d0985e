import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { addNode } from '#lib/board/edit.ts'
import { readTree } from '#lib/board/store.ts'
import type { Tree } from '#lib/board/tree.ts'
import { drawThumbnail } from './thumbnail.ts'

/** A tree with `width` children below every node, `depth` levels of them. */
function grown(width: number, depth: number): Tree {
  const doc = new Y.Doc()
  const grow = (parent: string | null, left: number) => {
    if (left === 0) return
    for (let i = 0; i < (parent === null ? 1 : width); i++)
      grow(addNode(doc, readTree(doc), { kind: 'goal', title: '<b>&' }, { parent }), left - 1)
  }
  doc.transact(() => grow(null, depth))
  return readTree(doc)
}

const bars = (svg: string) => svg.match(/<rect /g)?.length ?? 0

it('draws one bar for each node and no word', () => {
  const svg = drawThumbnail(grown(3, 3))
  expect(bars(svg)).toBe(1 + 3 + 9)
  expect(svg).not.toMatch(/text|NaN|&/)
})

it('draws an empty board as an empty picture', () => {
  expect(drawThumbnail(readTree(new Y.Doc()))).toMatch(/^<svg [^>]*viewBox="-?\d+ -?\d+ \d+ \d+"/)
})

it('leaves the deepest levels of a large board out', () => {
  expect(bars(drawThumbnail(grown(7, 4)))).toBe(1 + 7 + 49)
})
