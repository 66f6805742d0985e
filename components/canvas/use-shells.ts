'use client'
import type { Node } from '@xyflow/react'
import { useEffect, useState } from 'react'
import { hasShells } from './detail.ts'
import type { CanvasParts } from './parts.ts'

/** A node as React Flow knows it: an invisible shell over the drawn face that carries what is interactive. */
export type ShellNode = Node<{ readonly parts: CanvasParts; readonly canFold: boolean }, 'shell'>

/**
 * The shells of the nodes a person is at: the one under the pointer and the one with the focus, unless its title is being typed. The others need none,
 * because the bitmap draws them; far out, where nobody can aim at a node's parts, there are none at all.
 */
export function useShells(parts: CanvasParts): ShellNode[] {
  const [shells, setShells] = useState<ShellNode[]>([])
  useEffect(() => {
    const { scene, camera, pointing, session } = parts
    let known: readonly ShellNode[] = []
    let near = false
    const refresh = () => {
      near = hasShells(camera.view().zoom, near)
      const { selected, editing } = session.view.getState()
      const wanted = near ? [selected.at(-1), pointing.getState().hovered] : []
      const next = [...new Set(wanted)].flatMap((id) =>
        id && id !== editing?.id ? shellOf(parts, id, known) : [],
      )
      if (next.length === known.length && next.every((shell, i) => shell === known[i])) return
      known = next
      setShells(next)
    }
    refresh()
    const leave = [
      camera.subscribe(refresh),
      scene.subscribe(refresh),
      pointing.subscribe((now, before) => now.hovered !== before.hovered && refresh()),
    ]
    return () => {
      for (const each of leave) each()
    }
  }, [parts])
  return shells
}

/** The shell of a node, the known one when nothing about it changed; none for a node that is folded away. */
function shellOf(parts: CanvasParts, id: string, known: readonly ShellNode[]): ShellNode[] {
  const layout = parts.scene.layout()
  const i = layout.indexOf.get(id)
  if (i === undefined) return []
  const position = { x: layout.x[i] as number, y: layout.y[i] as number }
  const width = layout.width[i] as number
  const height = layout.height[i] as number
  const canFold = layout.hidden[i] === 0 && parts.scene.tree().childrenOf(id).length > 0
  const before = known.find((shell) => shell.id === id)
  const isSame =
    before?.position.x === position.x &&
    before.position.y === position.y &&
    before.width === width &&
    before.height === height &&
    before.data.canFold === canFold
  if (before && isSame) return [before]
  return [{ id, type: 'shell', position, width, height, handles: [], data: { parts, canFold } }]
}
