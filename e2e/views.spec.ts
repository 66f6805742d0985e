import type { Page } from '@playwright/test'
import type { BoardPage } from './board-page.ts'
import { expect, test } from './fixtures.ts'
import { boxOf } from './gestures.ts'

const outline = 'Ambitie\n\tAs een\n\t\tDoel een\n\t\t\tWerk\n\t\tDoel twee\n\tAs twee\n\t\tDoel drie'
const twoLevels = 'Ambitie\n  As een\n  As twee'
const whole = 'Ambitie\n  As een\n    Doel een\n      Werk\n    Doel twee\n  As twee\n    Doel drie'

/** A board of 1 + 4 + 16 + 64 nodes. */
const large = `Ambitie${[1, 2, 3, 4]
  .map(
    (axis) =>
      `\n\tAs ${axis}${[1, 2, 3, 4]
        .map(
          (goal) =>
            `\n\t\tDoel ${axis}.${goal}${[1, 2, 3, 4].map((step) => `\n\t\t\tStap ${axis}.${goal}.${step}`).join('')}`,
        )
        .join('')}`,
  )
  .join('')}`

const zoom = (page: Page) => page.getByRole('button', { name: /back to 100 percent$/ })
const zoomNow = async (page: Page) => Number.parseFloat((await zoom(page).textContent()) ?? '')

/** The knob at the side where the children are. */
async function knobOf(board: BoardPage, title: string): Promise<{ x: number; y: number }> {
  const box = await boxOf(board.node(title))
  return { x: box.x + box.width + 12, y: box.y + box.height / 2 }
}

test('[V4] Space and the knob fold a branch, Alt and a digit a level; for this person only', async ({
  ada,
  bram,
  newBoard,
  openBoard,
}) => {
  const id = await newBoard({ outline })
  const [hers, his] = [await openBoard(ada, id), await openBoard(bram, id)]
  await hers.select('As een')
  await hers.press('Space')
  await expect(hers.node('As een')).toHaveAttribute('aria-expanded', 'false')
  await expect.poll(() => hers.outline()).toBe('Ambitie\n  As een\n  As twee\n    Doel drie')
  await hers.press('Space')
  await expect.poll(() => hers.outline()).toBe(whole)

  const knob = await knobOf(hers, 'As een')
  await ada.keyboard.down('Control')
  await ada.mouse.click(knob.x, knob.y)
  await ada.keyboard.up('Control')
  await expect(hers.node('As een')).toHaveAttribute('aria-expanded', 'false')
  const folded = await knobOf(hers, 'As een')
  await ada.mouse.click(folded.x, folded.y)
  await expect(hers.node('Doel een')).toHaveAttribute('aria-expanded', 'false')
  await expect(hers.node('Werk')).toHaveCount(0)

  for (const [level, count] of [
    [1, 1],
    [2, 3],
    [3, 6],
    [9, 7],
  ] as const) {
    await hers.press(`Alt+${level}`)
    await expect(hers.tree.getByRole('treeitem')).toHaveCount(count)
  }
  await hers.press('Alt+2')
  await ada.getByRole('button', { name: 'List and tree' }).click()
  await expect(hers.line('As een').getByTitle('3 bubbles hidden')).toHaveText('+3')

  await ada.reload()
  await hers.isReady()
  await expect.poll(() => hers.outline()).toBe(twoLevels)
  expect(await his.outline()).toBe(whole)
})

test('[V9] keys fit the board, the selection, and go back to 100 %', async ({ ada, newBoard, openBoard }) => {
  const board = await openBoard(ada, await newBoard({ outline: large }))
  await board.press('Alt+9')
  await expect(board.tree.getByRole('treeitem')).toHaveCount(85)
  await board.press('Shift+1')
  for (const title of ['Ambitie', 'Stap 1.1.1', 'Stap 4.4.4'])
    await expect(board.node(title)).toBeInViewport()
  await expect.poll(() => zoomNow(ada)).toBeLessThan(60)
  await board.press('ControlOrMeta+0')
  await expect(zoom(ada)).toHaveText(/^100\s?%$/)
  await expect(board.node('Stap 4.4.4')).not.toBeInViewport()
  await ada.getByRole('img', { name: /^Map of the board/ }).click({ position: { x: 160, y: 100 } })
  await expect(board.node('Stap 4.4.4')).toBeInViewport()
  await board.select('Stap 4.4.4')
  await ada.getByRole('img', { name: /^Map of the board/ }).click({ position: { x: 20, y: 20 } })
  await expect(board.node('Stap 4.4.4')).not.toBeInViewport()
  await board.press('Shift+2')
  await expect(board.node('Stap 4.4.4')).toBeInViewport()
  const stage = await boxOf(board.tree)
  await expect
    .poll(async () => Math.abs((await board.middleOf('Stap 4.4.4')).x - (stage.x + stage.width / 2)))
    .toBeLessThan(5)
})

