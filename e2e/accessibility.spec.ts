import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const outline =
  'Zorg die blijft\n\tInformatieveiligheid\n\t\tIedereen logt veilig in\n\tDigitale zorg\n\t\tThuis meten'

/** What axe holds against a page as it is now, one line a fault. In the dark only colours can differ, so only they are looked at again. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  const light = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  const dark = await new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']).analyze()
  return [...light.violations, ...dark.violations].flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  )
}

/** Every state of a page that people meet, by name, and how to get there and back. */
type State = {
  readonly name: string
  readonly enter: () => Promise<unknown>
  readonly leave?: () => Promise<unknown>
}

async function expectNoFaults(page: Page, states: readonly State[]): Promise<void> {
  for (const { name, enter, leave } of states) {
    await enter()
    expect.soft(await faultsOf(page), name).toEqual([])
    await leave?.()
  }
}

const paths = [
  '/boards',
  '/boards/archive',
  '/boards/bin',
  '/settings',
  '/settings/administration',
  '/nowhere',
]

const looks = { reducedMotion: 'reduce', viewport: { width: 1280, height: 800 } } as const

test('[Q5] axe finds nothing on the pages, light or dark', async ({ browserOf, newBoard, people }) => {
  await newBoard({ outline })
  const ada = await browserOf(people.ada, looks)
  const tab = (name: string) => () => ada.getByRole('tab', { name }).click()
  const back = () => ada.keyboard.press('Escape')
  await expectNoFaults(ada, [
    ...paths.map((path) => ({ name: path, enter: () => ada.goto(path) })),
    {
      name: 'the menu of the account',
      enter: async () => {
        await ada.goto('/boards')
        await ada.getByRole('button', { name: 'Account of Ada' }).click()
        await expect(ada.getByRole('menuitem', { name: 'Sign out' })).toBeVisible()
      },
      leave: back,
    },
    {
      name: 'the menu of a board',
      enter: () =>
        ada
          .getByRole('button', { name: /^What to do with/ })
          .first()
          .click(),
    },
    {
      name: 'renaming',
      enter: () => ada.getByRole('menuitem', { name: 'Rename…' }).click(),
      leave: back,
    },
    { name: 'templates', enter: () => ada.goto('/boards/new') },
    {
      name: 'a template',
      enter: () =>
        ada
          .getByRole('button', { name: /^Goal tree|^Doelenboom/ })
          .first()
          .click(),
      leave: back,
    },
    { name: 'four questions', enter: tab('With four questions') },
    { name: 'a blank sheet', enter: tab('With a blank sheet') },
    { name: 'a file', enter: tab('From a file') },
  ])
})

test('[Q5] axe finds nothing at the door, light or dark', async ({ browser, house, ada }) => {
  await ada.goto('/settings/administration')
  await ada.getByRole('button', { name: 'Make invitation' }).click()
  const link = await ada.getByLabel('Invitation link').inputValue()
  expect(await faultsOf(ada)).toEqual([])
  const context = await browser.newContext({ baseURL: house.url, locale: 'en-GB', ...looks })
  const page = await context.newPage()
  await expectNoFaults(page, [
    { name: 'sign-in', enter: () => page.goto('/sign-in') },
    {
      name: 'a refusal',
      enter: async () => {
        await page.getByLabel('E-mail address').fill('nobody@zorg.example')
        await page.getByLabel('Password').fill('not the password')
        await page.getByRole('button', { name: 'Sign in', exact: true }).click()
        await expect(page.getByRole('main').getByRole('alert')).not.toBeEmpty()
      },
    },
    { name: 'an invitation', enter: () => page.goto(link) },
    { name: 'an invitation that is over', enter: () => page.goto('/invitation/over') },
    { name: 'not found', enter: () => page.goto('/nowhere') },
  ])
  await context.close()
})

test('[Q5] axe finds nothing in the views and panels of a board, light or dark', async ({
  browserOf,
  newBoard,
  openBoard,
  people,
}) => {
  const id = await newBoard({ outline })
  const ada = await browserOf(people.ada, looks)
  const board = await openBoard(ada, id)
  const button = (name: string) => () => ada.getByRole('button', { name, exact: true }).click()
  const back = () => ada.keyboard.press('Escape')
  await expectNoFaults(ada, [
    { name: 'a node selected', enter: () => board.select('Digitale zorg') },
    { name: 'details', enter: button('Details') },
    {
      name: 'the menu of a node',
      enter: async () => {
        await board.click('Digitale zorg', { button: 'right' })
        await expect(ada.getByRole('menu')).toBeVisible()
      },
      leave: async () => {
        await back()
        await expect(ada.getByRole('menu')).toHaveCount(0)
      },
    },
    { name: 'typing a title', enter: () => board.press('F2'), leave: back },
    { name: 'find', enter: () => board.press('ControlOrMeta+f'), leave: back },
    { name: 'list', enter: button('List') },
    { name: 'filter', enter: button('Filter') },
  ])
})

