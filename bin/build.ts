import { fileURLToPath } from 'node:url'
import { buildAssets } from '../tools/build/assets.ts'
import { buildServer } from '../tools/build/server.ts'
import type { Work } from '../tools/build/work.ts'

export type BuildOptions = {
  /** The repository. */
  root?: string
  /** Where the built files go. `src/ui/assets.ts` reads `assets.json` there. */
  out?: string
  /** Tests of pages need no server bundle. */
  server?: boolean
}

/** Makes everything that is made: styles, browser script, fonts, server bundle. Does nothing where nothing has changed. */
export async function build(options: BuildOptions = {}): Promise<void> {
  const root = options.root ?? fileURLToPath(new URL('..', import.meta.url))
  const work: Work = { root, out: options.out ?? `${root}/.build` }
  await Promise.all([buildAssets(work), options.server === false ? null : buildServer(work)])
}

if (import.meta.main) await build()
