import { coloursOf } from '#lib/layout/face.ts'
import type { Box } from '#lib/layout/layout.ts'
import { ellipsize, textWidth, type Weight } from '#lib/layout/measure.ts'
import type { Theme } from '#lib/layout/palette.ts'
import { detailAt } from './detail.ts'
import type { Frame } from './frame.ts'
import { apart, namedNodes } from './labels.ts'
import { typeface } from './paint-face.ts'
import { boxIn } from './places.ts'
import type { Scene } from './scene.ts'

type Label = {
  readonly text: string
  readonly index: number
  readonly head: boolean
  readonly box: Box
}

/** Screen pixels. */
const style = { head: 11, plain: 10, longest: 150, pad: 6, height: 17 } as const
const weight: Weight = 600

/** Draws the names of the ambition, the axes and as many goals as find room, over a board seen from very far. */
export function paintLabels(
  ctx: CanvasRenderingContext2D,
  scene: Scene,
  theme: Theme,
  { zoom }: Frame,
): void {
  if (detailAt(zoom) !== 'blocks') return
  const pixel = 1 / zoom
  for (const { text, index, head, box } of apart(labelsOf(scene, pixel))) {
    const colours = coloursOf(theme, scene.face(index))
    ctx.beginPath()
    ctx.roundRect(box.x, box.y, box.width, box.height, box.height / 2)
    ctx.fillStyle = head ? colours.strong : colours.fill
    ctx.fill()
    ctx.strokeStyle = head ? theme.paper : colours.strong
    ctx.lineWidth = pixel
    ctx.stroke()
    ctx.font = `${weight} ${(head ? style.head : style.plain) * pixel}px ${typeface}`
    ctx.fillStyle = head ? colours.onStrong : colours.onFill
    ctx.fillText(text, box.x + style.pad * pixel, box.y + box.height * 0.7)
  }
}

function* labelsOf(scene: Scene, pixel: number): Generator<Label> {
  const { indexOf } = scene.layout()
  for (const { id, kind, title } of namedNodes(scene.tree())) {
    const index = indexOf.get(id)
    if (index === undefined) continue
    const head = kind !== 'goal'
    const size = head ? style.head : style.plain
    const text = ellipsize(title.trim(), { size, weight, width: style.longest })
    const width = (textWidth(text, size, weight) + 2 * style.pad) * pixel
    const height = style.height * pixel
    const node = boxIn(scene, index)
    const x = node.x + (node.width - width) / 2
    const y = node.y + (node.height - height) / 2
    yield { text, index, head, box: { x, y, width, height } }
  }
}
