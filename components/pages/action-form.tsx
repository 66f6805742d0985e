'use client'
import { unstable_rethrow } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useState, useTransition } from 'react'
import { Button } from '#components/ui/button.tsx'
import { classNames } from '#components/ui/class-names.ts'
import type { Result } from '#lib/result.ts'
import { useProblemText } from './use-problem-text.ts'

type Props<T> = {
  readonly action: (form: FormData) => Promise<Result<T>>
  /** Called after success with the form, to empty it for instance. */
  readonly onDone?: (value: T, form: HTMLFormElement) => void
  readonly submit: string
  /** `outline` where the form is one of several on its page. */
  readonly tone?: 'primary' | 'outline'
  readonly children: ReactNode
  /** Makes the button as wide as the form. */
  readonly wide?: boolean
  readonly className?: string
}

/** A form around a server action. What was typed stays when it is refused, and the reason is read out at once. */
export function ActionForm<T>({
  action,
  onDone,
  submit,
  children,
  tone = 'primary',
  wide = false,
  className,
}: Props<T>) {
  const [busy, start] = useTransition()
  const [refusal, setRefusal] = useState<string | null>(null)
  const say = useProblemText()
  const t = useTranslations('app')

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    start(async () => {
      setRefusal(null)
      try {
        const result = await action(new FormData(form))
        if (result.ok) onDone?.(result.value, form)
        else setRefusal(say(result))
      } catch (error) {
        unstable_rethrow(error)
        setRefusal(t('failed'))
      }
    })
  }

  return (
    <form onSubmit={send} className={classNames('flex flex-col gap-5', className)}>
      {children}
      <p role="alert" className="rounded-control bg-danger-soft px-3 py-2 text-danger empty:hidden">
        {refusal}
      </p>
      <Button type="submit" tone={tone} busy={busy} className={wide ? 'w-full' : 'self-start'}>
        {submit}
      </Button>
    </form>
  )
}
