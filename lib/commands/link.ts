import { z } from 'zod'
import { addLink, removeLink, setLinkField } from '#lib/board/edit.ts'
import { type LinkKind, limits, linkFields, linkKinds } from '#lib/board/schema.ts'
import type { Tree } from '#lib/board/tree.ts'
import { ok, problem, type Result } from '#lib/result.ts'
import { idArg } from './checks.ts'
import type { Outcome, Ui } from './command.ts'
import { boardCommand } from './define.ts'
import { oneOf, someLink, someNode } from './examples.ts'

/** Commands on typed cross-links. */

const kindArg = z.enum(linkKinds)
const noOutcome: Result<Outcome> = ok({})

/** The same two ends with the same kind; `conflicts_with` counts in both directions. */
function twinOf(tree: Tree, kind: LinkKind, from: string, to: string, but?: string): boolean {
  return tree.linksOf(from).some((id) => {
    const link = tree.links.get(id)
    if (!link || link.id === but || link.kind !== kind) return false
    return (
      (link.from === from && link.to === to) ||
      (kind === 'conflicts_with' && link.from === to && link.to === from)
    )
  })
}

export const add = boardCommand({
  id: 'link.add',
  group: 'link',
  keys: [],
  menus: [],
  args: z.object({ from: idArg, to: idArg, kind: kindArg }),
  fromUi: () => null,
  run(doc, tree, { from, to, kind }): Result<Outcome> {
    if (from === to) return problem('link.same-ends')
    if (!tree.nodes.has(from) || !tree.nodes.has(to)) return problem('node.missing')
    if (twinOf(tree, kind, from, to)) return problem('link.exists')
    addLink(doc, { from, to, kind })
    return ok({ said: { key: 'linked' } })
  },
  example: (tree, random) => {
    const [from, to] = [someNode(tree, random), someNode(tree, random)]
    return from === null || to === null ? null : { from, to, kind: oneOf(linkKinds, random) ?? 'informs' }
  },
})

export const setKind = boardCommand({
  id: 'link.set-kind',
  group: 'link',
  keys: [],
  menus: ['link'],
  icon: 'waypoints',
  args: z.object({ id: idArg, kind: kindArg }),
  fromUi: () => null,
  run(doc, tree, { id, kind }) {
    const link = tree.links.get(id)
    if (!link) return problem('link.missing')
    if (twinOf(tree, kind, link.from, link.to, id)) return problem('link.exists')
    setLinkField(doc, id, 'kind', kind)
    return noOutcome
  },
  example: (tree, random) => {
    const id = someLink(tree, random)
    return id === null ? null : { id, kind: oneOf(linkKinds, random) ?? 'informs' }
  },
})

export const setLabel = boardCommand({
  id: 'link.set-label',
  group: 'link',
  keys: [],
  menus: [],
  /** An empty label is no label. */
  args: z.object({ id: idArg, label: z.string() }),
  fromUi: () => null,
  run(doc, tree, { id, label }) {
    if (!tree.links.has(id)) return problem('link.missing')
    if (label.length > limits.title)
      return problem('title.too-long', { limit: limits.title, length: label.length })
    setLinkField(doc, id, 'label', label === '' ? null : label)
    return noOutcome
  },
  example: (tree, random) => {
    const id = someLink(tree, random)
    return id === null ? null : { id, label: random() < 0.3 ? '' : 'wekelijks' }
  },
})

/** Sets a field of a link other than its kind and label; `value` null clears it. */
export const setField = boardCommand({
  id: 'link.set-field',
  group: 'link',
  keys: [],
  menus: [],
  args: z.object({
    id: idArg,
    field: z.string().refine((name) => Object.hasOwn(linkFields, name)),
    value: z.union([
      z.string().max(limits.description),
      z.number(),
      z.null(),
      z.record(z.string().max(64), z.string().max(limits.title)),
    ]),
  }),
  fromUi: () => null,
  run(doc, tree, { id, field, value }) {
    if (!tree.links.has(id)) return problem('link.missing')
    setLinkField(doc, id, field, value)
    return noOutcome
  },
  example: (tree, random) => {
    const id = someLink(tree, random)
    return id === null
      ? null
      : random() < 0.5
        ? { id, field: 'strength', value: 2 }
        : { id, field: 'decision', value: { text: 'eerst A', by: 'r1' } }
  },
})

const selectedLink = (ui: Ui) => {
  const id = ui.selectedLink
  return ui.mayEdit && id !== null && ui.tree.links.has(id) ? { id } : null
}

export const reverse = boardCommand({
  id: 'link.reverse',
  group: 'link',
  keys: [],
  menus: ['link', 'palette'],
  icon: 'arrow-left-right',
  args: z.object({ id: idArg }),
  fromUi: selectedLink,
  run(doc, tree, { id }) {
    const link = tree.links.get(id)
    if (!link) return problem('link.missing')
    if (twinOf(tree, link.kind, link.to, link.from, id)) return problem('link.exists')
    setLinkField(doc, id, 'from', link.to)
    setLinkField(doc, id, 'to', link.from)
    return noOutcome
  },
  example: (tree, random) => {
    const id = someLink(tree, random)
    return id === null ? null : { id }
  },
})

export const remove = boardCommand({
  id: 'link.remove',
  group: 'link',
  keys: ['Delete', 'Backspace'],
  menus: ['link', 'palette'],
  icon: 'trash-2',
  args: z.object({ id: idArg }),
  fromUi: selectedLink,
  run(doc, tree, { id }): Result<Outcome> {
    if (!tree.links.has(id)) return problem('link.missing')
    removeLink(doc, id)
    return ok({ said: { key: 'unlinked', toast: true } })
  },
  example: (tree, random) => {
    const id = someLink(tree, random)
    return id === null ? null : { id }
  },
})
