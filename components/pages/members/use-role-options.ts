'use client'
import { useTranslations } from 'next-intl'
import type { BoardRole } from '#lib/access/access.ts'
import { givableRoles } from './member-actions.ts'

/** The roles one can give, in words; a role someone has already is among them. */
export function useRoleOptions(present?: BoardRole): { value: BoardRole; label: string }[] {
  const t = useTranslations('boards.role')
  const roles: readonly BoardRole[] = givableRoles
  const all = present === undefined || roles.includes(present) ? roles : [...roles, present]
  return all.map((value) => ({ value, label: t(value) }))
}
