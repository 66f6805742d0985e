import metrics from './font-metrics.json' with { type: 'json' }

/**
 * Text measured without a browser, the same on every machine: the advance of each character is the larger one of
 * Atkinson Hyperlegible Next and Arimo (Arial), so what fits here fits on screen, in Word and in LibreOffice.
 */

export type Weight = 400 | 600

/** Widths per code point in thousandths of an em; 0 means not in the table. */
type Table = Uint16Array

const tableEnd = 0x2300
const tables: Readonly<Record<Weight, Table>> = {
  400: readTable(metrics['400']),
  600: readTable(metrics['600']),
}

function readTable(runs: readonly (readonly number[])[]): Table {
  const table = new Uint16Array(tableEnd)
  for (const [first, ...widths] of runs) {
    widths.forEach((width, i) => {
      if (first !== undefined && first + i < tableEnd) table[first + i] = width
    })
  }
  return table
}

const joiner = 0x200d
const takesNoRoom = /^[\p{M}\p{Cc}\p{Cf}\p{Emoji_Modifier}]$/u
const isWide =
  /^[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]$/u

/** The width of a character outside the table: nothing for marks and controls, a full em and more for emoji and CJK. */
function fallbackWidth(character: string): number {
  if (takesNoRoom.test(character)) return 0
  return isWide.test(character) ? 1250 : 750
}

/** The width of a line of text in px at a type size in px. */
export function textWidth(text: string, size: number, weight: Weight = 400): number {
  const table = tables[weight]
  let thousandths = 0
  let joined = false
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const known = unit < tableEnd ? table[unit] : 0
    if (known && !joined) {
      thousandths += known
      continue
    }
    const codePoint = text.codePointAt(i) as number
    if (codePoint > 0xffff) i++
    if (!joined) thousandths += fallbackWidth(String.fromCodePoint(codePoint))
    joined = codePoint === joiner
  }
  return (thousandths * size) / 1000
}

export type Wrapping = {
  readonly size: number
  readonly weight?: Weight
  readonly width: number
  readonly maxLines: number
}

/** More of a title is never shown; keeps hostile texts cheap. */
const longestShown = 600

/**
 * Breaks a text into lines no wider than `width`: at the writer's own line ends, at blanks, after hyphens and slashes, and
 * inside a word only when it is wider than a line, never inside a character. What does not fit `maxLines` ends in an ellipsis.
 */
export function wrapText(text: string, { size, weight = 400, width, maxLines }: Wrapping): readonly string[] {
  const shown = text.slice(0, longestShown)
  const lines: string[] = []
  for (const paragraph of shown.split(/\r\n|[\n\r\u2028\u2029]/)) {
    wrapParagraph(paragraph, lines, maxLines, (piece) => textWidth(piece, size, weight) <= width)
    if (lines.length > maxLines) break
  }
  while (lines.length > 1 && lines.at(-1) === '') lines.pop()
  if (lines.length <= maxLines && shown.length === text.length) return lines
  const kept = lines.slice(0, maxLines)
  kept.push(ellipsize(`${kept.pop() ?? ''}${ellipsis}`, { size, weight, width }))
  return kept
}

/** Pieces a line may end after: a word with its blank, the part before a hyphen or slash. */
const piecesOf = /[^\s\-/\u2013]*[-/\u2013]+|[^\s\-/\u2013]+|\s+/gu

function wrapParagraph(
  paragraph: string,
  lines: string[],
  maxLines: number,
  fits: (piece: string) => boolean,
): void {
  let line = ''
  for (const [piece] of paragraph.trim().matchAll(piecesOf)) {
    const blank = piece.trim() === ''
    if (fits(line + (blank ? '' : piece))) {
      line += blank ? (line === '' ? '' : ' ') : piece
      continue
    }
    if (line.trim() !== '') lines.push(line.trimEnd())
    if (lines.length > maxLines) return
    line = fits(piece) ? piece : breakWord(piece, lines, maxLines, fits)
  }
  lines.push(line.trimEnd())
}

/** Fills lines with a word wider than a line; answers what is left for the next one. */
function breakWord(
  word: string,
  lines: string[],
  maxLines: number,
  fits: (piece: string) => boolean,
): string {
  let line = ''
  for (const grapheme of graphemesOf(word)) {
    if (line !== '' && !fits(line + grapheme)) {
      lines.push(line)
      line = ''
      if (lines.length > maxLines) return line
    }
    line += grapheme
  }
  return line
}

const ellipsis = '\u2026'

/** The text, or as much of its beginning as fits in `width` with an ellipsis. */
export function ellipsize(text: string, { size, weight = 400, width }: Omit<Wrapping, 'maxLines'>): string {
  const whole = text.slice(0, longestShown)
  if (whole.length === text.length && textWidth(whole, size, weight) <= width) return whole
  const bare = whole.endsWith(ellipsis) ? whole.slice(0, -1) : whole
  const graphemes = graphemesOf(bare)
  let low = 0
  let high = graphemes.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    const head = `${graphemes.slice(0, middle).join('').trimEnd()}${ellipsis}`
    if (textWidth(head, size, weight) <= width) low = middle
    else high = middle - 1
  }
  return `${graphemes.slice(0, low).join('').trimEnd()}${ellipsis}`
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const plainText = /^[\x20-\x7e]*$/

function graphemesOf(text: string): string[] {
  return plainText.test(text) ? [...text] : Array.from(segmenter.segment(text), ({ segment }) => segment)
}
