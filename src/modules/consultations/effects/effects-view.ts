import type { Queryable } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'
import { placeHref, placeWords, type EffectChange } from './effect-rules.ts'
import { listEffectsOfAnswers, type EffectRow } from './effect-queries.ts'

/** A place of a published version of the text that changed because of an answer. */
export type Effect = {
  versionN: number
  nodeId: string
  /** `Neni 7, pika 2` */
  words: string
  /** Without language prefix. */
  href: string
  change: EffectChange
}

/** What everybody can see of these answers in the text; who changed nothing is not in the map. */
export async function viewEffects(
  db: Queryable,
  lang: Lang,
  answerIds: readonly string[],
): Promise<Map<string, Effect[]>> {
  if (answerIds.length === 0) return new Map()
  const effects = new Map<string, Effect[]>()
  for (const row of await listEffectsOfAnswers(db, answerIds)) {
    effects.set(row.answerId, [...(effects.get(row.answerId) ?? []), effectOf(lang, row)])
  }
  return effects
}

export function effectOf(lang: Lang, row: EffectRow): Effect {
  const { n, nodeId, change, chain, gone, earlier, slug } = row
  const record = consultationUrls.one(slug)
  return {
    versionN: n,
    nodeId,
    words: placeWords(chain, textsIn(lang).effects.kinds),
    href: placeHref({ record, n, earlier, chain, gone }),
    change,
  }
}
