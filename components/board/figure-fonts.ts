/** The family and weights that figures are drawn in. */
const family = 'Atkinson Hyperlegible Next'
const weights: ReadonlySet<string> = new Set(['400', '600'])

let known: Promise<string> | null = null

/**
 * The page's own fonts as `@font-face` rules with the bytes inside, so that a figure looks the same elsewhere.
 * Read once; empty when they cannot be read, and the figure then falls back to fonts of the same widths.
 */
export function figureFonts(): Promise<string> {
  known ??= readFonts().catch(() => '')
  return known
}

async function readFonts(): Promise<string> {
  const rules = [...document.styleSheets].flatMap(fontRules).filter(isWanted)
  const faces = await Promise.all(rules.map(embedded))
  return faces.join('')
}

function fontRules(sheet: CSSStyleSheet): CSSFontFaceRule[] {
  try {
    return [...sheet.cssRules].filter((rule): rule is CSSFontFaceRule => rule instanceof CSSFontFaceRule)
  } catch {
    // A style sheet of another origin, put there by an extension, does not show its rules.
    return []
  }
}

/** Upright, in a weight we use, and with the letters of western languages: U+0000 begins no other range. */
function isWanted({ style }: CSSFontFaceRule): boolean {
  const named = style.getPropertyValue('font-family').replaceAll(/["']/g, '')
  const range = style.getPropertyValue('unicode-range')
  return (
    named === family &&
    weights.has(style.getPropertyValue('font-weight')) &&
    style.getPropertyValue('font-style') !== 'italic' &&
    (range === '' || /U\+0(000)?-/i.test(range))
  )
}

async function embedded({ style, parentStyleSheet }: CSSFontFaceRule): Promise<string> {
  const address = /url\(["']?([^"')]+)["']?\)\s*format\(["']?woff2/.exec(style.getPropertyValue('src'))?.[1]
  if (!address) return ''
  const url = new URL(address, parentStyleSheet?.href ?? document.baseURI)
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer())
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  const weight = style.getPropertyValue('font-weight')
  return `@font-face{font-family:'${family}';font-weight:${weight};src:url(data:font/woff2;base64,${btoa(binary)}) format('woff2')}`
}
