import { commands } from '#lib/commands/index.ts'
import { expect, test } from './fixtures.ts'

const outline = 'Ambitie\n\tAs een\n\t\tDoel een\n\t\t\tOfficiële stap\n\tAs twee\n\t\tDoel drie'

const plan = {
  format: 'bollenboom/1',
  title: 'Plan',
  language: 'en',
  classification: 'intern',
  planYear: 2027,
  organisations: [],
  roles: [{ id: 'role-a', title: 'CISO' }],
  nodes: [
    { id: 'a', kind: 'ambition', title: 'Ambitie', order: 'a0' },
    { id: 'b', kind: 'axis', title: 'As', order: 'a0', parent: 'a' },
    {
      id: 'c',
      kind: 'goal',
      title: 'Loopt',
      order: 'a0',
      parent: 'b',
      status: 'actief',
      ownerRole: 'role-a',
    },
    { id: 'd', kind: 'goal', title: 'Klaar', order: 'a1', parent: 'b', status: 'klaar' },
  ],
  links: [],
}

test('[V6] Ctrl+F opens what is folded above a hit, rings it and goes round', async ({
  ada,
  newBoard,
  openBoard,
}) => {
  const board = await openBoard(ada, await newBoard({ outline }))
  await board.press('Alt+1')
  await expect(board.tree.getByRole('treeitem')).toHaveCount(1)
  await board.press('ControlOrMeta+f')
  const field = ada.getByRole('searchbox', { name: 'Find on this board' })
  await expect(field).toBeFocused()
  await ada.keyboard.type('officiele')
  await expect(ada.getByRole('search')).toContainText('1 of 1')
  await expect(board.node('Officiële stap')).toBeInViewport()
  await expect(board.node('As twee')).toHaveCount(1)
  await expect(board.node('Doel drie')).toHaveCount(0)
  await field.fill('doel')
  await expect(ada.getByRole('search')).toContainText('1 of 2')
  await board.press('Enter')
  await expect(ada.getByRole('search')).toContainText('2 of 2')
  await expect(board.node('Doel drie')).toBeInViewport()
  await board.press('Enter')
  await expect(ada.getByRole('search')).toContainText('1 of 2')
  await board.press('Shift+Enter')
  await expect(ada.getByRole('search')).toContainText('2 of 2')
  await field.fill('bestaat niet')
  await expect(ada.getByRole('search')).toContainText('Nothing found')
  await field.fill('Doel drie')
  await board.press('Escape')
  await expect(ada.getByRole('search')).toHaveCount(0)
  await expect(board.tree).toBeFocused()
  await expect(board.node('Doel drie')).toHaveAttribute('aria-selected', 'true')
})

test('[V6] a filter of kind, status and owner stands in the address; another browser sees the same', async ({
  ada,
  bram,
  newBoard,
  openBoard,
}) => {
  const board = await openBoard(ada, await newBoard({ board: plan }))
  await board.press('ControlOrMeta+Shift+f')
  const panel = ada.getByRole('region', { name: 'Filter' })
  await panel.getByRole('checkbox', { name: /^Goal/ }).check()
  await expect(panel.getByText('2 bubbles match')).toBeVisible()
  await panel.getByRole('checkbox', { name: /^CISO/ }).check()
  await panel.getByRole('checkbox', { name: /^Running/ }).check()
  await expect(panel.getByText('1 bubble matches')).toBeVisible()
  await expect(ada).toHaveURL(/\?kind=goal&status=actief&owner=role-a$/)
  await board.press('Escape')
  await expect(panel).toHaveCount(0)

  await bram.goto(ada.url())
  const chips = bram.getByRole('list', { name: 'Active filter' })
  await expect(chips.getByRole('button')).toHaveText(['Goal', 'Running', 'CISO'])
  await bram.getByRole('button', { name: 'Remove Running from the filter' }).click()
  await expect(bram).toHaveURL(/\?kind=goal&owner=role-a$/)
  await bram.getByRole('button', { name: 'Clear filter' }).click()
  await expect(bram).toHaveURL(/\/boards\/[\w-]+$/)
  await expect(ada.getByRole('list', { name: 'Active filter' }).getByRole('button')).toHaveCount(3)
})

test('[V6] a filter fades what does not match, on the canvas and in the list', async ({
  ada,
  newBoard,
  openBoard,
}) => {
  const id = await newBoard({ board: plan })
  const board = await openBoard(ada, id)
  await ada.getByRole('button', { name: 'List and tree' }).click()
  await ada.goto(`${ada.url()}?status=klaar`)
  await board.isReady()
  await expect(board.line('Loopt')).toHaveCSS('opacity', '0.4')
  await expect(board.line('Klaar')).toHaveCSS('opacity', '1')
})

test('Ctrl+K runs a command by name and jumps to a bubble by title', async ({ ada, newBoard, openBoard }) => {
  const board = await openBoard(ada, await newBoard({ outline }))
  await board.select('Doel een')
  await board.press('ControlOrMeta+k')
  const field = ada.getByRole('combobox', { name: 'Find a command or a bubble' })
  await expect(field).toBeFocused()
  await ada.keyboard.type('bubble below')
  await board.press('Enter')
  await expect(field).toHaveCount(0)
  await board.write('Via het palet')
  await expect(board.node('Via het palet')).toHaveAttribute('aria-level', '4')
  await board.press('Alt+2')
  await expect(board.node('Officiële stap')).toHaveCount(0)
  await board.press('ControlOrMeta+k')
  await ada.keyboard.type('officiele')
  await expect(ada.getByRole('option', { selected: true })).toContainText('Officiële stap')
  await board.press('Enter')
  await expect(board.node('Officiële stap')).toHaveAttribute('aria-selected', 'true')
  await expect(board.tree).toBeFocused()
  await board.press('ControlOrMeta+k')
  await ada.keyboard.type('zzz')
  await expect(ada.getByText('Nothing found for ‘zzz’.')).toBeVisible()
  await board.press('Escape')
  await expect(board.tree).toBeFocused()
})

test('? shows every key there is', async ({ ada, newBoard, openBoard }) => {
  const board = await openBoard(ada, await newBoard({ outline }))
  await board.tree.focus()
  await board.press('Escape')
  await ada.keyboard.type('?')
  const sheet = ada.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(sheet).toBeVisible()
  const text = (await sheet.textContent()) ?? ''
  const shown: Readonly<Record<string, string>> = {
    Mod: 'Ctrl',
    Escape: 'Esc',
    ArrowUp: '↑',
    ArrowDown: '↓',
    ArrowLeft: '←',
    ArrowRight: '→',
    '-': '−',
  }
  const keys = commands
    .filter(({ id }) => !/^view\.level-[2-9]$/.test(id))
    .flatMap((command) => command.keys.slice(0, 1))
  expect(keys.length).toBeGreaterThan(40)
  for (const key of keys) {
    const words = key
      .split(/(?<=.)\+(?=.)/)
      .map((part) => shown[part] ?? part)
      .join('+')
    expect(text, key).toContain(words)
  }
  await board.press('Escape')
  await expect(sheet).toHaveCount(0)
  await expect(board.tree).toBeFocused()
})
