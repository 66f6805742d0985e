'use client'
import { createContext, useContext } from 'react'

/** Opens the members of a board; provided by the page that can. */
export const MembersContext = createContext<(boardId: string) => void>(() => undefined)

/** The way to open the members of a board from anywhere in a list. */
export const useMembers = () => useContext(MembersContext)
