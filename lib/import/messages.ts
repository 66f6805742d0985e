/** What an import changed of its own accord, for a preview to say. Keys below `figure.import` in the messages. */
const importNotes = [
  'linkDropped',
  'nodeDoubled',
  'nodeUnnamed',
  'fieldWrong',
  'kindUnknown',
  'cycleCut',
  'parentMissing',
] as const

export type ImportNote = {
  readonly code: (typeof importNotes)[number]
  /** The values its sentence needs: titles or ids, and field names. */
  readonly detail: Readonly<Record<string, string>>
}
