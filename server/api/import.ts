import type * as Y from 'yjs'
import { z } from 'zod'
import type { BoardRole } from '#lib/access/access.ts'
import { branchOf, levelOf } from '#lib/board/derive.ts'
import { readTree } from '#lib/board/store.ts'
import type { Tree } from '#lib/board/tree.ts'
import { type Branch, readBranch } from '#lib/commands/branch.ts'
import { runCommand } from '#lib/commands/run.ts'
import { decodeText } from '#lib/import/decode.ts'
import { type OutlineFormat, outlineFormats, readOutline } from '#lib/import/index.ts'
import { readBoardJson, seedDocument } from '#lib/import/json.ts'
import type { ImportNote } from '#lib/import/messages.ts'
import { ok, problem, type Result } from '#lib/result.ts'
import { toDocument } from '#server/document.ts'
import { route } from './route.ts'

type FileFormat = OutlineFormat | 'json'
const formats: readonly FileFormat[] = [...(Object.keys(outlineFormats) as OutlineFormat[]), 'json']

/** What an import does, or would do: nodes that come, in reading order, and what of the file was left out or changed and why. */
type Report = {
  readonly applied: boolean
  readonly added: readonly {
    readonly id: string
    readonly kind: string
    readonly level: number
    readonly title: string
  }[]
  readonly changed: readonly never[]
  readonly skipped: readonly ImportNote[]
}

/** Hangs what is in a file below a node, as one step. */
export const importFile = route({
  method: 'POST',
  path: '/boards/:id/import',
  summary:
    'Hang the content of a file (text, markdown or board JSON) below a node; with dryRun=1 only say what would come',
  needs: 'edit',
  query: z.object({
    /** Without it the file tells. */
    format: z.string().max(20).optional(),
    /** The node to hang it below; the first of the top level by default. */
    node: z.string().max(64).optional(),
    dryRun: z.enum(['0', '1']).default('0'),
  }),
  body: 'file',
  status: 200,
  run: async ({ hub, user }, { board, query, body }) => {
    const format = query.format === undefined ? undefined : formatOf(query.format)
    if (format === null) return problem('args.invalid', { field: 'format' })
    const read = readFile(body, format)
    if (!read.ok) return read
    const place = { node: query.node, role: board.role, applied: query.dryRun === '0' }
    const insert = (doc: Y.Doc, tree: Tree) => insertBranch(doc, tree, read.value, place)
    if (place.applied) return hub.run(board.id, user.userId, insert)
    // What `read` gives is a copy of its own: nobody sees what happens to it.
    const view = await hub.read(board.id)
    return view.ok ? insert(view.value.doc, view.value.tree) : view
  },
})

type ReadFile = { readonly branch: Branch; readonly notes: readonly ImportNote[] }

function readFile(bytes: Uint8Array, format: FileFormat | undefined): Result<ReadFile> {
  if (format !== 'json' && (format || !looksLikeJson(bytes))) {
    const outline = readOutline(bytes, format)
    return outline.ok ? ok({ branch: { outline: outline.value }, notes: [] }) : outline
  }
  const read = readBoardJson(bytes)
  if (!read.ok) return read
  const tree = readTree(toDocument(seedDocument(read.value.board)))
  return ok({ branch: readBranch(tree, tree.childrenOf(null)), notes: read.value.notes })
}

type Place = { readonly node: string | undefined; readonly role: BoardRole; readonly applied: boolean }

function insertBranch(
  doc: Y.Doc,
  tree: Tree,
  { branch, notes }: ReadFile,
  { node, role, applied }: Place,
): Result<Report> {
  const parent = node ?? tree.childrenOf(null)[0] ?? null
  const outcome = runCommand(doc, tree, 'clipboard.insert', { branch, parent }, role)
  if (!outcome.ok) return outcome
  const after = readTree(doc)
  const ids = (outcome.value.select ?? []).flatMap((id) => branchOf(after, id))
  const added = ids.flatMap((id) => {
    const made = after.nodes.get(id)
    return made ? [{ id, kind: made.kind, level: levelOf(after, id), title: made.title }] : []
  })
  return ok({ applied, added, changed: [], skipped: notes })
}

function formatOf(name: string): FileFormat | null {
  const byExtension = (Object.keys(outlineFormats) as OutlineFormat[]).find((format) =>
    (outlineFormats[format].extensions as readonly string[]).includes(name),
  )
  return formats.find((format) => format === name) ?? byExtension ?? null
}

/** Board JSON begins with a brace; which outline any other text is, `readOutline` sees. */
function looksLikeJson(bytes: Uint8Array): boolean {
  const text = decodeText(bytes.subarray(0, 1024))
  return text.ok && text.value.trimStart().startsWith('{')
}
