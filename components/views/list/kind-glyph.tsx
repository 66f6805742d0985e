'use client'
import { useSyncExternalStore } from 'react'
import { themeAround, watchTheme } from '#components/canvas/theme.ts'
import type { NodeKind } from '#lib/board/schema.ts'
import type { Tree } from '#lib/board/tree.ts'
import { axisIndexOf } from '#lib/layout/face.ts'
import { axisColours } from '#lib/layout/palette.ts'
import { type Glyph, kindGlyphs } from '#lib/layout/shapes.ts'

/** A sign of the board's drawing language, in the colour of the text. */
export function Sign({ glyph, size = 16 }: { readonly glyph: Glyph; readonly size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 16 16" className="shrink-0">
      {glyph.line !== '' && (
        <path
          d={glyph.line}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.4"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      )}
      {glyph.solid !== '' && <path d={glyph.solid} fill="currentColor" />}
    </svg>
  )
}

const theme = () => themeAround(document.documentElement)

/** The sign of a node's kind on the colour of its axis, as on the canvas. */
export function KindGlyph({
  kind,
  tree,
  id,
}: {
  readonly kind: NodeKind
  readonly tree: Tree
  readonly id: string
}) {
  const now = useSyncExternalStore(watchTheme, theme, theme)
  const axis = axisIndexOf(tree, id)
  const colours = kind === 'ambition' ? now.ambition : axis < 0 ? now.neutral : axisColours(now, axis)
  return (
    <span
      className="flex size-6 shrink-0 items-center justify-center rounded-full"
      style={{ background: colours.fill, color: colours.onFill }}
    >
      <Sign glyph={kindGlyphs[kind]} size={14} />
    </span>
  )
}
