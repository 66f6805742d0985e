import { test as base, expect, type Page } from '@playwright/test'
import { BoardPage } from './board-page.ts'
import { type House, planHouse } from './house.ts'

type Fixtures = {
  /** A house nobody has ever been in. */
  house: House
  /** A browser of one's own, in Dutch, at the door of that house. */
  visit: () => Promise<Page>
}

const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
  house: async ({}, use) => {
    const house = await planHouse()
    await house.start()
    await use(house)
    await house.demolish()
  },
  visit: async ({ browser, house }, use) => {
    const contexts: Awaited<ReturnType<typeof browser.newContext>>[] = []
    await use(async () => {
      const context = await browser.newContext({
        baseURL: house.url,
        locale: 'nl-NL',
        viewport: { width: 1440, height: 900 },
      })
      contexts.push(context)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
})

type Account = { readonly name: string; readonly email: string; readonly password: string }
const ada: Account = {
  name: 'Ada de Vries',
  email: 'ada@zorg.example',
  password: 'een lange zin met woorden',
}
const bram: Account = { name: 'Bram Bakker', email: 'bram@vvt.example', password: 'nog een lange zin' }
const stranger: Account = {
  name: 'Mallory',
  email: 'mallory@elders.example',
  password: 'laat mij toch binnen',
}

/** Fills in the form for a new account and sends it. */
async function makeAccount(page: Page, { name, email, password }: Account): Promise<void> {
  await page.getByLabel('Je naam').fill(name)
  await page.getByLabel('E-mailadres').fill(email)
  await page.getByLabel('Wachtwoord').fill(password)
  await page.getByRole('button', { name: /^Account maken/ }).click()
}

/** Makes the first account of an empty house; the page is then on "Mijn borden". */
async function settleFirst(page: Page): Promise<void> {
  await page.goto('/')
  await expect(page).toHaveURL(/\/first-account$/)
  await makeAccount(page, ada)
  await expect(page.getByRole('heading', { name: 'Mijn borden' })).toBeVisible()
}

test('the first visitor becomes administrator, makes a board from a template and invites a colleague', async ({
  house,
  visit,
}) => {
  const hers = await visit()
  await settleFirst(hers)
  await hers.getByRole('link', { name: 'Maak een bord' }).click()
  await hers.getByRole('button', { name: /^Doelenboom: drie digitale assen/ }).click()
  await hers.getByRole('dialog').getByRole('button', { name: 'Bord maken' }).click()
  await expect(hers).toHaveURL(/\/boards\/[0-9a-f-]{36}$/)
  const herBoard = new BoardPage(hers)
  await herBoard.isReady()
  const address = hers.url()

  await hers.getByRole('button', { name: 'Leden' }).click()
  await hers.getByRole('dialog').getByRole('button', { name: 'Maak een link' }).click()
  const link = await hers.getByLabel('Uitnodigingslink').inputValue()
  expect(link.startsWith(`${house.url}/invitation/`)).toBe(true)
  await hers.keyboard.press('Escape')

  const his = await visit()
  await his.goto(link)
  await expect(his.getByText(ada.name)).toContainText('Doelenboom: drie digitale assen')
  const late = await visit()
  await late.goto(link)
  await makeAccount(his, bram)
  await expect(his).toHaveURL(address)
  const hisBoard = new BoardPage(his)
  await hisBoard.isReady()

  await expect(hers.getByRole('list', { name: 'Wie is er nu' })).toContainText(bram.name)
  await expect(his.getByRole('list', { name: 'Wie is er nu' })).toContainText(ada.name)
  await hisBoard.tree.focus()
  await hisBoard.press('Tab')
  await hisBoard.write('Onze regio doet mee')
  await expect(herBoard.node('Onze regio doet mee')).toHaveCount(1)

  await makeAccount(late, stranger)
  await expect(late.getByRole('main').getByRole('alert')).toContainText('al gebruikt')
  await late.goto(link)
  await expect(late.getByRole('heading', { name: 'Deze link werkt niet meer' })).toBeVisible()
})

test('the first account is made once: a second page that waited is refused', async ({ visit }) => {
  const waiting = await visit()
  await waiting.goto('/first-account')
  const hers = await visit()
  await settleFirst(hers)
  await makeAccount(waiting, stranger)
  await expect(waiting.getByRole('main').getByRole('alert')).toContainText('met een uitnodiging')
  await waiting.goto('/first-account')
  await expect(waiting).toHaveURL(/\/sign-in$/)

  await hers.getByRole('button', { name: `Account van ${ada.name}` }).click()
  await hers.getByRole('menuitem', { name: 'Beheer' }).click()
  await expect(hers.getByText('1 account')).toBeVisible()
  await expect(hers.getByRole('listitem').filter({ hasText: ada.email })).toContainText('Beheerder')
})

test('sign-up is closed until the administrator opens it; an invitation of the administration goes in', async ({
  visit,
}) => {
  const hers = await visit()
  await settleFirst(hers)
  const newcomer = await visit()
  await newcomer.goto('/sign-up')
  await expect(newcomer).toHaveURL(/\/sign-in$/)
  await expect(newcomer.getByText('Een account krijg je met een uitnodiging')).toBeVisible()

  await hers.goto('/settings/administration')
  const openSignUp = hers.getByRole('switch', { name: 'Vrije aanmelding' })
  await openSignUp.click()
  await expect(openSignUp).toBeChecked()
  await newcomer.goto('/sign-up')
  await expect(newcomer.getByRole('heading', { name: 'Account maken' })).toBeVisible()
  await openSignUp.click()
  await expect(openSignUp).not.toBeChecked()
  await expect(hers.getByText('Een account maken kan nu alleen met een uitnodiging.')).toBeVisible()
  await makeAccount(newcomer, stranger)
  await expect(newcomer.getByRole('main').getByRole('alert')).toContainText('met een uitnodiging')

  await hers.getByLabel(/^Voor wie/).fill(bram.email)
  await hers.getByRole('button', { name: 'Uitnodiging maken' }).click()
  const link = await hers.getByLabel('Uitnodigingslink').inputValue()
  await expect(hers.getByRole('listitem').filter({ hasText: bram.email })).toHaveCount(1)
  const his = await visit()
  await his.goto(link)
  await expect(his.getByLabel('E-mailadres')).toHaveValue(bram.email)
  await makeAccount(his, bram)
  await expect(his.getByRole('heading', { name: 'Hier komt je eerste bord' })).toBeVisible()
})
