import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addNode } from '#lib/board/edit.ts'
import { createBoardStore } from '#lib/board/store.ts'
import { branchFrom, branchInHtml, contentOf, listHtml } from './clipboard-content.ts'

const doc = new Y.Doc()
const store = createBoardStore(doc)
addNode(doc, store.tree(), { id: 'a', kind: 'goal', title: 'Veilig & <snel>' }, { parent: null })
addNode(doc, store.tree(), { id: 'b', kind: 'effort', title: 'Twee\nregels' }, { parent: 'a' })

describe('a branch on the clipboard [E5]', () => {
  it('is a nested list for a word processor', () => {
    expect(listHtml(store.tree(), ['a'], '')).toBe(
      '<ul data-bollenboom=""><li>Veilig &amp; &lt;snel&gt;<ul><li>Twee<br>regels</li></ul></li></ul>',
    )
  })

  it('carries the branch itself through whatever the browser does to the HTML', () => {
    const branch = JSON.stringify({ title: 'a "quoted" <b>&amp; ünïcode 👩‍⚕️' })
    const html = `<meta charset="utf-8">${listHtml(store.tree(), ['a'], branch)}<!--EndFragment-->`
    expect(branchInHtml(html)).toBe(branch)
  })

  it('finds none in the HTML of others', () => {
    expect(branchInHtml('<ul><li>Word</li></ul>')).toBeNull()
    expect(branchInHtml('<ul data-bollenboom="%E0%A4%A"></ul>')).toBeNull()
  })

  it('is indented text for everyone else', () => {
    expect(contentOf(store.tree(), ['b', 'a']).text).toBe('Veilig & <snel>\n\tTwee regels\n')
  })

  it('comes back as the same branch, by its own type or through the HTML', () => {
    const { html, branch } = contentOf(store.tree(), ['a'])
    const from = (type: string, value: string) =>
      branchFrom({ getData: (asked) => (asked === type ? value : '') })
    const outline = [
      {
        title: 'Veilig & <snel>',
        kind: 'goal',
        ref: 'a',
        children: [{ title: 'Twee\nregels', kind: 'effort', ref: 'b' }],
      },
    ]
    expect(from('application/x-bollenboom+json', branch)).toMatchObject({ outline })
    expect(from('text/html', html)).toMatchObject({ outline })
    expect(from('application/x-bollenboom+json', '{"outline":[{"title":1}]}')).toBeNull()
    expect(from('text/html', '<p>Word</p>')).toBeNull()
  })
})
