import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { mendedDriver } from './mended-driver.ts'

/** The server ends a connection that is held, as a transaction holds one; its holder asks once more, a moment later. */
const PROGRAM = `
import postgres from 'postgres'
const db = postgres(process.argv[2], { max: 2, onnotice: () => {} })
const other = postgres(process.argv[2], { max: 1, onnotice: () => {} })
const said = []
const held = await db.reserve()
const [{ pid }] = await held\`select pg_backend_pid() as pid\`
await other\`select pg_terminate_backend(\${pid})\`
await new Promise((resolve) => setTimeout(resolve, 300))
await held\`select 1\`.catch((error) => said.push(error.code ?? error.message))
for (let n = 0; n < 6; n++) said.push((await db\`select \${n}::int as n\`)[0].n)
console.log(JSON.stringify(said))
process.exit(0)
`

let folder: string
// Inside the repository, so that the packages are found from there.
beforeAll(async () => {
  folder = await mkdtemp(join(import.meta.dirname, '../../.build/driver-'))
  await writeFile(join(folder, 'program.mjs'), PROGRAM)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const run = async (plugins: NonNullable<Parameters<typeof build>[0]['plugins']>) => {
  const outfile = join(folder, `${plugins.length}.mjs`)
  const entry = join(folder, 'program.mjs')
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    plugins,
  })
  const db = await testDatabase()
  return promisify(execFile)(process.execPath, [outfile, db.url], { timeout: 60_000 }).then(
    ({ stdout }) => stdout.trim(),
    (error: { stderr: string }) => error.stderr,
  )
}

it(
  'a connection that dies in the hand of its holder fails what is asked of it, and the pool goes on',
  { timeout: 90_000 },
  async () => {
    const [code, ...others]: unknown[] = JSON.parse(await run([mendedDriver]))
    expect(code).toMatch(/CONNECTION_CLOSED|57P01/)
    expect(others).toEqual([0, 1, 2, 3, 4, 5])
  },
)

it('is needed as long as the driver of the package ends the process', { timeout: 90_000 }, async () => {
  expect(await run([])).toContain("reading 'write'")
})
