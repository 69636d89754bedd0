import { build } from 'esbuild'
import { mendedDriver } from '../build/mended-driver.ts'

/** Built as the server is: what is measured is the program that people run, with its mended driver. */
export async function bundleBench(
  root: string,
  name: 'comment-speed' | 'text-speed' | 'search-speed' | 'desk-speed',
): Promise<string> {
  const outfile = `${root}/.build/bench/${name}.js`
  await build({
    absWorkingDir: root,
    entryPoints: [`tools/bench/${name}.ts`],
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
