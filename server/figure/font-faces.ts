import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from '#server/root.ts'

const folder = ['node_modules', '@fontsource', 'atkinson-hyperlegible-next', 'files']

let rules: Promise<string> | null = null

/** `@font-face` rules with our font inside, for `FigureOptions.fontFaces`: an SVG then looks the same on a machine without it. */
export function fontFaces(): Promise<string> {
  rules ??= Promise.all(([400, 600] as const).map(fontFace)).then((all) => all.join(''))
  return rules
}

async function fontFace(weight: number): Promise<string> {
  const font = await readFile(
    join(projectRoot(), ...folder, `atkinson-hyperlegible-next-latin-${weight}-normal.woff2`),
  )
  return `@font-face{font-family:'Atkinson Hyperlegible Next';font-weight:${weight};src:url(data:font/woff2;base64,${font.toString('base64')}) format('woff2')}`
}
