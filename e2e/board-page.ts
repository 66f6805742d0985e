import { expect, type Locator, type Page } from '@playwright/test'

/** An open board, spoken to as people do: by roles, names, keys and the pointer. Works in both languages. */
export class BoardPage {
  readonly page: Page
  readonly tree: Locator
  readonly list: Locator
  readonly saving: Locator

  constructor(page: Page) {
    this.page = page
    this.tree = page.locator('[data-place="canvas"]').getByRole('tree')
    this.list = page.locator('[data-place="list"]').getByRole('tree')
    this.saving = page.getByRole('status').filter({
      hasText:
        /saved|saving|connection|read only|refused|opgeslagen|opslaan|verbinding|alleen lezen|geweigerd/i,
    })
  }

  /** Waits until the board is there and can be worked on. */
  async isReady(): Promise<void> {
    await expect(this.page.locator('[data-place]').getByRole('treeitem').first()).toBeAttached()
    await expect(this.saving).toHaveText(/saved|read only|opgeslagen|alleen lezen/i)
  }

  /** A node on the canvas, by its whole title. */
  node(title: string): Locator {
    return this.tree.getByRole('treeitem', { name: title, exact: true })
  }

  /** A line of the list, by its whole title. */
  line(title: string): Locator {
    return this.list.getByRole('treeitem', { name: title, exact: true })
  }

  /** The middle of a node on the screen. */
  async middleOf(title: string): Promise<{ x: number; y: number }> {
    const box = await this.node(title).boundingBox()
    if (!box) throw new Error(`'${title}' is not on the screen.`)
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }

  async click(
    title: string,
    options: {
      modifiers?: ('Shift' | 'ControlOrMeta')[]
      button?: 'left' | 'right'
      clickCount?: number
    } = {},
  ): Promise<void> {
    const { x, y } = await this.middleOf(title)
    for (const key of options.modifiers ?? []) await this.page.keyboard.down(key)
    await this.page.mouse.click(x, y, {
      button: options.button ?? 'left',
      clickCount: options.clickCount ?? 1,
    })
    for (const key of options.modifiers ?? []) await this.page.keyboard.up(key)
  }

  /** Selects a node with the pointer and sees that it is selected. */
  async select(title: string): Promise<void> {
    await this.click(title)
    await expect(this.node(title)).toHaveAttribute('aria-selected', 'true')
  }

  /** The title of the selected node with the focus. */
  async focused(): Promise<string | null> {
    return this.tree.locator('[aria-selected="true"]').last().getAttribute('aria-label')
  }

  press(keys: string): Promise<void> {
    return this.page.keyboard.press(keys)
  }

  /** Types into the open editor and commits with Enter. */
  async write(text: string): Promise<void> {
    await this.page.keyboard.type(text)
    await this.page.keyboard.press('Enter')
  }

  /** The canvas tree as indented titles, from the levels that a screen reader hears. */
  async outline(): Promise<string> {
    return outlineOf(this.tree)
  }

  async listOutline(): Promise<string> {
    return outlineOf(this.list)
  }

  async isSaved(): Promise<void> {
    await expect(this.saving).toHaveText(/^(saved|opgeslagen)/i)
  }
}

async function outlineOf(tree: Locator): Promise<string> {
  const lines = await tree
    .getByRole('treeitem')
    .evaluateAll((items) =>
      items.map(
        (item) =>
          '  '.repeat(Number(item.getAttribute('aria-level')) - 1) + (item.getAttribute('aria-label') ?? ''),
      ),
    )
  return lines.join('\n')
}
