import type { Queryable } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Because, BecauseWish } from '#platform/texts/text-holder.ts'
import { actUrls } from '../urls.ts'
import { findOriginOfAct, listArticleNodes, listEffectsOnAct, type EffectOnAct } from './article-queries.ts'
import { textsIn } from './texts.ts'
import { besideUrls } from './urls.ts'

/**
 * What people said about the draft that an act came from, as the rooms of texts show it beside an article. It shaped the first
 * version of the act: of what later ones changed nobody was asked here.
 */
export async function viewBecauseOfAct(db: Queryable, lang: Lang, wish: BecauseWish): Promise<Because[]> {
  const origin = wish.sinceId === null ? await findOriginOfAct(db, wish.recordId) : null
  if (origin === null || origin.firstN === null) return []
  const effects = await listEffectsOnAct(db, origin.paperRef, await withBeneath(db, wish))
  const answers = Map.groupBy(effects, (one) => `${one.consultationSlug} ${one.code}`)
  const { slug, firstN } = origin
  return [...answers.values()].flatMap((of) => becauseOf(lang, { slug, firstN }, of))
}

/** What stands beneath a node counts as its own. */
async function withBeneath(db: Queryable, { versionId, nodeIds }: BecauseWish): Promise<string[] | null> {
  if (nodeIds === null) return null
  const rows = await Promise.all(nodeIds.map((nodeId) => listArticleNodes(db, [versionId], nodeId)))
  return rows.flat().map(({ nodeId }) => nodeId)
}

function becauseOf(lang: Lang, act: { slug: string; firstN: number }, effects: readonly EffectOnAct[]): Because[] {
  const t = textsIn(lang).article
  const [first] = effects
  if (!first) return []
  const { code, comments, consultationSlug, decision, number, reason, reasonLang } = first
  return [
    {
      versionN: act.firstN,
      places: effects.map(({ nodeId }) => ({
        nodeIds: [nodeId],
        words: t.here,
        href: actUrls.article(act.slug, nodeId),
      })),
      title: t.answer(code),
      code,
      decision: t.decisions[decision] ?? decision,
      decided: decision,
      excerpt: reason,
      excerptLang: reasonLang,
      href: besideUrls.answer(consultationSlug, code),
      comments: comments.map((comment) => ({
        code: comment.code,
        author: comment.author ?? t.anonymous,
        excerpt: comment.words,
        lang: comment.lang,
        href: besideUrls.comment(consultationSlug, comment.code),
      })),
      more: number - comments.length,
    },
  ]
}
