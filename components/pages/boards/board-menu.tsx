'use client'
import {
  Archive,
  ArchiveRestore,
  Copy,
  DoorOpen,
  Ellipsis,
  PencilLine,
  Trash2,
  Undo2,
  Users,
} from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { IconButton } from '#components/ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '#components/ui/menu.tsx'
import { useToast } from '#components/ui/toast.tsx'
import { can } from '#lib/access/access.ts'
import { useAction } from '../use-action.ts'
import type { BoardActions, BoardCardModel, BoardView } from './board-actions.ts'
import { LeaveDialog } from './leave-dialog.tsx'
import { RenameDialog } from './rename-dialog.tsx'
import { useMembers } from './use-members.ts'

type Props = {
  readonly board: BoardCardModel
  readonly title: string
  readonly view: BoardView
  readonly actions: BoardActions
}

/** What one can do with a board in a list, within one's role. */
export function BoardMenu({ board, title, view, actions }: Props) {
  const t = useTranslations('boards')
  const [dialog, setDialog] = useState<'rename' | 'leave' | null>(null)
  const { restore, remove, archive, duplicate } = useBoardMoves(board.id, title, actions)
  const showMembers = useMembers()
  const trigger = <IconButton icon={Ellipsis} label={t('menu', { title })} />
  if (view === 'bin')
    return (
      <Menu trigger={trigger}>
        <MenuItem icon={Undo2} onSelect={restore}>
          {t('restore')}
        </MenuItem>
      </Menu>
    )
  const mayManage = can(board.role, 'manage')
  const close = (open: boolean) => !open && setDialog(null)
  return (
    <>
      <Menu trigger={trigger}>
        {mayManage && (
          <MenuItem icon={PencilLine} onSelect={() => setDialog('rename')}>
            {t('rename')}
          </MenuItem>
        )}
        <MenuItem icon={Users} onSelect={() => showMembers(board.id)}>
          {t('members')}
        </MenuItem>
        <MenuItem icon={Copy} onSelect={duplicate}>
          {t('duplicate')}
        </MenuItem>
        {mayManage && (
          <MenuItem
            icon={view === 'active' ? Archive : ArchiveRestore}
            onSelect={() => archive(view === 'active')}
          >
            {t(view === 'active' ? 'archive' : 'unarchive')}
          </MenuItem>
        )}
        <MenuSeparator />
        <MenuItem icon={DoorOpen} onSelect={() => setDialog('leave')}>
          {t('leave')}
        </MenuItem>
        {mayManage && (
          <MenuItem icon={Trash2} tone="danger" onSelect={remove}>
            {t('delete')}
          </MenuItem>
        )}
      </Menu>
      <RenameDialog
        open={dialog === 'rename'}
        onOpenChange={close}
        boardId={board.id}
        title={board.title}
        rename={actions.rename}
      />
      <LeaveDialog
        open={dialog === 'leave'}
        onOpenChange={close}
        boardId={board.id}
        title={title}
        leave={actions.leave}
      />
    </>
  )
}

/** Moves that take effect at once and say so, with the way back where there is one. */
function useBoardMoves(id: string, title: string, actions: BoardActions) {
  const t = useTranslations('boards')
  const undo = useTranslations('app')('undo')
  const toast = useToast()
  const { run } = useAction()
  const restore = () =>
    run(
      () => actions.restore(id),
      () => toast(t('done.restored', { title })),
    )
  const archive = (archived: boolean): void =>
    run(
      () => actions.setArchived(id, archived),
      () =>
        toast(t(archived ? 'done.archived' : 'done.unarchived', { title }), {
          action: { label: undo, run: () => archive(!archived) },
        }),
    )
  const remove = () =>
    run(
      () => actions.remove(id),
      () => toast(t('done.deleted', { title }), { action: { label: undo, run: restore } }),
    )
  const duplicate = () =>
    run(
      () => actions.duplicate(id, t('copyOf', { title })),
      () => toast(t('done.duplicated', { title })),
    )
  return { restore, archive, remove, duplicate }
}
