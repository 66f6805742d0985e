import type * as Y from 'yjs'
import { yNodes } from '#lib/board/read.ts'
import type { BoardNode, Tree } from '#lib/board/tree.ts'

/** Which nodes this page changed since everything was last known to be stored. */
export type Unsaved = {
  readonly ids: () => readonly string[]
  /** To be called when the server has confirmed everything. */
  readonly clear: () => void
  /** This person chose to leave without them: nothing guards the way out any more. */
  readonly abandon: () => void
  readonly isAbandoned: () => boolean
  readonly destroy: () => void
}

/** Follows the changes made on this page, so that nothing refused or cut off has to be typed again. */
export function followUnsaved(doc: Y.Doc): Unsaved {
  const ids = new Set<string>()
  const root = yNodes(doc)
  let abandoned = false
  const onAfter = (transaction: Y.Transaction) => {
    if (!transaction.local) return
    for (const [type, keys] of transaction.changed) {
      if ((type as unknown) === root) for (const key of keys) key !== null && ids.add(key)
      else {
        const id = entryOf(root, type as Y.AbstractType<unknown>)
        if (id !== null) ids.add(id)
      }
    }
  }
  doc.on('afterTransaction', onAfter)
  return {
    ids: () => [...ids],
    clear: () => ids.clear(),
    abandon: () => {
      abandoned = true
    },
    isAbandoned: () => abandoned,
    destroy: () => doc.off('afterTransaction', onAfter),
  }
}

/** The key below `root` of the entry that a shared type lies in, or null when it lies elsewhere. */
function entryOf(root: Y.Map<unknown>, type: Y.AbstractType<unknown>): string | null {
  for (
    let at: Y.AbstractType<unknown> | null = type;
    at !== null;
    at = at.parent as Y.AbstractType<unknown> | null
  )
    if ((at.parent as unknown) === root) return at._item?.parentSub ?? null
  return null
}

/** The texts of the named nodes that still exist, as lines a person can keep: the title, and the description indented below it. */
export function textOf(tree: Tree, ids: readonly string[]): string {
  return ids
    .map((id) => tree.nodes.get(id))
    .filter((node): node is BoardNode => node !== undefined && `${node.title}${node.description}` !== '')
    .flatMap(({ title, description }) => [
      title,
      ...description
        .split('\n')
        .filter(Boolean)
        .map((line) => `  ${line}`),
    ])
    .join('\n')
}
