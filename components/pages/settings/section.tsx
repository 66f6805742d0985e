import type { ReactNode } from 'react'

/** One subject on a settings page: its head on the left where there is room, what belongs to it on the right. */
export function Section({
  title,
  text,
  children,
}: {
  readonly title: string
  readonly text?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <section className="grid gap-x-12 gap-y-5 border-line border-t py-10 md:grid-cols-[16rem_minmax(0,1fr)]">
      <div>
        <h2 className="font-serif text-2xl">{title}</h2>
        {text !== undefined && <p className="mt-2 text-ink-soft">{text}</p>}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  )
}
