'use client'
import { useId } from 'react'
import { usePeers, useSession } from '#components/board/use-board.ts'
import { classNames } from '#components/ui/class-names.ts'
import { inputStyle, labelStyle } from '#components/ui/field-style.ts'
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

/** A text of a node that several people may type in at once; nobody's letters are lost. */
export function SharedTextArea(props: Props) {
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
        readOnly={!session.mayEdit}
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
