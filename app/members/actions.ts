'use server'
import type { BoardRole } from '#lib/access/access.ts'
import type { Result } from '#lib/result.ts'
import {
  addMemberByEmail,
  changeMember,
  inviteToBoard,
  readMembers,
  removeFromBoard,
} from '#server/pages/members.ts'
import { asPerson } from '#server/pages/person.ts'

export async function list(boardId: string) {
  return asPerson((person) => readMembers(person, String(boardId)))
}

export async function add(
  boardId: string,
  email: string,
  role: BoardRole,
): Promise<Result<{ name: string }>> {
  return asPerson((person) => addMemberByEmail(person, String(boardId), String(email), role))
}

export async function change(boardId: string, userId: string, role: BoardRole): Promise<Result> {
  return asPerson((person) => changeMember(person, String(boardId), String(userId), role))
}

export async function remove(boardId: string, userId: string): Promise<Result> {
  return asPerson((person) => removeFromBoard(person, String(boardId), String(userId)))
}

export async function invite(boardId: string, role: BoardRole): Promise<Result<{ url: string }>> {
  return asPerson((person) => inviteToBoard(person, String(boardId), role))
}
