import { defineConfig } from 'drizzle-kit'

const dialect = process.env.DIALECT === 'postgres' ? 'postgres' : 'sqlite'

/** `DIALECT=sqlite npx drizzle-kit generate` and again with `postgres`: every change of the schema is two migrations. */
export default defineConfig({
  dialect: dialect === 'postgres' ? 'postgresql' : 'sqlite',
  schema: `./server/db/schema-${dialect}.ts`,
  out: `./server/db/migrations/${dialect}`,
})
