'use client'
import { useTranslations } from 'next-intl'
import { Select } from '#components/ui/select.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { useToast } from '#components/ui/toast.tsx'
import { languages } from '#lib/i18n/language.ts'
import { themes } from '#lib/theme.ts'
import { ActionForm } from '../action-form.tsx'
import { useLanguage, useTheme } from '../use-looks.ts'
import { Section } from './section.tsx'
import type { SettingsActions, TokenModel } from './settings-actions.ts'
import { Tokens } from './tokens.tsx'

type Props = {
  readonly name: string
  readonly email: string
  /** False for someone who signs in through their organisation. */
  readonly hasPassword: boolean
  readonly passwordLength: number
  readonly tokens: readonly TokenModel[]
  readonly actions: SettingsActions
}

/** What is mine: name, looks, password, access tokens. */
export function SettingsPage({ name, email, hasPassword, passwordLength, tokens, actions }: Props) {
  const t = useTranslations('settings')
  const toast = useToast()
  return (
    <>
      <Section title={t('profile.title')}>
        <ActionForm
          action={(form) => actions.saveName(String(form.get('name')))}
          onDone={() => toast(t('profile.done'))}
          submit={t('profile.submit')}
          tone="outline"
          className="max-w-md"
        >
          <TextField
            label={t('profile.name')}
            name="name"
            defaultValue={name}
            required
            maxLength={200}
            autoComplete="name"
          />
          <TextField label={t('profile.email')} hint={t('profile.emailHint')} value={email} readOnly />
        </ActionForm>
      </Section>
      <Section title={t('looks.title')}>
        <Looks />
      </Section>
      <Section title={t('password.title')}>
        {hasPassword ? (
          <Password email={email} length={passwordLength} change={actions.changePassword} />
        ) : (
          <p>{t('password.none')}</p>
        )}
      </Section>
      <Section title={t('tokens.title')} text={t('tokens.text')}>
        <Tokens tokens={tokens} actions={actions} />
      </Section>
    </>
  )
}

function Looks() {
  const t = useTranslations()
  const [language, chooseLanguage] = useLanguage()
  const [theme, chooseTheme] = useTheme()
  return (
    <div className="flex max-w-md flex-col gap-5">
      <Select
        label={t('settings.looks.language')}
        value={language}
        onChange={chooseLanguage}
        options={languages.map((value) => ({ value, label: t(`app.language.${value}`) }))}
      />
      <Select
        label={t('settings.looks.theme')}
        value={theme}
        onChange={chooseTheme}
        options={themes.map((value) => ({ value, label: t(`app.theme.${value}`) }))}
      />
    </div>
  )
}

type PasswordProps = {
  readonly email: string
  readonly length: number
  readonly change: SettingsActions['changePassword']
}

function Password({ email, length, change }: PasswordProps) {
  const t = useTranslations()
  const toast = useToast()
  const done = (_: unknown, form: HTMLFormElement) => {
    form.reset()
    toast(t('settings.password.done'))
  }
  return (
    <ActionForm
      action={(form) => change(String(form.get('current')), String(form.get('next')))}
      onDone={done}
      submit={t('settings.password.submit')}
      tone="outline"
      className="max-w-md"
    >
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <TextField
        label={t('settings.password.current')}
        name="current"
        type="password"
        required
        autoComplete="current-password"
      />
      <TextField
        label={t('settings.password.next')}
        hint={t('auth.passwordHint', { min: length })}
        name="next"
        type="password"
        required
        minLength={length}
        autoComplete="new-password"
      />
    </ActionForm>
  )
}
