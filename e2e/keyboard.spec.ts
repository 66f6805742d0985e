import { expect, test } from './fixtures.ts'

test('from an empty board twenty nodes on three levels, by keyboard alone', async ({
  ada,
  newBoard,
  openBoard,
}) => {
  const board = await openBoard(ada, await newBoard({ title: 'Leeg bord' }))
  await board.tree.focus()
  await board.write('Zorg die blijft')
  for (let axis = 1; axis <= 3; axis++) {
    if (axis === 1) await board.press('Tab')
    else await board.press('Enter')
    await board.write(`As ${axis}`)
    for (let goal = 1; goal <= 5; goal++) {
      await board.press(goal === 1 ? 'Tab' : 'Enter')
      await board.write(`Doel ${axis}.${goal}`)
    }
    await board.press('ArrowLeft')
    await expect.poll(() => board.focused()).toBe(`As ${axis}`)
  }
  await expect(board.tree.getByRole('treeitem')).toHaveCount(19)
  await board.press('Enter')
  await board.write('As 4')
  await board.isSaved()
  const axis = (number: number) => [
    `  As ${number}`,
    ...[1, 2, 3, 4, 5].map((goal) => `    Doel ${number}.${goal}`),
  ]
  expect(await board.outline()).toBe(
    ['Zorg die blijft', ...axis(1), ...axis(2), ...axis(3), '  As 4'].join('\n'),
  )

  await ada.reload()
  await board.isReady()
  await expect(board.tree.getByRole('treeitem')).toHaveCount(20)
})

test('the keys of the tree: before, above, moving, folding, removing with its way back', async ({
  ada,
  newBoard,
  openBoard,
}) => {
  const board = await openBoard(
    ada,
    await newBoard({ outline: 'Ambitie\n\tAs\n\t\tDoel een\n\t\tDoel twee' }),
  )
  await board.select('Doel een')
  await board.press('Shift+Enter')
  await board.write('Doel nul')
  expect(await board.outline()).toBe('Ambitie\n  As\n    Doel nul\n    Doel een\n    Doel twee')
  await board.press('Alt+ArrowDown')
  await expect.poll(() => board.outline()).toBe('Ambitie\n  As\n    Doel een\n    Doel nul\n    Doel twee')
  await board.press('ControlOrMeta+Enter')
  await board.write('Erboven')
  expect(await board.outline()).toBe(
    'Ambitie\n  As\n    Doel een\n    Erboven\n      Doel nul\n    Doel twee',
  )
  await board.press('Space')
  await expect(board.node('Erboven')).toHaveAttribute('aria-expanded', 'false')
  await expect(board.node('Doel nul')).toHaveCount(0)
  await board.press('Delete')
  await expect(board.node('Erboven')).toHaveCount(0)
  await board.press('ControlOrMeta+z')
  await expect(board.node('Erboven')).toHaveCount(1)
  await board.press('F2')
  await board.press('End')
  await ada.keyboard.type(' en verder')
  await board.press('Escape')
  await expect(board.node('Erboven')).toHaveCount(1)
})

test('no trap: Escape leaves the node, then Tab leaves the canvas', async ({ ada, newBoard, openBoard }) => {
  const board = await openBoard(ada, await newBoard())
  await board.tree.focus()
  await board.press('Escape')
  await board.press('Tab')
  await expect(board.tree).not.toBeFocused()
  await expect(board.tree.getByRole('treeitem')).toHaveCount(1)
})
