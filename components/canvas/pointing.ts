import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Box } from '#lib/layout/layout.ts'
import type { Drop } from './drop-zone.ts'
import type { Point } from './viewport.ts'

/** What the pointer or the keyboard is in the middle of: local, short-lived, never in the document. */
export type Pointing = {
  /** The node under the pointer. */
  readonly hovered: string | null
  /** A branch on its way to another place. */
  readonly drag: Drag | null
  /** The box of a box selection, in screen pixels. */
  readonly band: Box | null
  /** A link on its way to its other end. */
  readonly link: LinkDraft | null
}

export type Drag = {
  /** The tops of the dragged branches; the one under the pointer comes first. */
  readonly ids: readonly string[]
  /** Everything that moves along, tops included. */
  readonly branch: ReadonlySet<string>
  /** Of the pointer, in screen pixels. */
  readonly at: Point
  /** Where the pointer took hold, from the corner of the first node, in board pixels. */
  readonly hold: Point
  readonly copy: boolean
  readonly drop: Drop | null
}

export type LinkDraft = {
  readonly from: string
  /** The node that would be the other end, null over paper. */
  readonly to: string | null
  /** The loose end in screen pixels; null while the keyboard chooses. */
  readonly at: Point | null
  /** The other end is chosen and the kind is being asked. */
  readonly asking: boolean
}

export const atRest: Pointing = { hovered: null, drag: null, band: null, link: null }

export const createPointing = (): StoreApi<Pointing> => createStore<Pointing>(() => atRest)
