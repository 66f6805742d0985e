'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Select } from '#components/ui/select.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { useToast } from '#components/ui/toast.tsx'
import type { BoardRole } from '#lib/access/access.ts'
import { ActionForm } from '../action-form.tsx'
import type { MemberActions } from './member-actions.ts'
import { useRoleOptions } from './use-role-options.ts'

type Props = { readonly boardId: string; readonly actions: MemberActions; readonly onChanged: () => void }

/** Puts someone who has an account on the board. */
export function AddMember({ boardId, actions, onChanged }: Props) {
  const t = useTranslations('boards.membersDialog')
  const toast = useToast()
  const [role, setRole] = useState<BoardRole>('editor')
  const options = useRoleOptions()
  const added = ({ name }: { readonly name: string }, form: HTMLFormElement) => {
    form.reset()
    toast(t('added', { name }))
    onChanged()
  }
  return (
    <section className="mt-6">
      <h3 className="mb-3 font-semibold text-lg">{t('add')}</h3>
      <ActionForm
        action={(form) => actions.add(boardId, String(form.get('email')), role)}
        onDone={added}
        submit={t('addSubmit')}
        className="gap-4"
      >
        <div className="grid gap-4 sm:grid-cols-[1fr_11rem]">
          <TextField label={t('email')} name="email" type="email" required autoComplete="off" />
          <Select label={t('role')} value={role} options={options} onChange={setRole} />
        </div>
      </ActionForm>
    </section>
  )
}
