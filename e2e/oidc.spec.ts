import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test as base, expect, type Page } from '@playwright/test'
import { Provider } from 'oidc-provider'
import { BoardPage } from './board-page.ts'
import { type House, planHouse } from './house.ts'

const clientSecret = 'a secret of the client'

/** Who the organisation knows, by the name they type there. */
const people: Record<string, { email: string; email_verified: boolean; name: string }> = {
  ada: { email: 'ada@zorg.example', email_verified: true, name: 'Ada de Vries' },
  bram: { email: 'bram@zorg.example', email_verified: true, name: 'Bram Bakker' },
  mallory: { email: 'ada@zorg.example', email_verified: false, name: 'Mallory' },
}

type Fixtures = {
  /** A house that signs in at an organisation of its own, a real OpenID Connect provider on this machine. */
  house: House
  visit: () => Promise<Page>
}

const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
  house: async ({}, use) => {
    const { warn, info } = console
    // The provider warns that it is not fit for production, each time.
    console.warn = console.info = () => undefined
    const organisation = await listening(createServer())
    const issuer = `http://127.0.0.1:${(organisation.address() as AddressInfo).port}`
    const house = await planHouse({
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: 'bollenboom',
      OIDC_CLIENT_SECRET: clientSecret,
    })
    organisation.on('request', providerAt(issuer, `${house.url}/api/auth/callback/oidc`).callback())
    await use(house)
    await house.demolish()
    organisation.close().closeAllConnections()
    Object.assign(console, { warn, info })
  },
  visit: async ({ browser, house }, use) => {
    const contexts: Awaited<ReturnType<typeof browser.newContext>>[] = []
    await use(async () => {
      const context = await browser.newContext({ baseURL: house.url, locale: 'en-GB' })
      contexts.push(context)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
})

function providerAt(issuer: string, redirectUri: string): Provider {
  return new Provider(issuer, {
    clients: [{ client_id: 'bollenboom', client_secret: clientSecret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...people[sub] }) }),
    cookies: { keys: ['for tests'] },
  })
}

const listening = (server: Server): Promise<Server> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))

/** Goes from our sign-in page to the organisation's, signs in there as `who`, agrees, and comes back. */
async function signInAs(page: Page, who: keyof typeof people & string): Promise<void> {
  await page.getByRole('button', { name: 'Sign in with your organisation' }).click()
  await page.getByPlaceholder('Enter any login').fill(who)
  await page.getByPlaceholder('and password').fill('any')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
}

const addAda = (house: House) =>
  house.admin(
    ['user', 'add', 'ada@zorg.example', '--name', 'Ada', '--password-stdin', '--admin'],
    'een lange zin met woorden\n',
  )

test('[R6] who has an account is linked to it, and comes back to the page they wanted', async ({
  house,
  visit,
}) => {
  addAda(house)
  await house.start()
  const page = await visit()
  await page.goto('/settings/administration')
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await signInAs(page, 'ada')
  await expect(page).toHaveURL(`${house.url}/settings/administration`)
  await expect(page.getByText('1 account', { exact: true })).toBeVisible()

  const thief = await visit()
  await thief.goto('/sign-in')
  await signInAs(thief, 'mallory')
  await expect(thief).toHaveURL(/\/sign-in\?.*error=/)
  await expect(thief.getByRole('alert').filter({ hasText: 'did not work' })).toBeVisible()
})

test('[R6] a newcomer is refused while sign-up is closed, comes in when it is open, and works on a board', async ({
  house,
  visit,
}) => {
  addAda(house)
  await house.start()
  const his = await visit()
  await his.goto('/sign-in')
  await signInAs(his, 'bram')
  await expect(his).toHaveURL(/\/sign-in\?.*error=/)
  await expect(his.getByRole('alert').filter({ hasText: 'did not work' })).toBeVisible()

  const hers = await visit()
  await hers.goto('/sign-in?next=%2Fsettings%2Fadministration')
  await signInAs(hers, 'ada')
  await hers.getByRole('switch', { name: 'Open sign-up' }).click()
  await expect(hers.getByText('Anyone can create an account now.')).toBeVisible()

  const again = await visit()
  await again.goto('/sign-in')
  await signInAs(again, 'bram')
  await expect(again.getByRole('heading', { name: 'My boards' })).toBeVisible()
  await expect(again.getByRole('button', { name: 'Account of Bram Bakker' })).toBeVisible()
  await again.getByRole('link', { name: 'Make a board' }).click()
  await again.getByRole('tab', { name: 'With a blank sheet' }).click()
  await again.getByLabel('Name of the board').fill('Van Bram')
  await again.getByRole('button', { name: 'Make board' }).click()
  const board = new BoardPage(again)
  await board.isReady()
  await board.isSaved()
})

test('[R6] an invitation by link lets a newcomer in through their organisation', async ({ house, visit }) => {
  addAda(house)
  await house.start()
  const hers = await visit()
  await hers.goto('/sign-in?next=%2Fsettings%2Fadministration')
  await signInAs(hers, 'ada')
  await hers.getByRole('button', { name: 'Make invitation' }).click()
  const link = await hers.getByLabel('Invitation link').inputValue()
  const his = await visit()
  await his.goto(link)
  await signInAs(his, 'bram')
  await expect(his.getByRole('heading', { name: 'My boards' })).toBeVisible()
})
