/** Writing SVG: plain elements and attributes that Word, LibreOffice and Inkscape read as browsers do. */

export type Attributes = Readonly<Record<string, string | number | undefined>>

/** An element; attributes that are undefined are left out. */
export function element(name: string, attributes: Attributes, ...content: readonly string[]): string {
  let open = `<${name}`
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined)
      open += ` ${key}="${typeof value === 'number' ? short(value) : escapeXml(value)}"`
  }
  return content.length === 0 ? `${open}/>` : `${open}>${content.join('')}</${name}>`
}

/** A number with at most two decimals. */
export const short = (value: number): string => String(Math.round(value * 100) / 100)

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for XML: marks escaped, characters that XML does not allow left out. */
export const escapeXml = (text: string): string =>
  text
    .replace(/[&<>"]/g, (mark) => entities[mark] as string)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 forbids exactly these
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')

/**
 * The font of the file itself. LibreOffice looks at the first name only and Word has no other either, so Arial stands first;
 * the layout left room for its widths. Programs that read `ownFontRule` (browsers) show ours.
 */
const portableFonts = "Arial, 'Liberation Sans', Arimo, sans-serif"
const ownFonts = "'Atkinson Hyperlegible Next', Arial, 'Liberation Sans', sans-serif"

/** The attribute of the root element. */
export const fontAttribute = { 'font-family': portableFonts }

/** A style rule that browsers follow and other programs skip, because they do not know `@supports`. */
export const ownFontRule = `@supports (display:block){text{font-family:${ownFonts}}}`

/** The same file with our font first, for an encoder that has it. */
export const inOwnFont = (svg: string): string =>
  svg.replace(`font-family="${portableFonts}"`, `font-family="${ownFonts}"`)

export type TextStyle = {
  readonly size: number
  readonly weight?: number
  readonly fill: string
  readonly anchor?: 'end'
}

/** One line of text on a baseline. */
export const textLine = (
  text: string,
  x: number,
  y: number,
  { size, weight = 400, fill, anchor }: TextStyle,
): string =>
  element(
    'text',
    {
      x,
      y,
      'font-size': size,
      'font-weight': weight === 400 ? undefined : weight,
      fill,
      'text-anchor': anchor,
    },
    escapeXml(text),
  )
