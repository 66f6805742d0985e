import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const outline = 'Ambitie\n\tAs een\n\t\tDoel een\n\t\tDoel twee\n\tAs twee'

/** A board whose goal has an owner of an organisation, and a link inside the axis. */
const owned = {
  format: 'bollenboom/1',
  title: 'Bron',
  language: 'en',
  classification: 'intern',
  planYear: 2027,
  organisations: [{ id: 'org-a', title: 'Thuiszorg Zuid' }],
  roles: [{ id: 'role-a', title: 'CISO', org: 'org-a' }],
  nodes: [
    { id: 'a', kind: 'ambition', title: 'Ambitie', order: 'a0' },
    { id: 'b', kind: 'axis', title: 'Veilig', order: 'a0', parent: 'a', ownerRole: 'role-a' },
    { id: 'c', kind: 'goal', title: 'Weerbaar', order: 'a0', parent: 'b', ownerRole: 'role-a' },
    { id: 'd', kind: 'goal', title: 'Geoefend', order: 'a1', parent: 'b' },
  ],
  links: [{ id: 'l', kind: 'enables', from: 'd', to: 'c' }],
}

async function putOnClipboard(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate((words) => navigator.clipboard.writeText(words), text)
}

test('[E5] a branch is copied, cut and pasted in a board, each one step to undo', async ({
  ada,
  newBoard,
  openBoard,
}) => {
  const board = await openBoard(ada, await newBoard({ outline }))
  await board.select('As een')
  await board.press('ControlOrMeta+c')
  await board.select('As twee')
  await board.press('ControlOrMeta+v')
  const copied =
    'Ambitie\n  As een\n    Doel een\n    Doel twee\n  As twee\n    As een\n      Doel een\n      Doel twee'
  await expect.poll(() => board.outline()).toBe(copied)
  await board.press('ControlOrMeta+z')
  await expect.poll(() => board.outline()).toBe('Ambitie\n  As een\n    Doel een\n    Doel twee\n  As twee')
  await board.select('Doel een')
  await board.press('ControlOrMeta+x')
  await expect(board.node('Doel een')).toHaveCount(0)
  await board.select('As twee')
  await board.press('ControlOrMeta+v')
  await expect.poll(() => board.outline()).toBe('Ambitie\n  As een\n    Doel twee\n  As twee\n    Doel een')
})

for (const way of ['keys', 'menu'] as const) {
  test(`[E5] a branch goes to another board by ${way}, with its owners and links`, async ({
    ada,
    newBoard,
    openBoard,
  }) => {
    await ada.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const from = await openBoard(ada, await newBoard({ board: owned }))
    await from.select('Veilig')
    if (way === 'keys') await from.press('ControlOrMeta+c')
    else {
      await from.click('Veilig', { button: 'right' })
      await ada.getByRole('menuitem', { name: /^Copy(?! image)/ }).click()
    }
    await expect(ada.getByText('1 bubble copied')).toBeAttached()
    const to = await openBoard(ada, await newBoard({ outline: 'Elders' }))
    await to.select('Elders')
    if (way === 'keys') await to.press('ControlOrMeta+v')
    else {
      await to.click('Elders', { button: 'right' })
      await ada.getByRole('menuitem', { name: /^Paste/ }).click()
    }
    await expect.poll(() => to.outline()).toBe('Elders\n  Veilig\n    Weerbaar\n    Geoefend')
    await ada.getByRole('button', { name: 'Details' }).click()
    const panel = ada.getByRole('complementary', { name: 'Details' })
    await expect(panel).toBeVisible()
    await to.tree.focus()
    await to.press('ArrowRight')
    await expect(to.node('Weerbaar')).toHaveAttribute('aria-selected', 'true')
    await expect(panel.getByText('CISO · Thuiszorg Zuid')).toBeVisible()
    await expect(panel.getByRole('button', { name: 'Go to Geoefend' })).toBeVisible()
  })
}

const texts: readonly [name: string, text: string, below: string][] = [
  ['indented text', 'Een\n\tEen a\n\tEen b\nTwee', '    Een\n      Een a\n      Een b\n    Twee'],
  ['Markdown', '# Een\n\n## Een a\n\n- Diep\n\n# Twee\n', '    Een\n      Een a\n        Diep\n    Twee'],
  ['a column of Excel', 'Een\r\nTwee\r\nDrie\r\n', '    Een\n    Twee\n    Drie'],
  [
    'a table of Excel',
    'Een\tEen a\r\nEen\tEen b\r\nTwee\t\r\n',
    '    Een\n      Een a\n      Een b\n    Twee',
  ],
  [
    'a list of Word',
    '•\tEen\r\no\tEen a\r\n▪\tDiep\r\no\tEen b\r\n•\tTwee\r\n',
    '    Een\n      Een a\n        Diep\n      Een b\n    Twee',
  ],
]

test('[E5] texts from elsewhere pasted on a node become a branch, in one step to undo', async ({
  ada,
  newBoard,
  openBoard,
}) => {
  const board = await openBoard(ada, await newBoard({ outline: 'Ambitie\n\tAs' }))
  for (const [name, text, below] of texts)
    await test.step(name, async () => {
      await putOnClipboard(ada, text)
      await board.select('As')
      await board.press('ControlOrMeta+v')
      await expect.poll(() => board.outline()).toBe(`Ambitie\n  As\n${below}`)
      await board.press('ControlOrMeta+z')
      await expect.poll(() => board.outline()).toBe('Ambitie\n  As')
    })
})

test('[E5] a long list is shown first; a very long one comes in parts', async ({
  ada,
  newBoard,
  openBoard,
}) => {
  const board = await openBoard(ada, await newBoard({ outline: 'Ambitie\n\tAs' }))
  const lines = (count: number) =>
    Array.from({ length: count }, (_, index) => `Regel ${index + 1}`).join('\n')
  await putOnClipboard(ada, lines(2_500))
  await board.select('As')
  await board.press('ControlOrMeta+v')
  const dialog = ada.getByRole('dialog')
  await expect(dialog).toContainText(
    'These are 2,500 lines. You can add 1,000 at once. Below is part 1 of 3.',
  )
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toHaveCount(0)
  await putOnClipboard(ada, lines(25))
  await board.select('As')
  await board.press('ControlOrMeta+v')
  await expect(dialog).toContainText('Goes under ‘As’')
  await expect(board.node('Regel 1')).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Add 25 bubbles' }).click()
  await expect(board.tree.getByRole('treeitem', { name: /^Regel / })).toHaveCount(25)
})
