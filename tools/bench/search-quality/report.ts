import type { Database } from '#platform/db/database.ts'
import { readMunicipalities } from '#platform/places/load-municipalities.ts'
import { fold } from '#platform/search/analysis/fold-rules.ts'
import { stemAlbanian } from '#platform/search/analysis/albanian-stem-rules.ts'
import { randomOf } from '#test/random.ts'
import { measureConflation, measureSpread, type KeyOf, type Spread } from './conflation.ts'
import { GOLD_SETS, readCivicForms, readGold, type GoldForm, type GoldSet } from './gold.ts'
import { FALSE_FRIENDS, ownWords } from './own-words.ts'
import { formsOfPlace } from './place-forms.ts'
import { drawQuestions, lexemesIn, measureRetrieval } from './retrieval.ts'
import { askers, indexSentences, keysOf, SYSTEMS } from './systems.ts'
import { markdownTable, share } from './table.ts'

const SEED = 20261122
const QUESTIONS = 500

export type Section = { title: string; lines: string[] }

const ours: KeyOf = (form) => stemAlbanian(fold(form))

/** Which forms are one word: each gold set, each split of it. */
export async function conflationSection(db: Database, folder: string): Promise<Section> {
  const rows: string[][] = []
  const missing: string[] = []
  for (const set of GOLD_SETS) {
    const gold = await readGold(folder, set)
    if (gold === null) missing.push(`Not measured, the file is not given: ${set.name} (\`${set.file}\`)`)
    else
      for (const [split, some] of Map.groupBy(gold, (one) => one.split))
        rows.push(...(await rowsOf(db, set, split, some)))
  }
  const head = ['gold set', 'split', 'search', 'forms', 'P', 'R', 'F1', 'wP', 'wR']
  return { title: 'Which forms are one word', lines: [markdownTable(head, rows), ...missing] }
}

async function rowsOf(db: Database, set: GoldSet, split: string, gold: readonly GoldForm[]): Promise<string[][]> {
  const keys = await keysOf(
    db,
    gold.map((one) => one.form),
  )
  return SYSTEMS.map((system) => {
    const { forms, precision, recall, f1, weightedPrecision, weightedRecall } = measureConflation(gold, keys[system])
    const weighted = set.weighted ? [share(weightedPrecision), share(weightedRecall)] : ['', '']
    return [set.name, split, system, String(forms), share(precision), share(recall), share(f1), ...weighted]
  })
}

/** Lists of words that have to be whole: civic words, place names, and words nobody looked at when the rules were made. */
export async function wordListSection(folder: string): Promise<Section> {
  const civic = await readCivicForms(folder)
  const { municipalities } = await readMunicipalities()
  const places = new Map(municipalities.map(({ name }) => [name.sq, formsOfPlace(name.sq)]))
  const merged = FALSE_FRIENDS.filter(([a, b]) => ours(a) === ours(b))
  return {
    title: 'Lists',
    lines: [
      ...(civic ? spreadLines('civic words', measureSpread(civic, ours)) : ['Not given: `civic_forms.tsv`']),
      ...spreadLines('municipalities', measureSpread(places, ours)),
      ...spreadLines('other words of councils and offices', measureSpread(ownWords(), ours)),
      `- words that look alike and are not: ${merged.length} of ${FALSE_FRIENDS.length} pairs taken for one${merged.length ? `: ${merged.map((pair) => pair.join(' + ')).join(', ')}` : ''}`,
    ],
  }
}

const spreadLines = (name: string, { words, whole, split, met }: Spread): string[] => [
  `- ${name}: ${whole} of ${words} have one stem in all forms; ${met.length} stems belong to two words${met.length ? `: ${met.slice(0, 12).join(', ')}` : ''}`,
  ...split.slice(0, 15).map((one) => `  - ${one}`),
  ...(split.length > 15 ? [`  - … and ${split.length - 15} more`] : []),
]

/** What a search among real sentences finds. */
export async function retrievalSection(db: Database, folder: string, sentences: readonly string[]): Promise<Section> {
  const [set] = GOLD_SETS
  const gold = set && (await readGold(folder, set))
  if (!gold) return { title: 'Searching sentences', lines: ['Not measured: there is no gold set of words'] }
  await indexSentences(db, sentences)
  const ask = askers(db)
  const rows: string[][] = []
  for (const [split, some] of Map.groupBy(gold, (one) => one.split)) {
    const lexemes = lexemesIn(sentences, some)
    for (const words of [1, 2] as const) {
      const questions = drawQuestions(lexemes, words, QUESTIONS, randomOf(SEED + words))
      for (const system of SYSTEMS) {
        for (const typed of ['typed', 'written'] as const) {
          const found = await measureRetrieval(questions, (one) => one[typed], ask[system])
          rows.push([
            String(words),
            split,
            system,
            typed === 'typed' ? 'without' : 'with',
            share(found.recall),
            share(found.precision),
            `${(found.nothing * 100).toFixed(1)} %`,
          ])
        }
      }
    }
  }
  const head = ['words', 'split', 'search', 'ë and ç', 'recall@20', 'precision@20', 'nothing found']
  const facts = `${sentences.length} sentences of Albanian codes and laws; ${QUESTIONS} questions of each kind.`
  return { title: 'Searching sentences', lines: [facts, '', markdownTable(head, rows)] }
}
