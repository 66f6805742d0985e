'use client'
import { Menu } from '@base-ui/react/menu'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useStore } from 'zustand'
import { itemStyle, popupStyle } from '#components/ui/menu.tsx'
import { type LinkKind, linkKinds } from '#lib/board/schema.ts'
import { boxOf } from '#lib/layout/layout.ts'
import { LinkSample } from './link-sample.tsx'
import type { CanvasParts } from './parts.ts'
import type { LinkDraft } from './pointing.ts'
import { toScreen } from './viewport.ts'

/** Asks the kind of a link at the moment both its ends are known; choosing one makes the link, Escape gives up. */
export function LinkMenu({ parts }: { readonly parts: CanvasParts }) {
  const link = useStore(parts.pointing, (pointing) => (pointing.link?.asking ? pointing.link : null))
  return link ? <Kinds parts={parts} link={link} /> : null
}

function Kinds({ parts, link }: { readonly parts: CanvasParts; readonly link: LinkDraft }) {
  const t = useTranslations('canvas')
  const kinds = useTranslations('kinds')
  const anchor = useMemo(() => anchorAt(parts, link), [parts, link])
  const close = () => {
    parts.pointing.setState({ link: null })
    parts.session.view.setState({ linkingFrom: null })
  }
  const choose = (kind: LinkKind) => {
    close()
    if (link.to !== null) parts.session.run('link.add', { from: link.from, to: link.to, kind })
  }
  return (
    <Menu.Root open onOpenChange={(open) => !open && close()}>
      <Menu.Portal>
        <Menu.Positioner anchor={anchor} side="bottom" align="start" sideOffset={8} className="z-50">
          <Menu.Popup className={popupStyle} aria-label={t('linkKind')}>
            {linkKinds.map((kind) => (
              <Menu.Item key={kind} className={itemStyle} onClick={() => choose(kind)}>
                <LinkSample kind={kind} />
                {kinds(`link.${kind}`)}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

/** A point on the page to hang the menu on: where the pointer let go, or the node that the keyboard chose. */
function anchorAt({ scene, camera }: CanvasParts, link: LinkDraft) {
  const box = link.to === null ? null : boxOf(scene.layout(), link.to)
  const at = link.at ?? toScreen(camera.view(), { x: box?.x ?? 0, y: (box?.y ?? 0) + (box?.height ?? 0) })
  const stage = document.querySelector('.bb-stage')?.getBoundingClientRect()
  return {
    getBoundingClientRect: () => new DOMRect((stage?.left ?? 0) + at.x, (stage?.top ?? 0) + at.y, 0, 0),
  }
}
