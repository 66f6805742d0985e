import { NextIntlClientProvider } from 'next-intl'
import { createRef } from 'react'
import { createRoot } from 'react-dom/client'
import * as Y from 'yjs'
import type { CanvasHandle } from '#components/canvas/handle.ts'
import { TreeView } from '#components/views/tree/tree-view.tsx'
import { messages } from '#lib/i18n/messages.ts'
import type { Contender } from './contender.ts'
import { localSession } from './local-session.ts'
import { madeBoard } from './made-board.ts'

/** Our canvas on a page of its own, driven by the address: ?nodes=1000&lang=nl&board=<address of an encoded document>. */
const query = new URLSearchParams(location.search)
const language = query.get('lang') === 'en' ? 'en' : 'nl'

async function fetchBoard(address: string): Promise<Y.Doc> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, new Uint8Array(await (await fetch(address)).arrayBuffer()))
  return doc
}

const began = performance.now()
const address = query.get('board')
const doc = address ? await fetchBoard(address) : madeBoard(Number(query.get('nodes') ?? 1000))
const made = performance.now() - began
const session = localSession(doc, { orientation: query.get('orientation') === 'down' ? 'down' : 'right' })
const handle = createRef<CanvasHandle>()

const contender: Contender = {
  made,
  isPainted: () => document.querySelector('.bb-paper canvas') !== null,
  zoomTo: (zoom) => handle.current?.zoomTo(zoom),
  show(id) {
    session.view.setState({ selected: [id] })
    handle.current?.fitSelection()
    return { x: innerWidth / 2, y: innerHeight / 2 }
  },
  select: (selected) => session.view.setState({ selected }),
  addChild(id) {
    session.view.setState({ selected: [id] })
    session.run('node.add-child')
  },
}
Object.assign(window, { contender, session, handle })
createRoot(document.getElementById('root') as HTMLElement).render(
  <NextIntlClientProvider locale={language} messages={messages[language]} timeZone="Europe/Amsterdam">
    <div style={{ position: 'fixed', inset: 0 }}>
      <TreeView session={session} handle={handle} />
    </div>
  </NextIntlClientProvider>,
)
