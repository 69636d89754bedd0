import type { Lang } from '#platform/i18n/language.ts'
import { findEntriesOfRecord, type RecordEntriesView } from '#platform/ledger/record-entries-view.ts'
import type { Services } from '#platform/services.ts'
import type { TextHolder } from '#platform/texts/text-holder.ts'
import type { ComparisonSummary } from './comparison-rules.ts'
import { keptSummary } from './kept-comparison-view.ts'
import { viewRecord, type PublicVersion, type RecordView } from './record-view.ts'

export type ListedVersion = {
  version: PublicVersion
  /** The one before it among those that are published, and what became of its articles; null: it is the first. */
  before: { n: number; summary: ComparisonSummary } | null
}

export type VersionsView = RecordView & { listed: readonly ListedVersion[]; entries: RecordEntriesView | null }

/** All versions of a text, newest first, with what each of them changed. */
export async function viewVersions(
  services: Services,
  holder: TextHolder,
  lang: Lang,
  slug: string,
): Promise<VersionsView | null> {
  const view = await viewRecord(services, holder, lang, slug)
  if (!view) return null
  const { db, clock } = services
  const entries = await findEntriesOfRecord(db, view.record.subject)
  const listed: ListedVersion[] = []
  // One after the other: the numbers of most are kept already, and two long texts at once are enough.
  for (const [at, version] of view.versions.entries()) {
    const before = view.versions[at + 1]
    const summary = before && (await keptSummary(db, { earlier: before.id, later: version.id }, clock.now()))
    listed.push({ version, before: before && summary ? { n: before.n, summary } : null })
  }
  return { ...view, listed, entries }
}
