import type { Page } from '@playwright/test'
import { themes } from '../lib/layout/palette.ts'
import { BoardPage } from './board-page.ts'
import { expect, signIn, test } from './fixtures.ts'

/** Words that stand for a message that is missing: its key, or what the translator says instead. */
const rawKey =
  /MISSING_MESSAGE|INVALID_MESSAGE|\b(app|auth|boards|board|canvas|commands|figure|kinds|list|problems|said|settings)\.[a-z][\w-]*(\.[\w-]+)*\b/

/** Every text of a page that a person sees, points at or hears. */
const textsOf = (page: Page) =>
  page.evaluate(() => {
    const names = ['aria-label', 'aria-description', 'title', 'placeholder', 'alt'] as const
    const said = [...document.querySelectorAll('*')].flatMap((one) =>
      names.flatMap((name) => one.getAttribute(name) ?? []),
    )
    return [document.title, document.body.innerText, ...said].join('\n')
  })

async function expectNoRawKeys(page: Page, where: string): Promise<void> {
  expect.soft((await textsOf(page)).match(rawKey)?.[0] ?? null, where).toBeNull()
}

const words = {
  nl: {
    locale: 'nl-NL',
    boards: 'Mijn borden',
    fresh: 'Nieuw bord',
    ways: ['Met een sjabloon', 'Met vier vragen', 'Met een leeg vel', 'Uit een bestand'],
    buttons: ['Leden', 'Uitvoeren naar…'],
    panes: ['Lijst en boom', 'Details'],
    account: 'Account van Ada',
    other: 'English',
  },
  en: {
    locale: 'en-GB',
    boards: 'My boards',
    fresh: 'New board',
    ways: ['With a template', 'With four questions', 'With a blank sheet', 'From a file'],
    buttons: ['Members', 'Export'],
    panes: ['List and tree', 'Details'],
    account: 'Account of Ada',
    other: 'Nederlands',
  },
} as const

for (const language of ['nl', 'en'] as const) {
  const say = words[language]

  test(`[Q7] the whole house in ${language}, as the browser asks`, async ({
    browserOf,
    newBoard,
    people,
  }) => {
    const id = await newBoard({ template: 'drie-digitale-assen', language })
    const complaints: string[] = []
    const ada = await browserOf(people.ada, { locale: say.locale })
    ada.on('console', (message) => {
      if (/MISSING_MESSAGE|FORMATTING_ERROR|INVALID_MESSAGE/.test(message.text()))
        complaints.push(message.text())
    })
    for (const path of [
      '/boards',
      '/boards/archive',
      '/boards/bin',
      '/settings',
      '/settings/administration',
      '/nowhere',
    ]) {
      await ada.goto(path)
      await expect(ada.locator('html')).toHaveAttribute('lang', language)
      await expectNoRawKeys(ada, path)
    }
    await ada.goto('/boards')
    await expect(ada.getByRole('heading', { level: 1 })).toHaveText(say.boards)
    await ada.getByRole('link', { name: say.fresh }).click()
    for (const way of say.ways) {
      await ada.getByRole('tab', { name: way }).click()
      await expectNoRawKeys(ada, way)
    }
    await lookRound(ada, id, say)
    expect(complaints).toEqual([])
  })

  test(`the door in ${language}, and in the other language by the switch`, async ({
    browser,
    house,
    people,
  }) => {
    const context = await browser.newContext({ baseURL: house.url, locale: say.locale })
    const page = await context.newPage()
    await page.goto('/sign-in')
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await page.getByRole('button', { name: /Taal en weergave|Language and appearance/ }).click()
    await page.getByRole('menuitemradio', { name: say.other }).click()
    const other = language === 'nl' ? 'en' : 'nl'
    await expect(page.locator('html')).toHaveAttribute('lang', other)
    await page.keyboard.press('Escape')
    await signIn(page, people.ada)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words[other].boards)
    await expectNoRawKeys(page, 'after the switch')
    await context.close()
  })
}

/** Opens everything on a board that has words. */
async function lookRound(page: Page, id: string, say: (typeof words)['nl' | 'en']): Promise<void> {
  await page.goto(`/boards/${id}`)
  const board = new BoardPage(page)
  await board.isReady()
  await expectNoRawKeys(page, 'the board')
  const first = (await board.tree.getByRole('treeitem').first().getAttribute('aria-label')) ?? ''
  await board.select(first)
  for (const name of say.panes) await page.getByRole('button', { name, exact: true }).click()
  await expectNoRawKeys(page, 'list and details')
  await board.select(first)
  for (const keys of ['ControlOrMeta+k', '?']) {
    await page.keyboard.press(keys)
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectNoRawKeys(page, keys)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  for (const name of say.buttons) {
    await page.getByRole('button', { name, exact: true }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectNoRawKeys(page, name)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
}

/** The colour of the page's paper, as the browser paints it. */
const paperOf = (page: Page) =>
  page.evaluate(() => {
    const hex = (part: string) => Number(part).toString(16).padStart(2, '0')
    const parts = getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g) ?? []
    return `#${parts.slice(0, 3).map(hex).join('')}`
  })

test('light and dark, as the device asks and as a person chooses', async ({
  browserOf,
  newBoard,
  openBoard,
  people,
}) => {
  const id = await newBoard({ outline: 'Ambitie' })
  const ada = await browserOf(people.ada, { colorScheme: 'dark' })
  expect(await paperOf(ada)).toBe(themes.dark.paper)
  await ada.emulateMedia({ colorScheme: 'light' })
  await expect.poll(() => paperOf(ada)).toBe(themes.light.paper)

  await ada.goto('/settings')
  const choose = async (name: string) => {
    await ada.getByRole('button', { name: 'Account of Ada' }).click()
    await ada.getByRole('menuitemradio', { name }).click()
    await ada.keyboard.press('Escape')
  }
  await choose('Dark')
  await expect.poll(() => paperOf(ada)).toBe(themes.dark.paper)
  await openBoard(ada, id)
  expect(await paperOf(ada)).toBe(themes.dark.paper)
  // The canvas paints itself: its corner must be the paper of the same theme.
  const corner = await ada
    .locator('[data-place=canvas] .bb-canvas')
    .evaluate((one) => getComputedStyle(one).backgroundColor)
  const paper = await ada.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  expect(corner).toBe(paper)
  await choose('Same as my device')
  await expect.poll(() => paperOf(ada)).toBe(themes.light.paper)
})
