import type { LinkKind } from '#lib/board/schema.ts'
import { drawLink } from '#lib/layout/lines.ts'

/** How a link of a kind looks, in small. */
export function LinkSample({ kind }: { readonly kind: LinkKind }) {
  const { style, line, strokes, fills } = drawLink(kind, [
    [2, 8],
    [14, 8],
    [26, 8],
    [40, 8],
  ])
  const colour = style.alert ? 'var(--clay)' : 'var(--ink-soft)'
  return (
    <svg
      width="44"
      height="16"
      aria-hidden="true"
      className="shrink-0"
      fill="none"
      stroke={colour}
      strokeWidth={style.width}
      strokeLinecap="round"
    >
      <path d={line} strokeDasharray={style.dash.join(' ')} />
      {strokes && <path d={strokes} />}
      {fills && <path d={fills} fill={colour} stroke="none" />}
    </svg>
  )
}
