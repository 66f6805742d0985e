import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import type { BoardPage } from './board-page.ts'
import { expect, test } from './fixtures.ts'

const outline = 'Ambitie\n\tAs een\n\t\tDoel een\n\t\tDoel twee\n\tAs twee\n\t\tDoel drie'
const title = 'Zorg & ICT 2027: één plan'

async function openExport(board: BoardPage): Promise<Locator> {
  await board.press('ControlOrMeta+e')
  const dialog = board.page.getByRole('dialog', { name: 'Export' })
  await expect(dialog).toBeVisible()
  return dialog
}

async function choose(dialog: Locator, label: string, option: string | RegExp): Promise<void> {
  await dialog.getByRole('combobox', { name: label }).click()
  await dialog.page().getByRole('option', { name: option }).click()
}

async function save(dialog: Locator): Promise<{ name: string; bytes: Buffer }> {
  const coming = dialog.page().waitForEvent('download')
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  const download = await coming
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** The nodes of a figure in the order they are drawn, as a browser draws them. */
async function nodesInFigure(page: Page, svg: string): Promise<(Box & { readonly words: string })[]> {
  await page.setContent(svg)
  return page.locator('svg g > g').evaluateAll((groups) =>
    groups.map((group) => {
      const outline = group.querySelector('path') as SVGPathElement
      const { x, y, width, height } = outline.getBoundingClientRect()
      const words = [...group.querySelectorAll('text')].map((text) => text.textContent)
      return { words: words.join(' '), x, y, width, height }
    }),
  )
}

/** Words without the places where they are broken off. */
const unbroken = (words: string) => words.replaceAll(/\s|\u00ad/g, '')

test('[F1][F4] SVG: native text in millimetres, and every box where it is on the screen', async ({
  ada,
  browserOf,
  people,
  newBoard,
  openBoard,
}) => {
  const board = await openBoard(ada, await newBoard({ title, template: 'drie-digitale-assen' }))
  const items = await board.tree.getByRole('treeitem').evaluateAll((all) =>
    all.map((item) => {
      const { x, y, width, height } = item.getBoundingClientRect()
      return { title: item.getAttribute('aria-label') ?? '', x, y, width, height }
    }),
  )
  const { name, bytes } = await save(await openExport(board))
  const svg = bytes.toString()
  expect(name).toBe('zorg-ict-2027-een-plan.svg')
  expect(svg).toMatch(/^<svg [^>]*width="[\d.]+mm" height="[\d.]+mm"/)
  expect(svg).toContain('<title>Zorg &amp; ICT 2027: één plan</title>')
  expect(svg).toMatch(/<desc>Goal tree with .*axes/)
  expect(svg).not.toContain('foreignObject')
  expect(svg).not.toContain('<image')

  const drawn = await nodesInFigure(await browserOf(people.carla), svg)
  expect(drawn.length).toBe(items.length)
  const [item0, drawn0] = [items[0], drawn[0]]
  if (!item0 || !drawn0) throw new Error('The board is empty.')
  const scale = item0.width / drawn0.width
  const near = Math.max(1, scale)
  for (const [at, item] of items.entries()) {
    const box = drawn[at] ?? drawn0
    expect(unbroken(box.words)).toContain(unbroken(item.title))
    expect(Math.abs((box.x - drawn0.x) * scale - (item.x - item0.x)), item.title).toBeLessThan(near)
    expect(Math.abs((box.y - drawn0.y) * scale - (item.y - item0.y)), item.title).toBeLessThan(near)
    expect(Math.abs(box.width * scale - item.width), item.title).toBeLessThan(near)
    expect(Math.abs(box.height * scale - item.height), item.title).toBeLessThan(near)
  }
})

test('[F1] only the selected branch, named after it', async ({ ada, newBoard, openBoard }) => {
  const board = await openBoard(ada, await newBoard({ title, outline }))
  await board.select('As een')
  const dialog = await openExport(board)
  await choose(dialog, 'What', 'Only the branch ‘As een’')
  const { name, bytes } = await save(dialog)
  expect(name).toBe('as-een.svg')
  expect(bytes.toString()).toContain('Doel een')
  expect(bytes.toString()).toContain('Doel twee')
  expect(bytes.toString()).not.toContain('Doel drie')
})

test('[F3] PNG: as wide as asked, with its dpi; the dialog remembers', async ({
  ada,
  newBoard,
  openBoard,
}) => {
  const board = await openBoard(ada, await newBoard({ title, outline }))
  const dialog = await openExport(board)
  await choose(dialog, 'File', 'PNG, picture')
  await dialog.getByLabel('Width in pixels').fill('2000')
  await dialog.getByLabel('Dpi').fill('300')
  await expect(dialog.getByText(/^On paper 16.9 × /)).toBeVisible()
  const { name, bytes } = await save(dialog)
  expect(name).toBe('zorg-ict-2027-een-plan.png')
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  expect(bytes.readUInt32BE(16)).toBe(2000)
  const physical = bytes.indexOf('pHYs')
  expect(Math.round(bytes.readUInt32BE(physical + 4) * 0.0254)).toBe(300)
  expect(bytes[physical + 12]).toBe(1)

  await ada.reload()
  await board.isReady()
  const again = await openExport(board)
  await expect(again.getByRole('combobox', { name: 'File' })).toHaveText('PNG, picture')
  await expect(again.getByLabel('Width in pixels')).toHaveValue('2000')
  await again.getByLabel('Width in pixels').fill('20')
  await expect(again).toContainText('Choose a number between 200 and 12,000.')
})

test('[F3] copy image puts a picture on the clipboard, from the dialog and by key', async ({
  ada,
  newBoard,
  openBoard,
}) => {
  await ada.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const picture = () =>
    ada.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      if (!item?.types.includes('image/png')) return null
      const { width, height } = await createImageBitmap(await item.getType('image/png'))
      return { width, height }
    })
  const board = await openBoard(ada, await newBoard({ title, outline }))
  await board.press('ControlOrMeta+Shift+c')
  await expect(ada.getByText('The image is on the clipboard.')).toBeVisible()
  const byKey = await picture()
  expect(byKey?.width).toBeGreaterThan(600)
  await ada.evaluate(() => navigator.clipboard.writeText('iets anders'))
  const dialog = await openExport(board)
  await dialog.getByRole('button', { name: 'Copy image' }).click()
  await expect.poll(picture).toEqual({ width: 3200, height: expect.any(Number) })
})

