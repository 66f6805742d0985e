import type { ReactNode } from 'react'
import { SiteHeader } from '#components/pages/site-header.tsx'
import { currentPerson } from '#server/pages/person.ts'
import { signOut } from '../(auth)/actions.ts'

/** The frame of every page of someone who is signed in, but the boards themselves. */
export default async function HomeLayout({ children }: { readonly children: ReactNode }) {
  const person = await currentPerson()
  return (
    <>
      {person && (
        <SiteHeader name={person.name} email={person.email} isAdmin={person.isAdmin} signOut={signOut} />
      )}
      <main id="main" className="mx-auto max-w-6xl px-4 py-10 sm:px-8">
        {children}
      </main>
    </>
  )
}
