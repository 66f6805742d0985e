import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { lacksOwner, ownerOf } from '#lib/board/derive.ts'
import { readTree } from '#lib/board/store.ts'
import { type BoardJson, toBoardJson } from '#lib/export/json.ts'
import { checkBoardJson, seedDocument } from '#lib/import/json.ts'
import { fromFourQuestions } from './four-questions.ts'
import { findTemplate, templates } from './index.ts'
import { instantiate } from './template.ts'

function treeOf(board: Parameters<typeof seedDocument>[0]) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedDocument(board))
  return readTree(doc)
}

/** A board with its rows by id: a document keeps them as maps, and the rows of capacity by role [T8]. */
function inFixedOrder(board: BoardJson): BoardJson {
  const by = <T extends object>(rows: readonly T[], key: string): T[] =>
    rows.toSorted((a, b) => (String(Reflect.get(a, key)) < String(Reflect.get(b, key)) ? -1 : 1))
  const nodes = by(board.nodes, 'id').map((node) =>
    'capacity' in node ? { ...node, capacity: by(node.capacity as object[], 'role') } : node,
  )
  return {
    ...board,
    nodes,
    links: by(board.links, 'id'),
    roles: by(board.roles, 'id'),
    organisations: by(board.organisations, 'id'),
  }
}

test('there are twelve templates with ids of their own', () => {
  expect(templates).toHaveLength(12)
  expect(new Set(templates.map((template) => template.id)).size).toBe(12)
})

describe.each(templates)('$id', (template) => {
  test.each(['nl', 'en'] as const)('in %s goes through a document and back without loss', (language) => {
    const board = instantiate(template, { language, planYear: 2027 })
    const checked = checkBoardJson(JSON.parse(JSON.stringify(board)))
    expect(checked).toMatchObject({ ok: true, value: { notes: [] } })
    const tree = treeOf(board)
    expect(inFixedOrder(toBoardJson(tree))).toEqual(inFixedOrder(board))
  })

  test('no text of two languages and no relative month remains', () => {
    const text = JSON.stringify(instantiate(template, { language: 'en', planYear: 2027 }))
    expect(text).not.toMatch(/"nl":|"en":|"Y\d/)
  })

  test('every owner is a role, every link has two ends, siblings stand in the order of the list', () => {
    const board = instantiate(template, { language: 'nl', planYear: 2027 })
    const tree = treeOf(board)
    expect(tree.nodes.size).toBe(board.nodes.length)
    expect(tree.links.size).toBe(board.links.length)
    for (const node of tree.nodes.values()) {
      expect(node.parent).toBe(tree.parentOf(node.id))
      if ('ownerRole' in node.fields) expect(ownerOf(tree, node)).not.toBeNull()
    }
    const row = board.nodes.filter((node) => node.parent === undefined).map((node) => node.id)
    expect(tree.childrenOf(null)).toEqual(row)
  })
})

test('months become those of the plan year, also as keys of capacity', () => {
  const template = findTemplate('drie-digitale-assen')
  const board = instantiate(template.ok ? template.value : templates[0]!, {
    language: 'nl',
    planYear: 2027,
    title: 'Ons plan',
  })
  expect(board.title).toBe('Ons plan')
  expect(board.nodes.find((node) => node.id === 'D11')).toMatchObject({
    end: '2028-12',
    mandate: { validUntil: '2029-12' },
  })
  expect(JSON.stringify(board.nodes.map((node) => node.capacity))).toContain('"2028-01":')
})

test('an unknown template is refused by name', () => {
  expect(findTemplate('nope')).toEqual({ ok: false, code: 'template.unknown', detail: { template: 'nope' } })
})

test('four answers become a tree with an owner and a mandate', () => {
  const answers = {
    problem: 'Te veel tijd kwijt',
    reach: 'Minder uitval\n- Sneller inloggen\n',
    efforts: 'Noodstroom testen',
    carrier: 'CIO',
    mandate: 'Binnen begroting',
  }
  const tree = treeOf(fromFourQuestions(answers, { title: 'Plan 2027', language: 'nl', planYear: 2027 }))
  const outline = (id: string | null): unknown[] =>
    tree.childrenOf(id).map((kid) => [tree.nodes.get(kid)?.title, ...outline(kid)])
  expect(outline(null)).toEqual([
    ['Plan 2027', ['Minder uitval', ['Noodstroom testen']], ['Sneller inloggen']],
  ])
  expect([...tree.nodes.values()].filter((node) => lacksOwner(tree, node)).map((node) => node.title)).toEqual(
    ['Noodstroom testen'],
  )
  expect(tree.nodes.get('A0')?.fields).toMatchObject({
    mandate: { scope: 'Binnen begroting', holderRole: 'R1' },
  })
})

test('no answers at all still give a board', () => {
  const tree = treeOf(
    fromFourQuestions(
      { problem: '', reach: '', efforts: '', carrier: '', mandate: '' },
      { title: 'Leeg', language: 'nl', planYear: 2027 },
    ),
  )
  expect([...tree.nodes.values()].map((node) => node.title)).toEqual(['Leeg'])
})
