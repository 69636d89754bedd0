import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { findEntriesOfRecord, type RecordEntriesView } from '#platform/ledger/record-entries-view.ts'
import type { Services } from '#platform/services.ts'
import type { WordPiece } from '#platform/texts/compare/comparison.ts'
import { diffWords } from '#platform/texts/compare/word-diff-rules.ts'
import { findPublished, type PublishedConsultation } from '../consultation-queries.ts'
import { consultationUrls } from '../urls.ts'
import {
  findPublicGroup,
  listPublicGroupsOf,
  listPublicMembers,
  type PublicGroup,
  type PublicMember,
} from './public-group-queries.ts'

const GROUPS_PER_PAGE = 50
const MEMBERS_PER_PAGE = 100

type Common = { consultation: PublishedConsultation; institution: InstitutionSummary }

export type PublicGroupsView = Common & { groups: PublicGroup[]; next: string | null; paged: boolean }

export async function viewPublicGroups(
  services: Services,
  lang: Lang,
  slug: string,
  after: string,
): Promise<PublicGroupsView | null> {
  const both = await findBoth(services, lang, slug)
  if (!both) return null
  const [, number, id] = /^(\d{1,9})\.([0-9a-f-]{36})$/.exec(after) ?? []
  const cursor = number !== undefined && id !== undefined ? { number: Number(number), id } : null
  const listed = await listPublicGroupsOf(services.db, both.consultation.id, cursor, GROUPS_PER_PAGE + 1)
  const groups = listed.slice(0, GROUPS_PER_PAGE)
  const last = listed.length > GROUPS_PER_PAGE ? groups.at(-1) : undefined
  return { ...both, groups, next: last ? `${last.number}.${last.id}` : null, paged: cursor !== null }
}

export type ShownMember = PublicMember & { pieces: readonly WordPiece[] | null }

export type PublicGroupView = Common & {
  group: PublicGroup
  members: ShownMember[]
  next: string | null
  paged: boolean
  entries: RecordEntriesView | null
}

/** With its members and what each says otherwise than the sample. */
export async function viewPublicGroup(
  services: Services,
  lang: Lang,
  slug: string,
  asked: { code: string; after: string },
): Promise<PublicGroupView | null> {
  const both = await findBoth(services, lang, slug)
  const group = both && (await findPublicGroup(services.db, both.consultation.id, asked.code))
  if (!both || !group) return null
  const after = /^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/.test(asked.after) ? asked.after : null
  const [listed, entries] = await Promise.all([
    group.state === 'confirmed' ? listPublicMembers(services.db, group.id, after, MEMBERS_PER_PAGE + 1) : [],
    findEntriesOfRecord(services.db, `consultations.comment-group:${group.id}`),
  ])
  const members = listed.slice(0, MEMBERS_PER_PAGE)
  const { sampleWords } = group
  return {
    ...both,
    group,
    members: members.map((one) => ({
      ...one,
      pieces: one.words === null || sampleWords === null ? null : diffWords(sampleWords, one.words),
    })),
    next: listed.length > MEMBERS_PER_PAGE ? (members.at(-1)?.code ?? null) : null,
    paged: after !== null,
    entries,
  }
}

async function findBoth({ db }: Services, lang: Lang, slug: string): Promise<Common | null> {
  const consultation = await findPublished(db, lang, slug)
  const institution = consultation && (await findInstitutionById(db, lang, consultation.institutionId))
  return consultation && institution ? { consultation, institution } : null
}

/** What its page shows, and all its members whatever page it shows. */
export const groupAsData = ({ group, consultation }: PublicGroupView, url: string) => ({
  url: url + consultationUrls.group(consultation.slug, group.code),
  code: group.code,
  title: group.title,
  state: group.state,
  lang: group.lang,
  article: group.articleLabel,
  consultation: url + consultationUrls.one(consultation.slug),
  sample: group.sample,
  number: group.number,
  members: group.members.map((code) => ({ code, url: url + consultationUrls.comment(consultation.slug, code) })),
  publishedAt: group.publishedAt,
  confirmedAt: group.confirmedAt,
  joinedInto: group.joinedInto,
})
