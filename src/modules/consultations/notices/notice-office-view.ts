import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Door } from '#platform/door.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import { wordsOf, type InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { viewLinks, type LinkedRecord } from '#platform/links/links-view.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { clockOf } from '../closing/closing-rules.ts'
import { viewDraft, type DraftView } from '../drafting/draft-view.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'
import { listInvitable, listInvitations, listInvitingEvents } from './invitation-queries.ts'
import type { Invitable, SentInvitation, ToldEvent } from './invitation-queries.ts'
import {
  findNoticeWords,
  listCoLeaders,
  listPartners,
  listPostings,
  listStages,
  type CoLeader,
  type Posting,
  type StageLink,
  type StoredWords,
} from './notice-queries.ts'
import { viewMeetings } from './notice-view.ts'
import { missingOf, NO_WORDS, type Missing } from './notice-rules.ts'

export type NoticeOfficeView = {
  draft: DraftView
  institution: InstitutionSummary
  words: StoredWords | null
  missing: Missing[]
  coLeaders: CoLeader[]
  partners: { id: string; name: string }[]
  postings: Posting[]
  stages: StageLink[]
  /** It can still change: not cancelled, not of the past. */
  open: boolean
  today: string
}

/** What the office keeps of the notice of one consultation. Null: not there, or of others. */
export async function viewNoticeOffice(
  services: Services,
  official: Official,
  lang: Lang,
  id: string,
): Promise<NoticeOfficeView | null> {
  const draft = await viewDraft(services, official, lang, id)
  if (!draft) return null
  const { db, clock } = services
  const { institutionId, zone, state, history } = draft.consultation
  const [institution, words, coLeaders, partners, postings, stages] = await Promise.all([
    findInstitutionById(db, lang, institutionId),
    findNoticeWords(db, id),
    listCoLeaders(db, lang, id),
    listPartners(db, lang, institutionId),
    listPostings(db, id),
    listStages(db, lang, id, false),
  ])
  if (!institution) return null
  const missing = missingOf({ ...draft.consultation, words: words ?? NO_WORDS })
  const open = draft.mayWrite && !history && (state === 'draft' || state === 'published')
  const today = civilDateIn(zone, clock.now())
  return { draft, institution, words, missing, coLeaders, partners, postings, stages, open, today }
}

/** What the notice of a draft lacks, for the page on which it is published. */
export async function missingOfDraft({ db }: Services, { consultation }: DraftView): Promise<Missing[]> {
  return missingOf({ ...consultation, words: (await findNoticeWords(db, consultation.id)) ?? NO_WORDS })
}

export type SheetField = { name: string; label: string; words: string }
export type SheetView = { draft: DraftView; register: string; fields: SheetField[]; plain: string }

/** Every field of the state's register as far as it is known, ready to copy. */
export async function viewSheet(
  services: Services,
  doors: readonly Door[],
  official: Official,
  lang: Lang,
  id: string,
): Promise<SheetView | null> {
  const office = await viewNoticeOffice(services, official, lang, id)
  if (!office) return null
  const [meetings, links] = await Promise.all([
    viewMeetings(services, doors, lang, id),
    viewLinks(services, doors, lang, clockOf(id).subject, { public: true }),
  ])
  const t = textsIn(lang).notices.sheet
  const said = { ...sheetWords(lang, office, services.settings.url), meeting: meetingWords(lang, meetings) }
  const words: Record<keyof typeof t.fields, string> = { ...said, links: linkWords(lang, links, services.settings.url) }
  const names = Object.keys(t.fields) as (keyof typeof t.fields)[]
  const fields = names.map((name) => ({ name, label: t.fields[name], words: words[name] }))
  const register = wordsOf(office.institution.jurisdiction, lang).consultationRegister
  const plain = fields.map((one) => `${one.label}\n${one.words || `(${t.empty})`}`).join('\n\n')
  return { draft: office.draft, register, fields, plain }
}

function sheetWords(lang: Lang, { draft, words, coLeaders }: NoticeOfficeView, url: string) {
  const texts = textsIn(lang)
  const { consultation: c, documents } = draft
  const page = c.slug ? url + inLanguage(lang, consultationUrls.one(c.slug)) : ''
  const t = texts.notices.notice
  const day = (date: string | null) => (date ? formatDate(lang, date) : '')
  return {
    title: c.title,
    body: c.institutionName,
    leads: coLeaders.map(({ name }) => name).join(', '),
    kind: texts.actKinds[c.actKind],
    text: page && c.textId ? `${page}#teksti` : '',
    report: documents.map(({ title }) => title).join('\n'),
    reasons: words?.reasons ?? '',
    effect: words?.effect ?? '',
    notice: c.publishedAt ? day(civilDateIn(c.zone, c.publishedAt)) : '',
    deadline: day(c.closesOn),
    ways: [page && `${t.online} ${page}`, t.byMail(c.contactEmail), t.byPaper].filter(Boolean).join('\n'),
    contact: c.contactEmail,
    comments: c.slug ? `${url}${inLanguage(lang, consultationUrls.comments(c.slug))} (${c.comments})` : '',
  }
}

const meetingWords = (lang: Lang, meetings: readonly { title: string; day: string | null }[]): string =>
  meetings.map(({ title, day }) => (day ? `${title}, ${formatDate(lang, day)}` : title)).join('\n')

const linkWords = (lang: Lang, links: readonly LinkedRecord[], url: string): string =>
  links
    .map(({ words, subject }) => `${words}: ${subject.title} ${url}${inLanguage(lang, subject.publicHref ?? '')}`)
    .join('\n')

export type InviteView = {
  draft: DraftView
  events: ToldEvent[]
  /** The event asked for, or the newest. */
  event: ToldEvent | null
  invitable: Invitable[]
  sent: SentInvitation[]
  mayInvite: boolean
}

const SENT_SHOWN = 500

/** Whom a consultation's coordinator may write to, and who was written to. */
export async function viewInvitations(
  services: Services,
  official: Official,
  lang: Lang,
  id: string,
  wanted: string,
): Promise<InviteView | null> {
  const draft = isUuid(id) ? await viewDraft(services, official, lang, id) : null
  if (!draft) return null
  const { db, clock } = services
  const { institutionId, zone } = draft.consultation
  const events = await listInvitingEvents(db, id)
  const event = events.find((one) => one.id === wanted) ?? events[0] ?? null
  const today = civilDateIn(zone, clock.now())
  const [invitable, sent] = await Promise.all([
    listInvitable(db, { consultationId: id, institutionId, eventId: event?.id ?? null, today }),
    listInvitations(db, id, SENT_SHOWN),
  ])
  const mayInvite = draft.mayPublish && mayIn(official, ['consultation-coordinator'], institutionId)
  return { draft, events, event, invitable, sent, mayInvite }
}
