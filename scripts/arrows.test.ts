import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')

const forbidden = [
  ['lib/board/a.ts', '#server/db/client.ts'],
  ['lib/board/b.ts', '#lib/commands/command.ts'],
  ['lib/board/c.ts', 'react'],
  ['lib/layout/a.ts', '#components/board/session.ts'],
  ['lib/export/a.ts', 'node:fs'],
  ['components/canvas/a.tsx', '#server/db/client.ts'],
  ['components/canvas/b.tsx', '#app/layout.tsx'],
  ['app/boards/a.tsx', 'yjs'],
  ['app/boards/b.tsx', 'drizzle-orm'],
  ['server/a.ts', '#components/board/session.ts'],
  ['server/b.ts', 'react'],
] as const

const allowed = [
  ['components/canvas/c.tsx', '#lib/board/tree.ts'],
  ['server/c.ts', '#lib/board/tree.ts'],
  ['app/boards/c.tsx', '#server/runtime.ts'],
  ['lib/layout/b.ts', '#lib/board/tree.ts'],
] as const

describe('the arrows between the rooms', () => {
  let copy = ''
  let says = ''

  /** A house with our rules in which each case is one file. */
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'bollenboom-arrows-'))
    copyFileSync(join(root, 'biome.json'), join(copy, 'biome.json'))
    for (const [file, target] of [...forbidden, ...allowed]) {
      mkdirSync(dirname(join(copy, file)), { recursive: true })
      writeFileSync(join(copy, file), `import { x } from '${target}'\n\nexport const y = x\n`)
    }
    const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
    const args = [
      biome,
      'lint',
      '--vcs-enabled=false',
      '--only=style/noRestrictedImports',
      '--reporter=github',
      '--max-diagnostics=none',
    ]
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' })
    says = stdout + stderr
  })
  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  it.each(forbidden)('%s may not import %s', (file) => expect(says).toContain(`/${file},`))
  it.each(allowed)('%s may import %s', (file) => expect(says).not.toContain(`/${file},`))

  it('cannot be walked around: a relative import stays in its room', () => {
    const files = ['app', 'components', 'lib', 'server'].flatMap(sourcesIn)
    const wanderers = files.flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/from '(\.[^']*)'/g)]
        .map(([, target = '']) => relative(root, resolve(root, dirname(file), target)))
        .filter((target) => roomOf(target) !== roomOf(file))
        .map((target) => `${file} → ${target}`),
    )
    expect(files.length).toBeGreaterThan(20)
    expect(wanderers).toEqual([])
  })
})

function sourcesIn(room: string): string[] {
  return readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(room, name))
}

/** Inside lib every folder is a room of its own. */
const roomOf = (path: string): string => path.split('/', path.startsWith('lib/') ? 2 : 1).join('/')
