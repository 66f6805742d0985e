'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { usePeers, useSession, useTree } from '#components/board/use-board.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { classNames } from '#components/ui/class-names.ts'
import { Tooltip } from '#components/ui/tooltip.tsx'
import { type Person, peopleOf } from './people.ts'

/** Without a sign of life for this long a person is shown faintly; ms. */
const idleAfter = 60_000
const shown = 5

/** Who else is here now, by name; beyond five a number. */
export function AvatarRow() {
  const t = useTranslations('board.presence')
  const { me } = useSession()
  const others = peopleOf(usePeers()).filter((person) => person.userId !== me.userId)
  const now = useClock(15_000)
  const rest = others.slice(shown)
  if (others.length === 0) return null
  return (
    <ul aria-label={t('label')} className="flex items-center -space-x-1.5">
      {others.slice(0, shown).map((person) => (
        <Other key={person.userId} person={person} idle={now - person.seenAt > idleAfter} />
      ))}
      {rest.length > 0 && (
        <li className="pl-3 text-ink-soft text-sm tabular-nums">
          <span aria-hidden>+{rest.length}</span>
          <span className="sr-only">{t('more', { count: rest.length })}</span>
        </li>
      )}
    </ul>
  )
}

function Other({ person, idle }: { readonly person: Person; readonly idle: boolean }) {
  const t = useTranslations('board.presence')
  const title = useTree().nodes.get(person.editing ?? '')?.title
  const label = title ? t('editing', { name: person.name, title }) : person.name
  return (
    <Member
      name={person.name}
      label={label}
      colour={person.colour}
      idle={idle}
      typing={person.editing !== null}
    />
  )
}

type MemberProps = {
  readonly name: string
  readonly label: string
  readonly colour: string
  readonly idle?: boolean
  readonly typing?: boolean
}

function Member({ name, label, colour, idle = false, typing = false }: MemberProps) {
  return (
    <li className="rounded-full bg-paper">
      <Tooltip label={label}>
        <span
          className={classNames(
            'block transition-opacity duration-700',
            idle && 'opacity-45',
            typing && 'motion-safe:animate-pulse',
          )}
        >
          <Avatar name={name} ring={colour} />
          <span className="sr-only">{label}</span>
        </span>
      </Tooltip>
    </li>
  )
}

/** The page's clock (performance.now), refreshed every `step` ms. */
function useClock(step: number): number {
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), step)
    return () => clearInterval(timer)
  }, [step])
  return now
}
