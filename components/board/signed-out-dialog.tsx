'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { useOpenBoard } from './use-board.ts'

/** How often the page looks whether the person has signed in again in the other window; ms. */
const lookEvery = 2_000

/** The session ended while the board is open: the changes stay here, and are stored after signing in again elsewhere. */
export function SignedOutDialog() {
  const t = useTranslations('board.signedOut')
  const { connection, session } = useOpenBoard()
  const [open, setOpen] = useState(true)
  const [other, setOther] = useState<Window | null>(null)
  useEffect(() => {
    const look = async () => {
      if (!(await isSignedIn(session.boardId))) return
      other?.close()
      connection.connect()
    }
    const timer = setInterval(look, lookEvery)
    window.addEventListener('focus', look)
    return () => {
      clearInterval(timer)
      window.removeEventListener('focus', look)
    }
  }, [connection, session, other])
  const signIn = () =>
    setOther(window.open('/sign-in?next=/boards', 'bollenboom-sign-in', 'popup,width=520,height=720'))
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t('title')}
      width="narrow"
      actions={
        <>
          <Button onClick={() => setOpen(false)}>{t('later')}</Button>
          <Button onClick={connection.connect}>{t('again')}</Button>
          <Button tone="primary" onClick={signIn}>
            {t('signIn')}
          </Button>
        </>
      }
    >
      <p>{t('body')}</p>
      {other !== null && <p className="mt-3 text-ink-soft">{t('waiting')}</p>}
    </Dialog>
  )
}

/** Whether the server knows this browser again and shows it this board; false when it cannot be reached. */
async function isSignedIn(boardId: string): Promise<boolean> {
  try {
    const response = await fetch(`/api/v1/boards/${boardId}`, { method: 'HEAD', cache: 'no-store' })
    return response.ok
  } catch {
    return false
  }
}
