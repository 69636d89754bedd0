import type { Services } from '../services.ts'
import { hoursAfter } from '../time/clock.ts'
import { ownDataTextsIn, type RetentionName } from './own-data-texts.ts'
import type { RetentionRule } from './personal-data.ts'
import {
  countBodiesSentBefore,
  countLettersSentBefore,
  countOlder,
  countUnusedContacts,
  deleteOlder,
  deleteUnusedContacts,
  type Aging,
} from './retention-queries.ts'

const DAY = 24
const CONTACT_DAYS = 30

const wordsOf = (name: RetentionName): Pick<RetentionRule, 'what' | 'howLong' | 'basis'> => {
  const [sq, en] = [ownDataTextsIn('sq'), ownDataTextsIn('en')]
  return {
    what: { sq: sq.retention[name].what, en: en.retention[name].what },
    howLong: { sq: sq.retention[name].howLong, en: en.retention[name].howLong },
    basis: { sq: sq.ownTerm, en: en.ownTerm },
  }
}

const before = ({ clock }: Services, hours: number): Date => hoursAfter(clock.now(), -hours)

/** What another nightly job forgets already. */
const counted = (id: Aging, name: RetentionName, hours: number): RetentionRule => ({
  id,
  ...wordsOf(name),
  countDue: (services) => countOlder(services.db, id, before(services, hours)),
  forget: null,
})

const forgotten = (id: Aging, name: RetentionName, hours: number): RetentionRule => ({
  ...counted(id, name, hours),
  forget: (services) => deleteOlder(services.db, id, before(services, hours)),
})

/** What has no term, or one that is counted elsewhere. */
const kept = (id: string, name: RetentionName): RetentionRule => ({
  id,
  ...wordsOf(name),
  countDue: () => Promise.resolve(0),
  forget: null,
})

/** What the platform itself keeps about people, whatever the subject. */
export const platformRetention: readonly RetentionRule[] = [
  counted('auth.codes', 'codes', DAY),
  counted('auth.limits', 'limits', DAY),
  counted('auth.sessions', 'sessions', 30 * DAY),
  {
    id: 'mail.bodies',
    ...wordsOf('bodies'),
    countDue: (services) => countBodiesSentBefore(services.db, before(services, 7 * DAY)),
    forget: null,
  },
  {
    id: 'mail.letters',
    ...wordsOf('letters'),
    countDue: (services) => countLettersSentBefore(services.db, before(services, 90 * DAY)),
    forget: null,
  },
  kept('mail.legal', 'legal'),
  {
    id: 'contacts.unused',
    ...wordsOf('contacts'),
    countDue: (services) => countUnusedContacts(services.db, before(services, CONTACT_DAYS * DAY)),
    forget: (services) => deleteUnusedContacts(services.db, before(services, CONTACT_DAYS * DAY)),
  },
  forgotten('own-data.asks', 'asks', 7 * DAY),
  kept('auth.security-events', 'security'),
  // Each institution sets its own term; `people.forget-accesses` keeps to it.
  kept('auth.accesses', 'accesses'),
  kept('history.changes', 'history'),
]
