import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addNode } from '#lib/board/edit.ts'
import { createBoardStore } from '#lib/board/store.ts'
import { ok, problem } from '#lib/result.ts'
import { emptyFilter } from './filter.ts'
import { createNotices, type Notice } from './notices.ts'
import { applyOutcome } from './runner.ts'
import { createViewStore } from './view-store.ts'

function page() {
  const doc = new Y.Doc()
  const store = createBoardStore(doc)
  addNode(doc, store.tree(), { id: 'root', kind: 'ambition' }, { parent: null })
  addNode(doc, store.tree(), { id: 'child', kind: 'axis' }, { parent: 'root' })
  const notices = createNotices()
  const told: Notice[] = []
  const shown: string[] = []
  notices.subscribe((notice) => told.push(notice))
  const view = createViewStore(null, emptyFilter, 'canvas')
  return {
    store,
    view,
    notices,
    told,
    place: () => 'list' as const,
    reveal: (id: string) => shown.push(id),
    shown,
  }
}

describe('what follows a command', () => {
  it('opens the branch, selects and starts typing where the person works', () => {
    const at = page()
    at.view.setState({ collapsed: new Set(['root']), selectedLink: 'x' })
    applyOutcome(at, ok({ select: ['child'], edit: 'child' }))
    expect(at.view.getState()).toMatchObject({
      selected: ['child'],
      selectedLink: null,
      editing: { id: 'child', place: 'list' },
    })
    expect(at.view.getState().collapsed.size).toBe(0)
    expect(at.shown).toEqual(['child'])
  })

  it('says what happened, and a refusal in its own words', () => {
    const at = page()
    applyOutcome(at, ok({ said: { key: 'removed', values: { count: 2 }, toast: true } }))
    applyOutcome(at, problem('title.too-long', { limit: 500 }))
    expect(at.told).toEqual([
      { type: 'said', said: { key: 'removed', values: { count: 2 }, toast: true }, undoable: true },
      { type: 'problem', code: 'title.too-long', detail: { limit: 500 } },
    ])
  })

  it('stays silent when there was nothing to do', () => {
    const at = page()
    expect(applyOutcome(at, problem('nothing.to-do')).ok).toBe(false)
    expect(at.told).toEqual([])
  })
})
