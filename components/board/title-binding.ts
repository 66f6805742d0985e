import * as Y from 'yjs'
import { replaceText, setTitle, spliceOf } from '#lib/board/edit.ts'
import { TYPING } from '#lib/board/origin.ts'
import { entry, yNodes } from '#lib/board/read.ts'
import { limits } from '#lib/board/schema.ts'
import { moveCaret, type TextDelta } from './caret.ts'
import type { BoardSession } from './session.ts'

/** A text field bound to a title: what is typed goes into the shared text at once, what others type comes in around the caret. */
export type TitleBinding = {
  /** Writes what the field holds into the shared text; waits while an input method composes. */
  readonly write: () => void
  readonly compose: (composing: boolean) => void
  /** Takes back what was typed here, and only that. */
  readonly cancel: () => void
  /** Undoes or redoes inside this field's own typing. */
  readonly step: (direction: 'undo' | 'redo') => void
  readonly destroy: () => void
}

/** Binds `field` to the title of node `id`; `onGone` is called once when the node is removed. */
export function bindTitle(
  session: Pick<BoardSession, 'doc' | 'store' | 'undo'>,
  id: string,
  field: HTMLTextAreaElement,
  onGone: () => void,
): TitleBinding {
  const { doc, store, undo } = session
  const mark = undo.mark()
  /** While an input method composes: the text it began with, and what others changed since. */
  let composing: { readonly base: string; readonly missed: TextDelta[] } | null = null
  let isBound = true
  let shared = sharedTitle(doc, id)
  field.value = store.tree().nodes.get(id)?.title ?? ''

  const write = () => {
    if (composing) return
    const typed = field.value.slice(0, limits.title)
    if (!store.tree().nodes.has(id)) return
    const text = shared
    if (text) doc.transact(() => replaceText(text, typed), TYPING)
    else doc.transact(() => setTitle(doc, store.tree(), id, typed), TYPING)
  }
  /** Puts what was composed where its place in the text has gone meanwhile. */
  const endComposition = (base: string, missed: readonly TextDelta[]) => {
    composing = null
    const text = shared
    if (missed.length === 0 || !text) return write()
    const { start, removed, inserted } = spliceOf(base, field.value)
    const [from, to] = [start, start + removed].map((at) => missed.reduce(moveCaret, at)) as [number, number]
    doc.transact(() => {
      if (to > from) text.delete(from, to - from)
      text.insert(from, inserted)
    }, TYPING)
    field.value = text.toString()
    field.setSelectionRange(from + inserted.length, from + inserted.length)
  }
  const show = (title: string, delta: TextDelta) => {
    if (composing) composing.missed.push(delta)
    if (composing || field.value === title) return
    const start = moveCaret(field.selectionStart, delta)
    const end = moveCaret(field.selectionEnd, delta)
    field.value = title
    field.setSelectionRange(start, end)
  }
  const onText = (event: Y.YTextEvent, transaction: Y.Transaction) => {
    if (transaction.origin !== TYPING) show(shared?.toString() ?? '', event.delta)
  }
  const unsubscribe = store.subscribe((change, tree) => {
    if (!change.nodes.has(id)) return
    if (!tree.nodes.has(id)) onGone()
    const now = sharedTitle(doc, id)
    if (now === shared) return
    shared?.unobserve(onText)
    shared = now
    shared?.observe(onText)
    show(tree.nodes.get(id)?.title ?? '', [])
  })
  shared?.observe(onText)

  return {
    write,
    compose(now) {
      if (now) composing = { base: field.value, missed: [] }
      else if (composing) endComposition(composing.base, composing.missed)
    },
    cancel: () => undo.rollback(mark),
    step(direction) {
      if (direction === 'redo') undo.redo()
      else if (undo.isPast(mark)) undo.undo()
    },
    destroy() {
      if (!isBound) return
      isBound = false
      unsubscribe()
      shared?.unobserve(onText)
      undo.close()
    },
  }
}

function sharedTitle(doc: Y.Doc, id: string): Y.Text | null {
  const title = entry(yNodes(doc), id)?.get('title')
  return title instanceof Y.Text ? title : null
}
