'use client'
import { useTranslations } from 'next-intl'
import { Notice } from '#components/pages/notice.tsx'
import { Button } from '#components/ui/button.tsx'

/** Something broke while a page was made. The number leads an administrator to the line in the log. */
export default function ErrorPage({
  error,
  reset,
}: {
  readonly error: Error & { digest?: string }
  readonly reset: () => void
}) {
  const t = useTranslations('app.error')
  const text = error.digest === undefined ? t('textPlain') : t('text', { digest: error.digest })
  return (
    <Notice title={t('title')} text={text}>
      <Button tone="primary" onClick={reset}>
        {t('action')}
      </Button>
    </Notice>
  )
}
