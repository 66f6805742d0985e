import type { NodeKind, Status } from '#lib/board/schema.ts'

/**
 * Shapes and signs as SVG path data, one definition for `Path2D`, inline SVG and the figure.
 * An outline is drawn in the node's own box (0, 0, width, height); a glyph on a square of 16, as a line of about 1.5.
 */

/** Room kept free between the box of a node and its text. */
export type Insets = {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

const n = (value: number): number => Math.round(value * 100) / 100

/** A rectangle with its own radius for the top and the bottom corners. */
function rounded(w: number, h: number, top: number, bottom = top): string {
  const t = Math.min(top, h / 2, w / 2)
  const b = Math.min(bottom, h / 2, w / 2)
  return `M${n(t)} 0H${n(w - t)}A${n(t)} ${n(t)} 0 0 1 ${n(w)} ${n(t)}V${n(h - b)}A${n(b)} ${n(b)} 0 0 1 ${n(w - b)} ${n(h)}H${n(b)}A${n(b)} ${n(b)} 0 0 1 0 ${n(h - b)}V${n(t)}A${n(t)} ${n(t)} 0 0 1 ${n(t)} 0Z`
}

const polygon = (...points: readonly (readonly [x: number, y: number])[]): string =>
  `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}Z`

/** A soft bubble: flat above and below, its sides one swelling curve. */
function bubble(w: number, h: number): string {
  const r = Math.min(26, w / 4)
  const k = r * 0.25
  const v = h * 0.14
  return `M${n(r)} 0H${n(w - r)}C${n(w - k)} 0 ${n(w)} ${n(v)} ${n(w)} ${n(h / 2)}S${n(w - k)} ${n(h)} ${n(w - r)} ${n(h)}H${n(r)}C${n(k)} ${n(h)} 0 ${n(h - v)} 0 ${n(h / 2)}S${n(k)} 0 ${n(r)} 0Z`
}

/** A banner: rounded corners and a small cut halfway both ends. */
function banner(w: number, h: number): string {
  const r = 14
  const m = h / 2
  return `M${r} 0H${n(w - r)}A${r} ${r} 0 0 1 ${n(w)} ${r}V${n(m - 7)}L${n(w - 7)} ${n(m)}L${n(w)} ${n(m + 7)}V${n(h - r)}A${r} ${r} 0 0 1 ${n(w - r)} ${n(h)}H${r}A${r} ${r} 0 0 1 0 ${n(h - r)}V${n(m + 7)}L7 ${n(m)}L0 ${n(m - 7)}V${r}A${r} ${r} 0 0 1 ${r} 0Z`
}

/** A sheet with a waving lower edge. */
function scroll(w: number, h: number): string {
  return `M4 0H${n(w - 4)}Q${n(w)} 0 ${n(w)} 4V${n(h - 6)}C${n(w * 0.75)} ${n(h - 14)} ${n(w * 0.6)} ${n(h + 1)} ${n(w / 2)} ${n(h - 5)}S${n(w * 0.2)} ${n(h + 1)} 0 ${n(h - 5)}V4Q0 0 4 0Z`
}

type Shape = { readonly path: (w: number, h: number) => string; readonly insets: Insets }

const inset = (vertical: number, horizontal: number, more: Partial<Insets> = {}): Insets => ({
  top: vertical,
  right: horizontal,
  bottom: vertical,
  left: horizontal,
  ...more,
})

const sticky: Shape = {
  path: (w, h) => polygon([0, 0], [w, 0], [w, h - 12], [w - 12, h], [0, h]),
  insets: inset(10, 12, { bottom: 11 }),
}

const shapes: Readonly<Record<NodeKind, Shape>> = {
  ambition: { path: banner, insets: inset(15, 22) },
  axis: { path: (w, h) => rounded(w, h, 24), insets: inset(12, 20) },
  phase: {
    path: (w, h) => polygon([0, 0], [w - 18, 0], [w, h / 2], [w - 18, h], [0, h], [12, h / 2]),
    insets: inset(12, 22),
  },
  goal: { path: bubble, insets: inset(12, 18) },
  subgoal: { path: bubble, insets: inset(10, 18) },
  capability: {
    path: (w, h) => polygon([14, 0], [w - 14, 0], [w, h / 2], [w - 14, h], [14, h], [0, h / 2]),
    insets: inset(10, 19),
  },
  effort: { path: (w, h) => rounded(w, h, 5), insets: inset(10, 12) },
  project: {
    path: (w, h) =>
      `M5 0H${n(w - 14)}L${n(w)} 14V${n(h - 5)}Q${n(w)} ${n(h)} ${n(w - 5)} ${n(h)}H5Q0 ${n(h)} 0 ${n(h - 5)}V5Q0 0 5 0Z`,
    insets: inset(10, 12, { right: 16 }),
  },
  result: {
    path: (w, h) => polygon([0, 0], [w, 0], [w - 12, h / 2], [w, h], [0, h]),
    insets: inset(10, 12, { right: 20 }),
  },
  risk: {
    path: (w, h) => polygon([14, 0], [w - 14, 0], [w, h], [0, h]),
    insets: inset(10, 18),
  },
  stakeholder: { path: (w, h) => rounded(w, h, 22, 5), insets: inset(11, 16) },
  role: { path: (w, h) => rounded(w, h, 40), insets: inset(10, 20) },
  framework: { path: scroll, insets: inset(10, 13, { bottom: 18 }) },
  question: sticky,
  note: sticky,
}

/** The outline of a node of this kind and size. */
export const outlineOf = (kind: NodeKind, width: number, height: number): string =>
  shapes[kind].path(width, height)

/** The room its outline takes from the text. */
export const insetsOf = (kind: NodeKind): Insets => shapes[kind].insets

/** The folded corner of a sticky note, drawn as a line over the outline; empty for the other kinds. */
export const foldOf = (kind: NodeKind, width: number, height: number): string =>
  kind === 'question' || kind === 'note' ? `M${n(width)} ${n(height - 12)}H${n(width - 12)}V${n(height)}` : ''

/** A sign on a square of 16: `line` is stroked with round ends, `solid` filled; either may be empty. */
export type Glyph = { readonly line: string; readonly solid: string }

const line = (d: string): Glyph => ({ line: d, solid: '' })

/** The sign of each node kind. */
export const kindGlyphs: Readonly<Record<NodeKind, Glyph>> = {
  ambition: line('M3.5 14.5V2M3.5 2.5H12.5L10 5.5L12.5 8.5H3.5'),
  axis: line('M8 1.5V14.5M4 5L8 1.5L12 5M3 14.5H13'),
  phase: line('M2.5 3H9.5L13.5 8L9.5 13H2.5L6 8Z'),
  goal: {
    line: 'M8 1.75A6.25 6.25 0 1 1 8 14.25A6.25 6.25 0 1 1 8 1.75Z',
    solid: 'M8 5.5A2.5 2.5 0 1 1 8 10.5A2.5 2.5 0 1 1 8 5.5Z',
  },
  subgoal: line('M8 2.5A5.5 5.5 0 1 1 8 13.5A5.5 5.5 0 1 1 8 2.5Z'),
  capability: line('M8 1.5L13.5 4.75V11.25L8 14.5L2.5 11.25V4.75Z'),
  effort: line('M3.5 4H12.5M3.5 8H12.5M3.5 12H9'),
  project: line('M8 1.75A6.25 6.25 0 1 1 8 14.25A6.25 6.25 0 1 1 8 1.75ZM8 4.5V8L10.5 9.75'),
  result: line('M2.5 13.5H13.5M4 11V8.5M8 11V5.5M12 11V2.5'),
  risk: {
    line: 'M8 2L14.25 13.5H1.75ZM8 6.5V9.25',
    solid: 'M8 10.4A0.9 0.9 0 1 1 8 12.2A0.9 0.9 0 1 1 8 10.4Z',
  },
  stakeholder: line(
    'M6 3A2.4 2.4 0 1 1 6 7.8A2.4 2.4 0 1 1 6 3ZM1.75 13.5C1.75 10.9 3.6 9.8 6 9.8S10.25 10.9 10.25 13.5M10.5 3.2A2.3 2.3 0 0 1 10.5 7.6M12 9.9C13.5 10.4 14.25 11.6 14.25 13.5',
  ),
  role: line(
    'M8 2.25A2.9 2.9 0 1 1 8 8.05A2.9 2.9 0 1 1 8 2.25ZM2.75 14C2.75 11.4 5 10.25 8 10.25S13.25 11.4 13.25 14',
  ),
  framework: line('M3.5 2H12.5V14H3.5ZM6 5H10M6 8H10M6 11H8.5'),
  question: {
    line: 'M5 5.6C5 3.7 6.3 2.5 8 2.5S11 3.7 11 5.3C11 7.5 8 7.6 8 10',
    solid: 'M8 11.9A1 1 0 1 1 8 13.9A1 1 0 1 1 8 11.9Z',
  },
  note: line('M2.5 2.5H13.5V9.5L9.5 13.5H2.5ZM9.5 13.5V9.5H13.5'),
}

/** The sign of each status; together they read as a life: open, half, full, checked, crossed out. */
export const statusGlyphs: Readonly<Record<Status, Glyph>> = {
  idee: line('M8 2.5A3.9 3.9 0 0 1 10 9.8V11.5H6V9.8A3.9 3.9 0 0 1 8 2.5ZM6.5 13.75H9.5'),
  voorstel: line('M2.5 3H13.5V10.5H8L5 13.5V10.5H2.5Z'),
  gepland: line('M2.5 4H13.5V13.5H2.5ZM2.5 7H13.5M5.5 2V4M10.5 2V4'),
  actief: { line: 'M8 2A6 6 0 1 1 8 14A6 6 0 1 1 8 2Z', solid: 'M6.5 5.2L11 8L6.5 10.8Z' },
  vastgesteld: {
    line: 'M2.5 13.75H13.5M3.5 11.25H12.5V9H9.5L10.25 5.5A2.4 2.4 0 1 0 5.75 5.5L6.5 9H3.5Z',
    solid: '',
  },
  borgen: line(
    'M8 1.75L13 3.75V8C13 11 10.9 13.25 8 14.25C5.1 13.25 3 11 3 8V3.75ZM5.75 8L7.5 9.75L10.5 6.25',
  ),
  klaar: line('M8 2A6 6 0 1 1 8 14A6 6 0 1 1 8 2ZM5.25 8.25L7.25 10.25L10.75 6'),
  gestopt: line('M8 2A6 6 0 1 1 8 14A6 6 0 1 1 8 2ZM5.75 5.75L10.25 10.25M10.25 5.75L5.75 10.25'),
}

/** A person: the owner of a node. */
export const ownerGlyph: Glyph = {
  line: '',
  solid: 'M8 3A2.6 2.6 0 1 1 8 8.2A2.6 2.6 0 1 1 8 3ZM2.9 13.6C2.9 10.9 5 9.5 8 9.5S13.1 10.9 13.1 13.6Z',
}
