import { type Contender, peerBoard } from './contender.ts'

/** The limit: a bare canvas 2D that draws simple cards and lines, everything that is in sight, whenever anything changes. */
const board = peerBoard()
const { tree } = board
const { layout } = board
const ids = [...layout.ids]
const x = [...layout.x]
const y = [...layout.y]
const parent = [...layout.parent]
const titles = ids.map(board.titleOf)
const owners = ids.map(board.ownerOf)
const links = [...tree.links.values()].map(
  ({ from, to }) => [layout.indexOf.get(from)!, layout.indexOf.get(to)!] as const,
)
const [width, height] = [212, 84]

const canvas = document.createElement('canvas')
canvas.style.cssText = 'position:fixed;inset:0;width:100%;height:100%'
canvas.className = 'plain'
document.getElementById('root')!.append(canvas)
canvas.width = innerWidth * devicePixelRatio
canvas.height = innerHeight * devicePixelRatio
const ctx = canvas.getContext('2d')!
const fit = Math.min((innerWidth - 96) / layout.bounds.width, (innerHeight - 96) / layout.bounds.height)
const view = { zoom: fit, x: 48 - layout.bounds.x * fit, y: 48 - layout.bounds.y * fit }
let queued = false
let painted = false

function draw(): void {
  queued = false
  const { zoom } = view
  const scale = zoom * devicePixelRatio
  const [left, top] = [-view.x / zoom, -view.y / zoom]
  const [right, bottom] = [left + innerWidth / zoom, top + innerHeight / zoom]
  ctx.setTransform(1, 0, 0, 1, 0, 0)
  ctx.fillStyle = '#fbf7ef'
  ctx.fillRect(0, 0, canvas.width, canvas.height)
  ctx.setTransform(scale, 0, 0, scale, view.x * devicePixelRatio, view.y * devicePixelRatio)
  ctx.strokeStyle = '#7a8780'
  ctx.lineWidth = Math.max(1.25, 0.6 / zoom)
  ctx.beginPath()
  for (let i = 0; i < ids.length; i++) {
    const p = parent[i]!
    if (p >= 0) curve(x[p]! + width, y[p]! + height / 2, x[i]!, y[i]! + height / 2)
  }
  for (const [a, b] of links) curve(x[a]! + width, y[a]! + height / 2, x[b]!, y[b]! + height / 2)
  ctx.stroke()
  ctx.strokeStyle = '#24547a'
  for (let i = 0; i < ids.length; i++) {
    if (x[i]! > right || y[i]! > bottom || x[i]! + width < left || y[i]! + height < top) continue
    ctx.fillStyle = '#fffdf9'
    ctx.fillRect(x[i]!, y[i]!, width, height)
    ctx.strokeRect(x[i]!, y[i]!, width, height)
    if (zoom < 0.3) continue
    ctx.fillStyle = '#14231d'
    ctx.font = '14px sans-serif'
    ctx.fillText(titles[i]!, x[i]! + 12, y[i]! + 28, width - 24)
    ctx.font = '11.5px sans-serif'
    ctx.fillText(owners[i]!, x[i]! + 12, y[i]! + 66)
  }
  painted = true
}

function curve(ax: number, ay: number, bx: number, by: number): void {
  const half = (ax + bx) / 2
  ctx.moveTo(ax, ay)
  ctx.bezierCurveTo(half, ay, half, by, bx, by)
}

function queue(): void {
  if (!queued) requestAnimationFrame(draw)
  queued = true
}

let dragged: readonly number[] = []
let chosen: readonly number[] = []
canvas.addEventListener('wheel', (event) => {
  event.preventDefault()
  view.x -= event.deltaX
  view.y -= event.deltaY
  queue()
})
canvas.addEventListener('pointerdown', (event) => {
  const [px, py] = [(event.clientX - view.x) / view.zoom, (event.clientY - view.y) / view.zoom]
  const at = ids.findIndex(
    (_, i) => px >= x[i]! && px <= x[i]! + width && py >= y[i]! && py <= y[i]! + height,
  )
  if (at >= 0) dragged = chosen.includes(at) ? chosen : [at]
})
canvas.addEventListener('pointermove', (event) => {
  if (dragged.length === 0) return
  for (const i of dragged) {
    x[i]! += event.movementX / view.zoom
    y[i]! += event.movementY / view.zoom
  }
  queue()
})
canvas.addEventListener('pointerup', () => {
  dragged = []
})

const contender: Contender = {
  made: board.made,
  isPainted: () => painted,
  zoomTo(zoom) {
    view.x = innerWidth / 2 - ((innerWidth / 2 - view.x) / view.zoom) * zoom
    view.y = innerHeight / 2 - ((innerHeight / 2 - view.y) / view.zoom) * zoom
    view.zoom = zoom
    queue()
  },
  show(id) {
    const i = ids.indexOf(id)
    Object.assign(view, {
      zoom: 1,
      x: innerWidth / 2 - x[i]! - width / 2,
      y: innerHeight / 2 - y[i]! - height / 2,
    })
    queue()
    return { x: innerWidth / 2, y: innerHeight / 2 }
  },
  select(wanted) {
    chosen = wanted.map((id) => ids.indexOf(id))
  },
  addChild(id) {
    const p = ids.indexOf(id)
    ids.push(`${id}+${ids.length}`)
    titles.push('')
    owners.push('')
    parent.push(p)
    x.push(x[p]! + 280)
    y.push(y[p]!)
    queue()
  },
}
Object.assign(window, { contender })
queue()
