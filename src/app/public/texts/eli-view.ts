import type { Lang } from '#platform/i18n/language.ts'
import { findInstitution } from '#platform/institutions/institution-queries.ts'
import type { Services } from '#platform/services.ts'
import type { TextHolder } from '#platform/texts/text-holder.ts'
import { viewRecord, type RecordView } from './record-view.ts'

type Asked = { lang: Lang; jurisdiction: string; institution: string; type: string; year: number; number: number }

/** `view` null: it has no text in articles, and no versions. */
export type NumberedRecord = { address: string; view: RecordView | null }

/** The record with this number of an institution's register; null: none that is public. */
export async function viewByNumber(
  services: Services,
  holders: readonly TextHolder[],
  asked: Asked,
): Promise<NumberedRecord | null> {
  const { db } = services
  const { institution: word, jurisdiction, lang, number, type, year } = asked
  const holder = holders.find((one) => one.eliType === type || one.hasEliType?.(type))
  const institution = holder && (await findInstitution(db, lang, word))
  if (!holder || institution?.jurisdiction.toLowerCase() !== jurisdiction) return null
  const slug = await holder.findByNumber(db, word, year, number, type)
  return slug === null
    ? null
    : { address: holder.urls.record(slug), view: await viewRecord(services, holder, lang, slug) }
}
