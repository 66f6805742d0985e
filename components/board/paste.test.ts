import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addNode } from '#lib/board/edit.ts'
import { createBoardStore } from '#lib/board/store.ts'
import { toBoardJson } from '#lib/export/json.ts'
import { emptyFilter } from './filter.ts'
import { pasteTarget, textToBranch, wantsPreview } from './paste.ts'
import { createViewStore } from './view-store.ts'

describe('pasting [E5]', () => {
  it('reads a list with its levels', () => {
    const branch = textToBranch('Doel\n\tInspanning\nTweede doel')
    expect(branch.ok && branch.value.outline).toMatchObject([
      { title: 'Doel', children: [{ title: 'Inspanning' }] },
      { title: 'Tweede doel' },
    ])
  })

  it('reads a board in JSON with what it carries', () => {
    const doc = new Y.Doc()
    const store = createBoardStore(doc)
    addNode(doc, store.tree(), { id: 'a', kind: 'ambition', title: 'Ambitie' }, { parent: null })
    addNode(
      doc,
      store.tree(),
      { id: 'b', kind: 'risk', title: 'Risico', fields: { status: 'idee' } },
      { parent: 'a' },
    )
    const branch = textToBranch(JSON.stringify(toBoardJson(store.tree())))
    expect(branch.ok && branch.value.outline).toMatchObject([
      { title: 'Ambitie', kind: 'ambition', children: [{ kind: 'risk', fields: { status: 'idee' } }] },
    ])
  })

  it('refuses what is neither, in one code', () => {
    expect(textToBranch('{ broken')).toMatchObject({ ok: false, code: 'file.broken' })
    expect(textToBranch('{"format":"other"}')).toMatchObject({ ok: false, code: 'file.wrong-format' })
    expect(textToBranch(Array.from({ length: 1_001 }, (_, i) => i).join('\n'))).toMatchObject({
      code: 'paste.too-many-lines',
      detail: { lines: 1_001, limit: 1_000 },
    })
  })

  it('shows a long text first and puts a short one straight under the node selected last', () => {
    expect(wantsPreview('a\nb')).toBe(false)
    expect(wantsPreview('x\n'.repeat(21))).toBe(true)
    const doc = new Y.Doc()
    const store = createBoardStore(doc)
    addNode(doc, store.tree(), { id: 'a', kind: 'goal' }, { parent: null })
    const view = createViewStore(null, emptyFilter, 'canvas')
    expect(pasteTarget({ view, store })).toBeNull()
    view.setState({ selected: ['a', 'gone'] })
    expect(pasteTarget({ view, store })).toBe('a')
  })
})
