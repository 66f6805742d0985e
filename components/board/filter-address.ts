import type { StoreApi } from 'zustand/vanilla'
import { filterToQuery } from './filter.ts'
import type { ViewState } from './session.ts'

/** Keeps the filter of a view in the page's address, without a new entry in the history; returns the way out. */
export function keepFilter(view: StoreApi<ViewState>): () => void {
  return view.subscribe((now, before) => {
    if (now.filter === before.filter) return
    const query = filterToQuery(now.filter, new URLSearchParams(window.location.search)).toString()
    const address = `${window.location.pathname}${query === '' ? '' : `?${query}`}`
    window.history.replaceState(window.history.state, '', address)
  })
}
