'use server'
import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { done, type Result } from '#lib/result.ts'
import { nextPath } from '#server/pages/address.ts'
import {
  acceptAs,
  enter,
  enterAsFirst,
  enterAsNew,
  leaveSite,
  rememberInvitation,
} from '#server/pages/entrance.ts'
import { asPerson } from '#server/pages/person.ts'

const text = (form: FormData, name: string) => String(form.get(name) ?? '')

const accountOf = async (form: FormData) => ({
  email: text(form, 'email'),
  name: text(form, 'name'),
  password: text(form, 'password'),
  language: await getLocale(),
})

/** Signs in and goes on to `next`. */
export async function signIn(next: string, form: FormData): Promise<Result> {
  const entered = await enter(text(form, 'email'), text(form, 'password'))
  return entered.ok ? redirect(nextPath(next)) : entered
}

/** Makes the first account and goes on to the boards. */
export async function createFirst(form: FormData): Promise<Result> {
  const entered = await enterAsFirst(await accountOf(form))
  return entered.ok ? redirect('/boards') : entered
}

/** Makes an account (`invitation` null: open sign-up) and goes on to the board it was made for. */
export async function signUp(invitation: string | null, form: FormData): Promise<Result> {
  const entered = await enterAsNew({ ...(await accountOf(form)), invitation })
  return entered.ok ? redirect(entered.value) : entered
}

/** Uses an invitation with the account one is signed in with. */
export async function acceptInvitation(secret: string): Promise<Result> {
  const accepted = await asPerson(({ userId }) => acceptAs(userId, secret))
  return accepted.ok ? redirect(accepted.value) : accepted
}

/** Keeps an invitation in this browser before going to the organisation's sign-in page. */
export async function keepInvitation(secret: string): Promise<Result> {
  await rememberInvitation(secret)
  return done
}

/** Signs out. */
export async function signOut(): Promise<Result> {
  await leaveSite()
  return redirect('/sign-in')
}
