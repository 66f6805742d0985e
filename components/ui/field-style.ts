/** The look of anything one types or chooses in. */
export const inputStyle =
  'w-full min-h-10 rounded-control border border-line-strong bg-paper-raised px-3 py-2 text-ink placeholder:text-ink-faint ' +
  'hover:border-ink-soft focus-visible:outline-offset-0 data-invalid:border-danger aria-invalid:border-danger disabled:opacity-55'

/** The look of the words over a field. */
export const labelStyle = 'font-semibold text-ink'
