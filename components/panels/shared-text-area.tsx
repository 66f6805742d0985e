'use client'
import { useId } from 'react'
import { useMayEdit, useNode, usePeers, useSession } from '#components/board/use-board.ts'
import { classNames } from '#components/ui/class-names.ts'
import { inputStyle, labelStyle } from '#components/ui/field-style.ts'
import { Fact } from './fact.tsx'
import { type TextName, useSharedText } from './use-shared-text.ts'

type Props = {
  readonly nodeId: string
  readonly field: TextName
  readonly label: string
  readonly showLabel?: boolean
  readonly placeholder?: string
  readonly maxLength: number
  readonly className?: string
}

/** A text that stands as a heading until it is typed in: its letters keep the line of the column. */
const bareStyle =
  '-mx-3 w-[calc(100%+1.5rem)] rounded-control border border-transparent px-3 py-1 hover:border-line focus:border-line-strong focus:bg-paper-raised'

/** A text of a node that several people may type in at once; nobody's letters are lost. Who may only read sees the text. */
export function SharedTextArea(props: Props) {
  return useMayEdit() ? <TextArea {...props} /> : <ReadText {...props} />
}

function ReadText({ nodeId, field, label, showLabel = false, className }: Props) {
  const text = useNode(nodeId)?.[field] ?? ''
  return text === '' ? null : <Fact label={label} hideLabel={!showLabel} value={text} className={className} />
}

function TextArea(props: Props) {
  const { nodeId, field, label, showLabel = false, placeholder, maxLength, className } = props
  const id = useId()
  const session = useSession()
  const bound = useSharedText(session, nodeId, field)
  const typist = usePeers().find((peer) => field === 'title' && peer.editing === nodeId)
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className={showLabel ? labelStyle : 'sr-only'}>
        {label}
      </label>
      <textarea
        id={id}
        {...bound}
        placeholder={placeholder}
        maxLength={maxLength}
        rows={showLabel ? 3 : 1}
        className={classNames(
          showLabel ? inputStyle : bareStyle,
          'field-sizing-content max-h-96 resize-none',
          className,
        )}
        style={typist && { borderColor: typist.colour }}
      />
    </div>
  )
}
