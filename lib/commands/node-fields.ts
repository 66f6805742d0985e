import { z } from 'zod'
import { setDescription, setField, setKind, setTitle } from '#lib/board/edit.ts'
import { limits, nodeKinds, statuses } from '#lib/board/schema.ts'
import { ok, problem, type Result } from '#lib/result.ts'
import { idArg, idsArg, presentOf } from './checks.ts'
import type { Outcome } from './command.ts'
import { boardCommand } from './define.ts'
import { oneOf, someNode, someNodes, someTitle } from './examples.ts'
import { fieldProblem, isNodeField } from './field-values.ts'

/** Commands that change what a node says of itself. They need a choice or a text, so no key calls them directly. */

const quiet = { group: 'edit', keys: [], menus: [] } as const
const noOutcome: Result<Outcome> = ok({})

export const setTitleOf = boardCommand({
  ...quiet,
  id: 'node.set-title',
  args: z.object({ id: idArg, title: z.string() }),
  fromUi: () => null,
  run(doc, tree, { id, title }) {
    if (!tree.nodes.has(id)) return problem('node.missing')
    if (title.length > limits.title)
      return problem('title.too-long', { limit: limits.title, length: title.length })
    setTitle(doc, tree, id, title)
    return noOutcome
  },
  example: (tree, random) => {
    const id = someNode(tree, random)
    return id === null ? null : { id, title: someTitle(random) }
  },
})

export const setDescriptionOf = boardCommand({
  ...quiet,
  id: 'node.set-description',
  args: z.object({ id: idArg, description: z.string() }),
  fromUi: () => null,
  run(doc, tree, { id, description }) {
    if (!tree.nodes.has(id)) return problem('node.missing')
    if (description.length > limits.description)
      return problem('description.too-long', { limit: limits.description })
    setDescription(doc, tree, id, description)
    return noOutcome
  },
  example: (tree, random) => {
    const id = someNode(tree, random)
    return id === null ? null : { id, description: someTitle(random).repeat(3) }
  },
})

export const setKindOf = boardCommand({
  ...quiet,
  id: 'node.set-kind',
  menus: ['context', 'palette', 'list'],
  icon: 'shapes',
  args: z.object({ ids: idsArg, kind: z.enum(nodeKinds) }),
  fromUi: () => null,
  run(doc, tree, { ids, kind }) {
    const present = presentOf(tree, ids)
    if (!present.ok) return present
    for (const id of present.value) setKind(doc, tree, id, kind)
    return noOutcome
  },
  example: (tree, random) => {
    const some = someNodes(tree, random)
    return some && { ...some, kind: oneOf(nodeKinds, random) ?? 'note' }
  },
})

export const setStatusOf = boardCommand({
  ...quiet,
  id: 'node.set-status',
  menus: ['context', 'palette', 'list'],
  icon: 'circle-dot',
  args: z.object({ ids: idsArg, status: z.enum(statuses).nullable() }),
  fromUi: () => null,
  run(doc, tree, { ids, status }) {
    const present = presentOf(tree, ids)
    if (!present.ok) return present
    for (const id of present.value) setField(doc, tree, id, 'status', status)
    return noOutcome
  },
  example: (tree, random) => {
    const some = someNodes(tree, random)
    return some && { ...some, status: oneOf([...statuses, null], random) }
  },
})

export const setFieldOf = boardCommand({
  ...quiet,
  id: 'node.set-field',
  /** `value` null clears the field; other values are checked against the schema of the field. */
  args: z.object({ ids: idsArg, field: z.string().refine(isNodeField), value: z.unknown() }),
  fromUi: () => null,
  run(doc, tree, { ids, field, value }) {
    const present = presentOf(tree, ids)
    if (!present.ok) return present
    const refused = fieldProblem(tree, field, value)
    if (refused) return refused
    for (const id of present.value) setField(doc, tree, id, field, value)
    return noOutcome
  },
  example: (tree, random) => {
    const some = someNodes(tree, random)
    const fields: readonly (readonly [string, unknown])[] = [
      ['tags', ['wet', 'regio']],
      ['progress', Math.floor(random() * 100)],
      ['mandate', { level: 2, scope: 'A' }],
      ['mandate', null],
      ['rasci', { r1: 'A', r2: 'R' }],
      ['capacity', [{ role: 'r1', days: { '2027-01': 4 } }]],
    ]
    const [field, value] = oneOf(fields, random) ?? ['next', 'x']
    return some && { ...some, field, value }
  },
})

/** Pins nodes to a place on the canvas, or lets the layout place them again (`at` null). */
export const place = boardCommand({
  ...quiet,
  id: 'node.place',
  args: z.object({ ids: idsArg, at: z.tuple([z.number(), z.number()]).nullable() }),
  fromUi: () => null,
  run(doc, tree, { ids, at }) {
    const present = presentOf(tree, ids)
    if (!present.ok) return present
    for (const id of present.value) setField(doc, tree, id, 'at', at)
    return noOutcome
  },
  example: (tree, random) => {
    const some = someNodes(tree, random)
    return (
      some && {
        ...some,
        at:
          random() < 0.3
            ? null
            : ([Math.round(random() * 900), Math.round(random() * 900)] as [number, number]),
      }
    )
  },
})
