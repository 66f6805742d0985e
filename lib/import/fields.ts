import { isPlainObject } from '#lib/board/read.ts'
import { type FieldType, nodeFields } from '#lib/board/schema.ts'

/** Whether a value can stand in a field of this type; parts of groups are judged one by one elsewhere. */
export function fits(type: FieldType, value: unknown): boolean {
  if (type.type === 'number') return typeof value === 'number' && Number.isFinite(value)
  if (type.type === 'boolean') return typeof value === 'boolean'
  if (type.type === 'list' || type.type === 'keyed') return Array.isArray(value)
  if (type.type === 'group' || type.type === 'record') return isPlainObject(value)
  if (type.type === 'choice') return type.values.includes(value as string)
  return typeof value === 'string'
}

/**
 * The fields of a node that can be kept: known ones of the right type, groups without the parts that do not fit, and all
 * fields this build does not know. `onWrong` hears the names of what was left out.
 */
export function keepFields(
  fields: Readonly<Record<string, unknown>>,
  onWrong: (name: string) => void,
): Record<string, unknown> {
  return keep(fields, nodeFields, onWrong)
}

function keep(
  fields: Readonly<Record<string, unknown>>,
  types: Readonly<Record<string, FieldType>>,
  onWrong: (name: string) => void,
): Record<string, unknown> {
  const kept: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(fields)) {
    const type = Object.hasOwn(types, name) ? types[name] : undefined
    if (value === null || value === undefined) continue
    if (!type) kept[name] = value
    else if (!fits(type, value)) onWrong(name)
    else
      kept[name] =
        type.type === 'group'
          ? keep(value as Record<string, unknown>, type.parts, (part) => onWrong(`${name}.${part}`))
          : value
  }
  return kept
}
