declare module '#scripts/find-postgres.mjs' {
  export function findPostgres(): string | null
}