test('[Q5] axe finds nothing in the dialogs of a board, light or dark', async ({
  browserOf,
  newBoard,
  openBoard,
  people,
}) => {
  const id = await newBoard({ outline })
  const ada = await browserOf(people.ada, looks)
  const board = await openBoard(ada, id)
  const button = (name: string) => () => ada.getByRole('button', { name, exact: true }).click()
  const dialog = (name: string, open: () => Promise<unknown>): State => ({
    name,
    enter: async () => {
      await open()
      await expect(ada.getByRole('dialog', { name })).toBeVisible()
    },
    leave: async () => {
      await ada.keyboard.press('Escape')
      await expect(ada.getByRole('dialog')).toHaveCount(0)
    },
  })
  await board.select('Digitale zorg')
  await expectNoFaults(ada, [
    dialog('Commands and bubbles', () => board.press('ControlOrMeta+k')),
    dialog('Keyboard shortcuts', () => board.press('?')),
    dialog('Export', button('Export')),
    dialog('Members', button('Members')),
    dialog('Add a list or a file', async () => {
      await board.press('ControlOrMeta+k')
      await board.write('Import')
    }),
  ])
})

/** Visible controls smaller than 24 by 24 px. Links in running text may be as high as their line. */
function smallTargets(): string[] {
  const controls =
    'a[href], button, input, select, textarea, summary, [role=tab], [role=menuitem], [role=separator][tabindex]'
  return [...document.querySelectorAll<HTMLElement>(controls)].flatMap((control) => {
    const target = control.closest('label') ?? control
    const { width, height } = target.getBoundingClientRect()
    const shown = control.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    const hidden =
      control.closest('.sr-only, [aria-hidden=true]') ??
      (/\bsr-only\b/.test(control.className) && target === control)
    const inText = control.tagName === 'A' && control.closest('p') !== null
    if (!shown || hidden || inText || width === 0 || (width >= 24 && height >= 24)) return []
    return [`${control.outerHTML.slice(0, 100)} is ${Math.round(width)} × ${Math.round(height)}`]
  })
}

test('[Q5] everything one points at is at least 24 px', async ({ ada, newBoard, openBoard }) => {
  const id = await newBoard({ outline })
  for (const path of ['/boards', '/boards/new', '/settings', '/settings/administration']) {
    await ada.goto(path)
    expect.soft(await ada.evaluate(smallTargets), path).toEqual([])
  }
  const board = await openBoard(ada, id)
  await board.select('Digitale zorg')
  for (const name of ['Details', 'List and tree', 'Filter']) {
    await ada.getByRole('button', { name, exact: true }).click()
    expect.soft(await ada.evaluate(smallTargets), name).toEqual([])
  }
  await ada.keyboard.press('Escape')
  await ada.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(ada.getByRole('dialog')).toBeVisible()
  expect.soft(await ada.evaluate(smallTargets), 'Export').toEqual([])
})

/** What has the focus, and whether it, a part of it or its frame shows that. */
function focusNow(): { readonly name: string; readonly visible: boolean } {
  const element = document.activeElement as HTMLElement
  const rings = (one: Element, part?: string) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one, part)
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
  }
  const frames = [...element.querySelectorAll('*'), ...[element.parentElement, element.closest('label')]]
  const visible =
    rings(element) || rings(element, '::after') || frames.some((one) => one !== null && rings(one))
  return { name: element.outerHTML.slice(0, 140), visible }
}

/** Walks a page with Tab until the round is over, leaving a tree with Escape first; answers the places where the focus does not show. */
async function blindSpots(page: Page, most: number): Promise<string[]> {
  const blind: string[] = []
  let walked = 0
  for (; walked < most; walked++) {
    await page.keyboard.press('Tab')
    const over = await page.evaluate(() => document.activeElement === document.body)
    if (over) break
    const { name, visible } = await page.evaluate(focusNow)
    if (!visible) blind.push(name)
    // On a chosen node Tab makes another; Escape leaves the node and then Tab goes on.
    if (name.includes('role="tree"')) await page.keyboard.press('Escape')
  }
  expect(walked).toBeGreaterThan(3)
  return blind
}

test('[Q5] who walks with the keyboard sees where they are', async ({ ada, newBoard, openBoard }) => {
  const id = await newBoard({ outline })
  for (const path of ['/boards', '/settings', '/settings/administration']) {
    await ada.goto(path)
    expect.soft(await blindSpots(ada, 25), path).toEqual([])
  }
  const board = await openBoard(ada, id)
  await ada.getByRole('button', { name: 'List and tree' }).click()
  await ada.getByRole('button', { name: 'Details' }).click()
  await ada.keyboard.press('Escape')
  await board.isReady()
  expect.soft(await blindSpots(ada, 40), 'the board').toEqual([])
})

