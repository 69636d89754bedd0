import { institutionsWhere, mayAnywhere } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { OfficeTile } from '#platform/door.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { listUnsorted } from '#platform/intake/incoming-mail-queries.ts'
import { intakePermissions as may } from '#platform/intake/intake-permissions.ts'
import { countForTiles } from '#platform/intake/office-case-queries.ts'
import type { Services } from '#platform/services.ts'
import { officeIntakeTexts } from './texts.ts'
import { intakeUrls } from './urls.ts'

/** What waits: letters that nobody has, letters past their day, and mail that is nobody's yet. */
export async function intakeTiles(services: Services, official: Official, lang: Lang): Promise<OfficeTile[]> {
  const t = officeIntakeTexts(lang).tiles
  const list = inLanguage(lang, intakeUrls.inbox())
  const tiles: OfficeTile[] = []
  if (mayAnywhere(official, may['cases.read'])) {
    const institutions = institutionsWhere(official, may['cases.read'])
    const now = services.clock.now()
    const counts = await countForTiles(services.db, { institutions, accountId: official.accountId, now })
    tiles.push({ title: t.unowned, count: counts.unowned, href: `${list}?gjendja=new` })
    tiles.push({ title: t.late, count: counts.late, href: `${list}?vonese=po` })
  }
  if (mayAnywhere(official, may['mails.sort'])) {
    const unsorted = await listUnsorted(services.db, 100)
    tiles.push({ title: t.unsorted, count: unsorted.length, href: inLanguage(lang, intakeUrls.unsorted()) })
  }
  return tiles
}
