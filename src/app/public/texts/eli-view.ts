import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import type { TextHolder } from '#platform/texts/text-holder.ts'
import { viewRecord, type RecordView } from './record-view.ts'

type Asked = { lang: Lang; jurisdiction: string; institution: string; type: string; year: number; number: number }

/** The record with this number of an institution's register; null: none that is public. */
export async function viewByNumber(
  services: Services,
  holders: readonly TextHolder[],
  asked: Asked,
): Promise<RecordView | null> {
  const holder = holders.find(({ eliType }) => eliType === asked.type)
  const slug = holder && (await holder.findByNumber(services.db, asked.institution, asked.year, asked.number))
  const view = holder && slug ? await viewRecord(services, holder, asked.lang, slug) : null
  return view?.institution.jurisdiction.toLowerCase() === asked.jurisdiction ? view : null
}
