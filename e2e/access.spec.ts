import { randomUUID } from 'node:crypto'
import WebSocket from 'ws'
import { BoardPage } from './board-page.ts'
import { expect, test } from './fixtures.ts'

test('a board that is not mine and one that does not exist are the same to me', async ({
  api,
  browserOf,
  newBoard,
  people,
}) => {
  const hidden = await newBoard({ title: 'Geheim plan', outline: 'Ambitie' })
  const carla = await browserOf(people.carla)
  const asCarla = await api(people.carla)
  const pageOf = async (id: string) => {
    const answer = await carla.goto(`/boards/${id}`)
    return {
      status: answer?.status(),
      title: await carla.title(),
      text: await carla.getByRole('main').innerText(),
    }
  }
  const answersOf = async (id: string) => {
    const calls = [
      asCarla.get(`/api/v1/boards/${id}`),
      asCarla.patch(`/api/v1/boards/${id}`, { data: { title: 'Van mij' } }),
      asCarla.delete(`/api/v1/boards/${id}`),
      asCarla.post(`/api/v1/boards/${id}/restore`),
      asCarla.post(`/api/v1/boards/${id}/duplicate`, { data: {} }),
      asCarla.get(`/api/v1/boards/${id}/members`),
      asCarla.post(`/api/v1/boards/${id}/members`, { data: { email: people.carla.email, role: 'owner' } }),
      asCarla.post(`/api/v1/boards/${id}/commands`, { data: { command: 'history.undo', args: {} } }),
      asCarla.post(`/api/v1/boards/${id}/import?format=text`, { data: 'Ambitie' }),
      asCarla.get(`/api/v1/boards/${id}/export/svg`),
      carla.request.get(`/boards/${id}/preview`),
    ]
    return Promise.all(
      calls.map(async (call) => {
        const answer = await call
        return `${answer.status()} ${await answer.text()}`
      }),
    )
  }
  const nowhere = randomUUID()
  const theirs = await pageOf(hidden)
  expect(theirs.status).toBe(404)
  expect(theirs.text).toContain('There is no page here')
  expect(await pageOf(nowhere)).toEqual(theirs)
  expect(await pageOf('not-an-id')).toEqual(theirs)
  const answers = await answersOf(hidden)
  expect(answers.filter((answer) => !answer.startsWith('404'))).toEqual([])
  expect(await answersOf(nowhere)).toEqual(answers)
  expect(await answersOf('not-an-id')).toEqual(answers)
})

test('[R1] a viewer reads, and the board never looks as if it could be edited', async ({
  api,
  browserOf,
  newBoard,
  openBoard,
  people,
}) => {
  const id = await newBoard({ outline: 'Ambitie\n\tAs een\n\t\tDoel een' })
  const asAda = await api(people.ada)
  await asAda.post(`/api/v1/boards/${id}/members`, { data: { email: people.carla.email, role: 'viewer' } })
  const carla = await browserOf(people.carla)
  const controls = [
    'input:not([type=search])',
    'textarea',
    '[contenteditable=true]',
    '[role=combobox]',
    'button:is([aria-label="Bubble below"], [aria-label="Remove"], [aria-label="Undo"]):not(:disabled, [aria-disabled=true])',
  ].join()
  // Watches every moment of the opening: what flashes by counts too.
  await carla.addInitScript((selector) => {
    const seen: string[] = []
    Object.assign(window, { editable: seen })
    new MutationObserver(() => {
      for (const one of document.querySelectorAll(selector)) seen.push(one.outerHTML.slice(0, 120))
    }).observe(document, { subtree: true, childList: true, attributes: true })
  }, controls)
  const board = await openBoard(carla, id)
  await expect(board.saving).toHaveText('Read only')
  const before = await board.outline()

  await board.select('Doel een')
  for (const keys of ['Tab', 'F2', 'a', 'Delete', 'Shift+Enter', 'ControlOrMeta+Enter', 'Alt+ArrowLeft'])
    await board.press(keys)
  await board.select('Doel een')
  await board.click('Doel een', { clickCount: 2 })
  await carla.getByRole('button', { name: 'Details' }).click()
  await expect(carla.getByRole('complementary', { name: 'Details' }).getByText('Doel een')).toBeVisible()
  await carla.getByRole('button', { name: 'List and tree' }).click()
  await expect(board.line('Doel een')).toBeVisible()
  await board.line('Doel een').dblclick()
  await board.press('Enter')
  expect(await carla.evaluate(() => (window as unknown as { editable: string[] }).editable)).toEqual([])
  expect(await board.outline()).toBe(before)
  await expect(board.saving).toHaveText('Read only')

  const asCarla = await api(people.carla)
  const refused = await asCarla.patch(`/api/v1/boards/${id}`, { data: { title: 'Van mij' } })
  expect(refused.status()).toBe(403)
  const tree = await (await asCarla.get(`/api/v1/boards/${id}`)).json()
  const command = await asCarla.post(`/api/v1/boards/${id}/commands`, {
    data: { command: 'node.remove', args: { ids: [tree.nodes[0].id] } },
  })
  expect(command.status()).toBe(403)
  expect(await (await asCarla.get(`/api/v1/boards/${id}`)).json()).toEqual(tree)
})

