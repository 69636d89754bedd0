import { randomUUID } from 'node:crypto'
import { clockUrls } from '#app/public/clocks/urls.ts'
import type { RoomPages } from './page.ts'
import { entered } from '../../ledger.ts'
import { termRecords } from '#platform/deadlines/terms/term-records.ts'

/** The rules of the law, a date of each kind by them, and what comes back to be mended. */
export const clockPages: RoomPages = async ({ db }) => {
  // What institutions have set stands on the page of the rule.
  await entered(
    db,
    termRecords,
    (tx) => tx`
      insert into platform.institution_terms (institution_id, rule_id, rule_version, kind, basis, from_on, set_at, form_id)
      select id, 'AL-LEGINIT', 1, 'confirmed', 'Urdhri i kryetarit nr. 3', '2026-01-01', now(), ${randomUUID()}
      from platform.institutions where slug = 'bregas' on conflict do nothing returning id`,
  )
  const rule = (id: string, query = '') => ({ path: clockUrls.rule(id) + query })
  return {
    anonymous: [
      { path: clockUrls.list() },
      { path: `${clockUrls.list()}?shteti=XK&gjendja=off` },
      { path: `${clockUrls.list()}?q=asgje-e-tille` },
      { path: clockUrls.compute() },
      { path: `${clockUrls.compute()}?rregulli=&data-day=31&data-month=2&data-year=2026`, status: 422 },
      rule('AL-FOI-ANSWER'),
      rule('AL-FOI-ANSWER', '?data=2026-11-20'),
      rule('AL-FOI-ANSWER', '?data=2026-11-20&institucioni=bregas'),
      rule('AL-CPA-DECIDE', '?data=2026-09-30'),
      rule('AL-CONS-MEETING', '?data=2026-12-15'),
      rule('AL-CPA-APPEAL-SIL', '?data=2026-12-02'),
      rule('AL-CPA-BRANCH', '?data=2026-10-23&ora=14:30'),
      rule('AL-CPA-OBJECTION', '?data=2026-11-20&afati=2'),
      rule('AL-LEGINIT'),
      rule('XK-FOI-ANSWER', '?data=2026-04-02'),
      rule('XK-FOI-URGENT', '?data=2026-11-20&ora=09:05&institucioni=fushas'),
      rule('XK-CONS-MUN', '?data=2026-11-20'),
      { ...rule('AL-FOI-ANSWER', '?data-day=31&data-month=11&data-year=2026'), status: 422 },
      { ...rule('AL-FOI-ANSWER', '?data=2026-11-20&institucioni=fushas'), status: 422 },
      { ...rule('AL-CPA-BRANCH', '?data=2026-11-20&ora=25:00'), status: 422 },
      { path: '/afatet/AL-NOTHING', status: 404 },
    ],
  }
}
