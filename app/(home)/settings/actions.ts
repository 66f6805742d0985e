'use server'
import { revalidatePath } from 'next/cache'
import type { Result } from '#lib/result.ts'
import { asPerson } from '#server/pages/person.ts'
import { dropToken, makeToken, saveName as save, savePassword } from '#server/pages/settings.ts'

export async function saveName(name: string): Promise<Result> {
  const saved = await asPerson((person) => save(person, String(name)))
  revalidatePath('/settings')
  return saved
}

export async function changePassword(current: string, next: string): Promise<Result> {
  return asPerson((person) => savePassword(person, String(current), String(next)))
}

export async function createToken(name: string): Promise<Result<{ secret: string }>> {
  const made = await asPerson((person) => makeToken(person, String(name)))
  revalidatePath('/settings')
  return made
}

export async function revokeToken(id: string): Promise<Result> {
  const dropped = await asPerson((person) => dropToken(person, String(id)))
  revalidatePath('/settings')
  return dropped
}
