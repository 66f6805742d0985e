import { NextIntlClientProvider } from 'next-intl'
import { createRef } from 'react'
import { createRoot } from 'react-dom/client'
import * as Y from 'yjs'
import type { CanvasHandle } from '#components/canvas/handle.ts'
import { TreeView } from '#components/views/tree/tree-view.tsx'
import { messages } from '#lib/i18n/messages.ts'
import { localSession } from './local-session.ts'
import { madeBoard } from './made-board.ts'

/** Our canvas on a page of its own, driven by the address: ?nodes=1000&lang=nl&board=<address of an encoded document>. */
const query = new URLSearchParams(location.search)
const language = query.get('lang') === 'en' ? 'en' : 'nl'

async function document_(): Promise<Y.Doc> {
  const from = query.get('board')
  if (!from) return madeBoard(Number(query.get('nodes') ?? 1000))
  const doc = new Y.Doc()
  Y.applyUpdate(doc, new Uint8Array(await (await fetch(from)).arrayBuffer()))
  return doc
}

const session = localSession(await document_(), {
  orientation: query.get('orientation') === 'down' ? 'down' : 'right',
})
const handle = createRef<CanvasHandle>()
Object.assign(window, { session, handle })
const same = new Proxy({}, { get: (_, key) => String(key) })
const texts = {
  ...messages[language],
  kinds:
    'node' in messages[language].kinds ? messages[language].kinds : { node: same, status: same, link: same },
} as never
createRoot(document.getElementById('root')!).render(
  <NextIntlClientProvider locale={language} messages={texts} timeZone="Europe/Amsterdam" onError={() => {}}>
    <div style={{ position: 'fixed', inset: 0 }}>
      <TreeView session={session} handle={handle} />
    </div>
  </NextIntlClientProvider>,
)
