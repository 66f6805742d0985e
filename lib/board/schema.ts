/** The vocabulary of a board: kinds, statuses and fields, each defined once. Values are those of the board JSON format. */

/** Node kinds in rank order: a parent never ranks below its child. */
export const nodeKinds = [
  'ambition',
  'axis',
  'phase',
  'goal',
  'subgoal',
  'capability',
  'effort',
  'project',
  'result',
  'risk',
  'stakeholder',
  'role',
  'framework',
  'question',
  'note',
] as const
export type NodeKind = (typeof nodeKinds)[number]

export const linkKinds = [
  'contributes_to',
  'depends_on',
  'enables',
  'conflicts_with',
  'informs',
  'measures',
  'threatens',
  'mitigates',
  'involves',
] as const
export type LinkKind = (typeof linkKinds)[number]

/** The life of a node; the values are Dutch because the board JSON format speaks the field's language. */
export const statuses = [
  'idee',
  'voorstel',
  'gepland',
  'actief',
  'vastgesteld',
  'borgen',
  'klaar',
  'gestopt',
] as const
export type Status = (typeof statuses)[number]

export const classifications = ['openbaar', 'intern', 'vertrouwelijk', 'vertrouwelijk regio'] as const
export type Classification = (typeof classifications)[number]

/** What a field holds; `group`, `record` and `keyed` fields are stored as one key per part (`mandate.level`), see [T8]. */
export type FieldType =
  | { readonly type: 'text' | 'number' | 'boolean' | 'date' | 'role' | 'organisation' | 'list' }
  | { readonly type: 'choice'; readonly values: readonly string[] }
  /** A fixed set of parts. */
  | { readonly type: 'group'; readonly parts: Readonly<Record<string, FieldType>> }
  /** Free keys (role ids) to plain values. */
  | { readonly type: 'record' }
  /** A list of objects in JSON, told apart by the part named `key`; stored under that part's value. */
  | { readonly type: 'keyed'; readonly key: string }

const text = { type: 'text' } as const
const number = { type: 'number' } as const
const flag = { type: 'boolean' } as const
const date = { type: 'date' } as const
const role = { type: 'role' } as const
const list = { type: 'list' } as const
const choice = (...values: string[]) => ({ type: 'choice', values }) as const
const group = (parts: Record<string, FieldType>) => ({ type: 'group', parts }) as const

/** Every field a node may carry besides id, kind, title, description, parent, order, status and at. */
export const nodeFields = {
  org: { type: 'organisation' },
  ownerRole: role,
  sponsorRole: role,
  mandate: group({
    type: choice(
      'mandaat',
      'volmacht',
      'machtiging',
      'opdracht',
      'eigen bevoegdheid',
      'samenwerkingsovereenkomst',
    ),
    level: number,
    scope: text,
    budgetEUR: number,
    grantedByRole: role,
    holderRole: role,
    deputyRole: role,
    status: choice('aangevraagd', 'verleend', 'onder voorbehoud', 'ingetrokken'),
    condition: text,
    validUntil: date,
    evidence: text,
  }),
  rasci: { type: 'record' },
  health: choice('op koers', 'let op', 'loopt vast'),
  healthReason: text,
  start: date,
  end: date,
  horizon: group({ start: date, end: date }),
  progress: number,
  kpi: group({
    unit: text,
    baseline: number,
    target: number,
    current: number,
    direction: choice('up', 'down', 'keep'),
    measuredOn: date,
  }),
  maturity: group({ scale: text, current: number, target: number, evidence: text }),
  capacity: { type: 'keyed', key: 'role' },
  buyIn: group({ support: number, influence: number }),
  next: text,
  whatsInIt: text,
  compensation: text,
  independent: flag,
  refs: list,
  reviewDate: date,
  evidence: list,
  embedding: group({ ownerRole: role, where: text, budget: text, techniek: flag, werk: flag, geld: flag }),
  funding: group({ type: text, until: date }),
  visibility: choice('regio', 'eigen organisatie', 'genoemde organisaties'),
  tags: list,
  whiteSpot: flag,
  urgencySource: choice('wet', 'eigen doel', 'incident', 'kans'),
  problem: text,
  forWhom: text,
  value: text,
  portfolioChoice: choice('stoppen', 'vasthouden', 'versnellen'),
  mode: choice('digitaal', 'fysiek', 'keuze'),
  workEffect: choice('meer', 'anders', 'minder'),
  regionalContribution: text,
  medicalDevice: text,
  dpia: text,
  risk: group({ likelihood: number, impact: number }),
  vulnerability: flag,
  sign: choice('+', '-'),
  code: text,
  edition: text,
  checkedOn: date,
  answer: list,
  author: text,
  checklist: flag,
  kanban: text,
  a3: text,
  colour: text,
  colourIndex: number,
  role,
} as const satisfies Record<string, FieldType>
export type NodeField = keyof typeof nodeFields

/** Every field a link may carry besides id, kind, from and to. */
export const linkFields = {
  strength: number,
  label: text,
  assumption: text,
  lag: number,
  decision: group({ by: role, date, text }),
} as const satisfies Record<string, FieldType>

/** The names of the document's shared maps. Other root names are left alone. */
export const rootNames = ['nodes', 'links', 'roles', 'organisations', 'meta'] as const

/** Sizes beyond which commands refuse: characters in a title and a description, nodes on a board, levels. */
export const limits = { title: 500, description: 20_000, nodes: 5_000, depth: 32, pasteLines: 1_000 } as const

const childKinds: Partial<Record<NodeKind, NodeKind>> = {
  ambition: 'axis',
  axis: 'goal',
  phase: 'goal',
  goal: 'effort',
  subgoal: 'effort',
  capability: 'effort',
  effort: 'effort',
  project: 'effort',
}

/** The kind a new child gets under a parent of `kind`; `ambition` at the top of an empty board. */
export function childKind(kind: NodeKind | null): NodeKind {
  return kind === null ? 'ambition' : (childKinds[kind] ?? 'note')
}

export const isNodeKind = (value: unknown): value is NodeKind => nodeKinds.includes(value as NodeKind)
export const isLinkKind = (value: unknown): value is LinkKind => linkKinds.includes(value as LinkKind)
export const isStatus = (value: unknown): value is Status => statuses.includes(value as Status)
