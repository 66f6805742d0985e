import { classNames } from './class-names.ts'

/** `primary` once per view, `outline` for the rest, `quiet` inside rows and bars, `danger` for what cannot be taken back. */
export type ButtonTone = 'primary' | 'outline' | 'quiet' | 'danger'
export type ButtonSize = 'small' | 'medium' | 'large' | 'icon' | 'small-icon'

const tones: Readonly<Record<ButtonTone, string>> = {
  primary: 'bg-leaf text-on-leaf border-transparent hover:not-data-disabled:bg-leaf-strong',
  outline: 'border-line-strong text-ink hover:not-data-disabled:bg-paper-sunken',
  quiet:
    'border-transparent text-ink hover:not-data-disabled:bg-paper-sunken aria-pressed:bg-leaf-soft data-popup-open:bg-paper-sunken',
  danger: 'border-transparent bg-danger text-on-danger hover:not-data-disabled:opacity-90',
}

const sizes: Readonly<Record<ButtonSize, string>> = {
  small: 'min-h-8 px-2.5 text-sm',
  medium: 'min-h-10 px-4',
  large: 'min-h-12 px-6 text-lg',
  icon: 'size-10 shrink-0',
  'small-icon': 'size-8 shrink-0',
}

/** The classes of a button or of a link that looks like one. */
export function buttonStyle(
  tone: ButtonTone = 'outline',
  size: ButtonSize = 'medium',
  extra?: string,
): string {
  return classNames(
    'inline-flex items-center justify-center gap-2 rounded-control border font-semibold no-underline transition-colors data-disabled:opacity-55',
    tones[tone],
    sizes[size],
    extra,
  )
}
