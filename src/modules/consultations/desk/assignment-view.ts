import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import { countAssignedTo } from './assignment-queries.ts'

/** Comments that are with an official who is about to leave: one line for each consultation, for there may be hundreds. */
export const openCommentsOf = async (
  { db }: Services,
  lang: Lang,
  accountId: string,
): Promise<{ title: string; href: string }[]> =>
  (await countAssignedTo(db, accountId)).map(({ consultationId, title, count }) => ({
    title: textsIn(lang).desk.openWork(title, count),
    href: `${officeUrls.comments()}?konsultimi=${consultationId}&caktuar=${accountId}`,
  }))
