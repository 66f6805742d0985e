import { isForbidden, isPlainObject } from '#lib/board/read.ts'
import { type FieldType, limits, nodeFields } from '#lib/board/schema.ts'
import type { Tree } from '#lib/board/tree.ts'
import { type Problem, problem } from '#lib/result.ts'

/** Whether values fit the fields of the schema. */

export const isNodeField = (name: string): boolean => Object.hasOwn(nodeFields, name)

/** Why a value does not fit a field of a node, null when it does; null and undefined always fit, they clear it. */
export function fieldProblem(tree: Tree, name: string, value: unknown): Problem | null {
  const field = isNodeField(name) ? nodeFields[name as keyof typeof nodeFields] : undefined
  if (!field) return problem('args.invalid', { field: name })
  if (value === null || value === undefined) return null
  if (field.type === 'role' && (typeof value !== 'string' || !tree.roles.has(value)))
    return problem('role.missing')
  return fits(field, value) ? null : problem('args.invalid', { field: name })
}

const day = /^\d{4}-\d{2}(-\d{2})?$/

function fits(field: FieldType, value: unknown): boolean {
  switch (field.type) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    case 'boolean':
      return typeof value === 'boolean'
    case 'date':
      return typeof value === 'string' && day.test(value)
    case 'choice':
      return typeof value === 'string' && field.values.includes(value)
    case 'list':
      return Array.isArray(value) && isSmall(value)
    case 'group':
      return (
        isPlainObject(value) &&
        Object.entries(value).every(([part, inner]) => fitsPart(field.parts, part, inner))
      )
    case 'record':
      return (
        isPlainObject(value) &&
        Object.keys(value).every((key) => key !== '' && !isForbidden(key)) &&
        isSmall(value)
      )
    case 'keyed':
      return (
        Array.isArray(value) &&
        isSmall(value) &&
        value.every((row) => isPlainObject(row) && isName(row[field.key]))
      )
    default:
      return typeof value === 'string' && value.length <= limits.description
  }
}

function fitsPart(parts: Readonly<Record<string, FieldType>>, name: string, value: unknown): boolean {
  const part = Object.hasOwn(parts, name) ? parts[name] : undefined
  return part !== undefined && (value === null || fits(part, value))
}

const isName = (value: unknown): boolean => typeof value === 'string' && value !== '' && !isForbidden(value)

/** Structures are stored as they are; a limit keeps one field from filling the board. */
const isSmall = (value: unknown): boolean => JSON.stringify(value).length <= limits.description
