import type { BoardPage } from './board-page.ts'
import { expect, test } from './fixtures.ts'
import { boxOf } from './gestures.ts'

const outline = 'Ambitie\n\tAs een\n\t\tDoel een\n\t\tDoel twee\n\tAs twee\n\t\tDoel drie'
const whole = 'Ambitie\n  As een\n    Doel een\n    Doel twee\n  As twee\n    Doel drie'

const selected = (board: BoardPage): Promise<(string | null)[]> =>
  board.tree
    .getByRole('treeitem', { selected: true })
    .evaluateAll((items) => items.map((item) => item.getAttribute('aria-label')))

test('[E4] Shift-click adds and takes away, a click starts anew, Escape clears', async ({
  ada,
  newBoard,
  openBoard,
}) => {
  const board = await openBoard(ada, await newBoard({ outline }))
  await board.select('Doel een')
  await board.click('As twee', { modifiers: ['Shift'] })
  await board.click('Doel drie', { modifiers: ['ControlOrMeta'] })
  await expect.poll(() => selected(board)).toEqual(['Doel een', 'As twee', 'Doel drie'])
  await board.click('As twee', { modifiers: ['Shift'] })
  await expect.poll(() => selected(board)).toEqual(['Doel een', 'Doel drie'])
  await board.click('As een')
  await expect.poll(() => selected(board)).toEqual(['As een'])
  await board.press('Escape')
  await expect.poll(() => selected(board)).toEqual([])
})

test('[E4] a box takes what it meets, with Shift besides what was chosen', async ({
  ada,
  newBoard,
  openBoard,
}) => {
  const board = await openBoard(ada, await newBoard({ outline }))
  await board.select('As twee')
  const drawBox = async () => {
    const first = await boxOf(board.node('Doel een'))
    const last = await boxOf(board.node('Doel twee'))
    const right = Math.max(first.x + first.width, last.x + last.width)
    await ada.mouse.move(right + 40, first.y - 6)
    await ada.mouse.down()
    await ada.mouse.move(last.x + last.width / 2, last.y + last.height / 2, { steps: 5 })
    await expect(ada.locator('.bb-band')).toBeVisible()
    await ada.mouse.up()
    await expect(ada.locator('.bb-band')).toHaveCount(0)
  }
  await drawBox()
  await expect.poll(() => selected(board)).toEqual(['Doel een', 'Doel twee'])
  await board.select('As twee')
  await ada.keyboard.down('Shift')
  await drawBox()
  await ada.keyboard.up('Shift')
  await expect.poll(() => selected(board)).toEqual(['Doel een', 'Doel twee', 'As twee'])
})

test('[E4] all that is in view, removed and brought back in one step', async ({
  ada,
  newBoard,
  openBoard,
}) => {
  const board = await openBoard(ada, await newBoard({ outline }))
  await board.select('Doel een')
  await board.press('ControlOrMeta+a')
  await expect.poll(async () => (await selected(board)).length).toBe(6)
  await board.select('Doel een')
  await board.click('Doel drie', { modifiers: ['Shift'] })
  await board.press('Delete')
  await expect.poll(() => board.outline()).toBe('Ambitie\n  As een\n    Doel twee\n  As twee')
  const notices = ada.getByRole('region', { name: 'Notifications' })
  await expect(notices.getByText('2 bubbles removed')).toBeVisible()
  await notices.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => board.outline()).toBe(whole)
})

test('[E4] a status for several at once, through their menu, in one step', async ({
  ada,
  newBoard,
  openBoard,
}) => {
  const board = await openBoard(ada, await newBoard({ outline }))
  const three = ['Doel een', 'Doel twee', 'Doel drie']
  await board.select('Doel een')
  for (const title of three.slice(1)) await board.click(title, { modifiers: ['Shift'] })
  await board.click('Doel twee', { button: 'right' })
  await ada.getByRole('menuitem', { name: 'Status' }).click()
  await ada.getByRole('menuitem', { name: 'Running' }).click()
  for (const title of three) await expect(board.node(title)).toHaveAttribute('aria-description', /Running/)
  await expect.poll(() => selected(board)).toEqual(three)
  await expect(board.node('As een')).not.toHaveAttribute('aria-description', /Running/)
  await board.press('ControlOrMeta+z')
  for (const title of three)
    await expect(board.node(title)).not.toHaveAttribute('aria-description', /Running/)
})

test('[E4] the menu of a node that was not selected is about that node', async ({
  ada,
  newBoard,
  openBoard,
}) => {
  const board = await openBoard(ada, await newBoard({ outline }))
  await board.select('Doel een')
  await board.click('As twee', { button: 'right' })
  await ada.getByRole('menuitem', { name: /^Select the whole branch/ }).click()
  await expect.poll(() => selected(board)).toEqual(['As twee', 'Doel drie'])
})
