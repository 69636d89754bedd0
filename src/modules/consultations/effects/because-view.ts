import type { Queryable } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Because, BecauseWish } from '#platform/texts/text-holder.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'
import { listEffectsUpTo, listSaid, type EffectRow, type SaidComment, type SaidRow } from './effect-queries.ts'
import { effectOf } from './effects-view.ts'
import { effectUrls } from './urls.ts'

/** Beside an article: enough to see why; the rest stands on the page of the answer. */
const MOST_COMMENTS = 3
const MOST_ANSWERS = 50

/** Answers with which a text was changed, with the first of the comments behind each; the newest version first. */
export async function viewBecause(db: Queryable, lang: Lang, { recordId, ...wish }: BecauseWish): Promise<Because[]> {
  const rows = await listEffectsUpTo(db, { ...wish, consultationId: recordId })
  if (rows.length === 0) return []
  const groups = new Map<string, EffectRow[]>()
  for (const row of rows.toSorted((one, other) => other.n - one.n)) {
    const key = `${row.n} ${row.answerId}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  const shown = [...groups.values()].slice(0, MOST_ANSWERS)
  const ids = new Set(shown.flatMap(([first]) => (first ? [first.answerId] : [])))
  const said = new Map((await listSaid(db, [...ids], MOST_COMMENTS)).map((one) => [one.answerId, one]))
  return shown.flatMap((effects) => {
    const answer = said.get(effects[0]?.answerId ?? '')
    return answer ? [becauseOf(lang, effects, answer)] : []
  })
}

function becauseOf(lang: Lang, effects: readonly EffectRow[], said: SaidRow): Because {
  const t = textsIn(lang)
  const [first] = effects
  const slug = first?.slug ?? ''
  return {
    versionN: first?.n ?? 1,
    places: effects.map((row) => {
      const { words, href, change } = effectOf(lang, row)
      return {
        nodeIds: row.chain.map(({ nodeId }) => nodeId),
        words: `${words} (${t.effects.changes[change]})`,
        href,
      }
    }),
    title: t.effects.answer(said.code),
    code: said.code,
    decision: t.answers.decisions[said.decision],
    decided: said.decision,
    excerpt: said.reason === null ? null : cut(said.reason),
    excerptLang: said.lang,
    href: effectUrls.answer(slug, said.code),
    comments: said.comments.map((comment) => ({
      code: comment.code,
      author: authorOf(lang, comment),
      excerpt: wordsOf(comment),
      lang: comment.lang,
      href: consultationUrls.comment(slug, comment.code),
    })),
    more: said.number - said.comments.length,
  }
}

function authorOf(lang: Lang, { authorName, organisation }: SaidComment): string {
  const t = textsIn(lang).comment
  return organisation && authorName ? t.named(authorName, organisation) : (organisation ?? authorName ?? t.anonymous)
}

const wordsOf = ({ words, suggestion }: SaidComment): string | null => {
  const said = words?.trim() || suggestion
  return said ? cut(said) : null
}

const LONGEST = 240

const cut = (words: string): string => {
  const points = [...words]
  return points.length > LONGEST ? `${points.slice(0, LONGEST).join('')}…` : words
}
