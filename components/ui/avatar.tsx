/** The first letters of the first and last word of a name, for where there is no room for the name. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('')
}

type Props = {
  readonly name: string
  /** The colour of the ring: the person's colour on the board. */
  readonly ring?: string
  readonly size?: 'small' | 'medium'
}

/** A person as a disc with initials; the name itself stands beside it or in the element around it. */
export function Avatar({ name, ring, size = 'medium' }: Props) {
  return (
    // The letters are drawn by the style sheet: as text they would be taken for a part of the name.
    <span
      aria-hidden="true"
      data-initials={initialsOf(name)}
      title={name}
      style={ring === undefined ? undefined : { borderColor: ring }}
      className={`inline-flex shrink-0 select-none items-center justify-center rounded-full border-2 border-leaf bg-leaf-soft font-semibold text-ink before:content-[attr(data-initials)] ${
        size === 'small' ? 'size-7 text-xs' : 'size-9 text-sm'
      }`}
    />
  )
}
