import { expect, test } from './fixtures.ts'

const outline = 'Ambitie\n\tAs een\n\t\tDoel een\n\tAs twee'

test('[T1] cursors with names, who edits which title, and avatars; gone when they leave', async ({
  ada,
  bram,
  newBoard,
  openBoard,
}) => {
  const id = await newBoard({ outline })
  const [hers, his] = [await openBoard(ada, id), await openBoard(bram, id)]
  const here = ada.getByRole('list', { name: 'Who is here now' })
  await expect(here.getByRole('listitem')).toHaveText(/Bram/)
  await expect(bram.getByRole('list', { name: 'Who is here now' })).toHaveText(/Ada/)

  const { x, y } = await his.middleOf('As twee')
  await bram.mouse.move(x - 30, y - 20)
  await bram.mouse.move(x, y, { steps: 4 })
  const cursor = ada.locator('.bb-cursor').filter({ hasText: 'Bram' })
  await expect(cursor).toHaveAttribute('data-state', 'here')
  const target = await hers.middleOf('As twee')
  await expect
    .poll(async () => {
      const box = await cursor.boundingBox()
      return box ? Math.hypot(box.x - target.x, box.y - target.y) : null
    })
    .toBeLessThan(6)
  await expect(cursor).toHaveAttribute('data-state', 'faded')

  await his.select('Doel een')
  await his.press('F2')
  await expect(here).toContainText('Bram is typing in Doel een')
  await expect(ada.locator('.bb-typing').filter({ hasText: 'Bram' })).toBeVisible()
  await bram.keyboard.type(' van Bram')
  await expect(here).toContainText(/Bram is typing in .* van Bram/)
  await his.press('Escape')
  await expect(here).not.toContainText('is typing')

  await bram.close()
  await expect(here).toHaveCount(0)
  await expect(cursor).toHaveCount(0)
})

test('[T1] in the list a selection of someone else has their colour and their name while typing', async ({
  ada,
  bram,
  newBoard,
  openBoard,
}) => {
  const id = await newBoard({ outline })
  const [hers, his] = [await openBoard(ada, id), await openBoard(bram, id)]
  await ada.getByRole('button', { name: 'List and tree' }).click()
  await his.select('Doel een')
  await expect(hers.line('Doel een')).toHaveCSS('box-shadow', /inset/)
  await expect(hers.line('As twee')).toHaveCSS('box-shadow', 'none')
  await his.press('F2')
  await expect(hers.line('Doel een').getByTitle('Bram is typing here')).toBeVisible()
})

test('[T1] the state of saving says when it was saved', async ({ ada, newBoard, openBoard }) => {
  const board = await openBoard(ada, await newBoard({ outline }))
  await board.select('Doel een')
  await board.press('Enter')
  await board.write('Nieuw')
  await board.isSaved()
  await expect(board.saving).toHaveAttribute('title', /^Saved at \d\d?:\d\d/)
})
