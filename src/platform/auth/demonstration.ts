import type { Lang } from '../i18n/language.ts'
import type { Services } from '../services.ts'
import { isDemonstrationPerson, listDemonstrationPeople, type DemonstrationPerson } from './demonstration-queries.ts'
import { insertSecurityEvent } from './security-event-queries.ts'
import type { SessionGrant } from './session-cookie.ts'
import { closeSession } from './session-queries.ts'
import { ownerOf, startSession } from './sessions.ts'
import type { Visitor } from './visitor.ts'

/** Nobody outside demonstration mode, whoever may stand in the database. */
export async function demonstrationPeople({ db, settings }: Services, lang: Lang): Promise<DemonstrationPerson[]> {
  return settings.demo ? listDemonstrationPeople(db, lang) : []
}

/**
 * Level 2 at the press of a button, for invented people on an installation that says so on every page. Null unless
 * demonstration mode is on and the account is one of them.
 */
export async function signInAsDemonstrationPerson(
  { db, clock, settings }: Services,
  accountId: string,
  browser: { agent: string; before: Visitor | null },
): Promise<SessionGrant | null> {
  if (!settings.demo) return null
  const now = clock.now()
  return db.begin(async (tx) => {
    if (!(await isDemonstrationPerson(tx, accountId))) return null
    const { agent, before } = browser
    if (before) await closeSession(tx, ownerOf(before), before.sessionId, now)
    await insertSecurityEvent(tx, { at: now, kind: 'signed-in', accountId, details: 'demonstration' })
    return startSession(tx, { owner: { accountId }, level: 2, agent, means: 'demonstration' }, now)
  })
}
