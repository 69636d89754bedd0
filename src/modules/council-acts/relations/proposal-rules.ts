import { referencesIn } from '#platform/texts/references/reference-rules.ts'
import { readCivilDate } from '#platform/time/civil-date.ts'
import type { RelationKind } from '../act-rules.ts'

/** A place of the text in which another act is cited: the article it stands in, and its words. */
export type CitingPlace = { article: string | null; words: string }

export type ProposedRelation = {
  kind: RelationKind
  byArticles: string | null
  ofArticles: string | null
  /** As cited: `vendimi nr. 12, datë 3.4.2025`. */
  otherWords: string
  /** The clause in which it stands. */
  foundIn: string
  serial: number | null
  numberWords: string
  adoptedOn: string | null
  year: number | null
}

const MONTHS = [
  'janar',
  'shkurt',
  'mars',
  'prill',
  'maj',
  'qershor',
  'korrik',
  'gusht',
  'shtator',
  'tetor',
  'nëntor',
  'dhjetor',
]
const KINDS = String.raw`vendim|rregullore|rregullor|urdh[ëe]res|urdh[ëe]r|udh[ëe]zim|rezolut|statut`
const DAY = String.raw`(?<day>\d{1,2})(?:[./](?<month>\d{1,2})[./]|\s+(?<named>${MONTHS.join('|')})\s+)(?<year>\d{4})`
const CITED = new RegExp(
  String.raw`(?<![\p{L}])(?<kind>(?:${KINDS})\p{L}*)(?<of>[^.;:\n«»"„“]{0,60}?)\s+nr\.?\s*(?<number>\d{1,5}(?:\/(?:\d{1,4}|[a-zç]))?)(?!\d)` +
    String.raw`(?:\s*,?\s*(?:me\s+)?(?:dat[ëe]s?|dt\.?)\s*${DAY})?`,
  'giu',
)

/** Verbs as articles of acts have them, the surest first. */
const VERBS: readonly (readonly [RegExp, RelationKind])[] = [
  [/shfuqizo/iu, 'repeals'],
  [/z[ëe]vend[ëe]so/iu, 'replaces'],
  [/pezullo/iu, 'suspends'],
  [/ndrysho|ndryshim|plot[ëe]so|shto(?:het|hen)/iu, 'amends'],
  [/korrigjo/iu, 'corrects'],
  [/n[ëe]\s+zbatim/iu, 'implements'],
]

/**
 * What the articles of an act say that it does to other acts of its own council: to be confirmed by a person. Decisions of the
 * government are others' acts.
 */
export function proposedIn(places: readonly CitingPlace[]): ProposedRelation[] {
  const found = places.flatMap(({ article, words }) => clausesOf(words).flatMap((clause) => inClause(article, clause)))
  const byKey = new Map(found.map((one) => [`${one.kind}|${one.otherWords}`, one]))
  return [...byKey.values()]
}

/** "nr. 12" and "3.4.2025" end no clause. */
const clausesOf = (words: string): string[] => words.split(/[;\n]|\.(?=\s+[\p{Lu}«“„"])/u)

function inClause(article: string | null, clause: string): ProposedRelation[] {
  const kind = VERBS.find(([verb]) => verb.test(clause))?.[1]
  if (!kind) return []
  return [...clause.matchAll(CITED)].flatMap(({ groups = {}, 0: cited }) => {
    if (/ministrave|VKM|k[ëe]tij|k[ëe]saj/iu.test(groups['of'] ?? '')) return []
    const number = groups['number'] ?? ''
    const articles = articlesIn(clause)
    return [
      {
        kind: ofParts(kind, articles),
        byArticles: article,
        ofArticles: articles,
        otherWords: cited.trim().replaceAll(/\s+/g, ' '),
        foundIn: [...clause.trim()].slice(0, 1000).join(''),
        ...numberIn(number),
        adoptedOn: dayIn(groups),
        year: Number(groups['year']) || yearIn(number),
      },
    ]
  })
}

/** Only some articles of the other are meant: the rest of it stands. */
function ofParts(kind: RelationKind, articles: string | null): RelationKind {
  if (articles === null) return kind
  if (kind === 'repeals') return 'repeals-partly'
  return kind === 'replaces' ? 'amends' : kind
}

/** `nenet 5, 7 dhe 12` of another act, as the kernel of texts reads citations. */
function articlesIn(clause: string): string | null {
  const labels = referencesIn(clause)
    .filter(({ external, own }) => external && own === null)
    .flatMap(({ articles }) => articles.map(({ label }) => label))
  return labels.length === 0 ? null : [...new Set(labels)].join(', ')
}

const numberIn = (number: string) => ({
  numberWords: number,
  serial: /^\d+(?:\/\d{4})?$/.test(number) ? Number(number.split('/')[0]) : null,
})

const yearIn = (number: string): number | null => Number(/\/(\d{4})$/.exec(number)?.[1]) || null

function dayIn({ day, month, named, year }: Record<string, string | undefined>): string | null {
  const at = month === undefined ? MONTHS.indexOf((named ?? '').toLowerCase()) + 1 : Number(month)
  const date = Number(day)
  if (year === undefined || at < 1 || at > 12 || !(date >= 1 && date <= 31)) return null
  return readCivilDate(`${year}-${String(at).padStart(2, '0')}-${String(date).padStart(2, '0')}`)
}
