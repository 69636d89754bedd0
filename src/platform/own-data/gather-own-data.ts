import type { Door } from '../door.ts'
import type { Lang } from '../i18n/language.ts'
import type { Services } from '../services.ts'
import { listConsents, type Consent } from './consent-queries.ts'
import {
  countAccessesTo,
  countLegalLettersTo,
  findContact,
  listLettersTo,
  listSessionsOf,
  type Contact,
  type OwnLetter,
  type OwnSession,
} from './own-data-queries.ts'
import type { PersonalRecord } from './personal-data.ts'

/** All that is kept about one person. */
export type OwnData = {
  contact: Contact
  /** By the door that keeps them. */
  records: readonly PersonalRecord[]
  letters: readonly OwnLetter[]
  /** Letters of theirs that stay when all else is erased. */
  legalLetters: number
  consents: readonly Consent[]
  sessions: readonly OwnSession[]
  /** How often an official looked at what is theirs; read one by one on a page of its own. */
  accesses: number
}

export async function gatherOwnData(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  contactId: string,
): Promise<OwnData | null> {
  const { db } = services
  const contact = await findContact(db, contactId)
  if (!contact) return null
  const [records, letters, legalLetters, consents, sessions, accesses] = await Promise.all([
    recordsOf(services, doors, lang, contactId),
    listLettersTo(db, lang, contact.email),
    countLegalLettersTo(db, contact.email),
    listConsents(db, contactId),
    listSessionsOf(db, contactId),
    countAccessesTo(db, contactId),
  ])
  return { contact, records, letters, legalLetters, consents, sessions, accesses }
}

export async function recordsOf(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  contactId: string,
): Promise<readonly PersonalRecord[]> {
  const sources = doors.flatMap(({ search }) => search ?? [])
  const found = await Promise.all(
    doors.map((door) => door.personalData?.ofContact(services, lang, contactId, sources) ?? Promise.resolve([])),
  )
  return found.flat().toSorted((one, other) => other.at.getTime() - one.at.getTime())
}

/** The same as data, for the file that people take along. */
export const ownDataAsData = (data: OwnData, url: string) => ({
  contact: {
    email: data.contact.email,
    lang: data.contact.lang,
    since: data.contact.createdAt,
    confirmedAt: data.contact.confirmedAt,
  },
  records: data.records.map(({ title, href, at, data: kept }) => ({
    title,
    url: href === null ? null : url + href,
    at,
    ...kept,
  })),
  letters: data.letters.map(({ institution, subject, state, createdAt, sentAt }) => ({
    institution,
    subject,
    state,
    createdAt,
    sentAt,
  })),
  consents: data.consents.map(({ what, subject, wordsVersion, givenAt, withdrawnAt }) => ({
    what,
    subject,
    wordsVersion,
    givenAt,
    withdrawnAt,
  })),
  signIns: data.sessions,
  accessesByOfficials: data.accesses,
})
