import { WHOLE_VARIABLE } from '../whole.ts'
import { passedTests } from './run-tests.ts'

/** Every holder of every right does what it gives; `npm test` lets some do it, others for other routes. */
export async function prove(): Promise<string[]> {
  const passed = await passedTests(['test/matrix'], { [WHOLE_VARIABLE]: 'on' })
  return [`each role at each route of each institution: ${passed} tests passed`]
}
