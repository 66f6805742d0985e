'use client'
import { useTranslations } from 'next-intl'
import { useOptimistic } from 'react'
import { Switch } from '#components/ui/switch.tsx'
import { useToast } from '#components/ui/toast.tsx'
import { Section } from '../settings/section.tsx'
import { useAction } from '../use-action.ts'
import type { AdministrationActions, InvitationModel, PersonModel } from './administration-actions.ts'
import { Invitations } from './invitations.tsx'
import { People } from './people.tsx'

type Props = {
  readonly people: readonly PersonModel[]
  readonly invitations: readonly InvitationModel[]
  readonly openSignUp: boolean
  readonly actions: AdministrationActions
}

/** Who may come in: accounts, invitations, and whether the door is open. */
export function AdministrationPage({ people, invitations, openSignUp, actions }: Props) {
  const t = useTranslations('settings.admin')
  return (
    <>
      <Section title={t('people')} text={t('peopleText', { count: people.length })}>
        <People people={people} actions={actions} />
      </Section>
      <Section title={t('invite')} text={t('inviteText')}>
        <Invitations invitations={invitations} actions={actions} />
      </Section>
      <Section title={t('signUp')}>
        <OpenSignUp open={openSignUp} set={actions.setOpenSignUp} />
      </Section>
    </>
  )
}

function OpenSignUp({
  open,
  set,
}: {
  readonly open: boolean
  readonly set: AdministrationActions['setOpenSignUp']
}) {
  const t = useTranslations('settings.admin')
  const toast = useToast()
  const { run } = useAction()
  const [shown, show] = useOptimistic(open)
  const change = (next: boolean) =>
    run(
      () => {
        show(next)
        return set(next)
      },
      () => toast(t(next ? 'signUpOn' : 'signUpOff')),
    )
  return <Switch label={t('signUp')} hint={t('signUpHint')} checked={shown} onChange={change} />
}
