import { build } from './build.ts'

/** Builds what has changed, then runs the server's bundle in this process. */
export async function launch(argv: readonly string[]): Promise<void> {
  await build()
  const bundle = new URL('../.build/server/kuvend.js', import.meta.url).href
  const { main } = (await import(bundle)) as typeof import('#app/main.ts')
  process.exitCode = await main(argv)
}
