/** How presses change what is selected. The last one has the focus. */

/** The selection after a press on a node; `add` (Shift, Ctrl or Cmd) puts it in or takes it out. */
export function pressed(selected: readonly string[], id: string, add: boolean): readonly string[] {
  if (!add) return [id]
  return selected.includes(id) ? selected.filter((other) => other !== id) : [...selected, id]
}

/** The selection after drawing a box round some nodes; `add` keeps what was selected. */
export function boxed(selected: readonly string[], ids: readonly string[], add: boolean): readonly string[] {
  return add ? [...new Set([...selected, ...ids])] : ids
}
