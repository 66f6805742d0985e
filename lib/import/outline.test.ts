import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { readTree } from '#lib/board/store.ts'
import { toMarkdown } from '#lib/export/markdown.ts'
import { toIndentedText } from '#lib/export/text.ts'
import { messages } from '#lib/i18n/messages.ts'
import { findTemplate } from '#lib/templates/index.ts'
import { instantiate } from '#lib/templates/template.ts'
import { readOutline } from './index.ts'
import { seedDocument } from './json.ts'
import { countOutline, type Outline } from './outline.ts'

const show = (outline: Outline, indent = ''): string =>
  outline.map((node) => `${indent}${node.title}\n${show(node.children, `${indent} `)}`).join('')
const read = (source: string) => {
  const result = readOutline(source)
  return result.ok ? show(result.value) : result.code
}

describe('plain text', () => {
  test.each([
    ['tabs', 'As\n\tDoel\n\t\tInspanning\n\tDoel 2'],
    ['blanks', 'As\n  Doel\n     Inspanning\n  Doel 2'],
    ['bullets', '- As\n  - Doel\n    * Inspanning\n  - Doel 2'],
    ['numbers', '1. As\n   a) Doel\n      1) Inspanning\n   b) Doel 2'],
    ['a flat numbered list from Word', '1.\tAs\n1.1\tDoel\n1.1.1\tInspanning\n1.2.\tDoel 2'],
    ['a flat bulleted list from Word', '•\tAs\no\tDoel\n▪\tInspanning\no\tDoel 2'],
    ['indented bullets from Word', '•\tAs\r\n\to\tDoel\r\n\t\t▪\tInspanning\r\n\to\tDoel 2\r\n'],
    ['columns from Excel', 'As\tDoel\tInspanning\nAs\tDoel 2\t'],
    ['columns with empty cells', 'As\t\t\n\tDoel\tInspanning\n\tDoel 2\t'],
  ])('%s', (_, source) => {
    expect(read(source)).toBe('As\n Doel\n  Inspanning\n Doel 2\n')
  })

  test('one column of Excel is a row of siblings; quotes around a cell go', () => {
    expect(read('Een\nTwee\n"Drie ""x"""\tVier')).toBe('Een\nTwee\nDrie "x"\n Vier\n')
  })

  test('a cell with line ends in it is one title', () => {
    expect(read('Een\n"Twee\nregels ""samen"" nu"\nDrie')).toBe('Een\nTwee regels "samen" nu\nDrie\n')
    expect(read('As\t"Doel\r\nop twee regels"\tStap\r\nAs\tDoel 2\t\r\n')).toBe(
      'As\n Doel op twee regels\n  Stap\n Doel 2\n',
    )
    expect(read('"Een"\n"Twee"')).toBe('"Een"\n"Twee"\n')
  })

  test('a year or a word at the start is no number', () => {
    expect(read('2027 begint goed\no ja\nA. Jansen')).toBe('2027 begint goed\no ja\n Jansen\n')
    expect(read('2027 begint goed\nIn 2028 ook')).toBe('2027 begint goed\nIn 2028 ook\n')
  })
})

test('Markdown: headings, lists below them, paragraphs as descriptions', () => {
  const source =
    '---\ntitle: x\n---\n# Plan\nWaarom *wij*.\n\n## As\n- [x] **Doel** met [link](http://x)\n  - Inspanning\n```\n- geen titel\n```\n## As 2\n'
  expect(read(source)).toBe('Plan\n As\n  Doel met link\n   Inspanning\n As 2\n')
  const result = readOutline(source)
  expect(result.ok && result.value[0]?.description).toBe('Waarom wij.')
})

test('what the board writes as text and Markdown reads back as the same tree', () => {
  const template = findTemplate('drie-digitale-assen')
  if (!template.ok) throw new Error(template.code)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedDocument(instantiate(template.value, { language: 'nl', planYear: 2027 })))
  const tree = readTree(doc)
  const text = readOutline(toIndentedText(tree, null))
  const markdown = readOutline(toMarkdown(tree, null, messages.nl))
  expect(text.ok && countOutline(text.value)).toBe(tree.nodes.size)
  expect(markdown.ok && countOutline(markdown.value)).toBe(tree.nodes.size + 1)
})

test('too much, nothing and too large are refused with the numbers', () => {
  expect(readOutline('regel\n'.repeat(10_000))).toEqual({
    ok: false,
    code: 'paste.too-many-lines',
    detail: { lines: 10_000, limit: 1_000 },
  })
  expect(readOutline(' \n\t\n')).toMatchObject({ code: 'paste.empty' })
  expect(readOutline(new Uint8Array(51 * 1024 * 1024))).toMatchObject({ code: 'file.too-large' })
})

test('files in old encodings are read', () => {
  expect(
    readOutline(
      Uint8Array.of(0x49, 0x54, 0x2d, 0x63, 0x6f, 0x6e, 0x74, 0x69, 0x6e, 0x75, 0xef, 0x74, 0x65, 0x69, 0x74),
    ),
  ).toMatchObject({ value: [{ title: 'IT-continuïteit' }] })
  expect(readOutline(Uint8Array.of(0xff, 0xfe, 0x41, 0, 0x73, 0))).toMatchObject({ value: [{ title: 'As' }] })
})
