import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { eachDatabase } from '#server/db/testkit.ts'
import { addBoard, addPerson, addPersonTo, type TestPerson } from '#server/sync/testkit.ts'
import { startTestApi, type TestApi } from './testkit.ts'

eachDatabase('the API', ({ db }) => {
  let api: TestApi
  let anna: TestPerson
  let token: string
  let board: string

  beforeEach(async () => {
    api = startTestApi(db())
    anna = await addPerson(db(), 'Anna')
    token = await api.tokenOf(anna)
    board = await addBoard(db(), anna)
  })
  afterEach(() => api.live.close())

  describe('who calls', () => {
    it('turns strangers away', async () => {
      const answer = await api.call('GET', '/boards')
      expect(answer.status).toBe(401)
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
      expect(answer.json()).toMatchObject({
        status: 401,
        code: 'session.missing',
        type: 'urn:bollenboom:problem:session.missing',
      })
    })

    it('wants our own Origin with a cookie, for writing', async () => {
      const cookie = anna.cookie
      expect((await api.call('GET', '/boards', { headers: { cookie } })).status).toBe(200)
      const foreign = { cookie, origin: 'http://evil.example' }
      expect((await api.call('DELETE', `/boards/${board}`, { headers: foreign })).json()).toMatchObject({
        code: 'origin.foreign',
        status: 403,
      })
      const own = { cookie, origin: 'http://127.0.0.1:3000' }
      expect(
        (await api.call('PATCH', `/boards/${board}`, { headers: own, body: { title: 'Eigen' } })).status,
      ).toBe(204)
    })

    it('answers the same for a board of others and for one that does not exist', async () => {
      const cor = await api.tokenOf(await addPerson(db(), 'Cor'))
      const unknown = '00000000-0000-7000-8000-000000000000'
      for (const method of ['GET', 'DELETE', 'PATCH']) {
        const body = method === 'PATCH' ? { title: 'x' } : undefined
        const [theirs, none] = await Promise.all(
          [board, unknown].map((id) => api.call(method, `/boards/${id}`, { token: cor, body })),
        )
        expect(theirs?.status).toBe(404)
        expect(theirs?.text).toBe(none?.text)
      }
    })

    it('speaks the language of the caller', async () => {
      const dutch = await api.call('GET', '/boards/x', { token, headers: { 'accept-language': 'nl-NL' } })
      const english = await api.call('GET', '/boards/x', {
        token,
        headers: { 'accept-language': 'en-GB,nl;q=0.5' },
      })
      expect(dutch.json().title).not.toBe(english.json().title)
    })
  })

  it('makes a board from a template, in both languages', async () => {
    for (const language of ['nl', 'en']) {
      const made = await api.call('POST', '/boards', {
        token,
        body: { template: 'drie-digitale-assen', language, planYear: 2027 },
      })
      expect(made.status).toBe(201)
      const { id, epoch, url } = made.json()
      expect({ epoch, url }).toEqual({ epoch: 1, url: expect.stringMatching(`/boards/${id}$`) })
      const read = (await api.call('GET', `/boards/${id}`, { token })).json()
      expect(read).toMatchObject({ format: 'bollenboom/1', language, planYear: 2027 })
      expect((read.nodes as unknown[]).length).toBeGreaterThan(10)
    }
  })

  it('makes a board from an outline and from board JSON', async () => {
    const outline = [
      { title: 'Ambitie', children: [{ title: 'As', kind: 'axis', children: [{ title: 'Doel' }] }] },
    ]
    const made = (await api.call('POST', '/boards', { token, body: { title: 'Plan', outline } })).json()
    const read = (await api.call('GET', `/boards/${made.id}`, { token })).json()
    expect((read.nodes as { title: string; kind: string }[]).map((node) => [node.title, node.kind])).toEqual([
      ['Ambitie', 'ambition'],
      ['As', 'axis'],
      ['Doel', 'goal'],
    ])
    const copy = (
      await api.call('POST', '/boards', { token, body: { board: { ...read, surprise: { kept: 1 } } } })
    ).json()
    expect((await api.call('GET', `/boards/${copy.id}`, { token })).json()).toEqual({
      ...read,
      surprise: { kept: 1 },
    })
  })

  it.each([
    ['an unknown template', { template: 'nope' }, 404, 'template.unknown'],
    ['no title', {}, 400, 'args.invalid'],
    ['a title that is far too long', { title: 'x'.repeat(100_000) }, 400, 'args.invalid'],
    ['a file of another kind', { board: { format: 'something' } }, 415, 'file.wrong-format'],
  ])('refuses %s with one sentence and makes nothing', async (_, body, status, code) => {
    const answer = await api.call('POST', '/boards', { token, body })
    expect(answer.json()).toMatchObject({ status, code, title: expect.stringMatching(/\w+ .+\.$/) })
    expect(((await api.call('GET', '/boards', { token })).json().boards as unknown[]).length).toBe(1)
  })

  it('refuses broken JSON and a body that is too large', async () => {
    expect((await api.call('POST', '/boards', { token, body: '{"title"' })).json()).toMatchObject({
      code: 'args.invalid',
    })
    const large = await api.call('POST', '/boards', { token, body: `{"title":"${'x'.repeat(3_000_000)}"}` })
    expect(large.json()).toMatchObject({ status: 413, code: 'file.too-large' })
  })

  it('runs a command of the registry under the rights of the caller', async () => {
    const command = { command: 'node.set-title', args: { id: 'root', title: 'Anders' } }
    const answer = await api.call('POST', `/boards/${board}/commands`, { token, body: command })
    expect(answer.status, answer.text).toBe(200)
    const nodes = (await api.call('GET', `/boards/${board}`, { token })).json().nodes
    expect(nodes).toMatchObject([{ id: 'root', title: 'Anders' }])
    const cor = await addPerson(db(), 'Cor')
    await addPersonTo(db(), board, cor.userId, 'viewer')
    const refused = await api.call('POST', `/boards/${board}/commands`, {
      token: await api.tokenOf(cor),
      body: command,
    })
    expect(refused.json()).toMatchObject({ status: 403, code: 'right.missing' })
    const unknown = await api.call('POST', `/boards/${board}/commands`, {
      token,
      body: { command: 'no.such' },
    })
    expect(unknown.json()).toMatchObject({ status: 404, code: 'command.unknown' })
  })

  it('renames, puts away, duplicates, deletes and restores', async () => {
    const path = `/boards/${board}`
    const listed = async (state: string) =>
      (
        (await api.call('GET', `/boards?state=${state}`, { token })).json().boards as {
          id: string
          title: string
        }[]
      ).map(({ title }) => title)
    await api.call('PATCH', path, { token, body: { title: 'Nieuw', archived: true } })
    expect([await listed('active'), await listed('archived')]).toEqual([[], ['Nieuw']])
    await api.call('PATCH', path, { token, body: { archived: false } })
    expect((await api.call('POST', `${path}/duplicate`, { token, body: { title: 'Kopie' } })).status).toBe(
      201,
    )
    expect((await listed('active')).sort()).toEqual(['Kopie', 'Nieuw'])
    expect((await api.call('DELETE', path, { token })).status).toBe(204)
    expect((await api.call('GET', path, { token })).status).toBe(404)
    expect(await listed('deleted')).toEqual(['Nieuw'])
    expect((await api.call('POST', `${path}/restore`, { token })).status).toBe(204)
    expect((await api.call('GET', path, { token })).status).toBe(200)
  })

  it.each([
    ['svg', 'image/svg+xml; charset=utf-8', /^<svg[^>]* lang="en".*Samen digitaal/s],
    ['json', 'application/json; charset=utf-8', /"format": "bollenboom\/1"/],
    ['md', 'text/markdown; charset=utf-8', /Samen digitaal/],
    ['txt', 'text/plain; charset=utf-8', /^Samen digitaal/],
    ['png', 'image/png', /PNG/],
  ])('exports %s', async (format, type, content) => {
    const byAddress = await api.call('GET', `/boards/${board}/export/${format}?lang=en&node=root`, { token })
    expect(byAddress.status, byAddress.text.slice(0, 300)).toBe(200)
    expect(byAddress.headers.get('content-type')).toBe(type)
    expect(byAddress.headers.get('content-disposition')).toContain(`samen-digitaal.${format}`)
    expect(byAddress.text).toMatch(content)
    const wish = {
      node: null,
      orientation: 'down',
      collapsed: ['root'],
      language: 'en',
      theme: 'print',
      width: 900,
      dpi: 300,
    }
    const byBody = await api.call('POST', `/boards/${board}/export/${format}`, { token, body: wish })
    expect(byBody.text).toMatch(content)
  })

  it('refuses to export what is not there', async () => {
    expect((await api.call('GET', `/boards/${board}/export/docm`, { token })).status).toBe(400)
    expect((await api.call('GET', `/boards/${board}/export/svg?node=gone`, { token })).json()).toMatchObject({
      code: 'node.missing',
    })
    expect(
      (await api.call('GET', `/boards/${board}/export/png?width=30000`, { token })).json(),
    ).toMatchObject({ code: 'figure.too-large' })
  })

  it('imports text, Markdown and board JSON below a node; a dry run changes nothing', async () => {
    const titles = async () =>
      ((await api.call('GET', `/boards/${board}`, { token })).json().nodes as { title: string }[]).map(
        (node) => node.title,
      )
    const path = `/boards/${board}/import`
    const text = 'Digitaal contact\n\tBeeldbellen\n\tVeilig berichten'
    const dry = await api.call('POST', `${path}?dryRun=1`, { token, body: text })
    expect(dry.json(), dry.text).toMatchObject({
      applied: false,
      added: [{ level: 2 }, { level: 3, title: 'Beeldbellen' }, { level: 3 }],
    })
    expect(await titles()).toEqual(['Samen digitaal'])
    expect((await api.call('POST', path, { token, body: text })).json()).toMatchObject({ applied: true })
    expect(await titles()).toEqual(['Samen digitaal', 'Digitaal contact', 'Beeldbellen', 'Veilig berichten'])
    expect(
      (await api.call('POST', `${path}?format=md`, { token, body: '# Kop\n- punt' })).json(),
    ).toMatchObject({ added: [{ title: 'Kop' }, { title: 'punt' }] })
    const json = (await api.call('GET', `/boards/${board}`, { token })).text
    const links = '"links":[{"kind":"informs","from":"root","to":"gone"}]'
    const again = await api.call('POST', `${path}?node=root`, {
      token,
      body: json.replace('"links":[]', links),
    })
    expect(again.json()).toMatchObject({ skipped: [{ code: 'linkDropped' }] })
    expect(await titles()).toHaveLength(12)
  })

  it('refuses a file of 50 MB, one of ten thousand lines and one that is broken', async () => {
    const path = `/boards/${board}/import`
    const large = await api.call('POST', path, { token, body: new Uint8Array(50 * 1024 * 1024 + 1).fill(97) })
    expect(large.json()).toMatchObject({ status: 413, code: 'file.too-large' })
    const long = await api.call('POST', path, { token, body: 'regel\n'.repeat(10_000) })
    expect(long.json()).toMatchObject({ code: 'paste.too-many-lines', detail: { lines: 10_000 } })
    expect((await api.call('POST', path, { token, body: '{"format":' })).json()).toMatchObject({
      code: 'file.broken',
    })
    expect((await api.call('POST', `${path}?format=docm`, { token, body: 'x' })).status).toBe(400)
  })

  it('describes itself', async () => {
    const described = (await api.call('GET', '/openapi.json')).json()
    expect(Object.keys(described.paths as object)).toContain('/boards/{id}/commands')
    expect((await api.call('PUT', '/boards', { token })).status).toBe(405)
    expect((await api.call('GET', '/nothing', { token })).status).toBe(404)
  })
})
