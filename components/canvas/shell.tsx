'use client'
import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { useStore } from 'zustand'
import { knobOf, knobRadius } from '#lib/layout/lines.ts'
import type { ShellNode } from './use-shells.ts'

/** The interactive side of a node: while it is hovered or selected its link handles and its knob, otherwise nothing. */
export const Shell = memo(function Shell({
  id,
  width = 0,
  height = 0,
  data: { parts, canFold },
}: NodeProps<ShellNode>) {
  const hovered = useStore(parts.pointing, (pointing) => pointing.hovered === id && pointing.drag === null)
  const selected = useStore(parts.session.view, (view) => view.selected.at(-1) === id)
  const right = useStore(parts.session.view, (view) => view.orientation === 'right')
  const editing = useStore(parts.session.view, (view) => view.editing?.id === id)
  if (editing || (!hovered && !selected)) return null
  const [knobX, knobY] = knobOf({ x: 0, y: 0, width, height }, right ? 'right' : 'down')
  return (
    <>
      {hovered && parts.session.mayEdit && (
        <>
          <span className="bb-handle" data-link-handle={id} data-side={right ? 'top' : 'left'} />
          <span className="bb-handle" data-link-handle={id} data-side={right ? 'bottom' : 'right'} />
        </>
      )}
      {canFold && (
        <span className="bb-knob" style={{ left: knobX - knobRadius, top: knobY - knobRadius }}>
          −
        </span>
      )}
    </>
  )
})
