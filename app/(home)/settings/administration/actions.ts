'use server'
import { revalidatePath } from 'next/cache'
import type { Result } from '#lib/result.ts'
import type { RequestUser } from '#server/auth/request-user.ts'
import {
  changeAdmin,
  changeDisabled,
  changeOpenSignUp,
  dropInvitation,
  inviteNewcomer,
} from '#server/pages/administration.ts'
import { asAdministrator } from '#server/pages/person.ts'

export async function setAdmin(userId: string, isAdmin: boolean): Promise<Result> {
  return administer(() => changeAdmin(String(userId), isAdmin === true))
}

export async function setDisabled(userId: string, disabled: boolean): Promise<Result> {
  return administer((person) => changeDisabled(person, String(userId), disabled === true))
}

export async function invite(who: string): Promise<Result<{ url: string }>> {
  return administer((person) => inviteNewcomer(person, String(who)))
}

export async function revokeInvitation(id: string): Promise<Result> {
  return administer(() => dropInvitation(String(id)))
}

export async function setOpenSignUp(open: boolean): Promise<Result> {
  return administer((person) => changeOpenSignUp(person, open === true))
}

async function administer<T>(work: (person: RequestUser) => Promise<Result<T>>): Promise<Result<T>> {
  const result = await asAdministrator(work)
  revalidatePath('/settings/administration')
  return result
}
