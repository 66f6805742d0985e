'use client'
import { useFormatter, useTranslations } from 'next-intl'
import type { Wording } from './fields-in-words.ts'

/** The page's language for stored values. */
export function useWording(): Wording {
  const t = useTranslations('board.fields')
  const format = useFormatter()
  return {
    label: (key, values) => t(key, values),
    knows: (key) => t.has(key),
    date: (value) => {
      const time = Date.parse(value.length === 7 ? `${value}-01` : value)
      if (Number.isNaN(time)) return value
      const day = value.length > 7 ? { day: 'numeric' as const } : {}
      return format.dateTime(time, { year: 'numeric', month: 'long', ...day, timeZone: 'UTC' })
    },
    money: (euros) => format.number(euros, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }),
  }
}
