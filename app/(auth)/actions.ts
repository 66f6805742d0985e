'use server'
import { getLocale } from 'next-intl/server'
import { done, ok, type Result } from '#lib/result.ts'
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

/** Where to go on after an action. The browser loads it anew, so that nothing of another person stays on the page. */
type GoOn = Promise<Result<{ readonly path: string }>>

/** Signs in to go on to `next`. */
export async function signIn(next: string, form: FormData): GoOn {
  const entered = await enter(text(form, 'email'), text(form, 'password'))
  return entered.ok ? ok({ path: nextPath(next) }) : entered
}

/** Makes the first account and goes on to the boards. */
export async function createFirst(form: FormData): GoOn {
  const entered = await enterAsFirst(await accountOf(form))
  return entered.ok ? ok({ path: '/boards' }) : entered
}

/** Makes an account (`invitation` null: open sign-up) and goes on to the board it was made for. */
export async function signUp(invitation: string | null, form: FormData): GoOn {
  const entered = await enterAsNew({ ...(await accountOf(form)), invitation })
  return entered.ok ? ok({ path: entered.value }) : entered
}

/** Uses an invitation with the account one is signed in with. */
export async function acceptInvitation(secret: string): GoOn {
  const accepted = await asPerson(({ userId }) => acceptAs(userId, secret))
  return accepted.ok ? ok({ path: accepted.value }) : accepted
}

/** Keeps an invitation in this browser before going to the organisation's sign-in page. */
export async function keepInvitation(secret: string): Promise<Result> {
  await rememberInvitation(secret)
  return done
}

/** Signs out. */
export async function signOut(): GoOn {
  await leaveSite()
  return ok({ path: '/sign-in' })
}
