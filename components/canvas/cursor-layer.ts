import { fadeAfter, hideAfter } from '#components/board/presence.ts'
import type { Peer } from '#components/board/session.ts'
import { boxOf } from '#lib/layout/layout.ts'
import type { CanvasParts } from './parts.ts'
import { toScreen } from './viewport.ts'

/** How a cursor looks after so many milliseconds of stillness. */
export const liveliness = (still: number): 'here' | 'faded' | 'away' =>
  still >= hideAfter ? 'away' : still >= fadeAfter ? 'faded' : 'here'

type Marker = { readonly cursor: HTMLElement; readonly typing: HTMLElement }

/** Shows the cursors of other people with their names, and their names at titles they are typing in; returns the way out. */
export function createCursorLayer(host: HTMLElement, { session, scene, camera }: CanvasParts): () => void {
  const markers = new Map<number, Marker>()
  let request = 0

  function show(): void {
    request = 0
    const peers = session.presence.peers()
    const present = new Set(peers.map((peer) => peer.clientId))
    for (const [id, marker] of markers) if (!present.has(id)) remove(id, marker)
    for (const peer of peers) {
      const marker = markers.get(peer.clientId) ?? add(peer)
      placeCursor(marker.cursor, peer)
      placeTyping(marker.typing, peer)
    }
  }

  function add(peer: Peer): Marker {
    const cursor = document.createElement('div')
    cursor.className = 'bb-cursor'
    cursor.innerHTML =
      '<svg width="16" height="20" viewBox="0 0 16 20"><path d="M1.5 1.5V16.2L5.4 12.6L8 18.4L10.9 17.1L8.3 11.5H13.6Z"/></svg>'
    const typing = document.createElement('div')
    typing.className = 'bb-typing'
    for (const element of [cursor, typing])
      element.append(Object.assign(document.createElement('span'), { className: 'bb-name' }))
    host.append(cursor, typing)
    const marker = { cursor, typing }
    markers.set(peer.clientId, marker)
    return marker
  }

  function remove(id: number, marker: Marker): void {
    marker.cursor.remove()
    marker.typing.remove()
    markers.delete(id)
  }

  function placeCursor(element: HTMLElement, peer: Peer): void {
    dress(element, peer)
    const state = peer.cursor ? liveliness(performance.now() - peer.seenAt) : 'away'
    element.dataset.state = state
    if (!peer.cursor || state === 'away') return
    const { x, y } = toScreen(camera.view(), { x: peer.cursor[0], y: peer.cursor[1] })
    element.style.transform = `translate(${x}px, ${y}px)`
  }

  function placeTyping(element: HTMLElement, peer: Peer): void {
    dress(element, peer)
    const box = peer.editing === null ? null : boxOf(scene.layout(), peer.editing)
    element.hidden = box === null
    if (!box) return
    const { x, y } = toScreen(camera.view(), box)
    element.style.transform = `translate(${x}px, ${y}px) translateY(-100%)`
  }

  const wake = () => {
    if (request === 0) request = requestAnimationFrame(show)
  }
  const leave = [
    session.presence.subscribe(wake),
    camera.subscribe(wake),
    scene.subscribe((what) => what === 'board' && wake()),
  ]
  const fading = setInterval(() => markers.size > 0 && wake(), 1000)
  show()
  return () => {
    for (const each of leave) each()
    clearInterval(fading)
    cancelAnimationFrame(request)
    host.replaceChildren()
  }
}

function dress(element: HTMLElement, peer: Peer): void {
  element.style.setProperty('--peer', peer.colour)
  const name = element.lastElementChild
  if (name && name.textContent !== peer.name) name.textContent = peer.name
}
