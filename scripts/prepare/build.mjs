import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fail, projectNode, readStamp, root, run, writeStamp } from './shared.mjs'

const distDir = process.env.NEXT_DIST_DIR ?? '.next'

/** Builds the pages and bundles the server, unless nothing that they are made of has changed since. */
export async function build() {
  const content = hashOfSources()
  const stamp = `build-${distDir.replace(/\W/g, '_')}`
  if (readStamp(stamp) === content && existsSync(join(distDir, 'BUILD_ID')) && existsSync('dist/main.js'))
    return
  console.error('Building…')
  const [bundled, built] = await Promise.all([bundleServer(), buildPages()])
  if (!bundled || !built) fail('The build failed: the reason stands above.')
  writeStamp(stamp, content)
}

function buildPages() {
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  return run(projectNode(), [join('node_modules', 'next', 'dist', 'bin', 'next'), 'build'], env)
}

/** dist/main.js and dist/admin.js, and every worker thread as dist/<its name>.js; packages stay outside. */
async function bundleServer() {
  const { build: bundle } = await import('esbuild')
  const workers = sourcesIn('server').filter((file) => file.endsWith('-worker.ts'))
  mkdirSync('dist', { recursive: true })
  try {
    await bundle({
      absWorkingDir: root,
      entryPoints: Object.fromEntries(
        ['server/main.ts', 'server/admin.ts', ...workers].map((file) => [basename(file, '.ts'), file]),
      ),
      outdir: 'dist',
      bundle: true,
      splitting: true,
      chunkNames: 'chunks/[name]-[hash]',
      platform: 'node',
      target: 'node22',
      format: 'esm',
      packages: 'external',
      // `#lib/…` is ours although it looks like a package to the line above.
      plugins: [
        {
          name: 'own-imports',
          setup: ({ onResolve }) =>
            onResolve({ filter: /^#/ }, ({ path }) => ({ path: join(root, path.slice(1)) })),
        },
      ],
      sourcemap: 'linked',
      logLevel: 'warning',
    })
    return true
  } catch {
    // esbuild has printed what is wrong.
    return false
  }
}

const single = [
  'package.json',
  'package-lock.json',
  'next.config.js',
  'postcss.config.mjs',
  'types.d.ts',
  'scripts/prepare/build.mjs',
]

/** SHA-256 over the names and contents of everything that a build reads. Not tsconfig.json: Next writes to it. */
function hashOfSources() {
  const hash = createHash('sha256')
  const files = [...single, ...['app', 'components', 'lib', 'server', 'public'].flatMap(sourcesIn)]
  for (const file of files.filter((name) => existsSync(name)).sort())
    hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

/** The files below `directory` that end up in a build. */
function sourcesIn(directory) {
  if (!existsSync(directory)) return []
  return readdirSync(directory, { recursive: true })
    .map((name) => join(directory, name))
    .filter((file) => !/\.test\.tsx?$/.test(file) && statSync(file).isFile())
}
