import { freshKeys } from '#lib/board/order.ts'
import { type BoardJson, boardFormat, type JsonEntry } from '#lib/export/json.ts'

/** Answers to the four questions of a new board; every one may be empty, `reach` and `efforts` hold one per line. */
export type Answers = {
  /** Which problem, for whom? */
  readonly problem: string
  /** What do we want to reach? */
  readonly reach: string
  /** What are we going to do? */
  readonly efforts: string
  /** Who carries it … */
  readonly carrier: string
  /** … with which mandate? */
  readonly mandate: string
}

const ambitionId = 'A0'
const roleId = 'R1'

/** A first tree from the answers: the problem belongs to the ambition, what to do hangs under the first goal, who carries it owns both. */
export function fromFourQuestions(
  answers: Answers,
  {
    title,
    language,
    planYear,
  }: { readonly title: string; readonly language: 'nl' | 'en'; readonly planYear: number },
): BoardJson {
  const carrier = answers.carrier.trim()
  const mandate = answers.mandate.trim()
  const owned = carrier === '' ? {} : { ownerRole: roleId }
  const problem = answers.problem.trim()
  const goals = linesOf(answers.reach).map((goal, i) => ({
    id: `D${i + 1}`,
    kind: 'goal',
    title: goal,
    parent: ambitionId,
    ...owned,
  }))
  const efforts = linesOf(answers.efforts).map((effort, i) => ({
    id: `I${i + 1}`,
    kind: 'effort',
    title: effort,
    parent: goals[0]?.id ?? ambitionId,
  }))
  const ambition = {
    id: ambitionId,
    kind: 'ambition',
    title,
    ...owned,
    ...(problem !== '' && { problem, description: problem }),
    ...(mandate !== '' && { mandate: { scope: mandate, ...(carrier !== '' && { holderRole: roleId }) } }),
  }
  return {
    format: boardFormat,
    title,
    language,
    classification: 'intern',
    planYear,
    organisations: [],
    roles: carrier === '' ? [] : [{ id: roleId, title: carrier }],
    nodes: [ambition, ...withKeys(goals), ...withKeys(efforts)].map((node) => ({ order: 'a0', ...node })),
    links: [],
  }
}

const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*[-*•]\s+/, '').trim())
    .filter((line) => line !== '')

function withKeys(row: readonly JsonEntry[]): JsonEntry[] {
  const keys = freshKeys(row.length)
  return row.map((node, i) => ({ ...node, order: keys[i] }))
}
