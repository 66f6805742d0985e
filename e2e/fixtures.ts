import {
  type APIRequestContext,
  type BrowserContext,
  test as base,
  expect,
  type Page,
  request,
} from '@playwright/test'
import { BoardPage } from './board-page.ts'
import { type House, planHouse } from './house.ts'

/** Someone with an account: how to sign in, and a token for what the page is not needed for. */
export type Person = {
  readonly name: string
  readonly email: string
  readonly password: string
  readonly token: string
}

export type NewBoard = {
  readonly title?: string
  readonly template?: string
  readonly language?: 'nl' | 'en'
  readonly outline?: string
  /** Board JSON. */
  readonly board?: unknown
}

type WorkerFixtures = { house: House; people: { ada: Person; bram: Person; carla: Person } }

type Fixtures = {
  /** A page on which Ada, the administrator, is signed in. */
  ada: Page
  /** A page of another browser, on which Bram is signed in. */
  bram: Page
  /** Signs a person in, in a browser of their own. */
  browserOf: (person: Person, options?: Parameters<BrowserNew>[0]) => Promise<Page>
  /** Makes a board that belongs to Ada and that Bram may edit; answers its id. */
  newBoard: (board?: NewBoard) => Promise<string>
  /** Opens a board and waits until it can be edited. */
  openBoard: (page: Page, id: string) => Promise<BoardPage>
  /** The HTTP interface as a person. */
  api: (person: Person) => Promise<APIRequestContext>
}
type BrowserNew = (options?: {
  locale?: string
  colorScheme?: 'light' | 'dark'
  viewport?: { width: number; height: number }
  reducedMotion?: 'reduce'
}) => Promise<BrowserContext>

const password = 'een lange zin met woorden'

function settle(house: House, name: string, flags: readonly string[] = []): Person {
  const email = `${name.toLowerCase()}@zorg.example`
  house.admin(['user', 'add', email, '--name', name, '--password-stdin', ...flags], `${password}\n`)
  const token = house.admin(['token', email]).trim().split(/\s+/).at(-1) as string
  return { name, email, password, token }
}

/** Every worker has a house with three people; every test its own browsers and boards. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  house: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
    async ({}, use) => {
      const house = await planHouse()
      await use(house)
      await house.demolish()
    },
    { scope: 'worker' },
  ],
  people: [
    async ({ house }, use) => {
      const people = {
        ada: settle(house, 'Ada', ['--admin']),
        bram: settle(house, 'Bram'),
        carla: settle(house, 'Carla'),
      }
      await house.start()
      await use(people)
    },
    { scope: 'worker' },
  ],
  api: async ({ house }, use) => {
    const open: APIRequestContext[] = []
    await use(async (person) => {
      const context = await request.newContext({
        baseURL: house.url,
        extraHTTPHeaders: { authorization: `Bearer ${person.token}` },
      })
      open.push(context)
      return context
    })
    for (const context of open) await context.dispose()
  },
  browserOf: async ({ browser, house, people }, use) => {
    const open: BrowserContext[] = []
    expect(people).toBeDefined()
    await use(async (person, options) => {
      const context = await browser.newContext({
        baseURL: house.url,
        locale: 'en-GB',
        viewport: { width: 1440, height: 900 },
        ...options,
      })
      open.push(context)
      const page = await context.newPage()
      await signIn(page, person)
      return page
    })
    for (const context of open) await context.close()
  },
  ada: async ({ browserOf, people }, use) => use(await browserOf(people.ada)),
  bram: async ({ browserOf, people }, use) => use(await browserOf(people.bram)),
  newBoard: async ({ api, people }, use) => {
    const asAda = await api(people.ada)
    await use(async (board = {}) => {
      const made = await asAda.post('/api/v1/boards', {
        data: { title: 'Digitale koers', language: 'en', ...board },
      })
      expect(made.status()).toBe(201)
      const { id } = await made.json()
      const joined = await asAda.post(`/api/v1/boards/${id}/members`, {
        data: { email: people.bram.email, role: 'editor' },
      })
      expect(joined.ok()).toBe(true)
      return id
    })
  },
  openBoard: async ({ house }, use) => {
    await use(async (page, id) => {
      await page.goto(`${house.url}/boards/${id}`)
      const board = new BoardPage(page)
      await board.isReady()
      return board
    })
  },
})

export { expect }

/** Signs a person in through the page. */
export async function signIn(page: Page, person: Pick<Person, 'email' | 'password'>): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel(/e-mail/i).fill(person.email)
  await page.getByLabel(/password|wachtwoord/i).fill(person.password)
  await page.getByRole('button', { name: /^(sign in|inloggen)$/i }).click()
  await expect(page).toHaveURL(/\/boards/)
}
