// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { emptyFilter } from './filter.ts'
import { createViewStore, keepView, readStoredView } from './view-store.ts'

beforeEach(() => localStorage.clear())

describe('the view of a board', () => {
  it('is remembered per board and never holds a selection', () => {
    const view = createViewStore(null, emptyFilter, 'canvas')
    keepView(view, localStorage, 'one')
    view.setState({ collapsed: new Set(['a']), pane: 'both', orientation: 'down', selected: ['b'] })
    const again = createViewStore(readStoredView(localStorage, 'one'), emptyFilter, 'list').getState()
    expect([...again.collapsed]).toEqual(['a'])
    expect(again).toMatchObject({ pane: 'both', orientation: 'down', selected: [] })
    expect(readStoredView(localStorage, 'two')).toBeNull()
  })

  it('reads a broken memory as none, and wrong values as the default', () => {
    localStorage.setItem('bollenboom.view.one', '{')
    expect(readStoredView(localStorage, 'one')).toBeNull()
    localStorage.setItem('bollenboom.view.one', '{"collapsed":[1,"a"],"pane":"moon"}')
    expect(readStoredView(localStorage, 'one')).toEqual({
      collapsed: ['a'],
      pane: 'canvas',
      orientation: 'right',
    })
  })

  it('does without storage', () => {
    const view = createViewStore(readStoredView(null, 'one'), emptyFilter, 'list')
    keepView(view, null, 'one')
    view.setState({ pane: 'canvas' })
    expect(view.getState().pane).toBe('canvas')
  })
})
