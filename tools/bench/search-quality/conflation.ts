import type { GoldForm } from './gold.ts'

/** Words with the same key are the same word to a search. Null: the word is not found at all (a stop word). */
export type KeyOf = (form: string) => string | null

export type Conflation = {
  forms: number
  /** Of the pairs of forms with one key, the share that is one family. Null: there is no such pair. */
  precision: number | null
  /** Of the pairs of forms of one word, the share with one key. */
  recall: number
  f1: number
  weightedPrecision: number | null
  weightedRecall: number
}

/** A folded form once, with all that it can be: "bashkia" typed without its diacritics stands for each of them. */
type Form = { form: string; lemmas: Set<string>; families: Set<string>; frequency: number }

/**
 * Pairs of different folded forms. Where it is weighted a pair weighs the geometric mean of both frequencies: the product would leave
 * a few common words to say it all.
 */
export function measureConflation(rows: readonly GoldForm[], keyOf: KeyOf): Conflation {
  const forms = [...byFolded(rows).values()]
  const keys = new Map(forms.map((one) => [one, keyOf(one.form)]))
  const together = tally(
    grouped(forms, (one) => listOf(keys.get(one))),
    (a, b) => overlap(a.families, b.families),
  )
  const ofOneWord = tally(
    grouped(forms, (one) => [...one.lemmas]),
    (a, b) => {
      const key = keys.get(a) ?? null
      return key !== null && key === keys.get(b)
    },
  )
  const precision = share(together.right, together.all)
  const recall = share(ofOneWord.right, ofOneWord.all) ?? 0
  return {
    forms: forms.length,
    precision,
    recall,
    f1: harmonic(precision ?? 0, recall),
    weightedPrecision: share(together.weightRight, together.weight),
    weightedRecall: share(ofOneWord.weightRight, ofOneWord.weight) ?? 0,
  }
}

function byFolded(rows: readonly GoldForm[]): Map<string, Form> {
  const found = new Map<string, Form>()
  for (const { folded, form, lemma, pos, family, frequency } of rows) {
    const one = found.get(folded) ?? { form, lemmas: new Set(), families: new Set(), frequency: 0 }
    one.lemmas.add(`${lemma} ${pos}`)
    one.families.add(family)
    one.frequency = Math.max(one.frequency, frequency)
    found.set(folded, one)
  }
  return found
}

type Tally = { all: number; right: number; weight: number; weightRight: number }

function tally(groups: Iterable<readonly Form[]>, isRight: (a: Form, b: Form) => boolean): Tally {
  const sum = { all: 0, right: 0, weight: 0, weightRight: 0 }
  const seen = new Set<string>()
  for (const group of groups) {
    for (const [place, a] of group.entries()) {
      for (const b of group.slice(place + 1)) {
        // Two homonyms share several forms: a pair counts once.
        const pair = a.form < b.form ? `${a.form} ${b.form}` : `${b.form} ${a.form}`
        if (seen.has(pair)) continue
        seen.add(pair)
        const right = isRight(a, b) ? 1 : 0
        const weight = Math.sqrt(a.frequency * b.frequency)
        sum.all += 1
        sum.right += right
        sum.weight += weight
        sum.weightRight += right * weight
      }
    }
  }
  return sum
}

function grouped(forms: readonly Form[], groupsOf: (one: Form) => readonly string[]): Iterable<Form[]> {
  const found = new Map<string, Form[]>()
  for (const one of forms) {
    for (const name of groupsOf(one)) found.set(name, [...(found.get(name) ?? []), one])
  }
  return found.values()
}

export type Spread = { words: number; whole: number; split: string[]; met: string[] }

/** How many words have one key in all their forms, and which keys two words share. */
export function measureSpread(words: ReadonlyMap<string, readonly string[]>, keyOf: KeyOf): Spread {
  const owners = new Map<string, Set<string>>()
  const split: string[] = []
  for (const [word, forms] of words) {
    const keys = new Map<string, string[]>()
    for (const form of forms) keys.set(String(keyOf(form)), [...(keys.get(String(keyOf(form))) ?? []), form])
    if (keys.size > 1)
      split.push(`${word}: ${[...keys].map(([key, those]) => `${key} (${those.join(' ')})`).join(', ')}`)
    for (const key of keys.keys()) owners.set(key, (owners.get(key) ?? new Set()).add(word))
  }
  const met = [...owners.values()].filter((those) => those.size > 1).map((those) => [...those].join(' + '))
  return { words: words.size, whole: words.size - split.length, split, met }
}

const listOf = (key: string | null | undefined): readonly string[] => (key === null || key === undefined ? [] : [key])
const overlap = (a: Set<string>, b: Set<string>): boolean => [...a].some((one) => b.has(one))
const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)
const harmonic = (a: number, b: number): number => (a + b === 0 ? 0 : (2 * a * b) / (a + b))
