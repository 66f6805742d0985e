import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { isLanguage, languageCookie, languageFrom } from '#lib/i18n/language.ts'
import { messages } from '#lib/i18n/messages.ts'

/** The language of a request: the person's choice, else the browser's, else Dutch. There is no language in the address. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(languageCookie)?.value
  const locale = isLanguage(chosen) ? chosen : languageFrom((await headers()).get('accept-language'))
  return { locale, messages: messages[locale], now: new Date(), timeZone: 'Europe/Amsterdam' }
})