test('who is taken off a board loses the page that is open', async ({
  ada,
  bram,
  newBoard,
  openBoard,
  people,
}) => {
  const id = await newBoard({ title: 'Zonder Bram', outline: 'Ambitie' })
  await openBoard(bram, id)
  await openBoard(ada, id)
  await ada.getByRole('button', { name: 'Members' }).click()
  await ada.getByRole('button', { name: `Take ${people.bram.name} off the board` }).click()
  const dialog = bram.getByRole('dialog', { name: 'This board is no longer available to you' })
  await expect(dialog).toBeVisible({ timeout: 5_000 })
  await dialog.getByRole('button', { name: 'To my boards' }).click()
  await expect(bram.getByRole('heading', { name: 'My boards' })).toBeVisible()
  await expect(bram.getByRole('link', { name: 'Zonder Bram' })).toHaveCount(0)
  expect((await bram.goto(`/boards/${id}`))?.status()).toBe(404)
})

test('an editor who becomes a viewer sees it at once', async ({ api, bram, newBoard, openBoard, people }) => {
  const id = await newBoard({ outline: 'Ambitie' })
  const board = await openBoard(bram, id)
  await board.isSaved()
  const asAda = await api(people.ada)
  await asAda.post(`/api/v1/boards/${id}/members`, { data: { email: people.bram.email, role: 'viewer' } })
  await expect(board.saving).toHaveText('Read only')
  await expect(bram.getByRole('textbox', { name: 'Title of the board' })).toHaveCount(0)
})

