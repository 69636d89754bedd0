import { randomUUID } from 'node:crypto'
import type { Services } from '#platform/services.ts'
import { dayInputs } from '../drafting/draft-form.ts'
import { findForOffice } from '../drafting/draft-queries.ts'
import { givenConsultation, type GivenConsultation } from '../testing.ts'
import { NOTICE_RULE } from './closing-rules.ts'

/** Help for tests of closing days. Only tests import this. */

/**
 * Counted by hand from Sunday 22 November 2026, the day of the tests. Off besides weekends: 23 November (for the 22nd), 30
 * November and 1 December (for the 28th and 29th), 8 and 25 December, 1 and 4 January (for the 2nd).
 */
export const LEAST = '2026-12-24'
export const DAY_BEFORE_LEAST = '2026-12-23'
export const MOST = '2027-01-26'
export const DAY_AFTER_MOST = '2027-01-27'

/** Public today by law 146/2014, until the least day. */
export const givenByLaw = (services: Services): Promise<GivenConsultation> =>
  givenConsultation(services, { basisRule: NOTICE_RULE, opens: 0, closesOn: null })

/** The form of an extension, as a browser sends it. */
export async function extensionFields(
  { db }: Services,
  id: string,
  newDay: string,
  changes: Record<string, string> = {},
): Promise<Record<string, string>> {
  const row = await findForOffice(db, 'sq', id)
  return {
    ...dayInputs('mbyllet', newDay),
    ...dayInputs('vendosur', '2026-11-20'),
    vendimi: '112',
    arsyeja: 'Shoqatat kërkuan më shumë kohë.',
    versioni: String(row?.version),
    dergesa: randomUUID(),
    ...changes,
  }
}
