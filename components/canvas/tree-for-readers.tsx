'use client'
import { useTranslations } from 'next-intl'
import { type RefObject, useId } from 'react'
import { useStore } from 'zustand'
import { lacksOwner, ownerOf } from '#lib/board/derive.ts'
import { type Box, boxOf } from '#lib/layout/layout.ts'
import type { Viewport } from './handle.ts'
import type { CanvasParts } from './parts.ts'
import { type ReaderItem, readerItems } from './readers.ts'
import { useBoardTree, useViewportAtRest } from './use-camera.ts'

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
  const tree = useBoardTree(parts)
  const focus = useStore(parts.session.view, (view) => view.selected.at(-1) ?? null)
  const view = useViewportAtRest(parts.camera)
  const items = readerItems(tree, parts.scene.layout(), focus)
  const present = focus !== null && items.some((item) => item.id === focus)
  return (
    <>
      <div
        ref={element}
        role="tree"
        tabIndex={0}
        aria-label={label}
        aria-multiselectable
        aria-activedescendant={present ? `${prefix}${focus}` : undefined}
        className="bb-readers"
      >
        {items.map((item) => (
          <Item key={item.id} parts={parts} item={item} view={view} domId={`${prefix}${item.id}`} />
        ))}
      </div>
      <LinkVoice parts={parts} say={t} />
    </>
  )
}

type ItemProps = {
  readonly parts: CanvasParts
  readonly item: ReaderItem
  readonly view: Viewport
  readonly domId: string
}

function Item({ parts: { scene, session }, item, view, domId }: ItemProps) {
  const t = useTranslations('canvas')
  const kinds = useTranslations('kinds')
  const selected = useStore(session.view, (view) => view.selected.includes(item.id))
  const tree = scene.tree()
  const node = tree.nodes.get(item.id)
  if (!node) return null
  const box = boxOf(scene.layout(), item.id) as Box
  const owner = ownerOf(tree, node)?.title
  const description = [
    kinds(`node.${node.kind}`),
    owner ? t('ownedBy', { owner }) : lacksOwner(tree, node) ? t('noOwner') : null,
    node.status ? kinds(`status.${node.status}`) : null,
  ]
  return (
    <div
      id={domId}
      role="treeitem"
      tabIndex={-1}
      data-node={item.id}
      aria-label={node.title.trim() || t('untitled')}
      aria-description={description.filter(Boolean).join(', ')}
      aria-level={item.level}
      aria-posinset={item.position}
      aria-setsize={item.of}
      aria-expanded={item.open}
      aria-selected={selected}
      style={{
        transform: `translate(${box.x * view.zoom + view.x}px, ${box.y * view.zoom + view.y}px)`,
        width: box.width * view.zoom,
        height: box.height * view.zoom,
      }}
    />
  )
}

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
