import { ID, MOMENT, type QuerySamples } from '#test/query-samples.ts'
import type * as queries from './personal-case-queries.ts'

export const samples = {
  listPersonalCases: [[ID]],
  findPersonalCase: [[ID]],
  holdPersonalCases: [[ID]],
  holdPersonalCase: [[ID]],
  eraseCase: [[ID, MOMENT]],
  deleteLettersAbout: [[ID]],
  forgetMailsOf: [[ID]],
  deleteUncounted: [[ID]],
  renameSender: [[ID, 'Arta Shembull', null]],
  countUnconfirmedCases: [[MOMENT]],
} satisfies QuerySamples<typeof queries>
