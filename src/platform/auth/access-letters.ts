import type { Lang } from '../i18n/language.ts'
import type { JobHandlers, Scheduled } from '../jobs/jobs.ts'
import { queueLetter } from '../mail/outbox.ts'
import type { PersonalData } from '../own-data/personal-data.ts'
import type { Services } from '../services.ts'
import { countAccessesDue, deleteAccessesDue } from './oversight-queries.ts'
import {
  deleteAccessLetters,
  forgetContactOfAccesses,
  insertAccessLetters,
  listAccessNews,
  listOwnAccesses,
  setToldTo,
  wantsAccessLetters,
} from './own-access-queries.ts'
import { en } from './texts.en.ts'
import { sq } from './texts.sq.ts'

/** The words of the letter: how many times somebody looked, and where to read which. */
export type AccessLetter = (lang: Lang, count: number, url: string) => { subject: string; body: string }

/** In the morning, when the day before is over and people read their mail. */
export const accessSchedule: readonly Scheduled[] = [
  { job: 'people.access-letters', at: '40 5 * * *' },
  { job: 'people.forget-accesses', at: '35 2 * * *' },
]

const AT_ONCE = 500

export const accessJobs = (services: Services, words: AccessLetter): JobHandlers => ({
  'people.access-letters': () => sendAccessLetters(services, words),
  'people.forget-accesses': async () => void (await forgetAccesses(services)),
})

/** One letter a day at most, to those who asked for it, when somebody has looked since the last one. */
export async function sendAccessLetters(services: Services, words: AccessLetter): Promise<void> {
  const { db, settings } = services
  let news = await listAccessNews(db, AT_ONCE)
  while (news.length > 0) {
    for (const { contactId, email, lang, newest, count } of news) {
      await db.begin(async (tx) => {
        // Told first: a letter that is written twice is worse than one that is not.
        if (!(await setToldTo(tx, contactId, newest))) return
        const letter = words(lang, count, settings.url)
        await queueLetter(tx, services, { institutionId: null, kind: 'digest', recipient: email, lang, ...letter })
      })
    }
    news = news.length < AT_ONCE ? [] : await listAccessNews(db, AT_ONCE)
  }
}

/** Whether a citizen gets a letter when somebody looks at their data. */
export async function setAccessLetters(services: Services, contactId: string, wanted: boolean): Promise<void> {
  const now = services.clock.now()
  await services.db.begin((tx) =>
    wanted ? insertAccessLetters(tx, contactId, now) : deleteAccessLetters(tx, contactId),
  )
}

async function forgetAccesses({ db, clock }: Services): Promise<number> {
  let all = 0
  for (let gone = await deleteAccessesDue(db, clock.now()); gone > 0; gone = await deleteAccessesDue(db, clock.now())) {
    all += gone
  }
  return all
}

const SHOWN = 500

/** What is kept of citizens here: who looked at their data, and whether they want to be told. */
export const accessRetention: PersonalData = {
  ofContact: async ({ db }, lang, contactId) => {
    const accesses = await listOwnAccesses(db, lang, contactId, { before: null, limit: SHOWN })
    const letters = await wantsAccessLetters(db, contactId)
    return accesses.map(({ at, post, institution, subject, what }) => ({
      title: [institution, post].filter(Boolean).join(', '),
      href: '/llogaria/kush-i-pa',
      at,
      data: { kind: 'access', at: at.toISOString(), institution, post, record: subject, what, letters },
    }))
  },
  linksOf: async () => [],
  erase: async (tx, _services, contactId) => {
    await deleteAccessLetters(tx, contactId)
    return forgetContactOfAccesses(tx, contactId)
  },
  retention: [
    {
      id: 'people.accesses',
      what: { sq: sq.accessLog.what, en: en.accessLog.what },
      howLong: { sq: sq.accessLog.howLong, en: en.accessLog.howLong },
      basis: { sq: sq.accessLog.basis, en: en.accessLog.basis },
      countDue: ({ db, clock }) => countAccessesDue(db, clock.now()),
      forget: null,
    },
  ],
}
