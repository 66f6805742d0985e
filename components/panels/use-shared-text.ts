'use client'
import { type ComponentProps, type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import * as Y from 'yjs'
import { moveCaret } from '#components/board/caret.ts'
import type { BoardSession } from '#components/board/session.ts'
import { replaceText, setDescription, setTitle } from '#lib/board/edit.ts'
import { TYPING } from '#lib/board/origin.ts'
import { entry, yNodes } from '#lib/board/read.ts'

/** A text of a node that people type in. */
export type TextName = 'title' | 'description'

type Bound = { readonly ref: RefObject<HTMLTextAreaElement | null> } & Pick<
  ComponentProps<'textarea'>,
  'onInput' | 'onKeyDown' | 'onBlur' | 'onCompositionStart' | 'onCompositionEnd'
>

/** Spread on an uncontrolled text area: what is typed goes into the shared text at once, what others type comes in round the caret. */
export function useSharedText(session: BoardSession, id: string, name: TextName): Bound {
  const ref = useRef<HTMLTextAreaElement>(null)
  const composing = useRef(false)
  useEffect(() => {
    const field = ref.current
    return field ? follow(session, id, name, field, () => composing.current) : undefined
  }, [session, id, name])
  const write = () => {
    if (ref.current && !composing.current && session.mayEdit) writeText(session, id, name, ref.current.value)
  }
  return {
    ref,
    onInput: write,
    // The browser's own undo knows nothing of what others typed in between.
    onKeyDown: (event) => {
      const step = undoKey(event)
      if (step === null) return
      event.preventDefault()
      session.undo[step]()
    },
    onBlur: session.undo.close,
    onCompositionStart: () => {
      composing.current = true
    },
    onCompositionEnd: () => {
      composing.current = false
      write()
    },
  }
}

/** Whether a key press asks for undo or redo. */
function undoKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): 'undo' | 'redo' | null {
  if (!(ctrlKey || metaKey) || altKey) return null
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo'
  return key.toLowerCase() === 'y' ? 'redo' : null
}

function writeText({ doc, store }: BoardSession, id: string, name: TextName, value: string): void {
  const shared = sharedText(doc, id, name)
  const set = name === 'title' ? setTitle : setDescription
  doc.transact(() => (shared ? replaceText(shared, value) : set(doc, store.tree(), id, value)), TYPING)
}

/** Keeps `field` equal to the text, also when the text is written anew as another shared object; returns the way out. */
function follow(
  { doc, store }: BoardSession,
  id: string,
  name: TextName,
  field: HTMLTextAreaElement,
  isComposing: () => boolean,
): () => void {
  let shared: Y.Text | null = null
  const show = (value: string, delta: Y.YTextEvent['delta']) => {
    if (isComposing() || field.value === value) return
    const caret = [moveCaret(field.selectionStart, delta), moveCaret(field.selectionEnd, delta)] as const
    field.value = value
    if (document.activeElement === field) field.setSelectionRange(...caret)
  }
  const onText = (event: Y.YTextEvent) => show(event.target.toString(), event.delta)
  const attach = () => {
    const now = sharedText(doc, id, name)
    if (now !== shared) {
      shared?.unobserve(onText)
      shared = now
      shared?.observe(onText)
    }
    const node = store.tree().nodes.get(id)
    if (node) show(node[name], [])
  }
  attach()
  const unsubscribe = store.subscribe((change) => change.nodes.has(id) && attach())
  return () => {
    unsubscribe()
    shared?.unobserve(onText)
  }
}

function sharedText(doc: Y.Doc, id: string, name: TextName): Y.Text | null {
  const value = entry(yNodes(doc), id)?.get(name)
  return value instanceof Y.Text ? value : null
}
