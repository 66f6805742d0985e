import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import wawoff2 from 'wawoff2'
import { projectRoot } from '#server/root.ts'

const family = 'atkinson-hyperlegible-next'
const wanted = /-latin(-ext)?-(400|600)-normal\.woff2$/

/** The files of our fonts as TrueType, which the PNG encoder needs; unpacked once per version into the system's temporary directory. */
export async function fontFiles(): Promise<string[]> {
  const source = join(projectRoot(), 'node_modules', '@fontsource', family)
  const { version } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8')) as { version: string }
  const target = join(tmpdir(), `bollenboom-fonts-${version}-${process.getuid?.() ?? 0}`)
  const files = (await readdir(join(source, 'files'))).filter((file) => wanted.test(file))
  await mkdir(target, { recursive: true, mode: 0o700 })
  const unpacked: string[] = []
  // One after the other: the decoder answers with a view of the one memory it works in.
  for (const file of files)
    unpacked.push(await unpack(join(source, 'files', file), join(target, file.replace('woff2', 'ttf'))))
  return unpacked
}

async function unpack(source: string, target: string): Promise<string> {
  if (await isTrueType(target)) return target
  const font = Buffer.from(await wawoff2.decompress(await readFile(source)))
  // Written aside and renamed, so that two processes never read half a font.
  const aside = `${target}.${process.pid}-${Math.random().toString(36).slice(2)}`
  await writeFile(aside, font)
  await rename(aside, target)
  return target
}

const trueType = 0x00010000

async function isTrueType(file: string): Promise<boolean> {
  try {
    return (await readFile(file)).readUInt32BE(0) === trueType
  } catch {
    return false
  }
}
