import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { BoardPage } from './board-page.ts'
import { expect, test } from './fixtures.ts'
import { planHouse } from './house.ts'

const megabyte = 1024 * 1024

/** Gives the page a board file to open, on the form for that. */
async function openFile(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page.goto('/boards/new')
  await page.getByRole('tab', { name: 'From a file' }).click()
  const file = { name, mimeType: 'application/json', buffer: Buffer.from(content) }
  await page.getByLabel('Board file (JSON)').setInputFiles(file)
  await page.getByRole('button', { name: 'Open board' }).click()
}

const refusal = (page: Page) => page.getByRole('main').getByRole('alert')

test('a large file that is a board comes in whole', async ({ ada }) => {
  const board = {
    format: 'bollenboom/1',
    title: 'Groot',
    nodes: [{ id: 'A', kind: 'ambition', title: 'Einde' }],
  }
  await openFile(ada, 'groot.json', ' '.repeat(20 * megabyte) + JSON.stringify(board))
  await expect(ada).toHaveURL(/\/boards\/[0-9a-f-]{36}$/)
  const opened = new BoardPage(ada)
  await opened.isReady()
  await expect(opened.node('Einde')).toHaveCount(1)
})

test.describe('files that cannot be taken say why and leave nothing behind', () => {
  test('broken JSON, something else, and a file of more than 50 MB', async ({ ada }, info) => {
    const count = async () => (await (await ada.request.get('/api/v1/boards')).json()).boards.length
    const before = await count()
    await openFile(ada, 'stuk.json', '{"format": "bollenboom/1", "nodes": [')
    await expect(refusal(ada)).toHaveText('This file is damaged and cannot be read.')
    await openFile(ada, 'anders.json', '{"format": "something-else/7"}')
    await expect(refusal(ada)).toContainText('This is not a Bollenboom board.')

    const large = info.outputPath('groot.json')
    writeFileSync(large, Buffer.alloc(51 * megabyte, ' '))
    await ada.getByLabel('Board file (JSON)').setInputFiles(large)
    await ada.getByRole('button', { name: 'Open board' }).click()
    await expect(refusal(ada)).toHaveText('This file is 51 MB. A board may be 50 MB at most.')
    expect(await count()).toBe(before)
    // The page refuses before the file travels; the server refuses who does not ask the page.
    const sent = await ada.request.post('/boards/new/file', {
      headers: { origin: new URL(ada.url()).origin },
      data: Buffer.alloc(51 * megabyte, ' '),
    })
    expect(await sent.json()).toMatchObject({ ok: false, code: 'file.too-large', detail: { limit: 50 } })
    expect(await count()).toBe(before)
  })

  test('over HTTP too: an unknown template, a broken body, a title without end', async ({ api, people }) => {
    const asAda = await api(people.ada)
    const make = (data: unknown) => asAda.post('/api/v1/boards', { data })
    const unknown = await make({ title: 'Bord', template: 'bestaat-niet', language: 'en' })
    expect(unknown.status()).toBe(404)
    expect((await unknown.json()).code).toBe('template.unknown')
    const broken = await asAda.post('/api/v1/boards', {
      headers: { 'content-type': 'application/json' },
      data: Buffer.from('{"title": '),
    })
    expect(broken.status()).toBe(400)
    expect((await broken.json()).code).toBe('args.invalid')
    const endless = await make({ title: 'x'.repeat(100_000) })
    expect(endless.status()).toBe(400)
    expect((await endless.json()).detail).toMatchObject({ field: 'title' })
  })
})

test('a title of 100,000 characters is cut where it is typed and refused where it is sent', async ({
  ada,
  api,
  newBoard,
  openBoard,
  people,
}) => {
  const id = await newBoard({ outline: 'Ambitie' })
  const asAda = await api(people.ada)
  const {
    nodes: [{ id: node }],
  } = await (await asAda.get(`/api/v1/boards/${id}`)).json()
  const title = 'w'.repeat(100_000)
  const sent = await asAda.post(`/api/v1/boards/${id}/commands`, {
    data: { command: 'node.set-title', args: { id: node, title } },
  })
  expect(sent.ok()).toBe(false)
  expect(JSON.stringify(await sent.json())).toContain('500')

  const board = await openBoard(ada, id)
  await board.select('Ambitie')
  await board.press('F2')
  await ada.locator('[data-place=canvas] textarea').fill(title)
  await board.press('Enter')
  await expect(board.tree.getByRole('treeitem')).toHaveCount(1)
  await board.isSaved()
  await expect
    .poll(async () => (await (await asAda.get(`/api/v1/boards/${id}`)).json()).nodes[0].title.length)
    .toBe(500)
})

test('a paste of 10,000 lines is offered in parts, with the number', async ({ ada, newBoard, openBoard }) => {
  const id = await newBoard({ outline: 'Ambitie' })
  const board = await openBoard(ada, id)
  await board.select('Ambitie')
  await ada.evaluate(() => {
    const clipboardData = new DataTransfer()
    const lines = Array.from({ length: 10_000 }, (_, line) => `Regel ${line + 1}`)
    clipboardData.setData('text/plain', lines.join('\n'))
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  })
  const dialog = ada.getByRole('dialog', { name: 'Add a list or a file' })
  await expect(dialog).toContainText('These are 10,000 lines. You can add 1,000 at once.')
  await expect(dialog).toContainText('part 1 of 10')
  await dialog.getByRole('button', { name: 'Add 1,000 bubbles' }).click()
  await expect(dialog).toContainText('part 2 of 10')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toHaveCount(0)
  await board.isSaved()
  const { nodes } = await (await ada.request.get(`/api/v1/boards/${id}`)).json()
  expect(nodes).toHaveLength(1_001)
})

