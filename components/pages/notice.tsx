import type { ReactNode } from 'react'
import { Wordmark } from '#components/ui/logo.tsx'

type Props = { readonly title: string; readonly text: string; readonly children: ReactNode }

/** A page that says one thing and shows the way on. */
export function Notice({ title, text, children }: Props) {
  return (
    <div className="flex min-h-dvh flex-col px-5 py-5 sm:px-10 sm:py-8">
      <header>
        <Wordmark />
      </header>
      <main id="main" className="mx-auto flex w-full max-w-lg grow flex-col justify-center pb-24">
        <h1 className="text-4xl">{title}</h1>
        <p className="mt-4 mb-8 text-ink-soft text-lg">{text}</p>
        <div>{children}</div>
      </main>
    </div>
  )
}
