/** The mark: a tree of three bubbles growing from one. It takes the colour of the text, its fruit the two accents. */
function Logo({ size = 32 }: { readonly size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 32 32" fill="none">
      <path
        d="M16 30V17M16 25c0-5-7-4.5-8.2-9.5M16 22.5c0-4 6.6-3.6 8-8"
        stroke="currentColor"
        strokeWidth="2.2"
        strokeLinecap="round"
      />
      <circle cx="16" cy="9" r="6.6" fill="var(--leaf)" />
      <circle cx="7" cy="14" r="4.2" fill="var(--leaf)" fillOpacity="0.62" />
      <circle cx="25.2" cy="13.2" r="3.6" fill="var(--clay)" />
    </svg>
  )
}

/** The mark with the name beside it. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2 text-ink">
      <Logo />
      <span className="font-serif text-xl tracking-tight [font-weight:600]">Bollenboom</span>
    </span>
  )
}