test('a file with faults is repaired, says what changed, and keeps what it does not know', async ({
  ada,
}) => {
  const file = {
    format: 'bollenboom/1',
    title: 'Met fouten',
    language: 'en',
    planYear: 'volgend jaar',
    laterField: { kept: true },
    roles: [{ id: 'R1', title: 'Manager zorg', phone: '123' }],
    nodes: [
      { id: 'A', kind: 'ambition', title: 'Ambitie', order: 'a0', futureField: [1, 2, 3] },
      { id: 'B', kind: 'goal', title: 'Doel', parent: 'A', order: 'a0', status: 42 },
      { id: 'C', kind: 'goal', title: 17, parent: 'A', order: 'a1' },
      { id: 'D', kind: 'raket', title: 'Onbekend', parent: 'weg', order: 'a1' },
    ],
    links: [
      { id: 'L1', kind: 'depends_on', from: 'A', to: 'nergens' },
      { id: 'L2', kind: 'depends_on', from: 'B', to: 'C' },
    ],
  }
  await openFile(ada, 'fouten.json', JSON.stringify(file))
  const report = ada.getByRole('status').filter({ hasText: 'Not everything in the file' })
  await expect(report).toContainText('A link from A to nergens was left out')
  await expect(report).toContainText('‘Onbekend’ became a note')
  await expect(report).toContainText('‘Onbekend’ now stands at the top')
  await expect(report).toContainText('The field status of ‘Doel’ was left out')
  await report.getByRole('link', { name: 'To the board' }).click()
  await expect(ada).toHaveURL(/\/boards\/[0-9a-f-]{36}$/)
  await new BoardPage(ada).isReady()

  const back = await (await ada.request.get(`/api/v1/boards/${ada.url().split('/').at(-1)}`)).json()
  const node = (id: string) => back.nodes.find((one: { id: string }) => one.id === id)
  expect(back).toMatchObject({ title: 'Met fouten', planYear: null, laterField: { kept: true } })
  expect(back.roles).toEqual([expect.objectContaining({ id: 'R1', phone: '123' })])
  expect(node('A')).toMatchObject({ futureField: [1, 2, 3] })
  expect(node('B').status ?? null).toBeNull()
  expect(node('C').title).toBe('')
  expect(node('D')).toMatchObject({ kind: 'note' })
  expect(node('D').parent ?? null).toBeNull()
  expect(back.links).toEqual([expect.objectContaining({ id: 'L2', from: 'B', to: 'C' })])
})

type Ending = { readonly code: number | null; readonly said: string }

/** Starts the built server with this environment and answers how it ended and what it complained of. */
function startWith(env: Record<string, string>): Promise<Ending> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, '../dist/main.js')], {
      env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'warn', HOST: '127.0.0.1', ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: 20_000,
    })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, said: said.trim() }))
  })
}

test.describe('a start that cannot be is refused in one sentence', () => {
  test('a port in use, and a data directory in use', async ({ house, people }) => {
    expect(people).toBeDefined()
    const port = new URL(house.url).port
    const other = await planHouse()
    const busyPort = await startWith({ PORT: port, DATA_DIR: other.dataDir })
    expect(busyPort).toEqual({
      code: 1,
      said: `PORT ${port} is in use on 127.0.0.1: stop the program that has it, or choose another PORT.`,
    })
    const busyDir = await startWith({ PORT: '0', DATA_DIR: house.dataDir })
    expect(busyDir.code).toBe(1)
    expect(busyDir.said).toMatch(
      /^The data directory \S+ is in use by process \d+: stop that process, or choose another DATA_DIR\.$/,
    )
    await other.demolish()
  })

  test('values that cannot be used, named', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'bollenboom-start-'))
    for (const [name, value] of [
      ['PORT', 'drieduizend'],
      ['PORT', '70000'],
      ['PUBLIC_URL', 'zorg.example/bord'],
      ['DATABASE_URL', 'mysql://localhost/bollen'],
      ['LOG_LEVEL', 'alles'],
    ] as const) {
      const { code, said } = await startWith({ PORT: '0', DATA_DIR: dataDir, [name]: value })
      expect(code, said).toBe(1)
      expect(said).toMatch(new RegExp(`^${name} cannot be used: it must be [^\\n]+\\.$`))
    }
    rmSync(dataDir, { recursive: true })
  })

  test('a database that cannot be opened', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'bollenboom-start-'))
    writeFileSync(
      join(dataDir, 'bollenboom.db'),
      'this is no database at all, but long enough to look at'.repeat(40),
    )
    const garbage = await startWith({ PORT: '0', DATA_DIR: dataDir })
    expect(garbage.code).toBe(1)
    expect(garbage.said).toMatch(/^The database in the data directory \S+ cannot be opened: [^\n]*\.$/)

    const file = join(dataDir, 'a-file')
    writeFileSync(file, '')
    const notADirectory = await startWith({ PORT: '0', DATA_DIR: file })
    expect(notADirectory.code).toBe(1)
    expect(notADirectory.said).toMatch(/^[^\n]*(DATA_DIR|data directory)[^\n]*a-file[^\n]*\.$/i)

    mkdirSync(join(dataDir, 'leeg'))
    const nobodyThere = await startWith({
      PORT: '0',
      DATA_DIR: join(dataDir, 'leeg'),
      DATABASE_URL: 'postgres://bollen:geheim@127.0.0.1:1/bollen',
    })
    expect(nobodyThere.code).toBe(1)
    expect(nobodyThere.said).toMatch(/^[^\n]*127\.0\.0\.1[^\n]*\.$/)
    expect(nobodyThere.said).not.toContain('geheim')
    rmSync(dataDir, { recursive: true })
  })
})
