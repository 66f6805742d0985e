/** The selection after a click on a row: alone, added or taken away (Ctrl or Cmd), or everything up to it (Shift). */
export function choose(
  rows: readonly string[],
  selected: readonly string[],
  id: string,
  {
    shiftKey,
    ctrlKey,
    metaKey,
  }: { readonly shiftKey: boolean; readonly ctrlKey: boolean; readonly metaKey: boolean },
): readonly string[] {
  const from = rows.indexOf(selected.at(-1) ?? '')
  const to = rows.indexOf(id)
  if (shiftKey && from >= 0 && to >= 0) {
    const stretch = rows.slice(Math.min(from, to), Math.max(from, to) + 1)
    const kept = selected.filter((other) => !stretch.includes(other))
    return [...kept, ...stretch.filter((other) => other !== id), id]
  }
  if (!ctrlKey && !metaKey) return [id]
  return selected.includes(id) ? selected.filter((other) => other !== id) : [...selected, id]
}
