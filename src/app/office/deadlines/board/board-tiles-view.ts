import { mayAnywhere } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Door, OfficeTile } from '#platform/door.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { boardPermissions, LEADING_ROLES } from './board-permissions.ts'
import { countBoard } from './board-queries.ts'
import { boardTexts } from './board-texts.ts'
import { boardUrls } from './board-urls.ts'
import { whoseOf } from './board-view.ts'
import { reachOf } from './reach-rules.ts'
import { kindsOf } from './titles-view.ts'

/** What is late and what is for today: of the whole house for those who lead it, else one's own. */
export async function boardTiles(
  { db, clock }: Services,
  official: Official,
  lang: Lang,
  doors: readonly Door[],
): Promise<OfficeTile[]> {
  if (!mayAnywhere(official, boardPermissions['deadlines.move'])) return []
  const reach = reachOf(kindsOf(doors), official)
  if (reach.length === 0) return []
  const whose = mayAnywhere(official, LEADING_ROLES) ? 'all' : 'mine'
  const counts = await countBoard(db, {
    reach,
    when: 'any',
    state: 'open',
    bodyId: null,
    ruleId: null,
    whose: whoseOf(official, whose),
    now: clock.now(),
  })
  const list = inLanguage(lang, boardUrls.board())
  const mine = whose === 'mine' ? '&kush=mine' : ''
  return (['late', 'today', 'week'] as const).flatMap((when) =>
    counts[when] === 0
      ? []
      : [{ title: boardTexts(lang).tiles[when], count: counts[when], href: `${list}?kur=${when}${mine}` }],
  )
}
