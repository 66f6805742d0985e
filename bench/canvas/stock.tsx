import {
  type Edge,
  Handle,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  ReactFlowProvider,
  useNodesState,
  useReactFlow,
} from '@xyflow/react'
import { memo, useEffect } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import '@xyflow/react/dist/style.css'
import { type Contender, peerBoard } from './contender.ts'

/** React Flow as its manual shows it: a custom node with two handles, an edge per line and per link. */
type Card = Node<{ readonly title: string; readonly owner: string }, 'card'>

const Card = memo(({ data }: NodeProps<Card>) => (
  <div
    style={{
      width: 212,
      height: 84,
      padding: 10,
      border: '1.25px solid #24547a',
      borderRadius: 5,
      background: '#fffdf9',
      fontSize: 14,
    }}
  >
    <Handle type="target" position={Position.Left} />
    <div>{data.title}</div>
    <span style={{ fontSize: 11.5, color: '#4c5a52' }}>{data.owner}</span>
    <Handle type="source" position={Position.Right} />
  </div>
))

const board = peerBoard()
const { layout, tree } = board
const nodes: Card[] = layout.ids.map((id, i) => ({
  id,
  type: 'card',
  position: { x: layout.x[i]!, y: layout.y[i]! },
  data: { title: board.titleOf(id), owner: board.ownerOf(id) },
}))
const lines: Edge[] = layout.ids.flatMap((id, i) =>
  layout.parent[i]! < 0 ? [] : [{ id: `t${id}`, source: layout.ids[layout.parent[i]!]!, target: id }],
)
const links: Edge[] = [...tree.links.values()].map(({ id, from, to }) => ({
  id,
  source: from,
  target: to,
  style: { strokeDasharray: '6 4' },
}))
const nodeTypes = { card: Card }

function Board() {
  const [shown, setShown, onNodesChange] = useNodesState<Card>(nodes)
  const flow = useReactFlow()
  useEffect(() => {
    const contender: Contender = {
      made: board.made,
      isPainted: () => document.querySelectorAll('.react-flow__edge').length >= lines.length,
      zoomTo: (zoom) => void flow.zoomTo(zoom),
      show(id) {
        const i = layout.indexOf.get(id)!
        void flow.setCenter(layout.x[i]! + 106, layout.y[i]! + 42, { zoom: 1 })
        return { x: innerWidth / 2, y: innerHeight / 2 }
      },
      select: (ids) => setShown((now) => now.map((node) => ({ ...node, selected: ids.includes(node.id) }))),
      addChild: (id) =>
        flushSync(() =>
          setShown((now) => {
            const parent = now.find((node) => node.id === id)!
            return [
              ...now,
              {
                ...parent,
                id: `${id}+${now.length}`,
                position: { x: parent.position.x + 280, y: parent.position.y },
                data: { title: '', owner: '' },
              },
            ]
          }),
        ),
    }
    Object.assign(window, { contender })
  }, [flow, setShown])
  return (
    <ReactFlow
      nodes={shown}
      edges={edges}
      onNodesChange={onNodesChange}
      nodeTypes={nodeTypes}
      minZoom={0.005}
      panOnScroll
      panOnScrollSpeed={1}
      fitView
    />
  )
}
const edges = [...lines, ...links]

createRoot(document.getElementById('root')!).render(
  <ReactFlowProvider>
    <div style={{ position: 'fixed', inset: 0 }}>
      <Board />
    </div>
  </ReactFlowProvider>,
)
