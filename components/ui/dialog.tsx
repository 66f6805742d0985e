'use client'
import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { buttonStyle } from './button-style.ts'
import { classNames } from './class-names.ts'

type Props = {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: string
  readonly description?: ReactNode
  readonly children: ReactNode
  /** Buttons at the foot, the most important one last. */
  readonly actions?: ReactNode
  /** `narrow` for a question, `medium` for a form, `wide` for a preview. */
  readonly width?: 'narrow' | 'medium' | 'wide'
  /** Where the focus goes on opening; the first field by default. */
  readonly initialFocus?: React.RefObject<HTMLElement | null>
}

const widths = { narrow: 'sm:max-w-md', medium: 'sm:max-w-xl', wide: 'sm:max-w-5xl' } as const

/** A dialog over the page: holds the focus, closes with Escape and gives the focus back. On a phone it is a sheet from below. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  children,
  actions,
  width = 'medium',
  initialFocus,
}: Props) {
  const t = useTranslations('app')
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-veil transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Viewport className="fixed inset-0 z-40 flex items-end justify-center sm:items-center sm:p-6">
          <Base.Popup
            {...(initialFocus ? { initialFocus } : {})}
            className={classNames(
              'flex max-h-[92dvh] w-full flex-col rounded-t-sheet border border-line bg-paper-raised text-ink shadow-lift sm:rounded-sheet',
              'transition duration-150 data-ending-style:translate-y-2 data-starting-style:translate-y-2 data-ending-style:opacity-0 data-starting-style:opacity-0',
              widths[width],
            )}
          >
            <header className="flex items-start justify-between gap-4 px-6 pt-5 pb-3">
              <div>
                <Base.Title className="font-serif text-2xl">{title}</Base.Title>
                {description !== undefined && (
                  <Base.Description className="mt-1 text-ink-soft">{description}</Base.Description>
                )}
              </div>
              {/* No tooltip: it would open with the focus and take the first Escape for itself. */}
              <Base.Close aria-label={t('close')} className={buttonStyle('quiet', 'icon', '-mr-2')}>
                <X aria-hidden size={20} strokeWidth={1.75} />
              </Base.Close>
            </header>
            <div className="min-h-0 overflow-y-auto px-6 pb-6">{children}</div>
            {actions !== undefined && (
              <footer className="flex flex-wrap justify-end gap-2 border-line border-t px-6 py-4">
                {actions}
              </footer>
            )}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}
