'use client'
import { useTranslations } from 'next-intl'
import { useTree } from '#components/board/use-board.ts'
import type { BoardNode } from '#lib/board/tree.ts'
import { fieldsInWords } from './fields-in-words.ts'
import { useWording } from './use-wording.ts'

/** What else is recorded on a node, in words; nothing when there is nothing. */
export function NodeFacts({ node }: { readonly node: BoardNode }) {
  const t = useTranslations('board.panel')
  const wording = useWording()
  const facts = fieldsInWords(useTree(), node.fields, wording, ['ownerRole', 'mandate', 'colourIndex'])
  if (facts.length === 0) return null
  return (
    <section aria-labelledby={`facts-${node.id}`}>
      <h3 id={`facts-${node.id}`} className="mb-2 font-semibold">
        {t('more')}
      </h3>
      <dl className="flex flex-col gap-2.5 text-sm">
        {facts.map(({ name, label, lines }) => (
          <div key={name}>
            <dt className="text-ink-faint">{label}</dt>
            {lines.map((line) => (
              <dd key={line} className="whitespace-pre-line break-words">
                {line}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  )
}
