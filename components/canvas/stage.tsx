'use client'
import { ReactFlow, ReactFlowProvider, ViewportPortal } from '@xyflow/react'
import { useTranslations } from 'next-intl'
import { type Ref, useEffect, useRef, useState } from 'react'
import { createCursorLayer } from './cursor-layer.ts'
import { GestureLines } from './gesture-lines.tsx'
import { Ghost } from './ghost.tsx'
import type { CanvasHandle } from './handle.ts'
import { LinkMenu } from './link-menu.tsx'
import { Minimap } from './minimap.tsx'
import { createPainter } from './painter.ts'
import type { CanvasParts } from './parts.ts'
import { listenToPointer } from './pointer.ts'
import { Shell } from './shell.tsx'
import { TitleField } from './title-field.tsx'
import { TreeForReaders } from './tree-for-readers.tsx'
import { useCameraBridge } from './use-camera-bridge.ts'
import { useCanvasHandle } from './use-canvas-handle.ts'
import { useFollowFocus } from './use-follow-focus.ts'
import { useLeastZoom } from './use-least-zoom.ts'
import { useLinkKeys } from './use-link-keys.ts'
import { useShells } from './use-shells.ts'
import { useSpaceHeld } from './use-space-held.ts'
import { maxZoom } from './viewport.ts'
import { ZoomControls } from './zoom-controls.tsx'

type Props = { readonly parts: CanvasParts; readonly handle: Ref<CanvasHandle> | undefined }

const nodeTypes = { shell: Shell }

/** The layers of a canvas, from the paper up: bitmaps, React Flow with its shells, other people, gestures, controls. */
export function Stage(props: Props) {
  return (
    <ReactFlowProvider>
      <Layers {...props} />
    </ReactFlowProvider>
  )
}

function Layers({ parts, handle }: Props) {
  const t = useTranslations('canvas')
  const stage = useRef<HTMLDivElement>(null)
  const paper = useRef<HTMLDivElement>(null)
  const people = useRef<HTMLDivElement>(null)
  const readers = useRef<HTMLDivElement>(null)
  const shells = useShells(parts)
  const spaceHeld = useSpaceHeld(stage)
  const leastZoom = useLeastZoom(parts)
  const [start] = useState(() => parts.camera.view())
  useCameraBridge(parts.camera)
  useCanvasHandle(handle, parts, readers)
  useFollowFocus(parts)
  useLinkKeys(stage, parts)
  useEffect(() => (paper.current ? createPainter(paper.current, parts).destroy : undefined), [parts])
  useEffect(() => (people.current ? createCursorLayer(people.current, parts) : undefined), [parts])
  useEffect(
    () => (stage.current ? listenToPointer(stage.current, parts, () => spaceHeld.now()) : undefined),
    [parts, spaceHeld],
  )

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the tree for readers inside takes the focus and speaks for the canvas
    <div
      ref={stage}
      tabIndex={-1}
      className="bb-stage"
      data-panning={spaceHeld.held || undefined}
      onFocus={(event) => {
        if (event.target === stage.current) readers.current?.focus({ preventScroll: true })
      }}
    >
      <div ref={paper} className="bb-paper" aria-hidden />
      <ReactFlow
        nodes={shells}
        nodeTypes={nodeTypes}
        defaultViewport={start}
        minZoom={leastZoom}
        maxZoom={maxZoom}
        panOnScroll
        panOnScrollSpeed={1}
        panOnDrag={spaceHeld.held ? [0, 1] : [1]}
        zoomOnDoubleClick={false}
        panActivationKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        deleteKeyCode={null}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        attributionPosition="bottom-left"
        aria-label={t('drawing')}
      >
        <ViewportPortal>
          <TitleField parts={parts} />
        </ViewportPortal>
      </ReactFlow>
      <TreeForReaders parts={parts} tree={readers} label={t('tree')} />
      <div ref={people} className="bb-layer" aria-hidden />
      <GestureLines parts={parts} />
      <Ghost parts={parts} />
      <div className="bb-corner" data-canvas-ui>
        <Minimap parts={parts} label={t('minimap')} />
        <ZoomControls parts={parts} />
      </div>
      <LinkMenu parts={parts} />
    </div>
  )
}
