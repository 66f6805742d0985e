import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeDataDir } from '#server/data-dir.ts'
import { authSecret } from '#server/secrets.ts'

let directory = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'bollenboom-secrets-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

it('is made once and readable by its owner alone', () => {
  const secret = authSecret(null, join(directory, 'data'))
  expect(secret).toHaveLength(43)
  expect(authSecret(null, join(directory, 'data'))).toBe(secret)
  expect(statSync(join(directory, 'data', 'auth-secret')).mode & 0o777).toBe(0o600)
  expect(statSync(join(directory, 'data')).mode & 0o777).toBe(0o700)
})

it('gives way to the one that was given', () => {
  expect(authSecret('given', directory)).toBe('given')
})

it('says which data directory cannot be made', () => {
  writeFileSync(join(directory, 'file'), '')
  expect(() => makeDataDir(join(directory, 'file', 'data'))).toThrow(
    /^DATA_DIR cannot be used: the directory .*file\/data cannot be made or written \(.+\)\.$/,
  )
})
