/** Colours of cursors and rings: each carries white text at 4.5:1 or better and stands out on light and dark paper. */
export const cursorColours = [
  '#a63d40',
  '#2f6690',
  '#4d7c0f',
  '#8a4fa3',
  '#b3541e',
  '#0f766e',
  '#5b5bb5',
  '#9d3c72',
  '#6b6a1f',
  '#1f7a4d',
  '#7a5230',
  '#4a6078',
] as const

/** A person's colour: the same on every board and every screen. */
export function cursorColour(userId: string): string {
  let hash = 0
  for (const character of userId) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0
  return cursorColours[hash % cursorColours.length] as string
}
