import { expect, type Locator, type Page } from '@playwright/test'
import type { BoardPage } from './board-page.ts'

/** Where on a node of a tree that grows to the right a drop lands. */
export type Zone = 'before' | 'in' | 'after'

/** Takes hold of a node and moves far enough for a drag to begin. */
export async function grab(board: BoardPage, title: string): Promise<void> {
  const { x, y } = await board.middleOf(title)
  await board.page.mouse.move(x, y)
  await board.page.mouse.down()
  await board.page.mouse.move(x + 9, y + 9, { steps: 3 })
}

/** Moves the pointer over a part of a node, as a hand does: in steps. */
export async function hover(board: BoardPage, title: string, zone: Zone = 'in'): Promise<void> {
  const box = await boxOf(board.node(title))
  const y = { before: box.y + 2, in: box.y + box.height / 2, after: box.y + box.height - 2 }[zone]
  await board.page.mouse.move(box.x + box.width / 2, y, { steps: 5 })
}

/** Where something is on the screen. */
export async function boxOf(
  locator: Locator,
): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await locator.boundingBox()
  if (!box) throw new Error(`${locator} is not on the screen.`)
  return box
}

/** Draws a link from the edge of one node to another, up to the question of its kind. */
export async function drawLink(board: BoardPage, from: string, to: string): Promise<void> {
  await hover(board, from)
  const handle = await boxOf(board.page.locator('[data-link-handle]').first())
  await board.page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2)
  await board.page.mouse.down()
  await hover(board, to)
  await board.page.mouse.up()
}

/** Answers the question of the kind of a new link. */
export async function chooseKind(page: Page, kind: string): Promise<void> {
  await page.getByRole('menuitem', { name: kind, exact: true }).click()
  await expect(page.getByRole('menu')).toHaveCount(0)
}
