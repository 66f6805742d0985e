import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { aptInstall, fail, projectNode, readStamp, run, writeStamp } from './shared.mjs'

/** Finds a Chromium for the end-to-end tests, or gets one, and notes its path in .stamps/chromium. */
export async function findBrowser() {
  const asked = process.env.CHROMIUM_PATH
  if (asked && !isProgram(asked)) fail(`CHROMIUM_PATH cannot be used: ${asked} is not a program.`)
  const noted = readStamp('chromium')
  const found =
    asked ??
    (noted && isProgram(noted) ? noted : null) ??
    (await ofPlaywright()) ??
    ofSystem() ??
    (await fetched())
  if (!found)
    fail(
      'No Chromium was found and none could be installed: install Chromium or Google Chrome, or set CHROMIUM_PATH.',
    )
  writeStamp('chromium', found)
}

async function ofPlaywright() {
  const { chromium } = await import('@playwright/test')
  const path = chromium.executablePath()
  return existsSync(path) ? path : null
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

function ofSystem() {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((place) => names.map((name) => join(place, name)))
  return [...onPath, ...elsewhere].find(isProgram) ?? null
}

async function fetched() {
  if (
    await run(projectNode(), [join('node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium'])
  )
    return ofPlaywright()
  return (await aptInstall('chromium')) ? ofSystem() : null
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
