import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { publishedText } from '#platform/texts/published-text-view.ts'
import { isDivision, type ShownNode } from '#platform/texts/shown-tree-rules.ts'
import { WHOLE_TEXT_LIMIT } from '#platform/texts/text-length-rules.ts'
import { readCivilDate } from '#platform/time/civil-date.ts'
import { forceOn, type Force } from '../act-rules.ts'
import { textOn, viewActBase, type ActBase, type ShownState } from './act-base-view.ts'
import type { PublicRelation } from './beside-queries.ts'

export type InForceView = ActBase & {
  day: string
  /** What was typed and is no day: the text of today is shown with it. */
  wrong: string | null
  forceThen: Force
  state: ShownState | null
  lacking: readonly PublicRelation[]
  tree: readonly ShownNode[]
  shown: readonly ShownNode[]
  contents: readonly ShownNode[]
  whole: boolean
}

/** As an address has it, or as people write it: 2026-11-21, 21.11.2026, 21/11/2026. */
function readDay(typed: string): string | null {
  const [, day = '', month = '', year] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(typed) ?? []
  return readCivilDate(year === undefined ? typed : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

/** The words that held on a day; `asked` as it stands in the address, today where nothing stands there. */
export async function viewInForce(
  services: Services,
  lang: Lang,
  slug: string,
  asked: string | undefined,
): Promise<InForceView | null> {
  const base = await viewActBase(services, lang, slug)
  if (!base) return null
  const typed = asked?.trim() ?? ''
  const read = typed === '' ? base.today : readDay(typed)
  const day = read ?? base.today
  const { state, lacking } = textOn(day, base)
  const { tree, length } = await publishedText(services.db, state?.versionId ?? null, services.clock.now())
  const whole = length <= WHOLE_TEXT_LIMIT / 2
  return {
    ...base,
    day,
    wrong: read === null ? typed : null,
    forceThen: forceOn(day, base.act),
    state,
    lacking,
    tree,
    shown: whole ? tree : tree.filter((node) => !isDivision(node)),
    contents: tree.filter((node) => isDivision(node)),
    whole,
  }
}
