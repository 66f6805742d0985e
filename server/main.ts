import { isStartError } from '#server/start-error.ts'

/** The oldest Node that has what the server uses. */
const oldest = { major: 22, minor: 12 }

/** Starts the server and stays until it is told to stop; whatever keeps it from starting is one sentence and exit code 1. */
async function main(): Promise<void> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < oldest.major || (major === oldest.major && minor < oldest.minor)) {
    return fail(
      `Bollenboom needs Node ${oldest.major}.${oldest.minor} or newer and this is Node ${process.versions.node}: use npm start, which brings its own.`,
    )
  }
  try {
    // Loaded only now: an older Node fails while reading the rest.
    const { start } = await import('#server/start.ts')
    const { address, stop } = await start(import.meta.filename.endsWith('.ts'))
    process.stdout.write(`Bollenboom is ready at ${address}\n`)
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop())
  } catch (reason) {
    if (!isStartError(reason)) throw reason
    fail(reason.message)
  }
}

function fail(sentence: string): void {
  console.error(sentence)
  process.exit(1)
}

await main()
