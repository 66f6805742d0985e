import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import type { Problem, Result } from '#lib/result.ts'
import { backup, type Counts, restore } from '#server/admin/backup.ts'
import { examine } from '#server/admin/doctor.ts'
import { addPerson, addToken } from '#server/admin/people.ts'
import type { Database } from '#server/db/client.ts'
import { eraseUser } from '#server/db/erase.ts'
import { toEmail } from '#server/db/users.ts'
import type { Env } from '#server/env.ts'
import { lockDataDir } from '#server/lock.ts'
import { loadEnv, openMigrated } from '#server/open.ts'
import { isStartError, StartError } from '#server/start-error.ts'

const usage = `npm run admin -- <what>

  user add EMAIL --name NAME [--password-stdin] [--admin]   adds an account
  token EMAIL                                               makes a personal access token
  backup FILE                                               writes everything to one file
  restore FILE [--force]                                    fills an empty database from it
  erase EMAIL                                               removes a person, keeps what they made
  doctor                                                    looks whether all is well`

type Given = {
  readonly words: readonly string[]
  readonly name?: string
  readonly passwordStdin: boolean
  readonly admin: boolean
  readonly force: boolean
}
type Action = (db: Database, given: Given, env: Env) => Promise<string>

const actions: Readonly<Record<string, Action>> = {
  user: async (db, { words: [, verb, email], name, passwordStdin, admin }) => {
    if (verb !== 'add' || !email || !name) throw new StartError(usage)
    const password = passwordStdin ? (await text(process.stdin)).replace(/\r?\n$/, '') : null
    const added = expectOk(await addPerson(db, { email, name, password, isAdmin: admin }))
    return added.password ? `Added ${email}. The password is ${added.password}` : `Added ${email}.`
  },
  token: async (db, given) => expectOk(await addToken(db, wordAfter(given))).secret,
  backup: async (db, given) => {
    const file = resolve(wordAfter(given))
    return `Wrote ${sum(await backup(db, file))} to ${file}.`
  },
  restore: async (db, given, env) => {
    const lock = env.databaseUrl ? null : await lockDataDir(env.dataDir)
    const counts = await restore(db, resolve(wordAfter(given)), given.force)
    lock?.release()
    return `Restored ${sum(counts)}.`
  },
  erase: async (db, given) => {
    const { boardsHandedOver } = expectOk(await eraseUser(db, expectOk(toEmail(wordAfter(given)))))
    return `Erased. Boards handed over to an administrator: ${boardsHandedOver}. Older backups still hold the person.`
  },
  doctor: async (db, _, env) => {
    const findings = await examine(env, db)
    if (findings.some(({ fine }) => !fine)) process.exitCode = 1
    return findings
      .map(({ what, fine, says }) => `${fine ? 'fine   ' : 'PROBLEM'}  ${what}: ${says}`)
      .join('\n')
  },
}

async function main(): Promise<void> {
  try {
    const given = readArguments()
    const action = Object.hasOwn(actions, given.words[0] ?? '') ? actions[given.words[0] ?? ''] : undefined
    if (!action) throw new StartError(usage)
    const env = loadEnv()
    const db = await openMigrated(env)
    try {
      process.stdout.write(`${await action(db, given, env)}\n`)
    } finally {
      await db.close()
    }
  } catch (reason) {
    if (!isStartError(reason)) throw reason
    console.error(reason.message)
    process.exitCode = 1
  }
}

function readArguments(): Given {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        'password-stdin': { type: 'boolean' },
        admin: { type: 'boolean' },
        force: { type: 'boolean' },
      },
    })
    const { name, admin = false, force = false } = values
    return {
      words: positionals,
      passwordStdin: values['password-stdin'] ?? false,
      admin,
      force,
      ...(name === undefined ? {} : { name }),
    }
  } catch (cause) {
    throw new StartError(usage, { cause })
  }
}

function wordAfter({ words }: Given): string {
  if (!words[1]) throw new StartError(usage)
  return words[1]
}

const sentences: Partial<Record<Problem['code'], string>> = {
  'email.invalid': 'That is not an e-mail address.',
  'account.exists': 'There is an account with that address already.',
  'account.missing': 'There is no account with that address.',
  'account.password-short': 'The password is too short: ten characters at least.',
  'account.last-administrator': 'This is the only administrator: make someone else administrator first.',
}

function expectOk<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new StartError(sentences[result.code] ?? `Refused: ${result.code}.`)
}

const sum = (counts: Counts): string =>
  `${counts.users ?? 0} accounts and ${counts.boards ?? 0} boards (${Object.values(counts).reduce((total, n) => total + n, 0)} rows)`

await main()
