import { build } from 'esbuild'
import { mendedDriver } from '../build/mended-driver.ts'

/** Built as the server is: what is measured is the program that people run, with its mended driver. */
export async function bundleBench(root: string): Promise<string> {
  const outfile = `${root}/.build/bench/comment-speed.js`
  await build({
    absWorkingDir: root,
    entryPoints: ['tools/bench/comment-speed.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    packages: 'external',
    plugins: [mendedDriver],
    sourcemap: true,
    logLevel: 'warning',
  })
  return outfile
}
