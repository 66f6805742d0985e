'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { useToast } from '#components/ui/toast.tsx'
import type { Undo } from '#lib/board/undo.ts'
import type { Notice } from './notices.ts'
import { useOpenBoard } from './use-board.ts'

/** Says what happened: quietly to screen readers, as a toast when it should be seen, at once when it was refused. */
export function Announcer() {
  const { notices } = useOpenBoard()
  const [spoken, setSpoken] = useState('')
  const show = useShow(setSpoken)
  const latest = useRef(show)
  useEffect(() => {
    latest.current = show
  })
  useEffect(() => notices.subscribe((notice) => latest.current(notice)), [notices])
  return (
    <p aria-live="polite" className="sr-only">
      {spoken}
    </p>
  )
}

/** Answers a function that puts a notice into words and shows it. */
function useShow(speak: (text: string) => void): (notice: Notice) => void {
  const toast = useToast()
  const { session } = useOpenBoard()
  const said = useTranslations('said')
  const problems = useTranslations('problems')
  const board = useTranslations('board')
  return (notice) => {
    if (notice.type === 'problem')
      return void toast(problems(notice.code, notice.detail), { tone: 'refusal' })
    if (notice.type === 'board') {
      const message = board(notice.key, notice.values)
      return notice.spoken ? speak(message) : void toast(message)
    }
    const text = said(notice.said.key, notice.said.values)
    if (notice.said.toast !== true) return speak(text)
    if (!notice.undoable) return void toast(text)
    const close = toast(text, { action: { label: board('notice.undo'), run: session.undo.undo } })
    onNextStep(session.undo, close)
  }
}

/** Calls back once, when the last step is no longer the one of this moment: "undo" would then take back something else. */
function onNextStep({ mark, subscribe }: Undo, then: () => void): void {
  const step = mark()
  const stop = subscribe(() => {
    if (mark() === step) return
    stop()
    then()
  })
}
