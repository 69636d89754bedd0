import { digestOfToken } from '#platform/auth/private-link.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { PersonalRecord } from '#platform/own-data/personal-data.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { findMeeting } from '../meeting-queries.ts'
import { listAgenda, listDays, type WrittenItem } from '../agenda-queries.ts'
import { refusalToRegister, type MeetingDay, type RegistrationRefusal } from '../meeting-rules.ts'
import { findPublishedMeeting, type PublishedMeeting } from '../published-queries.ts'
import { textsIn } from '../texts.ts'
import { meetingUrls } from '../urls.ts'
import { countStanding, findByToken, listOfContact, type Registration } from './registration-queries.ts'

export type RegisterView = {
  meeting: PublishedMeeting
  institution: InstitutionSummary
  days: readonly MeetingDay[]
  items: readonly WrittenItem[]
  /** Every seat is taken: who asks now waits. */
  full: boolean
  refusal: RegistrationRefusal | null
}

/** The form by which anybody asks to come; null: there is no such meeting. */
export async function viewRegister({ db, clock }: Services, lang: Lang, slug: string): Promise<RegisterView | null> {
  const meeting = await findPublishedMeeting(db, lang, slug)
  const institution = meeting && (await findInstitutionById(db, lang, meeting.institutionId))
  if (!meeting || !institution) return null
  const [days, items, counts] = await Promise.all([
    listDays(db, [meeting.id]),
    listAgenda(db, meeting.id),
    countStanding(db, meeting.id),
  ])
  const full = meeting.capacity !== null && counts.confirmed >= meeting.capacity
  const refusal = refusalToRegister(meeting, civilDateIn(meeting.zone, clock.now()))
  return { meeting, institution, days, items, full, refusal }
}

export type OwnRegistrationView = {
  own: Registration
  title: string
  slug: string
  institution: InstitutionSummary
  days: readonly MeetingDay[]
  refusal: RegistrationRefusal | null
}

/** By the private link; null for a link that opens nothing. */
export async function viewOwnRegistration(
  { db, clock }: Services,
  lang: Lang,
  token: string,
): Promise<OwnRegistrationView | null> {
  const own = await findByToken(db, digestOfToken(token))
  const meeting = own && (await findMeeting(db, own.meetingId))
  const institution = meeting && (await findInstitutionById(db, lang, meeting.institutionId))
  if (!own || !meeting || !institution || meeting.state === 'taken-down') return null
  const refusal = refusalToRegister(meeting, civilDateIn(meeting.zone, clock.now()))
  const title = (lang === 'en' && meeting.titleEn) || meeting.title
  return { own, title, slug: meeting.slug, institution, days: await listDays(db, [meeting.id]), refusal }
}

/** For the person themselves: all that is kept. */
export async function viewPersonalRegistrations(
  { db }: Services,
  lang: Lang,
  contactId: string,
): Promise<readonly PersonalRecord[]> {
  return (await listOfContact(db, lang, contactId)).map((one) => ({
    title: textsIn(lang).own.recordTitle(one.title),
    href: meetingUrls.one(one.slug),
    at: one.createdAt,
    institutionId: one.institutionId,
    data: {
      name: one.name,
      email: one.email,
      organisation: one.organisation,
      sector: one.sector,
      telephone: one.phone,
      speaks: one.speaks,
      point: one.itemTitle,
      needs: one.needs,
      state: one.state,
      attended: one.attended,
      at: one.createdAt,
    },
  }))
}