test('[V9] the wheel pans, with Ctrl it zooms at the pointer; Space and the middle button pan', async ({
  ada,
  newBoard,
  openBoard,
}) => {
  const board = await openBoard(ada, await newBoard({ outline }))
  const stage = await boxOf(board.tree)
  const moved = async (from: { x: number; y: number }) => {
    const now = await board.middleOf('Ambitie')
    return { x: Math.round(now.x - from.x), y: Math.round(now.y - from.y) }
  }
  let start = await board.middleOf('Ambitie')
  await ada.mouse.move(stage.x + 300, stage.y + 60)
  await ada.mouse.wheel(60, 80)
  await expect.poll(() => moved(start)).toEqual({ x: -60, y: -80 })

  for (const way of ['Space', 'middle'] as const) {
    start = await board.middleOf('Ambitie')
    await board.tree.focus()
    await ada.mouse.move(stage.x + 300, stage.y + 60)
    if (way === 'Space') await ada.keyboard.down('Space')
    await ada.mouse.down({ button: way === 'Space' ? 'left' : 'middle' })
    await ada.mouse.move(stage.x + 350, stage.y + 100, { steps: 5 })
    await ada.mouse.up({ button: way === 'Space' ? 'left' : 'middle' })
    if (way === 'Space') await ada.keyboard.up('Space')
    await expect.poll(() => moved(start)).toEqual({ x: 50, y: 40 })
  }
  await expect(board.node('Ambitie')).toHaveAttribute('aria-expanded', 'true')

  start = await board.middleOf('Ambitie')
  await ada.mouse.move(start.x, start.y)
  await ada.keyboard.down('Control')
  await ada.mouse.wheel(0, -120)
  await ada.keyboard.up('Control')
  await expect.poll(() => zoomNow(ada)).toBeGreaterThan(110)
  await expect.poll(() => moved(start)).toEqual({ x: 0, y: 0 })
})

test('the tree turns: children beside their parent, or under it', async ({ ada, newBoard, openBoard }) => {
  const board = await openBoard(ada, await newBoard({ outline }))
  const gap = async () => {
    const parent = await board.middleOf('Ambitie')
    const child = await board.middleOf('As een')
    return { x: child.x - parent.x, y: child.y - parent.y }
  }
  expect((await gap()).x).toBeGreaterThan(80)
  await board.press('Alt+o')
  await expect.poll(async () => (await gap()).y).toBeGreaterThan(60)
  expect((await gap()).x).toBeLessThan(0)
  await board.select('Ambitie')
  await board.press('ArrowDown')
  await expect.poll(() => board.focused()).toBe('As een')
  await board.press('ArrowRight')
  await expect.poll(() => board.focused()).toBe('As twee')
})

test('[V2] a new leaf leaves the others in their order, and other branches where they were', async ({
  ada,
  newBoard,
  openBoard,
}) => {
  const board = await openBoard(ada, await newBoard({ outline }))
  const down = async () => {
    const rows = await Promise.all(
      ['As een', 'Doel een', 'Doel twee', 'Doel drie'].map(async (title) => ({
        title,
        ...(await boxOf(board.node(title))),
      })),
    )
    return rows
  }
  const before = await down()
  await board.select('Doel drie')
  await board.press('Enter')
  await board.write('Doel vier')
  await expect(board.node('Doel vier')).toHaveCount(1)
  const after = await down()
  const order = (rows: typeof before) =>
    rows
      .slice(1)
      .sort((a, b) => a.y - b.y)
      .map(({ title }) => title)
  expect(order(after)).toEqual(order(before))
  for (const [at, row] of before.entries()) expect(after[at]?.x).toBeCloseTo(row.x, 0)
  const distance = (rows: typeof before) => (rows[2]?.y ?? 0) - (rows[0]?.y ?? 0)
  expect(distance(after)).toBeCloseTo(distance(before), 0)
})

test('[E8] tidy gives a pinned node its place back and says so', async ({ ada, newBoard, openBoard }) => {
  const board = await openBoard(
    ada,
    await newBoard({
      board: {
        format: 'bollenboom/1',
        title: 'Vast',
        language: 'en',
        classification: 'intern',
        planYear: 2027,
        nodes: [
          { id: 'a', kind: 'ambition', title: 'Ambitie', order: 'a0' },
          { id: 'b', kind: 'axis', title: 'Eerste', order: 'a0', parent: 'a', at: [400, 600] },
          { id: 'c', kind: 'axis', title: 'Tweede', order: 'a1', parent: 'a' },
        ],
        links: [],
      },
    }),
  )
  await board.click('Ambitie', { button: 'right' })
  await ada.getByRole('menuitem', { name: /^Tidy/ }).click()
  await expect(ada.getByText('1 bubble is back in its place').first()).toBeAttached()
  await expect.poll(() => board.outline()).toBe('Ambitie\n  Eerste\n  Tweede')
  const [first, second] = [await board.middleOf('Eerste'), await board.middleOf('Tweede')]
  expect(first.y).toBeLessThan(second.y)
})

test('[V1] tree, list or both: buttons, keys, and the same selection', async ({
  ada,
  newBoard,
  openBoard,
}) => {
  const board = await openBoard(ada, await newBoard({ outline }))
  await board.select('Doel een')
  const views = ada.getByRole('group', { name: 'View' })
  await views.getByRole('button', { name: 'List', exact: true }).click()
  await expect(board.line('Doel een')).toHaveAttribute('aria-selected', 'true')
  await expect(board.tree).toHaveCount(0)
  await views.getByRole('button', { name: 'List and tree' }).click()
  await expect(board.line('Doel een')).toHaveAttribute('aria-selected', 'true')
  await expect(board.node('Doel een')).toHaveAttribute('aria-selected', 'true')
  await board.tree.focus()
  await board.press('Escape')
  await board.press('t')
  await expect(board.list).toHaveCount(0)
  await board.press('s')
  await expect(board.list).toBeVisible()
  await expect(board.tree).toBeAttached()
  await board.press('l')
  await expect(board.tree).toHaveCount(0)
  await board.press('t')
  await expect(board.node('Ambitie')).toBeAttached()
})

test('[V4] a board of more than 60 nodes opens at level 2', async ({ ada, newBoard, openBoard }) => {
  const board = await openBoard(ada, await newBoard({ outline: large }))
  expect(await board.outline()).toBe('Ambitie\n  As 1\n  As 2\n  As 3\n  As 4')
  await board.select('As 2')
  await board.press('Space')
  await expect(board.node('Doel 2.1')).toHaveAttribute('aria-expanded', 'false')
})