test('board JSON comes back as the same board', async ({ ada, api, people, newBoard, openBoard }) => {
  const id = await newBoard({ title, template: 'drie-digitale-assen' })
  const board = await openBoard(ada, id)
  const dialog = await openExport(board)
  await choose(dialog, 'File', 'Board JSON, to keep')
  const { name, bytes } = await save(dialog)
  expect(name).toBe('zorg-ict-2027-een-plan.json')
  const file = JSON.parse(bytes.toString())
  const asAda = await api(people.ada)
  const again = await newBoard({ title, board: file })
  const [first, second] = await Promise.all(
    [id, again].map(async (each) => (await asAda.get(`/api/v1/boards/${each}`)).json()),
  )
  expect(file).toEqual(first)
  expect(second).toEqual(first)
})

test('Markdown and indented text, to keep and to copy', async ({ ada, newBoard, openBoard }) => {
  await ada.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const board = await openBoard(ada, await newBoard({ title, outline }))
  const dialog = await openExport(board)
  await choose(dialog, 'File', 'Indented text')
  await expect(dialog.getByRole('region', { name: 'Preview of the text' })).toContainText('Doel twee')
  const text = await save(dialog)
  expect(text.name).toBe('zorg-ict-2027-een-plan.txt')
  expect(text.bytes.toString()).toBe(`${outline}\n`)
  await choose(dialog, 'File', 'Markdown')
  const markdown = await save(dialog)
  expect(markdown.name).toBe('zorg-ict-2027-een-plan.md')
  expect(markdown.bytes.toString()).toContain('\n  - As een (Axis)\n    - Doel een (Goal)\n')
  await dialog.getByRole('button', { name: 'Copy text' }).click()
  await expect.poll(() => ada.evaluate(() => navigator.clipboard.readText())).toBe(markdown.bytes.toString())
})
