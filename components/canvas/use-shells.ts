'use client'
import type { Node } from '@xyflow/react'
import { useEffect, useState } from 'react'
import type { Layout } from '#lib/layout/layout.ts'
import { hasShells } from './detail.ts'
import type { CanvasParts } from './parts.ts'
import { visibleBox } from './viewport.ts'

/** A node as React Flow knows it: an invisible shell over the drawn face that carries what is interactive. */
export type ShellNode = Node<{ readonly parts: CanvasParts; readonly canFold: boolean }, 'shell'>

/** The shells of the nodes in the visible cells; none far out, where nobody can aim at a node's parts. */
export function useShells(parts: CanvasParts): ShellNode[] {
  const [shells, setShells] = useState<ShellNode[]>([])
  useEffect(() => {
    const { scene, camera } = parts
    let name = ''
    let layout: Layout | null = null
    let known = new Map<string, ShellNode>()
    const refresh = () => {
      const near = hasShells(camera.view().zoom, known.size > 0)
      const cells = scene.grid().cells(visibleBox(camera.view(), camera.size()))
      const next = near ? cells.name : 'none'
      if (next === name && layout === scene.layout()) return
      name = next
      layout = scene.layout()
      const inside = near ? scene.grid().inBox(cells.box) : []
      const made = new Map<string, ShellNode>()
      for (const i of inside) {
        const shell = shellOf(parts, i, known)
        made.set(shell.id, shell)
      }
      known = made
      setShells([...made.values()])
    }
    refresh()
    const leaveCamera = camera.subscribe(refresh)
    const leaveScene = scene.subscribe((what) => {
      if (what === 'board') refresh()
    })
    return () => {
      leaveCamera()
      leaveScene()
    }
  }, [parts])
  return shells
}

/** The known shell when nothing about it changed: React Flow and React then skip it. */
function shellOf(parts: CanvasParts, i: number, known: ReadonlyMap<string, ShellNode>): ShellNode {
  const layout = parts.scene.layout()
  const id = layout.ids[i] as string
  const position = { x: layout.x[i] as number, y: layout.y[i] as number }
  const width = layout.width[i] as number
  const height = layout.height[i] as number
  const canFold = layout.hidden[i] === 0 && parts.scene.tree().childrenOf(id).length > 0
  const before = known.get(id)
  const same =
    before?.position.x === position.x &&
    before.position.y === position.y &&
    before.width === width &&
    before.height === height &&
    before.data.canFold === canFold
  if (before && same) return before
  return { id, type: 'shell', position, width, height, handles: [], data: { parts, canFold } }
}
