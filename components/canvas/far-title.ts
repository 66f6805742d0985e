import type { Face } from '#lib/layout/face.ts'
import { textWidth, type Weight, wrapText } from '#lib/layout/measure.ts'
import { insetsOf } from '#lib/layout/shapes.ts'
import { bareAt, cardsFrom } from './detail.ts'

/** A title set for a zoom at which the card's own type is too small: in board pixels from the node's corner. */
export type FarTitle = {
  readonly lines: readonly string[]
  readonly size: number
  readonly weight: Weight
  /** From one baseline to the next. */
  readonly step: number
  readonly x: number
  /** The first baseline. */
  readonly y: number
}

/** Screen pixels under which letters are no longer readable at all. */
const smallest = 7.5

/** Sizes that are tried, in parts of the wished one. */
const tries = [1, 0.92, 0.84, 0.76] as const

/** Steps of zoom per doubling: between two of them a title grows and shrinks with its node. */
const stepsPerOctave = 8

/** How much of the room beside a title is given to it when the shape is bare. */
const spared = 0.3

const lineHeight = 1.2
const baseline = 0.78

/** The step nearest to a zoom, 0 where titles take over from cards; titles are set anew once per step. */
export const farStepAt = (zoom: number): number => Math.round(Math.log2(zoom / cardsFrom) * stepsPerOctave)

const kept = new WeakMap<Face, { readonly step: number; readonly set: FarTitle }>()

/** The title of a face at a step of zoom, kept until another step is asked. */
export function farTitle(face: Face, title: string, step: number): FarTitle {
  const known = kept.get(face)
  if (known?.step === step) return known.set
  const set = setFar(face, title, cardsFrom * 2 ** (step / stepsPerOctave))
  kept.set(face, { step, set })
  return set
}

/**
 * Sets a title for a zoom: on the screen it keeps the size it had when the card was last readable, shrinks a little when
 * that makes it fit, and is cut with an ellipsis when nothing does.
 */
function setFar(face: Face, title: string, zoom: number): FarTitle {
  const onCard = face.texts[0]
  const weight = onCard?.weight ?? 400
  const wished = ((onCard?.size ?? 14) * cardsFrom) / zoom
  const least = smallest / zoom
  const bare = bareAt(zoom)
  const insets = insetsOf(face.kind)
  const left = insets.left * (1 - spared * bare)
  const width = face.width - left - insets.right * (1 - spared * bare)
  const room = face.height - 6 - (insets.bottom + 12) * (1 - bare)
  const linesIn = (size: number) => Math.max(1, Math.floor(room / (size * lineHeight)))
  const wrap = (size: number) => wrapText(title, { size, weight, width, maxLines: linesIn(size) })
  const sizes = tries.map((part) => Math.max(least, wished * part))
  const size = sizes.find((each) => fits(title, wrap(each), each, weight, width)) ?? least
  const lines = wrap(size)
  const step = size * lineHeight
  const centred = (face.height - lines.length * step) / 2
  const top = insets.top + (centred - insets.top) * bare
  return { lines, size, weight, step, x: left, y: top + step * baseline }
}

/** Whether a title stands whole, with no word broken. */
function fits(title: string, lines: readonly string[], size: number, weight: Weight, width: number): boolean {
  const bare = (text: string) => text.replace(/\s/g, '')
  return (
    bare(lines.join('')) === bare(title) &&
    title.split(/[\s\-/\u2013]+/).every((word) => textWidth(word, size, weight) <= width)
  )
}
