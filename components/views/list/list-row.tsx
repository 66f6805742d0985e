'use client'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { MouseEvent } from 'react'
import { useStore } from 'zustand'
import { matchesFilter } from '#components/board/filter.ts'
import type { BoardSession, Peer } from '#components/board/session.ts'
import { classNames } from '#components/ui/class-names.ts'
import { branchOf, lacksOwner, ownerOf } from '#lib/board/derive.ts'
import type { BoardNode, Tree } from '#lib/board/tree.ts'
import { KindGlyph } from './kind-glyph.tsx'
import { RowEnd } from './row-end.tsx'
import type { Row } from './rows.ts'
import { TitleInput } from './title-input.tsx'

/** How far a level stands in, CSS pixels; deep levels stop moving so that titles keep their room. */
const step = 22
const deepest = 9

type Props = {
  readonly session: BoardSession
  readonly tree: Tree
  readonly row: Row
  readonly elementId: string
  readonly top: number
  readonly height: number
  /** This row has the keyboard while the list has it. */
  readonly isFocus: boolean
  readonly peers: readonly Peer[] | undefined
  readonly onChoose: (event: MouseEvent) => void
  readonly onEdited: () => void
}

/** One node as a line: fold, kind, title, status, owner, and who is busy with it. */
export function ListRow({
  session,
  tree,
  row,
  elementId,
  top,
  height,
  isFocus,
  peers,
  onChoose,
  onEdited,
}: Props) {
  const node = tree.nodes.get(row.id)
  const isSelected = useStore(session.view, (view) => view.selected.includes(row.id))
  const isFound = useStore(session.view, (view) => view.found === row.id)
  const editing = useStore(session.view, (view) =>
    view.editing?.id === row.id && view.editing.place === 'list' ? view.editing : null,
  )
  const isDimmed = useStore(
    session.view,
    (view) => node !== undefined && !matchesFilter(tree, node, view.filter),
  )
  const describe = useDescription()
  if (!node) return null
  const toggle = () => session.view.setState(({ collapsed }) => ({ collapsed: toggled(collapsed, row.id) }))
  const edit = () =>
    session.mayEdit &&
    session.view.setState({ selected: [row.id], selectedLink: null, editing: { id: row.id, place: 'list' } })
  const ring = peers?.[0]?.colour
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree holds the focus, its keys are those of the board
    // biome-ignore lint/a11y/useFocusableInteractive: rows are pointed at by aria-activedescendant
    <div
      id={elementId}
      role="treeitem"
      aria-level={row.level}
      aria-posinset={row.place}
      aria-setsize={row.siblings}
      aria-selected={isSelected}
      aria-expanded={row.children > 0 ? !row.folded : undefined}
      aria-label={describe.title(node)}
      aria-description={describe.rest(tree, node)}
      data-node={row.id}
      onClick={onChoose}
      onDoubleClick={edit}
      onContextMenu={(event) => !isSelected && onChoose(event)}
      className={classNames(
        'absolute inset-x-0 flex select-none items-center gap-1.5 border-line/60 border-b pr-3',
        isSelected ? 'bg-leaf-soft' : 'hover:bg-paper-sunken',
        isFocus &&
          'group-focus-visible/list:outline-2 group-focus-visible/list:-outline-offset-2 group-focus-visible/list:outline-focus',
        isFound && 'ring-2 ring-sun ring-inset',
        isDimmed && 'opacity-40',
      )}
      style={{
        top,
        height,
        paddingLeft: 8 + Math.min(row.level - 1, deepest) * step,
        ...(ring !== undefined && { boxShadow: `inset 4px 0 0 ${ring}` }),
      }}
    >
      <FoldButton row={row} title={describe.title(node)} onToggle={toggle} />
      <KindGlyph kind={node.kind} tree={tree} id={node.id} />
      {editing ? (
        <TitleInput session={session} node={node} typed={editing.typed} onEdited={onEdited} />
      ) : (
        <span
          className={classNames(
            'min-w-0 grow truncate',
            titleStyle(node),
            node.title.trim() === '' && 'text-ink-faint italic',
          )}
        >
          {describe.title(node)}
        </span>
      )}
      <RowEnd
        tree={tree}
        node={node}
        peers={peers}
        hidden={row.folded ? branchOf(tree, row.id).length - 1 : 0}
      />
    </div>
  )
}

function toggled(collapsed: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(collapsed)
  if (!next.delete(id)) next.add(id)
  return next
}

/** The ladder of the tree shows in the type as it does on the canvas. */
function titleStyle({ kind, status }: BoardNode): string {
  const weight =
    kind === 'ambition' ? 'font-semibold text-lg' : kind === 'axis' || kind === 'phase' ? 'font-semibold' : ''
  return classNames(weight, status === 'gestopt' && 'line-through decoration-ink-faint')
}

function useDescription() {
  const t = useTranslations('list')
  const kinds = useTranslations('kinds')
  return {
    title: (node: BoardNode) => (node.title.trim() === '' ? t('untitled') : node.title),
    rest(tree: Tree, node: BoardNode) {
      const owner = ownerOf(tree, node)
      const parts = [
        kinds(`node.${node.kind}`),
        node.status && kinds(`status.${node.status}`),
        owner ? t('owner', { role: owner.title }) : lacksOwner(tree, node) && t('noOwner'),
      ]
      return parts.filter(Boolean).join(', ')
    },
  }
}

function FoldButton({
  row,
  title,
  onToggle,
}: {
  readonly row: Row
  readonly title: string
  readonly onToggle: () => void
}) {
  const t = useTranslations('list')
  if (row.children === 0) return <span className="size-7 shrink-0" />
  const Icon = row.folded ? ChevronRight : ChevronDown
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={row.folded ? t('unfold', { title, count: row.children }) : t('fold', { title })}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        event.stopPropagation()
        onToggle()
      }}
      onDoubleClick={(event) => event.stopPropagation()}
      className="flex size-7 shrink-0 items-center justify-center rounded-control text-ink-faint hover:bg-leaf-soft hover:text-ink"
    >
      <Icon aria-hidden size={18} strokeWidth={1.75} />
    </button>
  )
}
