/**
 * The face of a node: everything a renderer needs to draw it, in board pixels from the node's own top-left corner.
 * Canvas, page and figure draw the same face and so look the same:
 *
 *   const face = faceOf(tree, node, labels)      // cached; the same object while nothing that shows has changed
 *   const paints = paintsOf(theme, face)         // the colours for a theme
 *   1. fill `face.outline` with `paints.ground`, stroke it with `paints.border`, `face.borderWidth` wide,
 *      dashed 5-4 when `face.dashed` (a white spot); then stroke `face.fold`, when there is one, the same way.
 *   2. for each `face.glyphs`: translate to (x, y), scale by size / 16, stroke `glyph.line` 1.5 wide with round ends and
 *      joints and fill `glyph.solid`, in `paints[glyph.paint]`.
 *   3. when `face.owner`: stroke a circle (cx, cy, r) 1.25 wide, in `paints[owner.paint]`, dashed 2-2 when `owner.vacant`.
 *   4. for each `face.texts`: write `text` from x on baseline y in `size` px, `weight`, in `paints[text.paint]`.
 *
 * `labels` are the messages of a language: `messages.nl`, or `useMessages()` in a component.
 */
import { axesOf, lacksOwner, ownerOf } from '#lib/board/derive.ts'
import type { NodeKind, Status } from '#lib/board/schema.ts'
import type { BoardNode, Tree } from '#lib/board/tree.ts'
import { faceStyles } from './face-style.ts'
import type { Size } from './layout.ts'
import { ellipsize, textWidth, type Weight, wrapText } from './measure.ts'
import { type AxisColours, axisColours, type Theme } from './palette.ts'
import { foldOf, type Glyph, insetsOf, kindGlyphs, outlineOf, ownerGlyph, statusGlyphs } from './shapes.ts'

/** The words a face shows. */
export type FaceLabels = {
  readonly kinds: {
    readonly node: Readonly<Record<NodeKind, string>>
    readonly status: Readonly<Record<Status, string>>
  }
  readonly figure: { readonly face: { readonly noOwner: string; readonly untitled: string } }
}

/** A colour by its part in the face. */
export type Paint = 'text' | 'muted' | 'sign' | 'alert'

export type FaceText = {
  readonly text: string
  readonly role: 'title' | 'detail'
  readonly x: number
  /** The baseline. */
  readonly y: number
  readonly size: number
  readonly weight: Weight
  readonly paint: Paint
}

export type FaceGlyph = {
  readonly glyph: Glyph
  readonly x: number
  readonly y: number
  readonly size: number
  readonly paint: Paint
}

/** The ring of the owner chip; dashed, and with the words *no owner*, when the place is vacant. */
export type FaceOwner = {
  readonly vacant: boolean
  readonly cx: number
  readonly cy: number
  readonly r: number
  readonly paint: Paint
}

export type Face = Size & {
  readonly kind: NodeKind
  readonly status: Status | null
  /** The colour of its axis, -1 without one. */
  readonly axis: number
  /** `strong` for the head of the board and of an axis, `fill` for bubbles, `card` for the rest. */
  readonly ground: 'strong' | 'fill' | 'card'
  readonly outline: string
  readonly fold: string
  readonly borderWidth: number
  readonly dashed: boolean
  readonly texts: readonly FaceText[]
  readonly glyphs: readonly FaceGlyph[]
  readonly owner: FaceOwner | null
}

/** Type sizes of the detail row, and its room. */
const detail = { size: 11.5, height: 16, gap: 7, glyph: 13, ring: 6.5 } as const
const lineHeight = 1.26
/** From the top of a line to its baseline, in parts of its height. */
const baseline = 0.76

type Made = {
  readonly labels: FaceLabels
  readonly owner: string | null
  readonly axis: number
  readonly face: Face
}
const made = new WeakMap<BoardNode, Made>()

/** The face of a node, kept as long as node, owner, axis and language stay the same. */
export function faceOf(tree: Tree, node: BoardNode, labels: FaceLabels): Face {
  const owner = ownerOf(tree, node)?.title ?? (lacksOwner(tree, node) ? '' : null)
  const axis = axisIndexOf(tree, node.id)
  const known = made.get(node)
  if (known && known.labels === labels && known.owner === owner && known.axis === axis) return known.face
  const face = makeFace(node, owner, axis, labels)
  made.set(node, { labels, owner, axis, face })
  return face
}

const axisRows = new WeakMap<Tree, ReadonlyMap<string, number>>()

/** The colour of the axis a node lies under: its place in the row of axes; -1 without one. */
export function axisIndexOf(tree: Tree, id: string): number {
  let row = axisRows.get(tree)
  if (!row) {
    row = new Map(axesOf(tree).map((axis, index) => [axis.id, index]))
    axisRows.set(tree, row)
  }
  for (let at: string | null = id; at !== null; at = tree.parentOf(at)) {
    const index = row.get(at)
    if (index !== undefined) return index
  }
  return -1
}

