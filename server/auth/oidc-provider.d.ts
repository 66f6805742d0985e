/** The little that tests use of a package that ships no types. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http'

  export class Provider {
    constructor(
      issuer: string,
      configuration: {
        readonly findAccount: (context: unknown, sub: string) => { accountId: string; claims: () => object }
        readonly [option: string]: unknown
      },
    )
    callback(): RequestListener
  }
}
