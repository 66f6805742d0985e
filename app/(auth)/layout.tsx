import type { ReactNode } from 'react'
import { AuthFrame } from '#components/pages/auth-frame.tsx'

/** The entrance. */
export default function AuthLayout({ children }: { readonly children: ReactNode }) {
  return <AuthFrame>{children}</AuthFrame>
}
