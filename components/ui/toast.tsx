'use client'
import { Toast as Base } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useCallback } from 'react'
import { IconButton } from './icon-button.tsx'

type ToastOptions = {
  /** One thing to do about it, such as taking it back; the message then stays 10 seconds. */
  readonly action?: { readonly label: string; readonly run: () => void }
  /** `refusal` is read out at once. */
  readonly tone?: 'plain' | 'refusal'
}

/** Answers a function that shows a short message at the foot of the page and reads it out; it answers how to take the message away. */
export function useToast(): (message: string, options?: ToastOptions) => () => void {
  const { add, close } = Base.useToastManager()
  return useCallback(
    (message, { action, tone = 'plain' } = {}) => {
      const id: string = add({
        title: message,
        type: tone,
        priority: tone === 'refusal' ? 'high' : 'low',
        timeout: action || tone === 'refusal' ? 10_000 : 5_000,
        ...(action && {
          actionProps: {
            children: action.label,
            onClick: () => {
              close(id)
              action.run()
            },
          },
        }),
      })
      return () => close(id)
    },
    [add, close],
  )
}

/** The provider around every page and the place where messages appear. */
export function Toasts({ children }: { readonly children: ReactNode }) {
  return (
    <Base.Provider limit={3}>
      {children}
      <Base.Portal>
        <Viewport />
      </Base.Portal>
    </Base.Provider>
  )
}

function Viewport() {
  const t = useTranslations('app')
  const { toasts } = Base.useToastManager()
  return (
    <Base.Viewport
      aria-label={t('notifications')}
      // Over a dialog (the rest of the page is inert then) messages go to the top: at the foot are its buttons.
      className="fixed inset-x-4 bottom-4 z-50 mx-auto flex max-w-lg flex-col gap-2 outline-none in-[[data-base-ui-inert]]:top-4 in-[[data-base-ui-inert]]:bottom-auto! sm:bottom-6"
    >
      {toasts.map((toast) => (
        <Base.Root
          key={toast.id}
          toast={toast}
          className="rounded-panel border border-transparent bg-ink text-paper shadow-lift transition duration-200 data-ending-style:opacity-0 data-limited:hidden data-starting-style:translate-y-2 data-starting-style:opacity-0"
        >
          <Base.Content className="flex items-center gap-3 py-2 pr-2 pl-4">
            {toast.type === 'refusal' && (
              <span aria-hidden className="size-2.5 shrink-0 rounded-full bg-clay-soft" />
            )}
            <Base.Title render={<p />} className="grow" />
            <Base.Action className="min-h-8 shrink-0 rounded-control px-2.5 font-semibold underline underline-offset-4 outline-offset-0 hover:bg-paper/15 focus-visible:outline-paper" />
            <Base.Close
              render={
                <IconButton
                  icon={X}
                  size="small"
                  label={t('close')}
                  className="text-paper hover:bg-paper/15! focus-visible:outline-paper"
                />
              }
            />
          </Base.Content>
        </Base.Root>
      ))}
    </Base.Viewport>
  )
}
