'use client'
import { useTranslations } from 'next-intl'
import type { Filter } from './session.ts'
import { useTree } from './use-board.ts'

/** Answers a function that names a filter value in the page's language. */
export function useFilterNames(): (dimension: keyof Filter, value: string) => string {
  const t = useTranslations('board.filter')
  const kinds = useTranslations('kinds')
  const roles = useTree().roles
  return (dimension, value) => {
    if (dimension === 'kinds') return kinds(`node.${value}`)
    if (dimension === 'statuses') return value === '' ? t('noStatus') : kinds(`status.${value}`)
    return value === '' ? t('noOwner') : (roles.get(value)?.title ?? t('noOwner'))
  }
}
