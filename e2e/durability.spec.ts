import { expect, test } from './fixtures.ts'

test.describe('nothing that was Saved is lost', () => {
  test('kill -9 while typing, start again, and the page goes on', async ({
    ada,
    bram,
    house,
    newBoard,
    openBoard,
  }) => {
    const id = await newBoard({ title: 'Stroomuitval' })
    const [hers, his] = [await openBoard(ada, id), await openBoard(bram, id)]
    await hers.tree.focus()
    await hers.write('Ambitie')
    for (let round = 1; round <= 3; round++) {
      await hers.select('Ambitie')
      await hers.press('Tab')
      await hers.write(`Bewaard ${round}`)
      await hers.isSaved()
      await hers.press('Enter')
      await ada.keyboard.type(`Onderweg ${round}`)
      await house.kill()
      await expect(hers.saving).toHaveText(/no connection|not saved/i)
      await hers.press('Enter')
      await house.start()
      await hers.isSaved()
      await expect(his.node(`Onderweg ${round}`)).toHaveCount(1)
    }
    await ada.reload()
    await hers.isReady()
    for (let round = 1; round <= 3; round++) {
      await expect(hers.node(`Bewaard ${round}`)).toHaveCount(1)
      await expect(hers.node(`Onderweg ${round}`)).toHaveCount(1)
    }
  })

  test('SIGTERM ends within 20 s and everything is there after a start', async ({
    ada,
    house,
    newBoard,
    openBoard,
  }) => {
    const board = await openBoard(ada, await newBoard())
    await board.tree.focus()
    await board.write('Vlak voor het einde')
    await board.isSaved()
    const before = Date.now()
    expect(await house.stop()).toBe(0)
    expect(Date.now() - before).toBeLessThan(20_000)
    await house.start()
    await board.isSaved()
    await ada.reload()
    await board.isReady()
    await expect(board.node('Vlak voor het einde')).toHaveCount(1)
  })

  test('a session that ended while editing: sign in again and it is saved', async ({
    ada,
    api,
    people,
    newBoard,
    openBoard,
  }) => {
    const id = await newBoard()
    const board = await openBoard(ada, id)
    await board.tree.focus()
    const cookies = await ada.context().cookies()
    await ada.context().clearCookies({ name: /session-token/ })
    await ada.context().setOffline(true)
    await board.write('Zonder aanmelding')
    await ada.context().setOffline(false)
    await expect(ada.getByRole('dialog')).toContainText(/sign in again/i)
    expect(await (await (await api(people.ada)).get(`/api/v1/boards/${id}`)).text()).not.toContain(
      'Zonder aanmelding',
    )
    await ada.context().addCookies(cookies)
    await ada
      .getByRole('dialog')
      .getByRole('button', { name: /try again|i have signed in/i })
      .click()
    await board.isSaved()
    expect(await (await (await api(people.ada)).get(`/api/v1/boards/${id}`)).text()).toContain(
      'Zonder aanmelding',
    )
  })
})
