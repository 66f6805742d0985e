'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useMemo, useRef, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import type { BoardSession, Peer } from '#components/board/session.ts'
import { useMayEdit } from '#components/board/use-board.ts'
import { choose } from './choose.ts'
import { ListRow } from './list-row.tsx'
import { type Row, visibleRows } from './rows.ts'
import { useWindow } from './use-window.ts'

/** The height of a row, CSS pixels: a comfortable target for a finger. */
const rowHeight = 40

/**
 * The board as an outline: the same tree, selection and commands as the canvas, live in both directions, and whole for people who do
 * not see the canvas. Only the rows in sight are drawn.
 */
export function ListView({ session }: { readonly session: BoardSession }) {
  const t = useTranslations('list')
  const { store, view, presence } = session
  const tree = useSyncExternalStore(store.subscribe, store.tree, store.tree)
  const peers = useSyncExternalStore(presence.subscribe, presence.peers, presence.peers)
  const collapsed = useStore(view, (state) => state.collapsed)
  const selected = useStore(view, (state) => state.selected)
  const mayEdit = useMayEdit()
  const box = useRef<HTMLDivElement>(null)
  const prefix = useId()
  const rows = useMemo(() => visibleRows(tree, collapsed), [tree, collapsed])
  const ids = useMemo(() => rows.map((row) => row.id), [rows])
  const { start, end, reveal } = useWindow(box, rows.length, rowHeight)
  const focus = selected.at(-1) ?? null
  const focusAt = focus === null ? -1 : ids.indexOf(focus)

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new focus scrolls, not every change above it
  useEffect(() => {
    if (focusAt >= 0) reveal(focusAt)
  }, [focus, reveal])

  const drawn = drawnRows(rows, start, end, focusAt)
  const around = useMemo(() => peersByNode(peers), [peers])
  if (rows.length === 0) {
    return (
      <div role="tree" aria-label={t('label')} tabIndex={0} className="h-full p-6 text-ink-soft">
        <p>{mayEdit ? t('empty') : t('emptyReadOnly')}</p>
      </div>
    )
  }
  return (
    <div
      ref={box}
      role="tree"
      aria-label={t('label')}
      aria-multiselectable
      aria-activedescendant={focusAt >= 0 ? `${prefix}${focus}` : undefined}
      tabIndex={0}
      className="group/list @container relative h-full overflow-y-auto overflow-x-hidden outline-none"
    >
      <div role="none" className="relative" style={{ height: rows.length * rowHeight }}>
        {drawn.map(({ row, index }) => (
          <ListRow
            key={row.id}
            session={session}
            tree={tree}
            row={row}
            elementId={`${prefix}${row.id}`}
            top={index * rowHeight}
            height={rowHeight}
            isFocus={row.id === focus}
            peers={around.get(row.id)}
            onChoose={(event) =>
              view.setState({
                selected: choose(ids, view.getState().selected, row.id, event),
                selectedLink: null,
              })
            }
            onEdited={() => box.current?.focus({ preventScroll: true })}
          />
        ))}
      </div>
    </div>
  )
}

/** The rows in sight, and the one with the focus wherever it is: screen readers follow it by its id. */
function drawnRows(rows: readonly Row[], start: number, end: number, focusAt: number) {
  const drawn = rows.slice(start, end).map((row, at) => ({ row, index: start + at }))
  const focus = rows[focusAt]
  if (!focus || (focusAt >= start && focusAt < end)) return drawn
  return focusAt < start
    ? [{ row: focus, index: focusAt }, ...drawn]
    : [...drawn, { row: focus, index: focusAt }]
}

function peersByNode(peers: readonly Peer[]): ReadonlyMap<string, readonly Peer[]> {
  const found = new Map<string, Peer[]>()
  for (const peer of peers) {
    for (const id of new Set([...peer.selected, ...(peer.editing === null ? [] : [peer.editing])])) {
      const row = found.get(id)
      if (row) row.push(peer)
      else found.set(id, [peer])
    }
  }
  return found
}
