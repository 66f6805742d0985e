import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  axesOf,
  branchOf,
  isInBranch,
  isLoose,
  lacksOwner,
  levelOf,
  outlineOf,
  ownerOf,
  pathOf,
  topmost,
} from './derive.ts'
import { setField, setKind, writeEntry } from './edit.ts'
import { yRoles } from './read.ts'
import { childKind } from './schema.ts'
import { board } from './testkit.ts'

describe('questions to a tree', () => {
  const { tree } = board('A\n  B\n    C\n    D\n  E\nF')
  test('path, level, branch and outline', () => {
    expect(pathOf(tree(), 'D')).toEqual(['A', 'B', 'D'])
    expect([levelOf(tree(), 'A'), levelOf(tree(), 'D'), levelOf(tree(), 'gone')]).toEqual([1, 3, 0])
    expect(branchOf(tree(), 'B')).toEqual(['B', 'C', 'D'])
    expect(branchOf(tree(), 'gone')).toEqual([])
    expect(outlineOf(tree())).toEqual(['A', 'B', 'C', 'D', 'E', 'F'])
    expect([
      isInBranch(tree(), 'D', 'A'),
      isInBranch(tree(), 'E', 'B'),
      isInBranch(tree(), 'B', 'B'),
    ]).toEqual([true, false, true])
  })
  test('topmost leaves out what lies below another, in reading order', () => {
    expect(topmost(tree(), ['D', 'E', 'B', 'gone', 'D'])).toEqual(['B', 'E'])
    expect(topmost(tree(), [])).toEqual([])
  })
  test('axes give their branches a colour, ambitions do not', () => {
    expect(axesOf(tree()).map((node) => node.id)).toEqual(['B', 'E'])
  })
  test('kinds follow from the parent', () => {
    expect([childKind(null), childKind('ambition'), childKind('risk')]).toEqual(['ambition', 'axis', 'note'])
  })
})

test('a loose bubble stands at the top, carries nothing and is no head of a tree', () => {
  const { doc, tree } = board('A\nB\nC\n  D')
  for (const id of ['B', 'C', 'D']) setKind(doc, tree(), id, 'effort')
  expect(['A', 'B', 'C', 'D'].map((id) => isLoose(tree(), id))).toEqual([false, true, false, false])
})

test('an owner is a role of the register', () => {
  const { doc, tree } = board('A\nB')
  const role = new Y.Map<unknown>()
  yRoles(doc).set('r1', role)
  writeEntry(role, { title: 'CIO' })
  setField(doc, tree(), 'A', 'ownerRole', 'r1')
  setField(doc, tree(), 'B', 'ownerRole', 'left')
  const [a, b] = ['A', 'B'].map((id) => tree().nodes.get(id)!)
  expect([ownerOf(tree(), a!)?.title, lacksOwner(tree(), a!), lacksOwner(tree(), b!)]).toEqual([
    'CIO',
    false,
    true,
  ])
  setKind(doc, tree(), 'B', 'note')
  expect(lacksOwner(tree(), tree().nodes.get('B')!)).toBe(false)
})
