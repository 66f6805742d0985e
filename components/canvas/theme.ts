import { type Theme, themes } from '#lib/layout/palette.ts'

/** Which theme the page around an element is in: `data-theme` decides, else what the system asks for. */
export function themeAround(element: Element): Theme {
  const set = element.closest('[data-theme]')?.getAttribute('data-theme')
  if (set === 'dark' || set === 'light') return themes[set]
  return matchMedia('(prefers-color-scheme: dark)').matches ? themes.dark : themes.light
}

/** Calls back when the theme may have changed; returns the way out. */
export function watchTheme(listener: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)')
  const page = new MutationObserver(listener)
  page.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  system.addEventListener('change', listener)
  return () => {
    page.disconnect()
    system.removeEventListener('change', listener)
  }
}

/** Whether the system asks for less motion; asked anew each time, because people switch it while they work. */
export const wantsStillness = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches
