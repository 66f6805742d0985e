import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNode } from '#lib/board/edit.ts'
import { yMeta } from '#lib/board/read.ts'
import { createBoardStore, readTree } from '#lib/board/store.ts'
import { messages } from '#lib/i18n/messages.ts'
import { seedDocument } from '#lib/import/json.ts'
import { templates } from '#lib/templates/index.ts'
import { instantiate } from '#lib/templates/template.ts'
import { type FigureOptions, toFigure } from './figure.ts'
import { exportFormats, fileName } from './index.ts'
import { toMarkdown } from './markdown.ts'
import { toIndentedText } from './text.ts'

const options: FigureOptions = {
  labels: messages.nl,
  language: 'nl',
  branch: null,
  orientation: 'right',
  collapsed: new Set(),
  theme: 'print',
  legend: true,
  date: '2027-04-30',
}

function template(language: 'nl' | 'en' = 'nl') {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedDocument(instantiate(templates[0]!, { language, planYear: 2027 })))
  return readTree(doc)
}

describe('the figure', () => {
  const tree = template()
  const figure = toFigure(tree, options)

  test('is plain SVG with native text and sizes in millimetres (F1)', () => {
    expect(figure.svg).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="[\d.]+mm" height="[\d.]+mm" viewBox="0 0 \d+ \d+"/,
    )
    expect(figure.svg).not.toMatch(/foreignObject|filter|opacity|var\(|NaN|undefined|Infinity/)
    expect(figure.svg).toContain('>IT-continuïteit</text>')
  })

  test('names itself and describes what it shows', () => {
    expect(figure.svg).toContain('<title>Doelenboom: drie digitale assen</title>')
    expect(figure.alt).toMatch(/^Doelenboom met 3 assen, 10 doelen, /)
    expect(toFigure(template('en'), { ...options, labels: messages.en, language: 'en' }).alt).toMatch(
      /^Goal tree with 3 axes, /,
    )
  })

  test('carries legend, title, date and classification', () => {
    for (const words of ['Inspanning', 'stand 30-04-2027 · intern', messages.nl.kinds.link.conflicts_with])
      expect(figure.svg).toContain(words)
    expect(toFigure(tree, { ...options, legend: false }).height).toBeLessThan(figure.height)
  })

  test('shows every title whole or shortened, once per node', () => {
    expect(figure.svg.match(/<g transform="translate\(-?\d+ -?\d+\)">/g)!.length).toBeGreaterThanOrEqual(
      tree.nodes.size,
    )
  })

  test('takes one branch, folded as on screen, at a width on paper', () => {
    const branch = toFigure(tree, { ...options, branch: 'AS1', widthMm: 160 })
    expect(branch.widthMm).toBe(160)
    expect(branch.smallestPt).toBeGreaterThan(4)
    expect(branch.svg).not.toContain('Informatieveiligheid')
    expect(toFigure(tree, { ...options, collapsed: new Set(['A0']) }).svg).toMatch(/>\+\d+<\/text>/)
    expect(toFigure(tree, { ...options, branch: 'gone' }).svg).toContain('<svg')
  })

  test('hostile titles do no harm', () => {
    const doc = new Y.Doc()
    const store = createBoardStore(doc)
    yMeta(doc).set('title', '<script>&"\u0000')
    for (const title of [
      '</text><script>alert(1)</script>',
      '\u0007\ud800',
      'שלום '.repeat(60),
      '👩🏽‍⚕️'.repeat(80),
      '',
    ])
      addNode(doc, store.tree(), { kind: 'goal', title }, { parent: null })
    const { svg } = toFigure(store.tree(), options)
    expect(svg).not.toContain('<script>')
    for (const mark of ['\u0000', '\u0007', '\ud800']) expect(svg).not.toContain(mark)
  })

  test('an empty board is a figure too', () => {
    expect(toFigure(createBoardStore(new Y.Doc()).tree(), options).svg).toContain('Bord zonder titel')
  })
})

test('indented text has a tab per level, Markdown a nested list', () => {
  const doc = new Y.Doc()
  const store = createBoardStore(doc)
  yMeta(doc).set('title', 'Plan')
  addNode(doc, store.tree(), { id: 'a', kind: 'ambition', title: 'Eén\ntwee' }, { parent: null })
  addNode(
    doc,
    store.tree(),
    { id: 'b', kind: 'goal', title: '*Doel*', description: 'Waarom' },
    { parent: 'a' },
  )
  expect(toIndentedText(store.tree(), null)).toBe('Eén twee\n\t*Doel*\n')
  expect(toMarkdown(store.tree(), null, messages.nl)).toBe(
    '# Plan\n\n- Eén twee (Ambitie)\n  - \\*Doel\\* (Doel)\n\n    Waarom\n\n',
  )
  expect(toMarkdown(store.tree(), 'a', messages.nl)).toContain('# Eén twee\n\n- \\*Doel')
})

test('every format has a type and an extension; file names are tame', () => {
  for (const { mediaType, extension } of Object.values(exportFormats))
    expect(`${mediaType} ${extension}`).toMatch(/^\w+\/[\w+]+ \w+$/)
  expect(fileName('Doelenboom: één/twee?', 'svg')).toBe('doelenboom-een-twee.svg')
  expect(fileName('///', 'png')).toBe('bollenboom.png')
})
