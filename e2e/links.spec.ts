import { type Curve, linkCurve, pointOn } from '#lib/layout/lines.ts'
import type { BoardPage } from './board-page.ts'
import { expect, test } from './fixtures.ts'
import { boxOf, chooseKind, drawLink, hover } from './gestures.ts'

const outline = 'Ambitie\n\tAs een\n\t\tDoel een\n\t\tDoel twee\n\tAs twee\n\t\tDoel drie'

/** Presses the middle of the line between two nodes; a small board is shown at its own size. */
async function clickLink(
  board: BoardPage,
  from: string,
  to: string,
  button: 'left' | 'right' = 'left',
): Promise<void> {
  const curve: Curve = linkCurve(await boxOf(board.node(from)), await boxOf(board.node(to)))
  const [x, y] = pointOn(curve, 0.5)
  await board.page.mouse.click(x, y, { button })
}

async function openPanel(board: BoardPage) {
  const panel = board.page.getByRole('complementary', { name: 'Details' })
  if (!(await panel.isVisible())) await board.page.getByRole('button', { name: 'Details' }).click()
  return panel
}

test('[E7] a link drawn from a node’s edge gets its kind at once, and stays', async ({
  ada,
  bram,
  newBoard,
  openBoard,
}) => {
  const id = await newBoard({ outline })
  const [hers, his] = [await openBoard(ada, id), await openBoard(bram, id)]
  const panel = await openPanel(hers)
  await drawLink(hers, 'Doel een', 'Doel drie')
  await expect(ada.getByRole('menu', { name: 'Kind of connection' })).toBeVisible()
  await chooseKind(ada, 'Depends on')
  await hers.select('Doel een')
  await expect(panel.getByRole('button', { name: 'Go to Doel drie' })).toBeVisible()
  await expect(panel.getByRole('combobox', { name: 'Kind of connection' })).toHaveText('Depends on')
  await his.select('Doel drie')
  const hisPanel = await openPanel(his)
  await expect(hisPanel.getByRole('button', { name: 'Go to Doel een' })).toBeVisible()
  await hers.press('ControlOrMeta+z')
  await expect(hisPanel.getByText('No connections')).toBeVisible()
})

test('[E7] a link let go over paper, or without a kind, is none', async ({ ada, newBoard, openBoard }) => {
  const board = await openBoard(ada, await newBoard({ outline }))
  const panel = await openPanel(board)
  await drawLink(board, 'Doel een', 'Doel drie')
  await expect(ada.getByRole('menu')).toBeVisible()
  await board.press('Escape')
  await expect(ada.getByRole('menu')).toHaveCount(0)
  await expect(ada.locator('.bb-link-draft')).toHaveCount(0)
  await hover(board, 'Doel een')
  const handle = await boxOf(ada.locator('[data-link-handle]').first())
  await ada.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2)
  await ada.mouse.down()
  const stage = await boxOf(board.tree)
  await ada.mouse.move(stage.x + 90, stage.y + stage.height - 90, { steps: 4 })
  await expect(ada.locator('.bb-link-draft')).toBeAttached()
  await ada.mouse.up()
  await expect(ada.locator('.bb-link-draft')).toHaveCount(0)
  await board.select('Doel een')
  await expect(panel.getByText('No connections')).toBeVisible()
})

test('[E7] by keyboard: Alt+L, arrows to the other end, Enter, the kind', async ({
  ada,
  newBoard,
  openBoard,
}) => {
  const board = await openBoard(ada, await newBoard({ outline }))
  const panel = await openPanel(board)
  await board.select('Doel een')
  await board.press('Alt+l')
  await expect(ada.getByText(/^Connection from “Doel een”/).first()).toBeVisible()
  await board.press('ArrowDown')
  await expect(ada.getByText('To “Doel twee”. Enter chooses, Escape stops.').first()).toBeVisible()
  await board.press('ArrowDown')
  await expect(ada.getByText('To “Doel drie”. Enter chooses, Escape stops.').first()).toBeVisible()
  await board.press('Enter')
  const menu = ada.getByRole('menu', { name: 'Kind of connection' })
  await expect(menu).toBeFocused()
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']) await board.press(key)
  await expect(menu).toHaveCount(0)
  await expect(panel.getByRole('button', { name: 'Go to Doel drie' })).toBeVisible()
  await expect(panel.getByRole('combobox', { name: 'Kind of connection' })).toHaveText('Enables')
  await expect(board.tree).toBeFocused()
  await board.press('Alt+l')
  await board.press('Escape')
  await expect(ada.getByText(/^Connection from/)).toHaveCount(0)
  await expect(board.node('Doel een')).toHaveAttribute('aria-selected', 'true')
})

test('[E7] a chosen link changes kind, turns round and goes in the panel', async ({
  ada,
  newBoard,
  openBoard,
}) => {
  const board = await openBoard(ada, await newBoard({ outline }))
  const panel = await openPanel(board)
  await drawLink(board, 'Doel een', 'As twee')
  await chooseKind(ada, 'Informs')
  await clickLink(board, 'Doel een', 'As twee')
  await expect(panel.getByRole('heading', { name: 'Connection' })).toBeVisible()
  await panel.getByRole('combobox', { name: 'Kind of connection' }).click()
  await ada.getByRole('option', { name: 'Conflicts with' }).click()
  await expect(panel.getByRole('combobox', { name: 'Kind of connection' })).toHaveText('Conflicts with')
  await panel.getByRole('button', { name: 'Reverse' }).click()
  await expect(panel.getByRole('definition')).toHaveText(['As twee', 'Doel een'])
  await panel.getByRole('button', { name: 'Remove connection' }).click()
  await board.select('Doel een')
  await expect(panel.getByText('No connections')).toBeVisible()
  await board.press('ControlOrMeta+z')
  await expect(panel.getByRole('button', { name: 'Go to As twee' })).toBeVisible()
})

test('[E7] and in its menu; Delete removes it', async ({ ada, newBoard, openBoard }) => {
  const board = await openBoard(ada, await newBoard({ outline }))
  const panel = await openPanel(board)
  await drawLink(board, 'Doel een', 'As twee')
  await chooseKind(ada, 'Informs')
  await clickLink(board, 'Doel een', 'As twee', 'right')
  await ada.getByRole('menuitem', { name: 'Kind of connection' }).click()
  await ada.getByRole('menuitem', { name: 'Threatens' }).click()
  await expect(panel.getByRole('combobox', { name: 'Kind of connection' })).toHaveText('Threatens')
  await clickLink(board, 'Doel een', 'As twee', 'right')
  await ada.getByRole('menuitem', { name: /^Reverse the connection/ }).click()
  await expect(panel.getByRole('definition')).toHaveText(['As twee', 'Doel een'])
  await board.press('Delete')
  await expect(panel.getByRole('heading', { name: 'Connection', exact: true })).toHaveCount(0)
  await board.select('Doel een')
  await expect(panel.getByText('No connections')).toBeVisible()
})

test('[E7] the same link twice is refused with a sentence', async ({ ada, newBoard, openBoard }) => {
  const board = await openBoard(ada, await newBoard({ outline }))
  const panel = await openPanel(board)
  for (const kind of ['Depends on', 'Informs', 'Depends on']) {
    await drawLink(board, 'Doel een', 'As twee')
    await chooseKind(ada, kind)
  }
  const notices = ada.getByRole('region', { name: 'Notifications' })
  await expect(notices.getByText('This connection is already there.')).toBeVisible()
  await board.select('Doel een')
  await expect(panel.getByRole('button', { name: 'Go to As twee' })).toHaveCount(2)
})
