import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import tailwind from '@tailwindcss/postcss'
import { build } from 'esbuild'
import postcss from 'postcss'

/** Bundles the pages of the benchmark into a folder, in production mode, with the product's own stylesheet; `readable` keeps names for debugging. */
export async function buildPages(folder: string, pages: readonly string[], readable = false): Promise<void> {
  await mkdir(folder, { recursive: true })
  await build({
    entryPoints: pages.map((page) => join('bench/canvas', page)),
    outdir: folder,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    minify: !readable,
    jsx: 'automatic',
    loader: { '.woff2': 'file', '.woff': 'file' },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  const source = 'app/globals.css'
  const { css } = await postcss([tailwind()]).process(await readFile(source, 'utf8'), { from: source })
  await writeFile(join(folder, 'page.css'), css)
  for (const page of pages) {
    const name = page.replace(/\.tsx?$/, '')
    const html = `<!doctype html><html lang="nl"><meta charset="utf-8"><title>${name}</title><link rel="stylesheet" href="page.css"><link rel="stylesheet" href="fonts.css"><link rel="stylesheet" href="${name}.css"><style>body{margin:0}</style><div id="root"></div><script type="module" src="${name}.js"></script></html>`
    await writeFile(join(folder, `${name}.html`), html)
  }
  await writeFonts(folder)
}

/** The type of the product, from its package. */
async function writeFonts(folder: string): Promise<void> {
  const rules = await Promise.all(
    [400, 600].map(async (weight) => {
      const file = await readFile(
        `node_modules/@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-${weight}-normal.woff2`,
      )
      const source = `data:font/woff2;base64,${file.toString('base64')}`
      return `@font-face{font-family:"Atkinson Hyperlegible Next";font-weight:${weight};src:url(${source}) format("woff2")}`
    }),
  )
  await writeFile(join(folder, 'fonts.css'), rules.join('\n'))
}
