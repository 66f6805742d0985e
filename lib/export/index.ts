import { branchOf } from '#lib/board/derive.ts'
import type { Tree } from '#lib/board/tree.ts'
import { type FigureOptions, toFigure } from './figure.ts'
import { toBoardJson } from './json.ts'
import { toMarkdown } from './markdown.ts'
import { toIndentedText } from './text.ts'

/** Every format a board can be taken home in. */

export type ExportFormat = {
  readonly mediaType: string
  readonly extension: string
  /** The file's text; null when it needs an encoder (server/figure turns the SVG into PNG). */
  readonly write: ((tree: Tree, options: FigureOptions) => string) | null
}

export const exportFormats = {
  svg: {
    mediaType: 'image/svg+xml',
    extension: 'svg',
    write: (tree, options) => toFigure(tree, options).svg,
  },
  png: { mediaType: 'image/png', extension: 'png', write: null },
  json: {
    mediaType: 'application/json',
    extension: 'json',
    write: (tree, { branch }) =>
      `${JSON.stringify(branch === null ? toBoardJson(tree) : toBoardJson(tree, branchOf(tree, branch)), null, 2)}\n`,
  },
  markdown: {
    mediaType: 'text/markdown',
    extension: 'md',
    write: (tree, { branch, labels }) => toMarkdown(tree, branch, labels),
  },
  text: {
    mediaType: 'text/plain',
    extension: 'txt',
    write: (tree, { branch }) => toIndentedText(tree, branch),
  },
} as const satisfies Record<string, ExportFormat>

export type ExportFormatName = keyof typeof exportFormats

export const isExportFormat = (name: string): name is ExportFormatName => Object.hasOwn(exportFormats, name)

/** A file name from a title: words joined by hyphens, no marks that a file system dislikes. */
export function fileName(title: string, format: ExportFormatName): string {
  const stem = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
    .slice(0, 80)
  return `${stem || 'bollenboom'}.${exportFormats[format].extension}`
}
