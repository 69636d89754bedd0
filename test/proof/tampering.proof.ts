import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { mendedDriver } from '../../tools/build/mended-driver.ts'

const ROOT = join(import.meta.dirname, '../..')
const FILES = ['tampering-rounds', 'million-entries']

/** Built as the server is, because every door of the house is asked, and doors have pages. */
export async function prove(): Promise<string[]> {
  const outdir = join(ROOT, '.build/proof')
  await build({
    absWorkingDir: ROOT,
    entryPoints: FILES.map((name) => `test/proof/${name}.ts`),
    outdir,
    bundle: true,
    splitting: false,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    packages: 'external',
    plugins: [mendedDriver],
    sourcemap: true,
    logLevel: 'warning',
  })
  const lines: string[] = []
  for (const name of FILES) lines.push(...(await run(join(outdir, `${name}.js`))))
  return lines
}

async function run(file: string): Promise<string[]> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--enable-source-maps', file], {
    cwd: ROOT,
    maxBuffer: 50 * 1024 * 1024,
  })
  return stdout.trim().split('\n')
}
