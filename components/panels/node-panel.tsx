'use client'
import { useTranslations } from 'next-intl'
import { useMayEdit, useNode, useSession, useTree } from '#components/board/use-board.ts'
import { Select } from '#components/ui/select.tsx'
import { isStatus, limits, nodeKinds, statuses } from '#lib/board/schema.ts'
import type { BoardNode } from '#lib/board/tree.ts'
import { Fact } from './fact.tsx'
import { NodeFacts } from './node-facts.tsx'
import { NodeLinks } from './node-links.tsx'
import { NodeOwner } from './node-owner.tsx'
import { SharedTextArea } from './shared-text-area.tsx'

/** The details of one node: its words, kind and status to edit, its owner, connections and further fields to read. */
export function NodePanel({ id }: { readonly id: string }) {
  const t = useTranslations('board.panel')
  const node = useNode(id)
  const tree = useTree()
  if (!node) return null
  return (
    <div className="flex flex-col gap-5">
      <SharedTextArea
        nodeId={id}
        field="title"
        label={t('title')}
        maxLength={limits.title}
        className="font-serif text-xl leading-snug"
      />
      <p className="-mt-3 text-ink-faint text-sm">{t('childCount', { count: tree.childrenOf(id).length })}</p>
      <KindAndStatus node={node} />
      <NodeOwner node={node} />
      <SharedTextArea
        nodeId={id}
        field="description"
        label={t('description')}
        showLabel
        placeholder={t('descriptionHint')}
        maxLength={limits.description}
      />
      <NodeLinks id={id} />
      <NodeFacts node={node} />
    </div>
  )
}

/** No status is a choice like any other; the select wants a value for it. */
const none = 'none'

function KindAndStatus({ node }: { readonly node: BoardNode }) {
  const t = useTranslations('board.panel')
  const kinds = useTranslations('kinds')
  const session = useSession()
  if (!useMayEdit())
    return (
      <div className="grid grid-cols-2 gap-3">
        <Fact label={t('kind')} value={kinds(`node.${node.kind}`)} />
        {node.status !== null && <Fact label={t('status')} value={kinds(`status.${node.status}`)} />}
      </div>
    )
  const statusOptions = [
    { value: none, label: t('noStatus') },
    ...statuses.map((value) => ({ value: value as string, label: kinds(`status.${value}`) })),
  ]
  return (
    <div className="grid grid-cols-2 gap-3">
      <Select
        label={t('kind')}
        value={node.kind}
        options={nodeKinds.map((value) => ({ value, label: kinds(`node.${value}`) }))}
        onChange={(kind) => session.run('node.set-kind', { ids: [node.id], kind })}
      />
      <Select
        label={t('status')}
        value={node.status ?? none}
        options={statusOptions}
        onChange={(status) =>
          session.run('node.set-status', { ids: [node.id], status: isStatus(status) ? status : null })
        }
      />
    </div>
  )
}
