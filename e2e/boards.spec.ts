import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { templates } from '../lib/templates/index.ts'
import { BoardPage } from './board-page.ts'
import { expect, test } from './fixtures.ts'

type Words = { readonly title: { readonly nl: string; readonly en: string } }

/** The card of a board in a list, by its whole title. */
const card = (page: Page, title: string): Locator =>
  page.getByRole('article').filter({ has: page.getByRole('heading', { name: title, exact: true }) })

/** Chooses something in the menu of a board. */
async function choose(page: Page, title: string, what: string): Promise<void> {
  await page.getByRole('button', { name: `What to do with ‘${title}’?` }).click()
  await page.getByRole('menuitem', { name: what, exact: true }).click()
}

test('finding, renaming, copying and putting away a board', async ({ ada, newBoard }) => {
  await newBoard({ title: 'Patiëntreis hartfalen', outline: 'Ambitie\n\tAs een' })
  await newBoard({ title: 'Iets heel anders' })
  await ada.goto('/boards')
  const search = ada.getByRole('searchbox', { name: 'Find a board' })
  await search.fill('patient')
  await expect(card(ada, 'Patiëntreis hartfalen')).toBeVisible()
  await expect(card(ada, 'Iets heel anders')).toHaveCount(0)
  await search.fill('nergens te vinden')
  await expect(ada.getByRole('status').filter({ hasText: 'nergens te vinden' })).toBeVisible()
  await search.fill('')

  await choose(ada, 'Patiëntreis hartfalen', 'Rename…')
  await ada.getByLabel('Name of the board').fill('Hartfalen thuis')
  await ada.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(ada.getByText('The name was changed.')).toBeVisible()
  await expect(card(ada, 'Hartfalen thuis')).toBeVisible()

  await choose(ada, 'Hartfalen thuis', 'Duplicate')
  await expect(card(ada, 'Hartfalen thuis (copy)')).toContainText('2 bubbles')
  await ada.getByRole('link', { name: 'Hartfalen thuis (copy)' }).click()
  const copy = new BoardPage(ada)
  await copy.isReady()
  expect(await copy.outline()).toBe('Ambitie\n  As een')
  await ada.goto('/boards')

  await choose(ada, 'Hartfalen thuis', 'Move to archive')
  await expect(card(ada, 'Hartfalen thuis')).toHaveCount(0)
  await ada.getByRole('link', { name: 'Archive', exact: true }).click()
  await choose(ada, 'Hartfalen thuis', 'Take out of archive')
  await expect(card(ada, 'Hartfalen thuis')).toHaveCount(0)
  await ada.getByRole('link', { name: 'Boards', exact: true }).click()
  await expect(card(ada, 'Hartfalen thuis')).toBeVisible()
})

test('deleting a board: taken back at once, or out of the bin, and closed for everyone meanwhile', async ({
  ada,
  bram,
  newBoard,
  openBoard,
}) => {
  const id = await newBoard({ title: 'Vergissing', outline: 'Ambitie' })
  await openBoard(bram, id)
  await ada.goto('/boards')
  await choose(ada, 'Vergissing', 'Delete')
  await expect(card(ada, 'Vergissing')).toHaveCount(0)
  await expect(bram.getByRole('dialog', { name: 'This board is no longer available to you' })).toBeVisible()
  await ada.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(card(ada, 'Vergissing')).toBeVisible()

  await choose(ada, 'Vergissing', 'Delete')
  await expect(card(ada, 'Vergissing')).toHaveCount(0)
  expect((await bram.goto(`/boards/${id}`))?.status()).toBe(404)
  await ada.goto('/boards/bin')
  await expect(card(ada, 'Vergissing')).toContainText(/Gone in (29|30) days/)
  await choose(ada, 'Vergissing', 'Restore')
  await expect(card(ada, 'Vergissing')).toHaveCount(0)
  const board = await openBoard(ada, id)
  expect(await board.outline()).toBe('Ambitie')
})

test('the list shows the picture of a board, the last change and who is there now', async ({
  ada,
  bram,
  newBoard,
  openBoard,
  people,
}) => {
  const id = await newBoard({ title: 'Drukbezet', outline: 'Ambitie\n\tAs een' })
  const board = await openBoard(bram, id)
  await board.select('As een')
  await board.press('F2')
  await board.write('As van Bram')
  await board.isSaved()
  await ada.goto('/boards')
  const busy = card(ada, 'Drukbezet')
  await expect(busy).toContainText(`Here now: ${people.bram.name}`)
  await expect(busy).toContainText(`Changed just now by ${people.bram.name}`)
  const picture = busy.locator('img')
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth))
    .toBeGreaterThan(0)
  const source = await picture.getAttribute('src')
  expect(await (await ada.request.get(source ?? '')).text()).toContain('<svg')

  await bram.goto('/boards')
  await ada.reload()
  await expect(busy).not.toContainText('Here now')
})

