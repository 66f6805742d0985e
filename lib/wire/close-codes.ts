/**
 * Why the server ends a live connection. The client stops for 4400-4499 (trying again cannot help)
 * and tries again for everything else.
 */
export const closeCodes = {
  normal: 1000,
  goingAway: 1001,
  malformed: 4400,
  signedOut: 4401,
  noAccess: 4403,
  boardGone: 4404,
  otherEpoch: 4409,
  tooLarge: 4413,
  refused: 4422,
  clientTooOld: 4426,
  internal: 4500,
  rightsChanged: 4501,
  overloaded: 4503,
  tooSlow: 4508,
  resyncNeeded: 4510,
  rateLimited: 4529,
} as const

export type CloseCode = (typeof closeCodes)[keyof typeof closeCodes]

/** Whether a connection closed with `code` stays closed until a person does something. */
export const isFinal = (code: number): boolean => code >= 4400 && code < 4500
