import { institutionsWhere, mayAnywhere } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { OfficeTile } from '#platform/door.ts'
import type { Services } from '#platform/services.ts'
import { countByState } from './drafting/draft-queries.ts'
import { countWaiting } from './moderation/moderation-queries.ts'
import { consultationPermissions } from './permissions.ts'
import { textsIn } from './texts.ts'
import { officeUrls } from './urls.ts'

/** What waits for an official on the first page of the office. */
export async function officeTiles({ db, clock }: Services, official: Official, lang: Lang): Promise<OfficeTile[]> {
  if (!mayAnywhere(official, consultationPermissions['consultations.read'])) return []
  const t = textsIn(lang).office
  const mine = institutionsWhere(official, consultationPermissions['consultations.read'])
  const [waiting, counts] = await Promise.all([countWaiting(db, mine), countByState(db, mine, clock.now())])
  const list = inLanguage(lang, officeUrls.consultations())
  return [
    { title: t.tilesWaiting, count: waiting, href: `${inLanguage(lang, officeUrls.comments())}?gjendja=waiting` },
    { title: t.tilesDrafts, count: counts.drafts, href: `${list}?gjendja=draft` },
    { title: t.tilesOpen, count: counts.open, href: `${list}?gjendja=published` },
  ]
}
