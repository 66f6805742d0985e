import { expect, test } from './fixtures.ts'

const outline = 'Ambitie\n\tAs een\n\t\tDoel een\n\tAs twee\n\t\tDoel twee'

test('two people see each other and each other’s work', async ({ ada, bram, newBoard, openBoard }) => {
  const id = await newBoard({ outline })
  const [hers, his] = [await openBoard(ada, id), await openBoard(bram, id)]
  await expect(ada.getByLabel(/who is here now/i)).toContainText('B')
  await hers.select('Doel een')
  await hers.press('Enter')
  await hers.write('Van Ada')
  await expect(his.node('Van Ada')).toHaveCount(1)
  await his.select('Van Ada')
  await his.press('F2')
  await his.press('End')
  await bram.keyboard.type(' en Bram')
  await his.press('Enter')
  await expect(hers.node('Van Ada en Bram')).toHaveCount(1)
})

test('two people type in one title and nothing is lost', async ({ ada, bram, newBoard, openBoard }) => {
  const id = await newBoard({ outline: 'Ambitie\n\tmidden' })
  const [hers, his] = [await openBoard(ada, id), await openBoard(bram, id)]
  await hers.select('midden')
  await his.select('midden')
  await hers.press('F2')
  await hers.press('Home')
  await his.press('F2')
  await his.press('End')
  await Promise.all([
    ada.keyboard.type('links ', { delay: 25 }),
    bram.keyboard.type(' rechts', { delay: 25 }),
  ])
  await hers.press('Enter')
  await his.press('Enter')
  for (const board of [hers, his]) await expect(board.node('links midden rechts')).toHaveCount(1)
})

test('[T4] two moves at once that would form a circle leave a tree, the same for both', async ({
  ada,
  bram,
  house,
  newBoard,
  openBoard,
}) => {
  const id = await newBoard({ outline: 'Ambitie\n\tEen\n\tTwee' })
  const [hers, his] = [await openBoard(ada, id), await openBoard(bram, id)]
  await hers.select('Een')
  await his.select('Twee')
  await house.kill()
  await hers.press('Alt+ArrowDown')
  await hers.press('Alt+ArrowRight')
  await expect.poll(() => hers.outline()).toBe('Ambitie\n  Twee\n    Een')
  await his.press('Alt+ArrowRight')
  await expect.poll(() => his.outline()).toBe('Ambitie\n  Een\n    Twee')
  await house.start()
  await hers.isSaved()
  await his.isSaved()
  await expect.poll(async () => (await hers.outline()) === (await his.outline())).toBe(true)
  await expect(hers.tree.getByRole('treeitem')).toHaveCount(3)
})

test('[E6] undo is mine', async ({ ada, bram, newBoard, openBoard }) => {
  const id = await newBoard({ outline })
  const [hers, his] = [await openBoard(ada, id), await openBoard(bram, id)]
  await hers.select('Doel een')
  await hers.press('F2')
  await hers.write('Doel van Ada')
  await expect(his.node('Doel van Ada')).toHaveCount(1)
  await his.select('Doel twee')
  await his.press('F2')
  await his.write('Doel van Bram')
  await expect(hers.node('Doel van Bram')).toHaveCount(1)
  await hers.press('ControlOrMeta+z')
  await expect(hers.node('Doel een')).toHaveCount(1)
  await expect(hers.node('Doel van Bram')).toHaveCount(1)
  await hers.press('ControlOrMeta+Shift+z')
  await expect(his.node('Doel van Ada')).toHaveCount(1)
})
