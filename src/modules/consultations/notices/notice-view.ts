import type { Door } from '#platform/door.ts'
import { formatDate, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { viewLinks } from '#platform/links/links-view.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { CONSULTATION_KIND } from '../closing/closing-rules.ts'
import { findPublished, type PublishedConsultation } from '../consultation-queries.ts'
import { phaseAt, type Phase } from '../consultation-rules.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'
import { viewNoticeParts, type NoticeParts } from './notice-parts-view.ts'
import {
  countInvited,
  findNames,
  listPostings,
  type InvitedCount,
  type NamesOverTime,
  type Posting,
} from './notice-queries.ts'
import { standingOfPosting, type PostingStanding } from './notice-rules.ts'

const MEETING = 'meetings.meeting:'

export type NoticeMeeting = { title: string; href: string; day: string | null }

/** All that the notice says, out of the record: nothing is typed twice. */
export type NoticeView = NoticeParts & {
  consultation: PublishedConsultation
  institution: InstitutionSummary
  phase: Phase
  names: NamesOverTime
  number: string
  postings: Posting[]
  invited: InvitedCount[]
  meetings: NoticeMeeting[]
  posting: PostingStanding
  /** Where it stands, whole. */
  url: string
  /** For a message to neighbours: as text. */
  plain: string
}

/** Null for what is not public, or is history without a notice. */
export async function viewNotice(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  slug: string,
): Promise<NoticeView | null> {
  const { db, clock, settings } = services
  const consultation = await findPublished(db, lang, slug)
  if (!consultation || consultation.history) return null
  const { id, institutionId, zone, publishedAt } = consultation
  const [published, today] = [civilDateIn(zone, publishedAt), civilDateIn(zone, clock.now())]
  const [institution, parts, names, postings, invited, meetings] = await Promise.all([
    findInstitutionById(db, lang, institutionId),
    viewNoticeParts(db, lang, consultation),
    findNames(db, lang, institutionId, published, today),
    listPostings(db, id),
    countInvited(db, id),
    viewMeetings(services, doors, lang, id),
  ])
  if (!institution) return null
  const view = {
    ...parts,
    consultation,
    institution,
    phase: phaseAt(consultation, clock.now()),
    names,
    number: `${consultation.registerNumber}/${consultation.registerYear}`,
    postings,
    invited,
    meetings,
    posting: standingOfPosting(consultation.officialPostedOn, published),
    url: settings.url + inLanguage(lang, consultationUrls.one(slug)),
  }
  return { ...view, plain: plainNotice(lang, view) }
}

/** What is about this consultation and takes place on a day. */
export async function viewMeetings(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  id: string,
): Promise<NoticeMeeting[]> {
  const links = await viewLinks(services, doors, lang, refOf(CONSULTATION_KIND, id), { public: true })
  return links.flatMap(({ subject }) =>
    subject.ref.startsWith(MEETING) && subject.publicHref
      ? [{ title: subject.title, href: subject.publicHref, day: subject.day ?? null }]
      : [],
  )
}

/** Until when, as the notice says it. */
export function deadlineWords(
  lang: Lang,
  { consultation, phase }: Pick<NoticeView, 'consultation' | 'phase'>,
): string[] {
  const t = textsIn(lang).notices.notice
  const { opensOn, closesOn, cancelReason } = consultation
  if (phase === 'cancelled') return [t.cancelled(cancelReason ?? '')]
  const closes = closesOn ? [(phase === 'closed' ? t.closed : t.until)(formatDate(lang, closesOn))] : []
  return phase === 'announced' && opensOn ? [t.from(formatDate(lang, opensOn)), ...closes] : closes
}

/** Short enough for a message, whole enough to be understood without opening the link. */
function plainNotice(lang: Lang, view: Omit<NoticeView, 'plain'>): string {
  const t = textsIn(lang).notices.notice
  const { consultation, names, coLeaders, meetings, url } = view
  const kind = consultation.stage === 'preliminary' ? t.priorTitle : t.title
  const lead = [names.now, ...coLeaders.map(({ name }) => name)].join(', ')
  const met = meetings.map(({ title, day }) => (day ? `${title}: ${formatDate(lang, day)}` : title))
  return [
    `${kind}: ${consultation.title}`,
    `${lead}. ${t.number(view.number)}.`,
    ...deadlineWords(lang, view),
    ...(met.length > 0 ? [`${t.meetings}: ${met.join('; ')}.`] : []),
    url,
  ].join('\n')
}

/** What its page says in sentences. */
export type NoticeLines = { deadline: string[]; invited: string[]; postings: string[] }

export function linesOf(lang: Lang, view: NoticeView): NoticeLines {
  const t = textsIn(lang).notices
  return {
    deadline: deadlineWords(lang, view),
    invited: view.invited.map(({ kind, count }) => t.notice.invitedCount(t.senders[kind], formatNumber(count))),
    postings: view.postings.map(({ place, postedOn, takenDownOn }) => {
      const from = formatDate(lang, postedOn)
      return takenDownOn
        ? t.notice.postedUntil(place, from, formatDate(lang, takenDownOn))
        : t.notice.posted(place, from)
    }),
  }
}
