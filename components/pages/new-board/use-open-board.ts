'use client'
import { useRouter } from 'next/navigation'
import { useCallback } from 'react'

/** Answers a function that goes to a board that was just made. */
export function useOpenBoard(): (made: { readonly id: string }) => void {
  const router = useRouter()
  return useCallback(({ id }) => router.push(`/boards/${id}`), [router])
}