/** Controls whose right side lies outside the window and that cannot be scrolled to. */
function outOfReach(): string[] {
  const scrolls = (one: Element) => /auto|scroll/.test(getComputedStyle(one).overflowX)
  return [...document.querySelectorAll<HTMLElement>('a[href], button, input, textarea')].flatMap(
    (control) => {
      const { left, right, width } = control.getBoundingClientRect()
      let parent = control.parentElement
      while (parent && !scrolls(parent)) parent = parent.parentElement
      const reachable = parent !== null && parent !== document.documentElement && parent !== document.body
      if (width <= 1 || reachable || !control.checkVisibility()) return []
      return right > innerWidth + 1 || left < -1 ? [control.outerHTML.slice(0, 120)] : []
    },
  )
}

const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)

test('at 360 px nothing scrolls sideways, and the board opens on the list', async ({
  browser,
  browserOf,
  house,
  newBoard,
  openBoard,
  people,
}) => {
  const viewport = { width: 360, height: 740 }
  const id = await newBoard({
    template: 'drie-digitale-assen',
    title: 'Een bord met een lange naam voor een klein scherm',
  })
  const door = await browser.newContext({ baseURL: house.url, viewport })
  const visitor = await door.newPage()
  const ada = await browserOf(people.ada, { viewport })
  const look = async (page: Page, path: string) => {
    await page.goto(path)
    expect.soft(await widthOf(page), path).toBeLessThanOrEqual(360)
    expect.soft(await page.evaluate(outOfReach), path).toEqual([])
  }
  for (const path of ['/sign-in', '/invitation/over']) await look(visitor, path)
  await door.close()
  for (const path of [...paths, '/boards/new']) await look(ada, path)
  for (const name of ['With four questions', 'With a blank sheet', 'From a file']) {
    await ada.getByRole('tab', { name }).click()
    expect.soft(await widthOf(ada), name).toBeLessThanOrEqual(360)
  }

  const board = await openBoard(ada, id)
  await expect(board.list).toBeVisible()
  await expect(board.tree).toHaveCount(0)
  expect.soft(await widthOf(ada), 'the board').toBeLessThanOrEqual(360)
  expect.soft(await ada.evaluate(outOfReach), 'the board').toEqual([])
  for (const name of ['Export', 'Members']) {
    await ada.getByRole('button', { name, exact: true }).click()
    await expect(ada.getByRole('dialog')).toBeVisible()
    expect.soft(await widthOf(ada), name).toBeLessThanOrEqual(360)
    expect.soft(await ada.evaluate(outOfReach), name).toEqual([])
    await ada.keyboard.press('Escape')
    await expect(ada.getByRole('dialog')).toHaveCount(0)
  }
  await ada.getByRole('button', { name: 'Tree', exact: true }).click()
  await expect(board.tree).toBeVisible()
  await expect(board.list).toHaveCount(0)
})

test('nothing moves for who asked for less motion', async ({ browserOf, newBoard, openBoard, people }) => {
  const id = await newBoard({ outline })
  const ada = await browserOf(people.ada, { reducedMotion: 'reduce' })
  const board = await openBoard(ada, id)
  await ada.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(ada.getByRole('dialog')).toBeVisible()
  const longest = () =>
    ada.evaluate(() =>
      Math.max(
        0,
        ...document.getAnimations().map((one) => Number(one.effect?.getComputedTiming().duration ?? 0)),
      ),
    )
  expect(await longest()).toBeLessThan(1)
  await ada.keyboard.press('Escape')
  await board.tree.focus()
  await board.press('ArrowRight')
  await picturesWhile(ada, async () => undefined)
  // Before, after, and what lies outside the window drawn once more at rest: a glide would show many on the way.
  const pictures = await picturesWhile(ada, async () => {
    await board.press('Space')
    await expect(board.node('Informatieveiligheid')).toHaveAttribute('aria-expanded', 'false')
  })
  expect(pictures).toBeGreaterThan(1)
  expect(pictures).toBeLessThanOrEqual(3)
})

/** How many different pictures the canvas shows while `act` runs and until it has come to rest. */
async function picturesWhile(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const seen = new Set<string>()
    Object.assign(window, { pictures: seen })
    const watch = () => {
      if ((window as unknown as { pictures: unknown }).pictures !== seen) return
      const papers = document.querySelectorAll<HTMLCanvasElement>('[data-place=canvas] .bb-paper canvas')
      seen.add([...papers].map((one) => one.toDataURL()).join())
      requestAnimationFrame(watch)
    }
    watch()
  })
  await act()
  return page.evaluate(async () => {
    const seen = (window as unknown as { pictures: Set<string> }).pictures
    // At rest: forty frames without a new picture.
    for (let still = 0, size = seen.size; still < 40; still++) {
      await new Promise((resolve) => requestAnimationFrame(resolve))
      if (seen.size !== size) {
        still = 0
        size = seen.size
      }
    }
    return seen.size
  })
}
