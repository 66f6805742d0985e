import { createTranslator } from 'next-intl'
import { messages } from '#lib/i18n/messages.ts'
import type { Problem, ProblemCode } from '#lib/result.ts'

export type Language = 'nl' | 'en'

/** HTTP statuses of refusals; what is not named here is 422: understood, but it cannot be done. */
const statuses: Partial<Record<ProblemCode, number>> = {
  'args.invalid': 400,
  'file.broken': 400,
  'session.missing': 401,
  'right.missing': 403,
  'origin.foreign': 403,
  'board.missing': 404,
  'node.missing': 404,
  'template.unknown': 404,
  'command.unknown': 404,
  'board.damaged': 409,
  'file.too-large': 413,
  'file.wrong-format': 415,
  'attempts.too-many': 429,
}

/** The one place where a refusal becomes an answer: problem JSON (RFC 9457) with a sentence in the caller's language. */
export function toResponse(refusal: Problem, language: Language): Response {
  const status = statuses[refusal.code] ?? 422
  const body = {
    type: `urn:bollenboom:problem:${refusal.code}`,
    title: sentenceOf(refusal, language),
    status,
    code: refusal.code,
    ...(refusal.detail && { detail: refusal.detail }),
  }
  return json(body, status, { 'content-type': 'application/problem+json', 'content-language': language })
}

export function json(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
  })
}

/** A file to keep; the name works in old and new browsers alike. */
export function file(body: string | Uint8Array, mediaType: string, name: string): Response {
  const plain = name.replace(/[^\w.-]+/g, '_')
  return new Response(body as BodyInit, {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      // A figure opened by its address must not run or load anything.
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:",
    },
  })
}

function sentenceOf({ code, detail }: Problem, language: Language): string {
  // The keys of the messages are checked against the list of codes by a test.
  const t = createTranslator({
    locale: language,
    messages: messages[language],
    onError: () => undefined,
  }) as unknown as (key: string, values?: Readonly<Record<string, string | number>>) => string
  return t(`problems.${code}`, detail)
}

/** What a caller reads best: the first of our languages it names, Dutch otherwise. */
export function languageOf(headers: Headers): Language {
  const wanted = headers
    .get('accept-language')
    ?.toLowerCase()
    .match(/\b(nl|en)\b/)?.[1]
  return wanted === 'en' ? 'en' : 'nl'
}
