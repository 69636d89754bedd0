import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from '../../bin/build.ts'
import { WHOLE_VARIABLE } from '../whole.ts'
import { passedTests } from './run-tests.ts'

const FOLDER = 'test/e2e'
/** A proof of its own. */
const APART = 'every-page.test.ts'

/** People's ways through the program in every variant: each language, both countries, with and without script. */
export async function prove(): Promise<string[]> {
  await build()
  const files = readdirSync(join(import.meta.dirname, '../e2e')).filter((name) => name.endsWith('.test.ts'))
  const chosen = files.filter((name) => name !== APART).map((name) => `${FOLDER}/${name}`)
  const passed = await passedTests(chosen, { [WHOLE_VARIABLE]: 'on' })
  return [`${chosen.length} files of ways through the program, in every variant: ${passed} tests passed`]
}
