const ground = 'var(--paper-sunken)'
const paler = (colour: string, part: number) => `color-mix(in srgb, var(${colour}) ${part}%, ${ground})`
const wood = paler('--ink', 55)

/** A tree of bubbles over the greeting pages; decoration only. */
export function TreeArt({ className }: { readonly className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 480 520" fill="none" className={className}>
      <g stroke={wood} strokeWidth="2" strokeLinecap="round">
        <path d="M240 520V300" strokeWidth="3" />
        <path d="M240 440c0-60-92-40-104-118M240 400c0-56 96-44 108-124M240 330c0-60-6-70-6-150" />
        <path d="M136 322c-4-40-58-34-64-84M136 322c0-40 24-52 18-96M348 276c0-44 56-40 62-92M348 276c0-50-26-56-24-112M234 180c0-40-48-44-56-88M234 180c0-40 42-44 50-96" />
      </g>
      <g fill="var(--leaf)">
        <circle cx="136" cy="322" r="34" />
        <circle cx="234" cy="190" r="44" />
        <circle cx="154" cy="222" r="20" fill={paler('--leaf', 60)} />
        <circle cx="178" cy="88" r="27" fill={paler('--leaf', 80)} />
        <circle cx="410" cy="180" r="24" fill={paler('--leaf', 60)} />
      </g>
      <g fill="var(--clay)">
        <circle cx="348" cy="276" r="31" />
        <circle cx="284" cy="80" r="19" fill={paler('--clay', 78)} />
        <circle cx="70" cy="234" r="16" fill={paler('--clay', 78)} />
      </g>
      <g
        stroke="var(--ink)"
        strokeOpacity="0.55"
        strokeWidth="2"
        strokeDasharray="5 5"
        fill="var(--paper-sunken)"
      >
        <circle cx="324" cy="160" r="25" />
      </g>
    </svg>
  )
}
