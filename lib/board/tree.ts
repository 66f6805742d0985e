import type { Classification, LinkKind, NodeKind, Status } from './schema.ts'

/** One bubble as plain data. A changed node is a new object; an unchanged one keeps its identity. */
export type BoardNode = {
  readonly id: string
  readonly kind: NodeKind
  readonly title: string
  readonly description: string
  /** The parent as written in the document; `Tree.parentOf` gives the repaired one. */
  readonly parent: string | null
  readonly order: string
  readonly status: Status | null
  /** A pinned place in board pixels, top-left. */
  readonly at: readonly [x: number, y: number] | null
  /** The other fields in their JSON form, groups put together; fields this build does not know included [T7]. */
  readonly fields: Readonly<Record<string, unknown>>
}

/** A typed cross-link between two nodes, apart from the tree line. */
export type BoardLink = {
  readonly id: string
  readonly kind: LinkKind
  readonly from: string
  readonly to: string
  readonly fields: Readonly<Record<string, unknown>>
}

/** A role of the register: owners are role ids, a person stands behind a role. */
export type BoardRole = {
  readonly id: string
  readonly title: string
  readonly org: string | null
  readonly fields: Readonly<Record<string, unknown>>
}

export type BoardOrganisation = {
  readonly id: string
  readonly title: string
  readonly fields: Readonly<Record<string, unknown>>
}

/** What belongs to the board as a whole. */
export type BoardMeta = {
  readonly title: string
  readonly language: 'nl' | 'en'
  readonly classification: Classification
  readonly planYear: number | null
  readonly fields: Readonly<Record<string, unknown>>
}

/**
 * A board as a tree: every node exactly once [T1], the same on every machine [T2].
 * It is a view of the store: read it, do not keep it; `version` rises with every change and the wrapping object is new.
 */
export type Tree = {
  readonly version: number
  readonly nodes: ReadonlyMap<string, BoardNode>
  /** Links whose two ends exist; others stay in the document unseen. */
  readonly links: ReadonlyMap<string, BoardLink>
  readonly roles: ReadonlyMap<string, BoardRole>
  readonly organisations: ReadonlyMap<string, BoardOrganisation>
  readonly meta: BoardMeta
  /** Children in sibling order [T5]; `null` asks for the top level. An unknown id has none. */
  readonly childrenOf: (id: string | null) => readonly string[]
  /** The repaired parent [T3][T4]; null at the top level and for an unknown id. */
  readonly parentOf: (id: string) => string | null
  /** Ids of the links that start or end at a node. */
  readonly linksOf: (id: string) => readonly string[]
}

/** What changed between two versions of a tree; sets hold ids. */
export type TreeChange = {
  /** Nodes added, changed or removed. */
  readonly nodes: ReadonlySet<string>
  readonly links: ReadonlySet<string>
  /** Parents (null: the top level) whose row of children is another one now. */
  readonly rows: ReadonlySet<string | null>
  /** Roles, organisations or the board's own fields changed. */
  readonly register: boolean
}
