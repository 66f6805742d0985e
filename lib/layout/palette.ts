/**
 * The visual language as data: flat, warm, no pure grey. Every renderer (canvas, page, figure) takes its colours here.
 * The eight axis colours differ in lightness as well as hue, so that they stay apart in grey and for colour-blind people
 * (palette.test.ts measures it). Colour is never the only carrier: shapes, signs and words say the same.
 */

export type ThemeName = 'light' | 'dark' | 'print'

/** The colours of one axis and everything below it. */
export type AxisColours = {
  /** A quiet ground for bubbles. */
  readonly fill: string
  /** Borders, lines and the head of the axis; at least 3:1 on paper. */
  readonly strong: string
  /** Text on `fill`, at least 4.5:1. */
  readonly onFill: string
  /** Text on `strong`, at least 4.5:1. */
  readonly onStrong: string
}

export type Theme = {
  readonly name: ThemeName
  readonly paper: string
  /** The ground of cards, a touch lighter than paper. */
  readonly surface: string
  readonly ink: string
  /** Second-rank text, at least 4.5:1 on paper, surface and every axis fill. */
  readonly muted: string
  /** Tree lines and borders that carry meaning, at least 3:1 on paper. */
  readonly line: string
  /** Decoration that may be missed: grids, the edge of the tray. */
  readonly faint: string
  /** What is selected or has the focus. */
  readonly focus: string
  /** Conflicts, missing owners, what is stuck; at least 4.5:1 on paper. */
  readonly alert: string
  /** The head of the board. */
  readonly ambition: AxisColours
  /** Bubbles that lie under no axis. */
  readonly neutral: AxisColours
  readonly axes: readonly AxisColours[]
}

/** How many axis colours there are; the ninth axis takes the first colour again. */
export const axisColourCount = 8

const lightAxes: readonly AxisColours[] = [
  { fill: '#d9eafa', strong: '#24547a', onFill: '#172e40', onStrong: '#ffffff' },
  { fill: '#fee6d5', strong: '#8b4c15', onFill: '#3c2514', onStrong: '#ffffff' },
  { fill: '#ddf3e6', strong: '#4f7f65', onFill: '#153223', onStrong: '#ffffff' },
  { fill: '#f0e1ef', strong: '#541b55', onFill: '#372337', onStrong: '#ffffff' },
  { fill: '#ffefcb', strong: '#a78427', onFill: '#352a0e', onStrong: '#14231d' },
  { fill: '#e4e6fb', strong: '#6260ab', onFill: '#282841', onStrong: '#ffffff' },
  { fill: '#eddddc', strong: '#583f3d', onFill: '#3f2221', onStrong: '#ffffff' },
  { fill: '#cce5da', strong: '#002f21', onFill: '#113227', onStrong: '#ffffff' },
]

const darkAxes: readonly AxisColours[] = [
  { fill: '#1d303e', strong: '#3488bf', onFill: '#e3f1fb', onStrong: '#0b1511' },
  { fill: '#3a2a1b', strong: '#f3b16d', onFill: '#f8ece1', onStrong: '#0b1511' },
  { fill: '#1b342a', strong: '#b0d9c8', onFill: '#e2f3ec', onStrong: '#0b1511' },
  { fill: '#3b2731', strong: '#916178', onFill: '#fae9f0', onStrong: '#ffffff' },
  { fill: '#332e19', strong: '#fee88c', onFill: '#f2efe0', onStrong: '#0b1511' },
  { fill: '#262d40', strong: '#90aef7', onFill: '#e8eefc', onStrong: '#0b1511' },
  { fill: '#3d2820', strong: '#cf7a5c', onFill: '#fbeae5', onStrong: '#0b1511' },
  { fill: '#173431', strong: '#1db2a9', onFill: '#e0f3f1', onStrong: '#0b1511' },
]

const light: Theme = {
  name: 'light',
  paper: '#fbf7ef',
  surface: '#fffdf9',
  ink: '#14231d',
  muted: '#4c5a52',
  line: '#7a8780',
  faint: '#e6dfd1',
  focus: '#0b6e5f',
  alert: '#a3341f',
  ambition: { fill: '#e3ebe4', strong: '#1b3a30', onFill: '#14231d', onStrong: '#fbf7ef' },
  neutral: { fill: '#f1ebdf', strong: '#6a7169', onFill: '#14231d', onStrong: '#ffffff' },
  axes: lightAxes,
}

const dark: Theme = {
  name: 'dark',
  paper: '#15211c',
  surface: '#1b2923',
  ink: '#f3eee3',
  muted: '#b6c0b6',
  line: '#75857b',
  faint: '#2a3a32',
  focus: '#7fd6c2',
  alert: '#ff9d84',
  ambition: { fill: '#24372f', strong: '#d9e6da', onFill: '#f3eee3', onStrong: '#14231d' },
  neutral: { fill: '#29332c', strong: '#9aa69c', onFill: '#f3eee3', onStrong: '#0b1511' },
  axes: darkAxes,
}

/** Every theme by name; print is the light one on white paper. */
export const themes: Readonly<Record<ThemeName, Theme>> = {
  light,
  dark,
  print: { ...light, name: 'print', paper: '#ffffff', surface: '#ffffff', faint: '#e3e3dc' },
}

/** The colours of the axis with this index, neutral ones for -1 (no axis). */
export function axisColours(theme: Theme, axis: number): AxisColours {
  return (axis < 0 ? undefined : theme.axes[axis % axisColourCount]) ?? theme.neutral
}