/** `owner` is a role's title, '' for a place that should be filled, null for a node that needs none. */
function makeFace(node: BoardNode, owner: string | null, axis: number, labels: FaceLabels): Face {
  const style = faceStyles[node.kind]
  const insets = insetsOf(node.kind)
  const room = style.width - insets.left - insets.right
  const titled = node.title.trim() !== ''
  const title = titled ? node.title : labels.figure.face.untitled
  const lines = wrapText(title, {
    size: style.size,
    weight: style.weight,
    width: room,
    maxLines: style.lines,
  })
  const step = Math.round(style.size * lineHeight)
  const texts = lines.map(
    (text, i): FaceText => ({
      text,
      role: 'title',
      x: insets.left,
      y: Math.round(insets.top + i * step + step * baseline),
      size: style.size,
      weight: style.weight,
      paint: titled ? 'text' : 'muted',
    }),
  )
  const top = insets.top + lines.length * step + detail.gap
  const row = detailRow(node, owner, labels, { left: insets.left, right: insets.left + room, top })
  const height = top + detail.height + insets.bottom
  return {
    width: style.width,
    height,
    kind: node.kind,
    status: node.status,
    axis,
    ground: style.ground,
    outline: outlineOf(node.kind, style.width, height),
    fold: foldOf(node.kind, style.width, height),
    borderWidth: style.border,
    dashed: node.fields.whiteSpot === true,
    texts: [...texts, ...row.texts],
    glyphs: row.glyphs,
    owner: row.owner,
  }
}

type Row = {
  readonly texts: readonly FaceText[]
  readonly glyphs: readonly FaceGlyph[]
  readonly owner: FaceOwner | null
}
type Span = { readonly left: number; readonly right: number; readonly top: number }

/** Statuses that say so in words: work that no longer runs must not be taken for work that does. */
const spokenStatuses: ReadonlySet<Status> = new Set(['klaar', 'gestopt'])

/** The row below the title: kind, owner (or the kind in words) and, at the right end, the status. */
function detailRow(
  node: BoardNode,
  owner: string | null,
  labels: FaceLabels,
  { left, right, top }: Span,
): Row {
  const middle = top + detail.height / 2
  const glyphTop = middle - detail.glyph / 2
  const sign = (glyph: Glyph, x: number, paint: Paint = 'sign', size: number = detail.glyph): FaceGlyph => ({
    glyph,
    x,
    y: middle - size / 2,
    size,
    paint,
  })
  const text = (words: string, x: number, width: number, paint: Paint): FaceText => ({
    text: ellipsize(words, { size: detail.size, width }),
    role: 'detail',
    x,
    y: Math.round(glyphTop + detail.glyph * 0.5 + detail.size * 0.36),
    size: detail.size,
    weight: 400,
    paint,
  })
  const texts: FaceText[] = []
  const glyphs = [sign(kindGlyphs[node.kind], left)]
  let end = right
  if (node.status) {
    if (spokenStatuses.has(node.status)) {
      const words = labels.kinds.status[node.status]
      end -= Math.ceil(textWidth(words, detail.size))
      texts.push(text(words, end, right - end, 'text'))
      end -= 4
    }
    end -= detail.glyph
    glyphs.push(sign(statusGlyphs[node.status], end))
    end -= 8
  }
  const start = left + detail.glyph + 8
  if (owner === null) {
    texts.push(text(labels.kinds.node[node.kind], start - 2, end - start + 2, 'muted'))
    return { texts, glyphs, owner: null }
  }
  const vacant = owner === ''
  const paint = vacant ? 'alert' : 'muted'
  if (!vacant) glyphs.push(sign(ownerGlyph, start + detail.ring - 4.5, 'sign', 9))
  const words = start + 2 * detail.ring + 5
  texts.push(text(vacant ? labels.figure.face.noOwner : owner, words, end - words, paint))
  return {
    texts,
    glyphs,
    owner: {
      vacant,
      cx: start + detail.ring,
      cy: middle,
      r: detail.ring - 0.5,
      paint: vacant ? 'alert' : 'sign',
    },
  }
}

export type Paints = Readonly<Record<Paint | 'ground' | 'border', string>>

/** The axis's own colours, those of the head of the board, or neutral ones. */
export function coloursOf(theme: Theme, face: Pick<Face, 'kind' | 'axis'>): AxisColours {
  return face.kind === 'ambition' ? theme.ambition : axisColours(theme, face.axis)
}

/** The colours of a face in a theme. */
export function paintsOf(theme: Theme, face: Pick<Face, 'kind' | 'axis' | 'ground'>): Paints {
  const { fill, strong, onFill, onStrong } = coloursOf(theme, face)
  if (face.ground === 'strong')
    return {
      ground: strong,
      border: strong,
      text: onStrong,
      muted: onStrong,
      sign: onStrong,
      alert: onStrong,
    }
  const ground = face.ground === 'fill' ? fill : theme.surface
  return {
    ground,
    border: strong,
    text: face.ground === 'fill' ? onFill : theme.ink,
    muted: theme.muted,
    sign: theme.muted,
    alert: theme.alert,
  }
}
