import { parentPort, workerData } from 'node:worker_threads'
import { Resvg } from '@resvg/resvg-js'

/** The work of one PNG, in a thread of its own. */
export type PngJob = {
  readonly svg: string
  readonly width: number
  readonly fonts: readonly string[]
  readonly background: string | null
}

const { svg, width, fonts, background } = workerData as PngJob
const drawing = new Resvg(svg, {
  fitTo: { mode: 'width', value: width },
  font: { fontFiles: [...fonts], loadSystemFonts: true, defaultFontFamily: 'Atkinson Hyperlegible Next' },
  ...(background !== null && { background }),
})
parentPort?.postMessage(drawing.render().asPng())
