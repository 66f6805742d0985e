import { expect, test } from './fixtures.ts'
import { boxOf, grab, hover, type Zone } from './gestures.ts'

const outline = 'Ambitie\n\tAs een\n\t\tDoel een\n\t\tDoel twee\n\tAs twee\n\t\tDoel drie'
const before = 'Ambitie\n  As een\n    Doel een\n    Doel twee\n  As twee\n    Doel drie'

const landings: readonly [Zone, said: string, after: string][] = [
  [
    'before',
    'Before “Doel drie”',
    'Ambitie\n  As een\n    Doel twee\n  As twee\n    Doel een\n    Doel drie',
  ],
  ['in', 'Under “Doel drie”', 'Ambitie\n  As een\n    Doel twee\n  As twee\n    Doel drie\n      Doel een'],
  ['after', 'After “Doel drie”', 'Ambitie\n  As een\n    Doel twee\n  As twee\n    Doel drie\n    Doel een'],
]

test('[E3] before, in or after a node: shown and said first, then one step to undo', async ({
  ada,
  newBoard,
  openBoard,
}) => {
  const board = await openBoard(ada, await newBoard({ outline }))
  for (const [zone, said, after] of landings)
    await test.step(zone, async () => {
      await grab(board, 'Doel een')
      await hover(board, 'Doel drie', zone)
      await expect(ada.getByText(said, { exact: true })).toBeAttached()
      const target = await boxOf(board.node('Doel drie'))
      const edge = zone === 'after' ? target.y + target.height : target.y
      const preview = await boxOf(ada.locator(zone === 'in' ? '.bb-drop-in' : '.bb-drop-dot').first())
      const shown = zone === 'in' ? preview.y : preview.y + preview.height / 2
      expect(Math.abs(shown - edge)).toBeLessThan(8)
      await ada.mouse.up()
      await expect.poll(() => board.outline()).toBe(after)
      await expect(board.node('Doel een')).toHaveAttribute('aria-selected', 'true')
      await board.press('ControlOrMeta+z')
      await expect.poll(() => board.outline()).toBe(before)
    })
})

test('[E3] Escape puts everything back and writes nothing', async ({ ada, newBoard, openBoard }) => {
  const board = await openBoard(ada, await newBoard({ outline }))
  await grab(board, 'As een')
  await hover(board, 'Doel drie')
  await expect(ada.locator('.bb-ghost')).toContainText('3')
  await board.press('Escape')
  await expect(ada.locator('.bb-ghost')).toHaveCount(0)
  await expect(ada.locator('.bb-drop-in')).toHaveCount(0)
  await ada.mouse.up()
  expect(await board.outline()).toBe(before)
  await expect(board.node('As een')).toHaveAttribute('aria-selected', 'true')
})

test('[E3] a drop with Ctrl hangs a copy and leaves the original', async ({ ada, newBoard, openBoard }) => {
  const board = await openBoard(ada, await newBoard({ outline }))
  await grab(board, 'As een')
  await hover(board, 'As twee')
  await ada.keyboard.down('Control')
  await expect(ada.locator('.bb-ghost')).toContainText('+3')
  await ada.mouse.up()
  await ada.keyboard.up('Control')
  await expect.poll(() => board.outline()).toBe(`${before}\n    As een\n      Doel een\n      Doel twee`)
  await board.press('ControlOrMeta+z')
  await expect.poll(() => board.outline()).toBe(before)
})

test('[E3][E4] several nodes go together, with their number, in one step', async ({
  ada,
  newBoard,
  openBoard,
}) => {
  const board = await openBoard(ada, await newBoard({ outline }))
  await board.select('Doel een')
  await board.click('Doel twee', { modifiers: ['Shift'] })
  await grab(board, 'Doel twee')
  await hover(board, 'As twee')
  await expect(ada.locator('.bb-ghost')).toContainText('2')
  await ada.mouse.up()
  await expect
    .poll(() => board.outline())
    .toBe('Ambitie\n  As een\n  As twee\n    Doel drie\n    Doel een\n    Doel twee')
  for (const title of ['Doel een', 'Doel twee'])
    await expect(board.node(title)).toHaveAttribute('aria-selected', 'true')
  await board.press('ControlOrMeta+z')
  await expect.poll(() => board.outline()).toBe(before)
})

test('[E3] the root stays, and a node cannot go into its own branch', async ({
  ada,
  newBoard,
  openBoard,
}) => {
  const board = await openBoard(ada, await newBoard({ outline }))
  await grab(board, 'Ambitie')
  await hover(board, 'As een')
  await expect(ada.locator('.bb-ghost')).toHaveCount(0)
  await ada.mouse.up()
  await grab(board, 'As een')
  await hover(board, 'Doel een')
  await expect(ada.locator('.bb-ghost')).toBeVisible()
  await expect(ada.locator('.bb-drop-in, .bb-drop-line')).toHaveCount(0)
  await ada.mouse.up()
  expect(await board.outline()).toBe(before)
  await board.isSaved()
})

test('[E3] held at the edge the view scrolls on to what was out of sight', async ({
  ada,
  newBoard,
  openBoard,
}) => {
  const goals = Array.from({ length: 40 }, (_, index) => `\n\tDoel ${index + 1}`).join('')
  const board = await openBoard(ada, await newBoard({ outline: `Ambitie${goals}` }))
  await board.select('Doel 20')
  await board.press('ControlOrMeta+0')
  await expect(ada.getByRole('button', { name: /^100\s?%/ })).toBeVisible()
  const stage = await boxOf(board.tree)
  await expect(board.node('Doel 40')).not.toBeInViewport()
  await expect.poll(async () => (await boxOf(board.node('Doel 20'))).height).toBeGreaterThan(30)
  await grab(board, 'Doel 20')
  const { x } = await board.middleOf('Doel 20')
  const atEdge = stage.y + stage.height - 6
  await ada.mouse.move(x, atEdge, { steps: 8 })
  const announced = ada.getByText(/^(Before|Under|After) “Doel \d+”$/)
  const reached = async () => Number(/\d+/.exec((await announced.allTextContents()).join())?.[0] ?? 0)
  await expect.poll(reached, { intervals: [50] }).toBeGreaterThan(33)
  await ada.mouse.move(x, atEdge - 200)
  let y = atEdge - 200
  await expect
    .poll(async () => {
      y += 7
      await ada.mouse.move(x, y)
      return reached()
    })
    .toBeGreaterThan(25)
  await ada.mouse.up()
  await expect
    .poll(async () => (await board.outline()).split('\n').findIndex((line) => line.trim() === 'Doel 20'))
    .toBeGreaterThan(24)
})
