/** The origins of a person's own transactions: what undo follows. */

/** The origin of a command: each is one step of undo. */
export const LOCAL = Symbol('a command of this person')

/** The origin of typing in a shared text: keys close together in time are one step of undo. */
export const TYPING = Symbol('typing of this person')
