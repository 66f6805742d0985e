// Brings a working copy to where a command can run: `node scripts/prepare.mjs install|build|browser|databases …`.
// Uses nothing but Node itself (20.19 or newer), for it runs before anything is installed.

import { findBrowser } from './prepare/browser.mjs'
import { build } from './prepare/build.mjs'
import { findDatabases } from './prepare/databases.mjs'
import { install } from './prepare/install.mjs'
import { fail, root } from './prepare/shared.mjs'

const steps = { install, build, browser: findBrowser, databases: findDatabases }

process.chdir(root)
const asked = process.argv.slice(2)
const unknown = asked.find((name) => !(name in steps))
if (unknown !== undefined) fail(`scripts/prepare.mjs knows ${Object.keys(steps).join(', ')}, not ${unknown}.`)

for (const name of new Set(['install', ...asked])) await steps[name]()
