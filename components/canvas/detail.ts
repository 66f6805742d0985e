/** How much of a node is drawn, by zoom. */

/**
 * `cards`: titles, marks and owners; `titles`: the shape with its title alone, in type that stays readable;
 * `blocks`: coloured shapes with floating names of what stands highest.
 */
export type Detail = 'blocks' | 'titles' | 'cards'

/** Below this zoom the type of an ordinary card is too small to read. */
export const cardsFrom = 0.66

/** Below this zoom no title fits in its node in readable type. */
export const titlesFrom = 0.2

/** Interactive parts are large enough to aim at from this zoom. */
const shellsFrom = 0.4

/** Screen pixels below which a line of text is left out. */
export const leastReadable = 6.5

export function detailAt(zoom: number): Detail {
  if (zoom >= cardsFrom) return 'cards'
  return zoom >= titlesFrom ? 'titles' : 'blocks'
}

/** How solid the small print of a card is, 0 to 1: it fades away before the card becomes a title alone. */
export const printAt = (zoom: number): number => within((zoom - cardsFrom) / 0.12)

/** How far a title has moved from its place on the card to the middle of the bare shape, 0 to 1. */
export const bareAt = (zoom: number): number => within((cardsFrom - zoom) / 0.16)

/** Whether interactive nodes exist at a zoom; once there they stay a little longer, so that the border does not flicker. */
export const hasShells = (zoom: number, had: boolean): boolean =>
  zoom >= (had ? shellsFrom * 0.9 : shellsFrom)

/** Whether text of `fontSize` board pixels is worth drawing. */
export const isReadable = (fontSize: number, zoom: number): boolean => fontSize * zoom >= leastReadable

const within = (part: number) => Math.max(0, Math.min(1, part))
