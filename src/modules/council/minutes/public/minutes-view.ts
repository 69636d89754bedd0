import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import { findEntriesOfRecord, type RecordEntriesView } from '#platform/ledger/record-entries-view.ts'
import type { FormDocument } from '#platform/papers/form-document-rules.ts'
import type { Services } from '#platform/services.ts'
import { minutesForm } from '../document/minutes-form-texts.ts'
import {
  findPublishedMinutes,
  listShownVersions,
  type PublishedMinutes,
  type ShownVersion,
} from '../published-queries.ts'
import { minutesUrls } from '../urls.ts'

export type PublicMinutesView = {
  minutes: PublishedMinutes
  institution: InstitutionSummary
  versions: ShownVersion[]
  entries: RecordEntriesView | null
}

/** Null: nothing of it is public. `version` null: the newest. */
export async function viewPublicMinutes(
  { db }: Services,
  lang: Lang,
  slug: string,
  version: number | null,
): Promise<PublicMinutesView | null> {
  const minutes = await findPublishedMinutes(db, slug, version)
  if (!minutes) return null
  const [institution, versions, entries] = await Promise.all([
    findInstitutionById(db, lang, minutes.institutionId),
    listShownVersions(db, minutes.meetingId),
    findEntriesOfRecord(db, minutes.subject),
  ])
  return institution && { minutes, institution, versions, entries }
}

/** What the page shows, as data. */
export const minutesAsData = ({ minutes, institution, versions }: PublicMinutesView, url: string) => ({
  url: url + minutesUrls.version(minutes.slug, minutes.version),
  page: `${url}/mbledhje/${minutes.slug}`,
  institution: { slug: institution.slug, name: institution.name, jurisdiction: institution.jurisdiction },
  title: minutes.title,
  lang: 'sq',
  state: minutes.state,
  version: minutes.version,
  newestVersion: minutes.newest,
  publishedAt: minutes.versionAt,
  reason: minutes.reason,
  standing: minutes.record.standing,
  ...minutes.record.facts,
  versions: versions.map(({ version, state, reason, publishedAt }) => ({
    version,
    state,
    reason,
    publishedAt,
    url: url + minutesUrls.version(minutes.slug, version),
  })),
})

export const publicForm = ({ minutes }: PublicMinutesView, url: string): FormDocument =>
  minutesForm('sq', {
    facts: minutes.record.facts,
    blocks: minutes.record.blocks,
    version: { n: minutes.version, at: minutes.versionAt, reason: minutes.reason },
    address: url + minutesUrls.version(minutes.slug, minutes.version),
  })
