'use client'
import { unstable_rethrow } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useCallback, useTransition } from 'react'
import { useToast } from '#components/ui/toast.tsx'
import type { Result } from '#lib/result.ts'
import { useProblemText } from './use-problem-text.ts'

type Run = <T>(action: () => Promise<Result<T>>, then?: (value: T) => void) => void

/** Runs server actions: `busy` while one is under way; a refusal or a lost connection is said in a toast, `then` gets the value. */
export function useAction(): { readonly busy: boolean; readonly run: Run } {
  const [busy, start] = useTransition()
  const toast = useToast()
  const say = useProblemText()
  const t = useTranslations('app')
  const run = useCallback<Run>(
    (action, then) =>
      start(async () => {
        try {
          const result = await action()
          if (result.ok) then?.(result.value)
          else toast(say(result), { tone: 'refusal' })
        } catch (error) {
          unstable_rethrow(error)
          toast(t('failed'), { tone: 'refusal' })
        }
      }),
    [toast, say, t],
  )
  return { busy, run }
}
