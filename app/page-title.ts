import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'

/** A `generateMetadata` that names a page by the message `key`. */
export const pageTitle = (key: string) => async (): Promise<Metadata> => ({
  title: (await getTranslations())(key),
})
