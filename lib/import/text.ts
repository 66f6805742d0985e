import type { OutlineLine } from './outline.ts'

/**
 * Reads plain text as titles with levels: indented by tabs or blanks, with or without bullets and numbers, lists copied from
 * Word (where the bullet or the number shows the level) and cells copied from Excel (where the column does).
 */
export function readText(text: string): OutlineLine[] {
  const lines = onOneLine(text)
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .filter((line) => line.trim() !== '')
  return isTable(lines) ? readCells(lines) : readList(lines)
}

/** A cell of a spreadsheet with line ends in it is quoted when it is copied; it is one title all the same. */
const onOneLine = (text: string): string =>
  text.replace(/(?<=^|[\t\r\n])"(?:[^"\t]|"")*"(?=\t|\r|\n|$)/g, (cell) =>
    /[\r\n]/.test(cell)
      ? cell
          .slice(1, -1)
          .replaceAll('""', '"')
          .replace(/\s*[\r\n]+\s*/g, ' ')
      : cell,
  )

/** A line of cells: text, a tab, and again text; a bullet before the tab is no cell. */
const isTable = (lines: readonly string[]): boolean =>
  lines.some((line) => /\S\t+\s*\S/.test(withoutMarker(line).trim()))

type Marker = { readonly mark: string; readonly rest: string }

const bullet = /^([-*+•◦▪▫‣–—·●○■□➢✓§])\s+/u
const wordBullet = /^(o)\t/
const number = /^(\d+(?:\.\d+)+\.?|\d+[.)]|[a-z][.)])\s+/i
const checkbox = /^\[[ xX]\]\s+/

/** A bullet or number at the start of a line, and the line without it. */
function splitMarker(line: string): Marker {
  const found = bullet.exec(line) ?? wordBullet.exec(line) ?? number.exec(line)
  const rest = found ? line.slice(found[0].length) : line
  return { mark: found?.[1] ?? '', rest: found ? rest.replace(checkbox, '') : rest }
}

const withoutMarker = (line: string): string => {
  const indent = /^\s*/.exec(line)?.[0] ?? ''
  return indent + splitMarker(line.slice(indent.length)).rest
}

function readList(lines: readonly string[]): OutlineLine[] {
  const rows = lines.map((line) => {
    const indent = widthOf(/^[\s\u00a0]*/.exec(line)?.[0] ?? '')
    return { indent, ...splitMarker(line.replace(/^[\s\u00a0]+/, '')) }
  })
  const isFlat = rows.every((row) => row.indent === (rows[0]?.indent ?? 0))
  const levelOfMark = isFlat ? marksInOrder(rows.map((row) => row.mark)) : null
  return rows
    .map(({ indent, mark, rest }) => ({
      level: levelOfMark ? levelOfMark(mark) : indent,
      title: rest.trim(),
    }))
    .filter((row) => row.title !== '')
}

/** A tab counts as four blanks. */
const widthOf = (indent: string): number =>
  [...indent].reduce((width, unit) => width + (unit === '\t' ? 4 : 1), 0)

/** In a list without indents, `1.2.3` is one level below `1.2`, and each new sort of bullet one below the last new one. */
function marksInOrder(marks: readonly string[]): (mark: string) => number {
  const sorts = [...new Set(marks.map(sortOf))]
  return (mark) =>
    /^\d+\.\d/.test(mark)
      ? sorts.indexOf('1') + mark.replace(/\.$/, '').split('.').length - 1
      : sorts.indexOf(sortOf(mark))
}

const sortOf = (mark: string): string =>
  /^\d/.test(mark) ? '1' : /^[a-z]/i.test(mark) && mark !== 'o' ? 'a' : mark

/** Cells of a spreadsheet: the column is the level; a cell that repeats the one above it, below the same parents, is the same node. */
function readCells(lines: readonly string[]): OutlineLine[] {
  const read: OutlineLine[] = []
  let above: string[] = []
  for (const line of lines) {
    const cells = line.split('\t').map(cleanCell)
    const path: string[] = []
    let same = true
    for (const [level, title] of cells.entries()) {
      path[level] = title === '' && same ? (above[level] ?? '') : title
      same &&= title === '' || title === above[level]
      if (title !== '' && !same) read.push({ level, title })
    }
    above = path
  }
  return read
}

/** A cell with line ends or quotes inside is quoted when it is copied. */
const cleanCell = (cell: string): string =>
  (/^".*"$/s.test(cell.trim()) ? cell.trim().slice(1, -1).replaceAll('""', '"') : cell).trim()
