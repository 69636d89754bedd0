import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { WHOLE_VARIABLE } from '../whole.ts'
import { passedTests } from './run-tests.ts'

/** From every version that was ever released to this one; `npm test` comes from the newest two. */
export async function prove(): Promise<string[]> {
  const dumps = readdirSync(join(import.meta.dirname, '../fixtures/upgrade')).filter((name) => name.endsWith('.gz'))
  const passed = await passedTests(['test/upgrade.test.ts'], { [WHOLE_VARIABLE]: 'on' })
  return [`${dumps.length} databases of earlier versions brought to this one: ${passed} tests passed`]
}