test('a visitor who is not signed in goes to sign-in and back, and nowhere else', async ({
  browser,
  house,
  newBoard,
  people,
}) => {
  const id = await newBoard({ outline: 'Ambitie' })
  const context = await browser.newContext({ baseURL: house.url, locale: 'en-GB' })
  const page = await context.newPage()
  for (const path of ['/boards', '/boards/new', '/settings', '/settings/administration', `/boards/${id}`]) {
    await page.goto(path)
    await expect(page).toHaveURL(`${house.url}/sign-in?next=${encodeURIComponent(path)}`)
  }
  const fill = async () => {
    await page.getByLabel('E-mail address').fill(people.bram.email)
    await page.getByLabel('Password').fill(people.bram.password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  }
  await fill()
  await expect(page).toHaveURL(`${house.url}/boards/${id}`)
  await new BoardPage(page).isReady()
  for (const elsewhere of ['//elders.example', '/\\elders.example', 'https://elders.example/']) {
    await context.clearCookies()
    await page.goto(`/sign-in?next=${encodeURIComponent(elsewhere)}`)
    await fill()
    await expect(page).toHaveURL(`${house.url}/boards`)
  }
  await context.close()
})

test('the pages of the administrator are for administrators', async ({ bram }) => {
  expect((await bram.goto('/settings/administration'))?.status()).toBe(404)
  await bram.goto('/settings')
  await expect(bram.getByRole('link', { name: 'Administration' })).toHaveCount(0)
})

test('the HTTP interface answers nobody without a token', async ({ house, newBoard, playwright }) => {
  const id = await newBoard()
  const nobody = await playwright.request.newContext({ baseURL: house.url })
  const wrong = { authorization: 'Bearer not-a-token' }
  for (const headers of [{}, wrong]) {
    for (const answer of [
      await nobody.get('/api/v1/boards', { headers }),
      await nobody.post('/api/v1/boards', { headers, data: { title: 'Van niemand' } }),
      await nobody.get(`/api/v1/boards/${id}`, { headers }),
      await nobody.delete(`/api/v1/boards/${id}`, { headers }),
    ]) {
      expect(answer.status()).toBe(401)
      expect(answer.headers()['content-type']).toBe('application/problem+json')
      expect((await answer.json()).code).toBe('session.missing')
    }
  }
  await nobody.dispose()
})

test('a page of another site cannot act with my session', async ({
  ada,
  bram,
  house,
  newBoard,
  openBoard,
}) => {
  const id = await newBoard({ title: 'Blijft zo' })
  const foreign = { origin: 'https://elders.example' }
  for (const answer of [
    await ada.request.post('/api/v1/boards', { headers: foreign, data: { title: 'Ingeslopen' } }),
    await ada.request.delete(`/api/v1/boards/${id}`, { headers: foreign }),
    await ada.request.post('/boards/new/file', { headers: foreign, data: { format: 'bollenboom/1' } }),
  ]) {
    expect(answer.status()).toBe(403)
    expect((await answer.json()).code).toBe('origin.foreign')
  }
  const list = await (await ada.request.get('/api/v1/boards')).json()
  expect(list.boards.map((board: { title: string }) => board.title)).not.toContain('Ingeslopen')
  await openBoard(bram, id)

  const cookie = (await ada.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const knock = (origin: string) =>
    new Promise<string>((resolve) => {
      const socket = new WebSocket(`${house.url.replace('http', 'ws')}/sync/${id}.1`, {
        headers: { cookie, origin },
      })
      socket.once('open', () => {
        socket.close()
        resolve('let in')
      })
      socket.once('unexpected-response', (_, response) => {
        response.resume()
        resolve(`refused with ${response.statusCode}`)
      })
      socket.on('error', () => resolve('refused'))
    })
  expect(await knock(house.url)).toBe('let in')
  expect(await knock(foreign.origin)).toBe('refused with 403')
})

test('blocking an account ends its sessions', async ({ ada, browserOf, house }) => {
  const dirk = { name: 'Dirk', email: 'dirk@zorg.example', password: 'een zin voor Dirk alleen', token: '' }
  house.admin(['user', 'add', dirk.email, '--name', dirk.name, '--password-stdin'], `${dirk.password}\n`)
  const his = await browserOf(dirk)
  await ada.goto('/settings/administration')
  await ada.getByRole('button', { name: 'What to do with the account of Dirk?' }).click()
  await ada.getByRole('menuitem', { name: 'Block' }).click()
  await expect(ada.getByText('Dirk can no longer sign in and was signed out.')).toBeVisible()
  await his.goto('/boards')
  await expect(his).toHaveURL(/\/sign-in/)
  await his.getByLabel('E-mail address').fill(dirk.email)
  await his.getByLabel('Password').fill(dirk.password)
  await his.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(his.getByRole('main').getByRole('alert')).toContainText(/blocked|wrong/)
})
