'use client'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { Problem } from '#lib/result.ts'

/** Answers a function that says a refusal in the language of the page. */
export function useProblemText(): (problem: Problem) => string {
  const t = useTranslations('problems')
  return useCallback((problem) => t(problem.code, problem.detail), [t])
}
