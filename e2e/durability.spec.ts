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
    house,
    people,
    newBoard,
    openBoard,
  }) => {
    const id = await newBoard()
    const board = await openBoard(ada, id)
    await board.tree.focus()
    await house.kill()
    await ada.context().clearCookies()
    await board.write('Zonder aanmelding')
    await house.start()
    const dialog = ada.getByRole('alertdialog').or(ada.getByRole('dialog'))
    await expect(dialog).toContainText(/sign in again/i)
    const stored = async () => (await (await api(people.ada)).get(`/api/v1/boards/${id}`)).text()
    expect(await stored()).not.toContain('Zonder aanmelding')
    const opened = ada.waitForEvent('popup')
    await dialog.getByRole('button', { name: /^sign in/i }).click()
    const popup = await opened
    await popup.getByLabel(/e-mail/i).fill(people.ada.email)
    await popup.getByLabel(/password/i).fill(people.ada.password)
    await popup.getByLabel(/password/i).press('Enter')
    await board.isSaved()
    expect(await stored()).toContain('Zonder aanmelding')
  })
})
