import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'esbuild'

/**
 * postgres 3.4.9 puts small writes off to the next turn and does not ask then whether the socket is still there: when the
 * database dies at that moment the whole process ends, or the connection never writes again
 * (github.com/porsager/postgres, issues 1154 and 1208). What a new connection asks about array types is awaited by nobody:
 * a database that dies just then would end the process too. Until a version mends it, it is mended while it is bundled. What is
 * not found there any more fails the build, so that nobody forgets to take this away.
 */
const MENDS: readonly [place: string, mended: string][] = [
  [
    'const x = socket.write(chunk, fn)',
    `if (socket === null) {
      chunk = nextWriteTimer = null
      error(Errors.connection('CONNECTION_CLOSED', options, socket))
      return false
    }
    const x = socket.write(chunk, fn)`,
  ],
  [
    'clearImmediate(nextWriteTimer)\n    if (socket)',
    'clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n    if (socket)',
  ],
  [
    'clearImmediate(nextWriteTimer)\n    socket.removeListener',
    'clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n    socket.removeListener',
  ],
  // The connection is closed next, and whoever waits for it hears of that.
  ['return fetchArrayTypes()', 'return fetchArrayTypes().catch(() => {})'],
]

export const mendedDriver: Plugin = {
  name: 'mended-driver',
  setup(build) {
    // What `require` gets is cjs/src/index.js; what is bundled is the same as a module.
    const entry = createRequire(import.meta.url).resolve('postgres')
    build.onResolve({ filter: /^postgres$/ }, () => ({ path: join(dirname(entry), '../../src/index.js') }))
    build.onLoad({ filter: /[/\\]postgres[/\\]src[/\\]connection\.js$/ }, async ({ path }) => ({
      contents: MENDS.reduce(mend, await readFile(path, 'utf8')),
      loader: 'js',
    }))
  },
}

function mend(source: string, [place, mended]: (typeof MENDS)[number]): string {
  if (source.split(place).length !== 2)
    throw new Error(`The driver has changed, see tools/build/mended-driver.ts: ${place}`)
  return source.replace(place, mended)
}
