'use client'
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import { limits } from '#lib/board/schema.ts'
import type { BoardSession } from './session.ts'
import { bindTitle, type TitleBinding } from './title-binding.ts'

/** How an edit of a title ended: `gone` when the focus or the node went elsewhere, so that the view leaves the focus alone. */
export type TitleEnd = 'commit' | 'cancel' | 'gone'

export type TitleEditorOptions = {
  /** The key that opened the editor; it takes the place of the title. */
  readonly typed?: string | undefined
  /** Called once, when the edit ends; the view closes the editor. */
  readonly onDone: (end: TitleEnd) => void
}

/** Spread on an uncontrolled `<textarea>`; Enter commits, Shift+Enter is a new line, Esc cancels, Tab commits and adds a child. */
export type TitleEditor = {
  readonly ref: RefObject<HTMLTextAreaElement | null>
  readonly maxLength: number
  readonly onInput: () => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void
  readonly onBlur: () => void
  readonly onCompositionStart: () => void
  readonly onCompositionEnd: () => void
}

/**
 * Edits a node's title in place, bound to the shared text: others' typing merges in and the caret keeps its place.
 * The same hook serves the canvas and the list.
 */
export function useTitleEditor(session: BoardSession, id: string, options: TitleEditorOptions): TitleEditor {
  const ref = useRef<HTMLTextAreaElement>(null)
  const binding = useRef<TitleBinding | null>(null)
  const onDone = useRef(options.onDone)
  onDone.current = options.onDone
  const opening = useRef(options.typed)

  const finish = (end: TitleEnd) => {
    const bound = binding.current
    if (!bound) return
    binding.current = null
    if (end === 'cancel') bound.cancel()
    else bound.write()
    bound.destroy()
    onDone.current(end)
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor opens once per node; later renders must not steal the caret
  useEffect(() => {
    const field = ref.current
    if (!field) return
    const bound = bindTitle(session, id, field, () => finish('gone'))
    binding.current = bound
    field.focus({ preventScroll: true })
    if (options.typed === undefined) field.select()
    else if (opening.current !== undefined) {
      field.value = opening.current
      opening.current = undefined
      field.setSelectionRange(field.value.length, field.value.length)
      bound.write()
    }
    return () => {
      bound.destroy()
      if (binding.current === bound) binding.current = null
    }
  }, [session, id])

  return {
    ref,
    maxLength: limits.title,
    onInput: () => binding.current?.write(),
    onBlur: () => finish('gone'),
    onCompositionStart: () => binding.current?.compose(true),
    onCompositionEnd: () => binding.current?.compose(false),
    onKeyDown: (event) => {
      const act = keyAction(event)
      if (act === null) return
      event.preventDefault()
      event.stopPropagation()
      if (act === 'undo' || act === 'redo') binding.current?.step(act)
      else finish(act === 'cancel' ? 'cancel' : 'commit')
      if (act === 'child') session.run('node.add-child')
    },
  }
}

type KeyAction = 'commit' | 'cancel' | 'child' | 'undo' | 'redo'

/** What a key does in the editor, null when it is the field's own. Keys of an input method are never ours. */
function keyAction(event: KeyboardEvent): KeyAction | null {
  if (event.nativeEvent.isComposing || event.keyCode === 229) return null
  const mod = event.ctrlKey || event.metaKey
  if (event.key === 'Escape') return 'cancel'
  if (event.key === 'Enter' && !event.shiftKey && !event.altKey) return 'commit'
  if (event.key === 'Tab' && !event.shiftKey && !mod && !event.altKey) return 'child'
  if (mod && !event.altKey && event.key.toLowerCase() === 'z') return event.shiftKey ? 'redo' : 'undo'
  if (mod && !event.altKey && event.key.toLowerCase() === 'y') return 'redo'
  return null
}
