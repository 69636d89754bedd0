import { WHOLE_VARIABLE } from '../whole.ts'
import { passedTests } from './run-tests.ts'

/** A consultation of 300 comments from plan to report, played in both countries; `npm test` plays it in one. */
export async function prove(): Promise<string[]> {
  const passed = await passedTests(['test/whole-consultation.test.ts'], { [WHOLE_VARIABLE]: 'on' })
  return [`300 comments over all channels in each of two countries: ${passed} tests passed`]
}
