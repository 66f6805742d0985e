import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { yOrganisations, yRoles } from '#lib/board/read.ts'
import { readTree } from '#lib/board/store.ts'
import { fieldsInWords, type Wording } from './fields-in-words.ts'

const doc = new Y.Doc()
yRoles(doc).set('cio', new Y.Map(Object.entries({ title: 'CIO' })))
yOrganisations(doc).set('vvt', new Y.Map(Object.entries({ title: 'Thuiszorg' })))
const tree = readTree(doc)

const wording: Wording = {
  label: (key, values) => (values ? `${key}(${Object.values(values).join()})` : key),
  knows: (key) => !key.includes('mystery'),
  date: (value) => `<${value}>`,
  money: (euros) => `€${euros}`,
}
const lines = (fields: Record<string, unknown>) =>
  fieldsInWords(tree, fields, wording).map(({ lines }) => lines)

describe('fields in words', () => {
  it('names roles and organisations by their title', () => {
    expect(lines({ org: 'vvt', sponsorRole: 'cio' })).toEqual([['Thuiszorg'], ['CIO']])
    expect(lines({ sponsorRole: 'left' })).toEqual([['unknownRole']])
  })

  it('gives a group a line per part, in the order of the schema', () => {
    expect(
      lines({ mandate: { validUntil: '2028-12', level: 4, budgetEUR: 75000, holderRole: 'cio' } }),
    ).toEqual([
      ['parts.level: 4', 'parts.budgetEUR: €75000', 'parts.holderRole: CIO', 'parts.validUntil: <2028-12>'],
    ])
  })

  it('adds up days per role, and reads records and references', () => {
    expect(lines({ capacity: [{ role: 'cio', days: { '2027-01': 2, '2027-02': 3 } }] })).toEqual([
      ['CIO: days(5)'],
    ])
    expect(lines({ rasci: { cio: 'A' }, refs: [{ code: 'NEN 7510', note: 'continuïteit' }] })).toEqual([
      ['CIO: A'],
      ['NEN 7510 · continuïteit'],
    ])
  })

  it('keeps fields it does not know, and leaves out what is empty', () => {
    const words = fieldsInWords(tree, { mystery: { a: 1 }, problem: '', tags: [], whiteSpot: true }, wording)
    expect(words).toEqual([
      { name: 'whiteSpot', label: 'whiteSpot', lines: ['yes'] },
      { name: 'mystery', label: 'mystery', lines: ['{"a":1}'] },
    ])
  })

  it('survives values of a wrong type', () => {
    expect(lines({ mandate: 'none', rasci: 3, capacity: 'x', refs: [null, {}, 5] })).toEqual([['5']])
  })
})
