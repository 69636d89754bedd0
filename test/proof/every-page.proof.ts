import { build } from '../../bin/build.ts'
import { WHOLE_VARIABLE } from '../whole.ts'
import { passedTests } from './run-tests.ts'

/** Every page by each of the people who see it, twice as large and with twice the letters where everyone reads. */
export async function prove(): Promise<string[]> {
  await build()
  const passed = await passedTests(['test/e2e/every-page.test.ts'], { [WHOLE_VARIABLE]: 'on' })
  return [`every page by each of its viewers, closely: ${passed} tests passed`]
}
