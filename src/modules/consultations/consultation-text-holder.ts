import type { Transaction } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import type { DescribedAnchor, OfficeTextRecord, PublishedVersion, TextHolder } from '#platform/texts/text-holder.ts'
import { placeComments } from './comments/place-comments.ts'
import { insertConsultationEvent, raiseVersion, setText } from './drafting/draft-queries.ts'
import { publishEffects } from './effects/publish-effects.ts'
import { effectUrls } from './effects/urls.ts'
import { tellOfConsultation } from './following/tell-consultation.ts'
import { enterConsultation } from './ledger/consultation-records.ts'
import { consultationPermissions as may } from './permissions.ts'
import { byAccount, recordOfConsultation } from './record-history.ts'
import {
  findPublicTextRecord,
  findSlugByNumber,
  findTextRecord,
  holdTextRecord,
  listCommentAnchors,
  listCommentExcerpts,
  listTextRecords,
  type TextRecordRow,
} from './text-record-queries.ts'
import { noticeUrls } from './notices/urls.ts'
import { textsIn } from './texts.ts'
import { consultationUrls, ELI_TYPE, officePlanUrls, officeUrls } from './urls.ts'

const KIND = 'consultations.consultation'

/** What a consultation lends to the rooms of texts: its text has versions, and comments hang on them. */
export const consultationTexts: TextHolder = {
  kind: KIND,
  eliType: ELI_TYPE,
  aknType: 'bill',
  urls: {
    record: consultationUrls.one,
    article: consultationUrls.article,
    list: consultationUrls.list,
    because: effectUrls.public,
    office: officeUrls.consultation,
    officeText: officeUrls.text,
  },
  words: (lang) => ({ list: textsIn(lang).office.consultationsTitle, text: textsIn(lang).office.overview }),
  readers: may['consultations.read'],
  writers: may['consultations.write'],
  publishers: may['consultations.publish'],
  findPublic: findPublicTextRecord,
  findByNumber: findSlugByNumber,
  findForOffice: async (db, lang, id) => officeRecord(lang, await findTextRecord(db, id)),
  listForOffice: async (db, lang, textIds) =>
    (await listTextRecords(db, textIds)).flatMap((row) => officeRecord(lang, row) ?? []),
  hold: async (tx, id) => officeRecord('sq', await holdTextRecord(tx, id)),
  take: (tx, { id, textId, at }) => setText(tx, id, textId, at),
  note: (tx, note) => recordOfConsultation(tx, note),
  published: enterRedraft,
  listAnchors: (db, versionId, after, limit) =>
    listCommentAnchors(db, versionId, after === null ? null : idOf(after), limit),
  placed: placeComments,
  describeAnchors: async (db, lang, subjects) =>
    (await listCommentExcerpts(db, subjects.map(idOf))).map((comment): DescribedAnchor => {
      const { code, slug, excerpt } = comment
      const name = `${textsIn(lang).subjects.comment} ${code ?? ''}`.trim()
      return {
        subject: refOf('consultations.comment', comment.id),
        excerpt: excerpt ?? name,
        href: comment.public && slug && code ? consultationUrls.comment(slug, code) : officeUrls.comment(comment.id),
        public: comment.public,
        label: comment.articleLabel,
        quote: comment.quote,
      }
    }),
}

const idOf = (subject: string): string => subject.slice(subject.indexOf(':') + 1)

function officeRecord(lang: Lang, row: TextRecordRow | null): OfficeTextRecord | null {
  if (!row) return null
  const { id, institutionId, title, zone, slug, textId, closesAt } = row
  const open = row.state === 'published' && !row.history
  return {
    id,
    subject: refOf(KIND, id),
    institutionId,
    title,
    zone,
    slug,
    textId,
    stage: row.state === 'draft' ? 'draft' : open ? 'open' : 'final',
    openUntil: closesAt,
    tabs: tabsOf(lang, row),
  }
}

/** The parts of a consultation in the office, as on its overview. */
function tabsOf(lang: Lang, { id, slug, waiting, history }: TextRecordRow): OfficeTextRecord['tabs'] {
  const t = textsIn(lang).office
  const plan = { href: officePlanUrls.ofConsultation(id), label: textsIn(lang).plans.one }
  const text = history
    ? []
    : [
        { href: officeUrls.text(id), label: t.textTitle },
        { href: officeUrls.questions(id), label: textsIn(lang).questions.office.title },
        ...(slug ? [{ href: effectUrls.office(id), label: textsIn(lang).effects.office.tab }] : []),
      ]
  const published = slug
    ? [
        {
          href: `${officeUrls.comments()}?konsultimi=${id}`,
          label: t.seeComments + (waiting > 0 ? ` (${waiting})` : ''),
        },
        { href: officeUrls.entries(id), label: textsIn(lang).entry.list.title },
        { href: consultationUrls.one(slug), label: t.seePublic },
      ]
    : []
  const notice = history ? [] : [{ href: noticeUrls.office(id), label: textsIn(lang).notices.office.title }]
  return [{ href: officeUrls.consultation(id), label: t.overview }, plan, ...text, ...notice, ...published]
}

/** Everybody reads that the text was written anew, and why: the summary is the reason. */
async function enterRedraft(
  tx: Transaction,
  services: Services,
  { record, versionId, n, summary, summaryEn, by, at }: PublishedVersion,
): Promise<void> {
  const { id, institutionId } = record
  const version = await raiseVersion(tx, id, at)
  const event = { institutionId, consultationId: id, kind: 'redrafted', version, at, by: by.accountId } as const
  await insertConsultationEvent(tx, { ...event, reason: summary, reasonEn: summaryEn })
  const fields = [{ field: 'version', from: null, to: String(n) }]
  const change = { institutionId, id, kind: 'redrafted', by: byAccount(by.accountId), at, reason: summary, fields }
  await recordOfConsultation(tx, change)
  await tellOfConsultation(tx, { id, institutionId, kind: 'redrafted', at, facts: { version: n } })
  await publishEffects(tx, services, { versionId, n, by: byAccount(by.accountId), at })
  await enterConsultation(tx, services, id)
}
