import type { Classification, LinkKind } from '#lib/board/schema.ts'
import type { FaceLabels } from '#lib/layout/face.ts'

/** A word for one and for several; `{count}` stands for the number. */
export type Counted = { readonly one: string; readonly other: string }

/** The words of a figure: `messages.nl` or `messages.en`, or `useMessages()` in a component. */
export type FigureLabels = FaceLabels & {
  readonly kinds: { readonly link: Readonly<Record<LinkKind, string>> }
  readonly figure: {
    readonly tray: string
    readonly untitled: string
    readonly asOf: string
    readonly classification: Readonly<Record<Classification, string>>
    readonly alt: {
      readonly tree: string
      readonly branch: string
      readonly empty: string
      readonly axes: Counted
      readonly goals: Counted
      readonly work: Counted
      readonly others: Counted
      readonly unowned: Counted
    }
  }
}

/** A sentence with its `{names}` filled in. */
export const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  )

/** One or several of something, in words. */
export const counted = (count: number, words: Counted): string =>
  fill(count === 1 ? words.one : words.other, { count })
