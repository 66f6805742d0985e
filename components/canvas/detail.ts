/** How much of a node is drawn, by zoom. */

/** `blocks`: coloured shapes and only titles large enough to read; `cards`: titles, marks and owners. */
export type Detail = 'blocks' | 'cards'

/** Below this zoom a card's small print is under 5 px: noise, not information. */
const cardsFrom = 0.4

/** Screen pixels below which a line of text is left out. */
export const leastReadable = 6.5

export const detailAt = (zoom: number): Detail => (zoom < cardsFrom ? 'blocks' : 'cards')

/** Whether interactive nodes exist at a zoom; once there they stay a little longer, so that the border does not flicker. */
export const hasShells = (zoom: number, had: boolean): boolean => zoom >= (had ? cardsFrom * 0.9 : cardsFrom)

/** Whether a title of `fontSize` board pixels is worth drawing. */
export const isReadable = (fontSize: number, zoom: number): boolean => fontSize * zoom >= leastReadable
