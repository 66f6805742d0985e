// What every change must pass: format and lint (with the arrows between the rooms), types, and the unit tests.
import { spawn } from 'node:child_process'

const node = process.execPath
const steps = {
  'format, lint and arrows': ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
  types: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'],
  'unit tests': ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit'],
}

function run(args) {
  return new Promise((resolve) => {
    spawn(node, args, { stdio: 'inherit' }).on('exit', (code) => resolve(code === 0))
  })
}

const failed = []
for (const [name, args] of Object.entries(steps)) {
  const started = performance.now()
  const passed = await run(args)
  console.log(
    `${passed ? 'passed' : 'FAILED'}: ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`,
  )
  if (!passed) failed.push(name)
}
if (failed.length > 0) {
  console.error(`Not passed: ${failed.join(', ')}.`)
  process.exitCode = 1
}
