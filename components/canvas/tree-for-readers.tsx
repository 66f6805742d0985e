'use client'
import { useTranslations } from 'next-intl'
import { memo, type RefObject, useId, useMemo } from 'react'
import { useStore } from 'zustand'
import { lacksOwner, ownerOf } from '#lib/board/derive.ts'
import type { BoardNode } from '#lib/board/tree.ts'
import { type Box, boxOf } from '#lib/layout/layout.ts'
import type { CanvasParts } from './parts.ts'
import { type ReaderItem, readerItems } from './readers.ts'
import { useViewportAtRest } from './use-camera.ts'
import { useShownForReaders } from './use-shown-for-readers.ts'

type Props = {
  readonly parts: CanvasParts
  readonly tree: RefObject<HTMLDivElement | null>
  readonly label: string
}

/**
 * The canvas for people who do not see it, and the place of its keyboard focus: a tree whose items lie, invisible, where
 * their nodes are drawn, so that a magnifier or a finger finds them there.
 */
export function TreeForReaders({ parts, tree: element, label }: Props) {
  const t = useTranslations('canvas')
  const prefix = useId()
  const shown = useShownForReaders(parts)
  const items = useMemo(() => readerItems(shown.tree, shown.layout, shown.focus), [shown])
  const { x, y, zoom } = useViewportAtRest(parts.camera)
  const present = shown.focus !== null && items.some((item) => item.id === shown.focus)
  return (
    <>
      <div
        ref={element}
        role="tree"
        tabIndex={0}
        aria-label={label}
        aria-multiselectable
        aria-activedescendant={present ? `${prefix}${shown.focus}` : undefined}
        className="bb-readers"
      >
        <div role="none" style={{ transform: `translate(${x}px, ${y}px) scale(${zoom})` }}>
          {items.map((item) => {
            const node = shown.tree.nodes.get(item.id)
            const box = boxOf(shown.layout, item.id)
            if (!node || !box) return null
            const owner = ownerOf(shown.tree, node)?.title ?? (lacksOwner(shown.tree, node) ? '' : null)
            return (
              <Item
                key={item.id}
                {...item}
                {...box}
                session={parts.session}
                node={node}
                owner={owner}
                domId={`${prefix}${item.id}`}
              />
            )
          })}
        </div>
      </div>
      <LinkVoice parts={parts} say={t} />
    </>
  )
}

type ItemProps = ReaderItem &
  Box & {
    readonly session: CanvasParts['session']
    readonly node: BoardNode
    /** '' where an owner is missing, null where none is needed. */
    readonly owner: string | null
    readonly domId: string
  }

const Item = memo(function Item({
  id,
  level,
  position,
  of,
  open,
  x,
  y,
  width,
  height,
  session,
  node,
  owner,
  domId,
}: ItemProps) {
  const t = useTranslations('canvas')
  const kinds = useTranslations('kinds')
  const selected = useStore(session.view, (view) => view.selected.includes(id))
  const description = [
    kinds(`node.${node.kind}`),
    owner ? t('ownedBy', { owner }) : owner === '' ? t('noOwner') : null,
    node.status ? kinds(`status.${node.status}`) : null,
  ]
  return (
    <div
      id={domId}
      role="treeitem"
      tabIndex={-1}
      data-node={id}
      aria-label={node.title.trim() || t('untitled')}
      aria-description={description.filter(Boolean).join(', ')}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={of}
      aria-expanded={open}
      aria-selected={selected}
      style={{ transform: `translate(${x}px, ${y}px)`, width, height }}
    />
  )
})

/** Says what the keyboard is choosing while a link is being made. */
function LinkVoice({
  parts,
  say,
}: {
  readonly parts: CanvasParts
  readonly say: ReturnType<typeof useTranslations<'canvas'>>
}) {
  const link = useStore(parts.pointing, (pointing) => pointing.link)
  const drop = useStore(parts.pointing, (pointing) => pointing.drag?.drop ?? null)
  const titleOf = (id: string | null) =>
    id === null ? '' : parts.scene.tree().nodes.get(id)?.title.trim() || say('untitled')
  const words = drop
    ? say(`drop.${drop.zone}`, { title: titleOf(drop.target ?? drop.parent) })
    : link && link.at === null
      ? link.to === null
        ? say('linkStart', { title: titleOf(link.from) })
        : say('linkTo', { title: titleOf(link.to) })
      : ''
  return (
    <>
      <div className="sr-only" aria-live="polite">
        {words}
      </div>
      {link && link.at === null && !link.asking && <p className="bb-hint">{words}</p>}
    </>
  )
}
