import type { MemberActions } from '#components/pages/members/member-actions.ts'
import { add, change, invite, list, remove } from './actions.ts'

/** The actions behind the members dialog, for every page that opens it. */
export const memberActions: MemberActions = { list, add, change, remove, invite }
