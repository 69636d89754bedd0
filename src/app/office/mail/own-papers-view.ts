import type { Lang } from '#platform/i18n/language.ts'
import type { PersonalRecord } from '#platform/own-data/personal-data.ts'
import type { Services } from '#platform/services.ts'
import { listDispatchesTo } from './dispatch-list-queries.ts'
import { mailTexts } from './texts.ts'

/** Papers that were sent to a citizen, for themselves alone. */
export const papersOfContact = async (
  { db }: Services,
  lang: Lang,
  contactId: string,
): Promise<readonly PersonalRecord[]> =>
  (await listDispatchesTo(db, lang, contactId)).map(({ title, way, state, handedOn, createdAt, name, postal }) => ({
    title: `${mailTexts(lang).subjects.dispatch}: ${title}`,
    href: null,
    at: createdAt,
    data: { title, way, state, handedOn, name, postal },
  }))
