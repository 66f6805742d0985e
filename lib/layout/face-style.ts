import type { NodeKind } from '#lib/board/schema.ts'
import type { Weight } from './measure.ts'

/** How the face of a kind is set: its width, type and ground. */
export type FaceStyle = {
  readonly width: number
  readonly size: number
  readonly weight: Weight
  readonly lines: number
  readonly ground: 'strong' | 'fill' | 'card'
  readonly border: number
}

const card: FaceStyle = { width: 212, size: 14, weight: 400, lines: 4, ground: 'card', border: 1.25 }
const note: FaceStyle = { ...card, width: 196, ground: 'fill', border: 1 }

/** Widths are fixed per kind: columns line up, and typing never pushes what stands beside a node. */
export const faceStyles: Readonly<Record<NodeKind, FaceStyle>> = {
  ambition: { width: 296, size: 20, weight: 600, lines: 4, ground: 'strong', border: 1.5 },
  axis: { width: 232, size: 17, weight: 600, lines: 3, ground: 'strong', border: 1.5 },
  phase: { width: 232, size: 16, weight: 600, lines: 3, ground: 'strong', border: 1.5 },
  goal: { width: 236, size: 15, weight: 600, lines: 4, ground: 'fill', border: 1.75 },
  subgoal: { width: 224, size: 14, weight: 600, lines: 4, ground: 'fill', border: 1.25 },
  capability: { width: 224, size: 14, weight: 600, lines: 4, ground: 'fill', border: 1.25 },
  effort: card,
  project: { ...card, border: 1.75 },
  result: card,
  risk: { ...card, width: 220 },
  stakeholder: card,
  role: card,
  framework: card,
  question: note,
  note,
}
