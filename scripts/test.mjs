// Runs every test, or those named: `npm test -- unit integration e2e`. The last line is the sum of all.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const results = 'test-results'
const kinds = ['unit', 'integration', 'e2e']
const asked = process.argv.slice(2)
const unknown = asked.find((kind) => !kinds.includes(kind))
if (unknown !== undefined) {
  console.error(`npm test knows ${kinds.join(', ')}, not ${unknown}.`)
  process.exit(1)
}
const chosen = asked.length > 0 ? asked : kinds

function run(args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } })
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

/** The report of a run; null when it ended before writing one. */
function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

async function runVitest(projects) {
  const file = join(results, 'vitest.json')
  rmSync(file, { force: true })
  const code = await run([
    'node_modules/vitest/vitest.mjs',
    'run',
    ...projects.flatMap((name) => ['--project', name]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  const report = readReport(file)
  const tests = report?.testResults.flatMap((suite) => suite.assertionResults) ?? []
  const count = (...statuses) => tests.filter(({ status }) => statuses.includes(status))
  const skipped = count('pending', 'skipped', 'todo', 'disabled').map(({ fullName }) => fullName)
  return { passed: count('passed').length, failed: atLeastOne(count('failed').length, code), skipped }
}

async function runPlaywright() {
  // Playwright empties test-results when it starts.
  const file = '.stamps/playwright.json'
  rmSync(file, { force: true })
  const code = await run(
    ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json', '--pass-with-no-tests'],
    { PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  )
  const report = readReport(file)
  const tests = report
    ? specsOf(report).flatMap((spec) => spec.tests.map((test) => ({ title: spec.title, ...test })))
    : []
  const count = (status) => tests.filter((test) => test.status === status)
  const skipped = count('skipped').map(({ title, annotations }) =>
    [title, ...annotations.map(({ description }) => description)].filter(Boolean).join(': '),
  )
  return {
    passed: count('expected').length + count('flaky').length,
    failed: atLeastOne(count('unexpected').length, code),
    skipped,
  }
}

const specsOf = ({ suites = [], specs = [] }) => [...specs, ...suites.flatMap(specsOf)]

/** A run that failed without a failing test (it crashed, or something threw outside a test) is a failure all the same. */
const atLeastOne = (failed, code) => (failed === 0 && code !== 0 ? 1 : failed)

mkdirSync(results, { recursive: true })
const sums = []
const inProcess = chosen.filter((kind) => kind !== 'e2e')
if (inProcess.length > 0) sums.push(await runVitest(inProcess))
if (chosen.includes('e2e')) sums.push(await runPlaywright())

const passed = sums.reduce((sum, part) => sum + part.passed, 0)
const failed = sums.reduce((sum, part) => sum + part.failed, 0)
const skipped = sums.flatMap((part) => part.skipped)
for (const reason of skipped) console.log(`skipped: ${reason}`)
console.log(`${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`)
process.exitCode = failed > 0 || (skipped.length > 0 && process.env.CI === 'true') ? 1 : 0
