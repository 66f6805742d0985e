// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { replaceText, setTitle } from '#lib/board/edit.ts'
import { LOCAL } from '#lib/board/origin.ts'
import { entry, yNodes } from '#lib/board/read.ts'
import { createBoardStore, readTree } from '#lib/board/store.ts'
import { board, outline, peersOf } from '#lib/board/testkit.ts'
import { createUndo } from '#lib/board/undo.ts'
import { bindTitle } from './title-binding.ts'

/** Ann types in the field; Bob changes the same board elsewhere. */
function open(title: string) {
  const peers = peersOf(board(title).doc, 2)
  const [doc, bob] = peers.docs as [Y.Doc, Y.Doc]
  const store = createBoardStore(doc)
  const undo = createUndo(doc)
  const field = document.createElement('textarea')
  let gone = 0
  const binding = bindTitle({ doc, store, undo }, title, field, () => {
    gone++
  })
  const type = (text: string) => {
    field.value = text
    field.setSelectionRange(text.length, text.length)
    binding.write()
  }
  const bobTypes = (text: string) => {
    replaceText(entry(yNodes(bob), title)?.get('title') as Y.Text, text)
    peers.settle()
  }
  return { doc, bob, store, undo, field, binding, type, bobTypes, settle: peers.settle, gone: () => gone }
}

describe('a field bound to a title', () => {
  test('what is typed is in the document at once', () => {
    const { doc, type } = open('Zorg')
    type('Zorg thuis')
    expect(outline(readTree(doc))).toBe('Zorg thuis')
  })
  test('what others type comes in, and the caret keeps its place in the text', () => {
    const { field, type, bobTypes, settle, store } = open('Zorg')
    type('Zorg thuis')
    settle()
    field.setSelectionRange(4, 4)
    bobTypes('Goede Zorg thuis')
    expect([field.value, field.selectionStart]).toEqual(['Goede Zorg thuis', 10])
    type('Goede Zorg thuis nu')
    expect(outline(store.tree())).toBe('Goede Zorg thuis nu')
  })
  test('an input method composes undisturbed', () => {
    const { field, binding, bobTypes, doc } = open('Zorg')
    binding.compose(true)
    field.value = 'Zorgk'
    binding.write()
    bobTypes('De Zorg')
    expect(field.value).toBe('Zorgk')
    expect(outline(readTree(doc))).toBe('De Zorg')
    binding.compose(false)
    expect([field.value, outline(readTree(doc))]).toEqual(['De Zorgk', 'De Zorgk'])
  })
  test('cancelling takes back what was typed here', () => {
    const { doc, undo, binding, type } = open('Zorg')
    doc.transact(() => setTitle(doc, readTree(doc), 'Zorg', 'Zorg!'), LOCAL)
    const later = undo.mark()
    type('x')
    undo.close()
    type('xy')
    undo.rollback(later)
    expect(outline(readTree(doc))).toBe('Zorg!')
    binding.destroy()
    binding.destroy()
  })
  test('a node that someone else removes ends the edit', () => {
    const { bob, settle, type, gone, doc } = open('Zorg')
    yNodes(bob).delete('Zorg')
    settle()
    expect(gone()).toBe(1)
    type('nothing to write to')
    expect(readTree(doc).nodes.size).toBe(0)
  })
})
