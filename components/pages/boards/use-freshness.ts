'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const interval = 15_000

/** Asks the server for the page again every 15 seconds while it is visible, and as soon as one comes back to it. */
export function useFreshness(): void {
  const router = useRouter()
  useEffect(() => {
    const refresh = () => {
      if (document.visibilityState === 'visible') router.refresh()
    }
    const timer = setInterval(refresh, interval)
    document.addEventListener('visibilitychange', refresh)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', refresh)
    }
  }, [router])
}
