import { useTranslations } from 'next-intl'
import { Notice } from '#components/pages/notice.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'

/** A wrong address, and every board that is not yours: the same page for both. */
export default function NotFound() {
  const t = useTranslations('app.notFound')
  return (
    <Notice title={t('title')} text={t('text')}>
      <ButtonLink href="/boards" tone="primary">
        {t('action')}
      </ButtonLink>
    </Notice>
  )
}
