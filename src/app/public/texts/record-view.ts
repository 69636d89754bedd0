import type { Lang } from '#platform/i18n/language.ts'
import { findInstitutionById } from '#platform/institutions/institution-queries.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'
import type { PublicTextRecord, TextHolder } from '#platform/texts/text-holder.ts'
import { listTextVersions, type TextVersion } from '#platform/texts/text-queries.ts'

/** A version that everybody may read. */
export type PublicVersion = TextVersion & { publishedAt: Date }

/** A record with the published versions of its text, newest first. */
export type RecordView = {
  holder: TextHolder
  record: PublicTextRecord
  institution: InstitutionSummary
  versions: readonly PublicVersion[]
  newest: PublicVersion
  /** The address of the record, without language. */
  address: string
}

/** Null: nothing that is public, or without a text. */
export async function viewRecord(
  { db }: Pick<Services, 'db'>,
  holder: TextHolder,
  lang: Lang,
  slug: string,
): Promise<RecordView | null> {
  const record = await holder.findPublic(db, lang, slug)
  if (!record) return null
  const [institution, listed] = await Promise.all([
    findInstitutionById(db, lang, record.institution.id),
    listTextVersions(db, record.textId, true),
  ])
  const versions = listed.flatMap((version) =>
    version.publishedAt === null ? [] : [{ ...version, publishedAt: version.publishedAt }],
  )
  const [newest] = versions
  if (!institution || !newest) return null
  return { holder, record, institution, versions, newest, address: holder.urls.record(record.slug) }
}

export const versionOf = ({ versions }: RecordView, n: number): PublicVersion | null =>
  versions.find((version) => version.n === n) ?? null