test('[E10] every template opens in both languages', async ({ ada, api, newBoard, openBoard, people }) => {
  expect(templates).toHaveLength(12)
  const asAda = await api(people.ada)
  for (const { id: template, nodes } of templates) {
    for (const language of ['nl', 'en'] as const) {
      const id = await newBoard({ template, language, title: `${template} ${language}` })
      const board = await (await asAda.get(`/api/v1/boards/${id}`)).json()
      expect(board.nodes, template).toHaveLength(nodes.length)
      const titles = (nodes as readonly Words[]).map((node) => node.title[language])
      expect(board.nodes.map((node: { title: string }) => node.title).sort(), template).toEqual(titles.sort())
    }
  }
  for (const language of ['nl', 'en'] as const) {
    const board = await openBoard(ada, await newBoard({ template: 'regiobord', language }))
    const [first] = (templates.find(({ id }) => id === 'regiobord')?.nodes ?? []) as readonly Words[]
    await expect(board.node(first?.title[language] ?? '')).toHaveCount(1)
  }
})

test('the templates show what they become', async ({ ada }) => {
  await ada.goto('/boards/new')
  const pictures = ada.getByRole('tabpanel').locator('img')
  await expect(pictures).toHaveCount(12)
  for (const picture of await pictures.all()) {
    await picture.scrollIntoViewIfNeeded()
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth))
      .toBeGreaterThan(0)
  }
})

test('four questions give the first bubbles, with their owner and mandate', async ({ ada, api, people }) => {
  await ada.goto('/boards/new')
  await ada.getByRole('tab', { name: 'With four questions' }).click()
  await ada.getByLabel('Name of the board').fill('Minder dubbel werk')
  await ada.getByLabel(/^Which problem/).fill('Verpleegkundigen registreren alles twee keer')
  await ada.getByLabel(/^What do we want to reach/).fill('Eén keer vastleggen\nMeer tijd voor zorg')
  await ada.getByLabel(/^What will we do/).fill('Formulieren schrappen')
  await ada.getByLabel(/^Who carries it/).fill('Manager zorg')
  await ada.getByLabel(/^With which mandate/).fill('Beslist over formulieren')
  await ada.getByRole('button', { name: 'Make board' }).click()
  await expect(ada).toHaveURL(/\/boards\/[0-9a-f-]{36}$/)
  const board = new BoardPage(ada)
  await board.isReady()
  expect(await board.outline()).toBe(
    'Minder dubbel werk\n  Eén keer vastleggen\n    Formulieren schrappen\n  Meer tijd voor zorg',
  )
  const id = ada.url().split('/').at(-1)
  const { nodes, roles } = await (await (await api(people.ada)).get(`/api/v1/boards/${id}`)).json()
  expect(roles).toContainEqual(expect.objectContaining({ title: 'Manager zorg' }))
  expect(JSON.stringify(nodes)).toContain('Beslist over formulieren')
  expect(JSON.stringify(nodes)).toContain('twee keer')
})

test('a board goes out as a file and comes in again, the same', async ({
  ada,
  newBoard,
  openBoard,
}, info) => {
  const id = await newBoard({ template: 'nen7510-verbeterplan', title: 'Heen en weer' })
  await openBoard(ada, id)
  await ada.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = ada.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('combobox', { name: 'File' }).click()
  await ada.getByRole('option', { name: 'Board JSON, to keep' }).click()
  const download = ada.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  const file = info.outputPath('bord.json')
  await (await download).saveAs(file)
  const out = JSON.parse(await readFile(file, 'utf8'))
  expect(out).toMatchObject({ format: 'bollenboom/1', title: 'Heen en weer' })

  await ada.goto('/boards/new')
  await ada.getByRole('tab', { name: 'From a file' }).click()
  await ada.getByLabel('Board file (JSON)').setInputFiles(file)
  await ada.getByRole('button', { name: 'Open board' }).click()
  await expect(ada).toHaveURL(/\/boards\/[0-9a-f-]{36}$/)
  await new BoardPage(ada).isReady()
  const copy = ada.url().split('/').at(-1)
  expect(copy).not.toBe(id)
  const back = await (await ada.request.get(`/api/v1/boards/${copy}`)).json()
  expect(back).toEqual(out)
})
