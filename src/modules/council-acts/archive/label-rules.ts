import type { RelationKind } from '../act-rules.ts'

import type { FoundRelation } from './archive-rules.ts'

/**
 * Labels that a scraped catalogue glued to titles: "ShfuqizonLIGJI NR. …". The longer ones stand first. A passive one says
 * that another act does this to the act ("Ndryshohet nga").
 */
const LABELS: readonly { words: string; kind: RelationKind; passive: boolean }[] = [
  { words: 'Shfuqizohet pjesërisht nga', kind: 'repeals-partly', passive: true },
  { words: 'Shfuqizon pjesërisht', kind: 'repeals-partly', passive: false },
  { words: 'Shfuqizohet nga', kind: 'repeals', passive: true },
  { words: 'Shfuqizon', kind: 'repeals', passive: false },
  { words: 'Ndryshohet/Plotësohet nga', kind: 'amends', passive: true },
  { words: 'Plotësohet/Ndryshohet nga', kind: 'amends', passive: true },
  { words: 'Plotëson/Ndryshon', kind: 'amends', passive: false },
  { words: 'Ndryshon/Plotëson', kind: 'amends', passive: false },
  { words: 'Ndryshohet nga', kind: 'amends', passive: true },
  { words: 'Plotësohet nga', kind: 'amends', passive: true },
  { words: 'Ndryshon', kind: 'amends', passive: false },
  { words: 'Plotëson', kind: 'amends', passive: false },
  { words: 'Korrigjohet nga', kind: 'corrects', passive: true },
  { words: 'Korrigjon', kind: 'corrects', passive: false },
  { words: 'Zbatohet nga', kind: 'implements', passive: true },
  { words: 'Zbaton', kind: 'implements', passive: false },
]

/** Behind a glued label a word begins with a capital letter, where a sentence would have a blank. */
const gluedAt = (title: string, words: string): boolean =>
  title.toLowerCase().startsWith(words.toLowerCase()) && /^\s*[\p{Lu}“"«]/u.test(title.slice(words.length))

export type Unglued = { title: string; labels: readonly (typeof LABELS)[number][] }

/** The title without the labels before it; several may stand there. */
export function unglue(printed: string): Unglued {
  let title = printed.trim()
  const labels: Unglued['labels'][number][] = []
  for (;;) {
    const label = LABELS.find(({ words }) => gluedAt(title, words))
    if (!label) return { title, labels }
    labels.push(label)
    title = title.slice(label.words.length).trim()
  }
}

/** Whether a label still stands before a title. */
export const isGlued = (title: string): boolean => unglue(title).labels.length > 0

/** Latin letters for the Cyrillic ones that look the same: `PЁR` was typed with a Ё. */
export const latin = (words: string): string =>
  words.replace(
    /[ЁЕАОРСХІ]/g,
    (sign) => ({ Ё: 'Ë', Е: 'E', А: 'A', О: 'O', Р: 'P', С: 'C', Х: 'X', І: 'I' })[sign] ?? sign,
  )

const NUMBER = /(?:(\d{2})\s*\/\s*L\s*[-–—]?\s*(\d{1,3})|((?:19|20)\d{2})\s*\/\s*(\d{1,3}))(?!\d)/giu

/** As the catalogue writes it: `03/L-181`, `2004/5`; numbers of less than three digits are filled up from the fourth term on. */
export function numbersIn(words: string): string[] {
  return [...words.matchAll(NUMBER)].map(([, term, ofTerm, year, ofYear]) =>
    term !== undefined ? `${term}/L-${ofTerm}` : `${year}/${ofYear}`,
  )
}

/** `04/L -020`, `04/L–20` and `04/L-020` are one number. */
export function sameNumber(number: string): string {
  const [found] = numbersIn(number)
  if (found === undefined) return number.trim()
  const [, before = '', serial = ''] = /^(.+[/-])(\d+)$/.exec(found) ?? []
  return `${before.toUpperCase()}${Number(serial)}`
}

const AMENDS =
  /p[ëe]r\s+(?:(?:ndryshim|plot[ëe]sim)\p{L}*)(?:\s+dhe\s+(?:ndryshim|plot[ëe]sim)\p{L}*)?\s+(?:e|t[ëe])\s+(?:ligj\p{L}*|kod\p{L}*)/iu
const AMENDS_SHORT = /(?:mbi|p[ëe]r)\s+ndryshimet\s+dhe\s+plot[ëe]simet\s+e\s+(?:ligj\p{L}*|kod\p{L}*)/iu
const CORRECTS = /p[ëe]rmir[ëe]simin\s+e\s+\p{L}+\s+teknik\p{L}*\s+n[ëe]\s+ligjin/iu
const REPEALS = /p[ëe]r\s+shfuqizimin\s+(?:e|t[ëe])\s+(?:ligj\p{L}*|kod\p{L}*)/iu

/**
 * What the title says that the act does: "për ndryshimin dhe plotësimin e ligjit nr. 03/L-181 …". `to` is the first number
 * behind those words that is not its own.
 */
export function relationInTitle(title: string, ownNumber: string): FoundRelation | null {
  const plain = latin(title)
  const found = (
    [
      [CORRECTS, 'corrects'],
      [REPEALS, 'repeals'],
      [AMENDS, 'amends'],
      [AMENDS_SHORT, 'amends'],
    ] as const
  ).flatMap(([pattern, kind]) => {
    const at = pattern.exec(plain)
    return at ? [{ kind, from: at.index, words: plain.slice(at.index) }] : []
  })
  const [first] = found.toSorted((one, other) => one.from - other.from)
  if (!first) return null
  // A notice about a law is called by the number of that law: only a number alone is its own.
  const own = /^\d/.test(ownNumber) ? sameNumber(ownNumber) : ''
  const to =
    numbersIn(first.words)
      .map(sameNumber)
      .find((number) => number !== own) ?? null
  return { kind: first.kind, passive: false, to, otherWords: first.words.slice(0, 2000), foundIn: title }
}

export type LabelCount = { words: string; count: number }

/** How many of each label there were. */
export function countLabels(titles: readonly string[]): LabelCount[] {
  const counts = new Map<string, number>()
  for (const title of titles)
    for (const { words } of unglue(title).labels) counts.set(words, (counts.get(words) ?? 0) + 1)
  return [...counts].map(([words, count]) => ({ words, count })).toSorted((one, other) => other.count - one.count)
}

/** The relation that a label speaks of. The catalogue never names the other act. */
export const relationOfLabel = (label: Unglued['labels'][number], printed: string): FoundRelation => ({
  kind: label.kind,
  passive: label.passive,
  to: null,
  otherWords: null,
  foundIn: printed,
})
