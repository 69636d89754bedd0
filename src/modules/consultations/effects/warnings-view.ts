import type { Queryable } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { findTextVersion } from '#platform/texts/text-queries.ts'
import type { TextWarning } from '#platform/texts/text-holder.ts'
import { textsIn } from '../texts.ts'
import { isAt, readChangedPlaces } from './changed-places-view.ts'
import { countAcceptedWithoutEffect, listLinks } from './office-queries.ts'
import { effectUrls } from './urls.ts'

/** Before a later version becomes public: places that changed though nobody asked, and accepted comments that changed nothing. */
export async function viewEffectWarnings(
  db: Queryable,
  lang: Lang,
  { recordId, versionId }: { recordId: string; versionId: string },
): Promise<TextWarning[]> {
  const t = textsIn(lang).effects.office
  const version = await findTextVersion(db, versionId)
  if (!version) return []
  const [places, links, without] = await Promise.all([
    readChangedPlaces(db, version),
    listLinks(db, versionId),
    countAcceptedWithoutEffect(db, recordId),
  ])
  const unexplained = places.filter((place) => !links.some((link) => isAt(place, link))).length
  const href = effectUrls.office(recordId)
  return [
    ...(unexplained > 0 ? [{ words: t.warnUnexplained(unexplained), href, link: t.look }] : []),
    ...(without > 0 ? [{ words: t.warnWithout(without), href: `${href}#pa-ndikim`, link: t.look }] : []),
  ]
}
