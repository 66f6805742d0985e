'use server'
import { revalidatePath } from 'next/cache'
import type { Result } from '#lib/result.ts'
import type { RequestUser } from '#server/auth/request-user.ts'
import { archiveBoard, binBoard, copyBoard, renameBoard, unbinBoard } from '#server/pages/boards.ts'
import { removeFromBoard } from '#server/pages/members.ts'
import { asPerson } from '#server/pages/person.ts'

export async function rename(boardId: string, title: string): Promise<Result> {
  return change((person) => renameBoard(person, String(boardId), String(title)))
}

export async function setArchived(boardId: string, archived: boolean): Promise<Result> {
  return change((person) => archiveBoard(person, String(boardId), archived === true))
}

export async function duplicate(boardId: string, title: string): Promise<Result<{ id: string }>> {
  return change((person) => copyBoard(person, String(boardId), String(title)))
}

export async function remove(boardId: string): Promise<Result> {
  return change((person) => binBoard(person, String(boardId)))
}

export async function restore(boardId: string): Promise<Result> {
  return change((person) => unbinBoard(person, String(boardId)))
}

export async function leave(boardId: string): Promise<Result> {
  return change((person) => removeFromBoard(person, String(boardId), person.userId))
}

async function change<T>(work: (person: RequestUser) => Promise<Result<T>>): Promise<Result<T>> {
  const result = await asPerson(work)
  revalidatePath('/boards', 'layout')
  return result
}
