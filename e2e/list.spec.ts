import type { BoardPage } from './board-page.ts'
import { expect, test } from './fixtures.ts'

const outline = 'Ambitie\n\tAs een\n\t\tDoel een\n\t\tDoel twee\n\tAs twee'

/** Opens a board with the list alone, its focus on a line. */
async function listOn(board: BoardPage, title: string): Promise<void> {
  const { page } = board
  await page.getByRole('group', { name: 'View' }).getByRole('button', { name: 'List', exact: true }).click()
  await board.line(title).click()
  await expect(board.line(title)).toHaveAttribute('aria-selected', 'true')
}

const chosen = (board: BoardPage) =>
  board.list
    .getByRole('treeitem', { selected: true })
    .evaluateAll((items) => items.map((item) => item.getAttribute('aria-label')))

test('[V8] the list is a tree for everyone: levels, places, folding, selection, one stop for Tab', async ({
  ada,
  newBoard,
  openBoard,
}) => {
  const board = await openBoard(ada, await newBoard({ outline }))
  await listOn(board, 'As een')
  await expect(board.list).toBeFocused()
  for (const [title, level, place, of] of [
    ['Ambitie', '1', '1', '1'],
    ['As twee', '2', '2', '2'],
    ['Doel een', '3', '1', '2'],
  ] as const) {
    const line = board.line(title)
    await expect(line).toHaveAttribute('aria-level', level)
    await expect(line).toHaveAttribute('aria-posinset', place)
    await expect(line).toHaveAttribute('aria-setsize', of)
  }
  await expect(board.line('As een')).toHaveAttribute('aria-expanded', 'true')
  await expect(board.line('Doel een')).not.toHaveAttribute('aria-expanded')
  await expect(board.line('Doel een')).toHaveAttribute('aria-description', /Goal/)
  const active = await board.list.getAttribute('aria-activedescendant')
  expect(await board.line('As een').getAttribute('id')).toBe(active)
})

test('[V8][E1] every key of the canvas works in the list', async ({ ada, newBoard, openBoard }) => {
  const board = await openBoard(ada, await newBoard({ outline }))
  await listOn(board, 'As een')
  await board.press('Tab')
  await board.write('Kind')
  await expect(board.line('Kind')).toHaveAttribute('aria-selected', 'true')
  await board.press('Enter')
  await board.write('Na')
  await board.press('Shift+Enter')
  await board.write('Voor')
  await expect
    .poll(() => board.listOutline())
    .toBe('Ambitie\n  As een\n    Doel een\n    Doel twee\n    Kind\n    Voor\n    Na\n  As twee')
  await board.press('ControlOrMeta+Enter')
  await board.write('Boven')
  await expect(board.line('Voor')).toHaveAttribute('aria-level', '4')
  await board.press('Alt+ArrowUp')
  await expect
    .poll(() => board.listOutline())
    .toBe(
      'Ambitie\n  As een\n    Doel een\n    Doel twee\n    Boven\n      Voor\n    Kind\n    Na\n  As twee',
    )
  await board.press('Alt+ArrowRight')
  await expect(board.line('Boven')).toHaveAttribute('aria-level', '4')
  await board.press('Alt+ArrowLeft')
  await expect(board.line('Boven')).toHaveAttribute('aria-level', '3')
  await board.press('Space')
  await expect(board.line('Boven')).toHaveAttribute('aria-expanded', 'false')
  await expect(board.line('Boven').getByTitle('1 bubble hidden')).toBeVisible()
  await board.press('ArrowRight')
  await expect(board.line('Voor')).toBeVisible()
  await board.press('ArrowRight')
  await expect.poll(() => chosen(board)).toEqual(['Voor'])
  await board.press('ArrowLeft')
  await expect.poll(() => chosen(board)).toEqual(['Boven'])
  await board.press('Shift+ArrowDown')
  await expect.poll(() => chosen(board)).toEqual(['Boven', 'Voor'])
  await board.press('Delete')
  await expect(board.line('Boven')).toHaveCount(0)
  await board.press('ControlOrMeta+z')
  await expect(board.line('Boven')).toBeVisible()
  await board.press('ControlOrMeta+Shift+z')
  await expect(board.line('Boven')).toHaveCount(0)
  await board.press('ControlOrMeta+a')
  await expect.poll(async () => (await chosen(board)).length).toBe(7)
})

test('[V8][E2] titles in the list: typing starts, F2 edits, Enter keeps, Escape gives back', async ({
  ada,
  newBoard,
  openBoard,
}) => {
  const board = await openBoard(ada, await newBoard({ outline }))
  await listOn(board, 'Doel een')
  await ada.keyboard.type('Nieuw')
  await board.press('Enter')
  await expect(board.line('Nieuw')).toBeVisible()
  await expect(board.list).toBeFocused()
  await board.press('F2')
  await board.press('End')
  await board.write(' doel')
  await expect(board.line('Nieuw doel')).toBeVisible()
  await board.press('F2')
  await ada.keyboard.type('Weg hiermee')
  await board.press('Escape')
  await expect(board.line('Nieuw doel')).toBeVisible()
  await board.line('Nieuw doel').dblclick()
  await board.press('End')
  await board.write('!')
  await expect(board.line('Nieuw doel!')).toBeVisible()
})

test('[V8] list and canvas follow each other, and another person, both ways', async ({
  ada,
  bram,
  newBoard,
  openBoard,
}) => {
  const id = await newBoard({ outline })
  const [hers, his] = [await openBoard(ada, id), await openBoard(bram, id)]
  await listOn(his, 'Doel een')
  await ada.getByRole('button', { name: 'List and tree' }).click()
  await hers.line('Doel twee').click()
  await expect(hers.node('Doel twee')).toHaveAttribute('aria-selected', 'true')
  await hers.press('Enter')
  await hers.write('Uit de lijst')
  await expect(hers.node('Uit de lijst')).toHaveCount(1)
  await expect(his.line('Uit de lijst')).toBeVisible()
  await hers.select('Doel een')
  await expect(hers.line('Doel een')).toHaveAttribute('aria-selected', 'true')
  await hers.press('F2')
  await hers.write('Van het canvas')
  await expect(hers.line('Van het canvas')).toBeVisible()
  await his.press('Delete')
  await expect(hers.node('Van het canvas')).toHaveCount(0)
  await expect.poll(() => hers.listOutline()).toBe(await hers.outline())
})

test('[V8] at 360 px the list comes first and everything can be done in it', async ({
  browserOf,
  people,
  newBoard,
  openBoard,
}) => {
  const phone = await browserOf(people.ada, { viewport: { width: 360, height: 740 } })
  const board = await openBoard(phone, await newBoard({ outline }))
  await expect(board.list).toBeVisible()
  await expect(board.tree).toHaveCount(0)
  const views = phone.getByRole('group', { name: 'View' })
  await expect(views.getByRole('button', { name: 'List and tree' })).toHaveCount(0)
  await board.line('Doel een').click()
  await phone.getByRole('toolbar').getByRole('button', { name: 'Bubble after' }).click()
  await board.write('Onderweg gemaakt')
  await expect(board.line('Onderweg gemaakt')).toBeVisible()
  await board.line('As een').getByRole('button', { name: 'Fold: As een' }).click()
  await expect(board.line('Doel een')).toHaveCount(0)
  const sideways = await phone.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(sideways).toBe(0)
  await views.getByRole('button', { name: 'Tree', exact: true }).click()
  await expect(board.node('As een')).toHaveAttribute('aria-expanded', 'false')
})
