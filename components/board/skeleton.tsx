'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

/** After this long without a board the page says why; ms. */
const slowAfter = 4_000

/** What stands on the page until the server has sent the board: a quiet tree, and words when it takes long. */
export function BoardSkeleton() {
  const t = useTranslations('board.opening')
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), slowAfter)
    return () => clearTimeout(timer)
  }, [])
  return (
    <main id="main" aria-busy className="flex flex-1 flex-col items-center justify-center gap-6 p-6">
      <svg
        aria-hidden="true"
        viewBox="0 0 260 120"
        className="w-65 text-line motion-safe:animate-pulse"
        fill="none"
      >
        <path d="M72 60h28m0-38v76m0-76h28m-28 38h28m-28 38h28" stroke="currentColor" strokeWidth="2" />
        <rect x="4" y="44" width="68" height="32" rx="16" fill="currentColor" />
        {[8, 46, 84].map((y) => (
          <rect key={y} x="128" y={y} width="92" height="28" rx="10" fill="currentColor" />
        ))}
      </svg>
      <p role="status" className="max-w-sm text-center text-ink-soft">
        {t(slow ? 'slow' : 'loading')}
      </p>
    </main>
  )
}
