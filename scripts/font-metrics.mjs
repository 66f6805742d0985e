// Writes lib/layout/font-metrics.json: per weight the advance width of each character in thousandths of an em, the
// larger of Atkinson Hyperlegible Next and Arimo (which has the widths of Arial). Arial knows no semibold: other programs show
// bold instead, so 600 is measured with Arimo 700. Run this after changing the fonts.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as fontkit from 'fontkit'

const root = fileURLToPath(new URL('../', import.meta.url))
const families = ['atkinson-hyperlegible-next', 'arimo']
const weights = [400, 600]
const arimoWeight = { 400: 400, 600: 700 }

/** The subsets of a family in one weight. */
function fontsOf(family, weight) {
  const folder = `${root}node_modules/@fontsource/${family}/files/`
  const files = readdirSync(folder).filter((file) =>
    file.endsWith(`-${family === 'arimo' ? arimoWeight[weight] : weight}-normal.woff2`),
  )
  return files.map((file) => fontkit.create(readFileSync(folder + file)))
}

/** Code point → widest advance over all fonts that have the character. */
function advances(weight) {
  const widest = new Map()
  for (const family of families) {
    for (const font of fontsOf(family, weight)) {
      for (const codePoint of font.characterSet) {
        const width = Math.ceil((font.glyphForCodePoint(codePoint).advanceWidth * 1000) / font.unitsPerEm)
        if (codePoint >= 32) widest.set(codePoint, Math.max(width, widest.get(codePoint) ?? 0))
      }
    }
  }
  return widest
}

/** Runs of neighbouring code points: [first, width, width, …]. */
function toRuns(widths) {
  const runs = []
  let next = -1
  for (const [codePoint, width] of [...widths].sort(([a], [b]) => a - b)) {
    if (codePoint !== next) runs.push([codePoint])
    runs.at(-1).push(width)
    next = codePoint + 1
  }
  return runs
}

const metrics = {}
for (const weight of weights) metrics[weight] = toRuns(advances(weight))
writeFileSync(`${root}lib/layout/font-metrics.json`, `${JSON.stringify(metrics)}\n`)
