import { newPrivateLink } from '../auth/private-link.ts'
import type { Queryable, Transaction } from '../db/database.ts'
import type { ChangedBy } from '../history/record-change.ts'
import type { InEveryLanguage, Lang } from '../i18n/language.ts'
import type { OwnLink, PersonalData, PersonalRecord, RetentionRule } from '../own-data/personal-data.ts'
import type { Services } from '../services.ts'
import { readRef } from '../subjects/subject-rules.ts'
import { countDueRegistrations, forgetRegistrations } from './forget-registrations.ts'
import type { RegistrationHolder } from './registration-holder.ts'
import { deleteOfContact, listOfContact, renameOfContact, setToken, type Registration } from './registration-queries.ts'
import { textsIn } from './registration-texts.ts'
import { fillSeats, noteUnregistered } from './settle-registration.ts'
import { registrationUrls } from './urls.ts'

/** What a module keeps of those who asked to come to its records, for its door. */
export const personalRegistrations = (holder: RegistrationHolder): PersonalData => ({
  ofContact: (services, lang, contactId) => recordsOf(services, holder, lang, contactId),
  linksOf: (tx, _services, lang, contactId) => newLinksOf(tx, holder, lang, contactId),
  erase: (tx, services, contactId, by) => eraseRegistrationsOf(tx, services, holder, { contactId, by }),
  rename: (tx, _services, contactId, name) => renameOfContact(tx, holder.kind, { contactId, name }),
  retention: [registrationRetention(holder)],
})

const wordsOf = (words: (of: ReturnType<typeof textsIn>) => string): InEveryLanguage<string> => ({
  sq: words(textsIn('sq')),
  en: words(textsIn('en')),
})

export const registrationRetention = (holder: RegistrationHolder): RetentionRule => ({
  id: `${holder.kind.split('.')[0]}.registrations`,
  what: holder.what,
  howLong: wordsOf((t) => t.retention.howLong),
  basis: wordsOf((t) => t.retention.basis),
  countDue: (services) => countDueRegistrations(services, holder),
  forget: (services) => forgetRegistrations(services, holder),
})

type Named = Registration & { gathering: string; path: string | null }

async function namedOf(
  db: Queryable,
  holder: RegistrationHolder,
  lang: Lang,
  contactId: string,
): Promise<readonly Named[]> {
  const own = await listOfContact(db, holder.kind, contactId)
  const idOf = ({ subject }: Registration) => readRef(subject)?.id ?? ''
  const names = await holder.names(db, lang, [...new Set(own.map(idOf))])
  return own.map((one) => ({
    ...one,
    gathering: names.get(idOf(one))?.name ?? '',
    path: names.get(idOf(one))?.path ?? null,
  }))
}

/** For the person themselves: all that is kept. */
async function recordsOf(
  { db }: Services,
  holder: RegistrationHolder,
  lang: Lang,
  contactId: string,
): Promise<readonly PersonalRecord[]> {
  return (await namedOf(db, holder, lang, contactId)).map((one) => ({
    title: textsIn(lang).own.recordTitle(one.gathering),
    href: one.path,
    at: one.createdAt,
    institutionId: one.institutionId,
    data: {
      name: one.name,
      email: one.email,
      organisation: one.organisation,
      sector: one.sector,
      telephone: one.phone,
      speaks: one.speaks,
      point: one.itemId,
      needs: one.needs,
      state: one.state,
      attended: one.attended,
      at: one.createdAt,
    },
  }))
}

/** A new link for each registration; those in older letters end. */
async function newLinksOf(
  tx: Transaction,
  holder: RegistrationHolder,
  lang: Lang,
  contactId: string,
): Promise<readonly OwnLink[]> {
  const links: OwnLink[] = []
  for (const { id, gathering, state } of await namedOf(tx, holder, lang, contactId)) {
    if (state === 'withdrawn') continue
    const link = newPrivateLink()
    await setToken(tx, id, link.digest)
    links.push({ title: textsIn(lang).own.recordTitle(gathering), href: registrationUrls.one(link.token) })
  }
  return links
}

/** Nothing of a registration is public, so nothing of it stays; who waits moves up. */
export async function eraseRegistrationsOf(
  tx: Transaction,
  services: Services,
  holder: RegistrationHolder,
  { contactId, by }: { contactId: string; by: ChangedBy },
): Promise<number> {
  const at = services.clock.now()
  const subjects = [
    ...new Set((await listOfContact(tx, holder.kind, contactId)).map(({ subject }) => subject)),
  ].toSorted()
  const held = []
  for (const subject of subjects)
    held.push({ subject, gathering: await holder.hold(tx, at, readRef(subject)?.id ?? '') })
  const count = await deleteOfContact(tx, holder.kind, contactId)
  for (const { subject, gathering } of held) {
    if (!gathering) continue
    await noteUnregistered(tx, gathering, subject, { by, at })
    await fillSeats(tx, services, gathering, subject)
  }
  return count
}
