import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Work } from './work.ts'
import { unlessUnchanged } from './work.ts'

const ENTRY = 'src/app/main.ts'

/** One file for the server: Node strips types but not JSX, and one file starts faster than four hundred. */
export async function buildServer(work: Work): Promise<void> {
  if (!existsSync(join(work.root, ENTRY))) return
  await unlessUnchanged(work, 'server', ['src', 'tools/build', 'package.json', 'tsconfig.json'], async () => {
    const { build } = await import('esbuild')
    await build({
      absWorkingDir: work.root,
      entryPoints: [ENTRY],
      outfile: join(work.out, 'server/kuvend.js'),
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node24',
      packages: 'external',
      sourcemap: true,
      logLevel: 'warning',
    })
  })
}
