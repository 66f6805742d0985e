import type { ReactNode } from 'react'

type Props = {
  readonly title: string
  readonly text?: string
  readonly picture?: ReactNode
  /** What to do now. */
  readonly children?: ReactNode
}

/** What stands where nothing is yet: says so and shows the way on. */
export function EmptyState({ title, text, picture, children }: Props) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-3 px-4 py-12 text-center">
      {picture}
      <h2 className="font-serif text-2xl">{title}</h2>
      {text !== undefined && <p className="text-ink-soft">{text}</p>}
      {children !== undefined && <div className="mt-3 flex flex-wrap justify-center gap-3">{children}</div>}
    </div>
  )
}
