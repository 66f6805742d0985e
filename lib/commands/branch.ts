import { branchOf, topmost } from '#lib/board/derive.ts'
import { isForbidden, isPlainObject } from '#lib/board/read.ts'
import { isLinkKind, isNodeKind, type LinkKind, type NodeKind } from '#lib/board/schema.ts'
import type { BoardNode, Tree } from '#lib/board/tree.ts'

/** A branch apart from its board: what copy puts on the clipboard and paste takes. */

export type BranchNode = {
  readonly title: string
  readonly kind?: NodeKind | undefined
  readonly description?: string | undefined
  /** Other fields in their JSON form, `status` included. */
  readonly fields?: Readonly<Record<string, unknown>> | undefined
  /** A name by which `links` of this branch refer to the node. */
  readonly ref?: string | undefined
  readonly children?: readonly BranchNode[] | undefined
}

export type BranchLink = {
  readonly kind: LinkKind
  readonly from: string
  readonly to: string
  readonly fields?: Readonly<Record<string, unknown>> | undefined
}

/** An entry of the register that the branch refers to, so that owners survive a paste on another board. */
export type BranchEntry = {
  readonly id: string
  readonly title: string
  readonly org?: string | null | undefined
  readonly fields?: Readonly<Record<string, unknown>> | undefined
}

export type Branch = {
  readonly outline: readonly BranchNode[]
  readonly links?: readonly BranchLink[] | undefined
  readonly roles?: readonly BranchEntry[] | undefined
  readonly organisations?: readonly BranchEntry[] | undefined
}

/** Takes branches out of a tree, with the links among them and the roles and organisations they name. Pinned places stay behind. */
export function readBranch(tree: Tree, ids: readonly string[]): Branch {
  const tops = topmost(tree, ids)
  const all = tops.flatMap((id) => branchOf(tree, id))
  const inside = new Set(all)
  const links = [...new Set(all.flatMap((id) => tree.linksOf(id)))].flatMap((id) => {
    const link = tree.links.get(id)
    return link && inside.has(link.from) && inside.has(link.to)
      ? [{ kind: link.kind, from: link.from, to: link.to, fields: link.fields }]
      : []
  })
  const named = namesIn(all.map((id) => tree.nodes.get(id)?.fields))
  const roles = [...tree.roles.values()].filter((role) => named.has(role.id))
  const orgs = new Set(roles.map((role) => role.org))
  const organisations = [...tree.organisations.values()].filter(
    (org) => named.has(org.id) || orgs.has(org.id),
  )
  return { outline: tops.map((id) => toBranchNode(tree, id)), links, roles, organisations }
}

/** Built from the leaves up, so that a deep branch needs no deep call stack. */
function toBranchNode(tree: Tree, top: string): BranchNode {
  const built = new Map<string, BranchNode>()
  for (const id of branchOf(tree, top).reverse()) {
    const children = tree.childrenOf(id).map((child) => built.get(child) as BranchNode)
    built.set(id, {
      ...contentOf(tree.nodes.get(id) as BoardNode),
      ref: id,
      ...(children.length > 0 && { children }),
    })
  }
  return built.get(top) as BranchNode
}

function contentOf({ title, kind, description, fields, status }: BoardNode): BranchNode {
  const own = status === null ? fields : { ...fields, status }
  return {
    title,
    kind,
    ...(description !== '' && { description }),
    ...(Object.keys(own).length > 0 && { fields: own }),
  }
}

/** Every text at any depth of the values, keys included: ids of the register are among them. */
function namesIn(values: readonly unknown[]): Set<string> {
  const names = new Set<string>()
  const stack = [...values]
  for (let at = stack.pop(); stack.length > 0 || at !== undefined; at = stack.pop()) {
    if (typeof at === 'string') names.add(at)
    else if (Array.isArray(at)) stack.push(...at)
    else if (isPlainObject(at)) stack.push(...Object.keys(at), ...Object.values(at))
  }
  return names
}

/** Whether something from a clipboard or a request is a branch: shapes only, sizes are checked where it lands. */
export function isBranch(value: unknown): value is Branch {
  if (!isPlainObject(value) || !isRowOf(value.outline, isPlainObject)) return false
  const stack: unknown[] = [...(value.outline as unknown[])]
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (!isBranchNode(at)) return false
    stack.push(...(at.children ?? []))
  }
  return (
    isOptionalRow(value.links, isBranchLink) &&
    isOptionalRow(value.roles, isBranchEntry) &&
    isOptionalRow(value.organisations, isBranchEntry)
  )
}

const isRowOf = (value: unknown, is: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(is)
const isOptionalRow = (value: unknown, is: (item: unknown) => boolean): boolean =>
  value === undefined || isRowOf(value, is)
const isOptional = (value: unknown, type: 'string' | 'object'): boolean =>
  value === undefined || (type === 'object' ? isPlainObject(value) : typeof value === type)
const isName = (value: unknown): boolean =>
  typeof value === 'string' && value !== '' && value.length <= 64 && !isForbidden(value)

const isBranchNode = (value: unknown): value is BranchNode =>
  isPlainObject(value) &&
  typeof value.title === 'string' &&
  (value.kind === undefined || isNodeKind(value.kind)) &&
  isOptional(value.description, 'string') &&
  isOptional(value.fields, 'object') &&
  isOptional(value.ref, 'string') &&
  isOptionalRow(value.children, isPlainObject)

const isBranchLink = (value: unknown): boolean =>
  isPlainObject(value) &&
  isLinkKind(value.kind) &&
  typeof value.from === 'string' &&
  typeof value.to === 'string' &&
  isOptional(value.fields, 'object')

const isBranchEntry = (value: unknown): boolean =>
  isPlainObject(value) &&
  isName(value.id) &&
  typeof value.title === 'string' &&
  (value.org == null || isName(value.org)) &&
  isOptional(value.fields, 'object')
