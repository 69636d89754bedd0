import { stemAlbanian } from './albanian-stem-rules.ts'
import { isStopWord, placesTaken, stemIn } from './lexeme-rules.ts'
import { SYNONYMS, type SynonymGroup } from './synonyms-rules.ts'
import { tokensOf, type Token } from './tokenize-rules.ts'

/** One place in a row of words: any of these lexemes, so many places after the step before; with gap 0 it stands anywhere. */
export type QueryStep = { lexemes: readonly string[]; gap: number }

type Phrase = { words: string; key: string; steps: QueryStep[] }
type Group = { meaning: SynonymGroup['meaning']; phrases: Phrase[] }

export type Synonyms = { same: Phrase[]; near: Phrase[] }

/** By the stems of its words, whatever stands between them that says nothing. */
export const keyOf = (content: readonly Token[]): string => content.map((token) => stemAlbanian(token.folded)).join(' ')

const GROUPS: ReadonlyMap<string, Group[]> = byKey(SYNONYMS)

/** Of how many words the longest phrase is. */
export const LONGEST_SYNONYM = Math.max(...[...GROUPS.keys()].map((key) => key.split(' ').length))

/** What else is looked for, or offered, when these words stand side by side; null when they are in no group. */
export function synonymsOf(content: readonly Token[]): Synonyms | null {
  const key = keyOf(content)
  const groups = GROUPS.get(key)
  if (groups === undefined) return null
  const others = (meaning: Group['meaning']) => [
    ...new Map(
      groups
        .filter((group) => group.meaning === meaning)
        .flatMap((group) => group.phrases)
        .filter((phrase) => phrase.key !== key)
        .map((phrase) => [`${phrase.key} ${phrase.steps.map((step) => step.gap).join(' ')}`, phrase] as const),
    ).values(),
  ]
  return { same: others('same'), near: others('near') }
}

/** Words in a row, each where it stands; stop words leave a gap. */
export function stepsOf(
  tokens: readonly Token[],
  lexemesAt: (token: Token, index: number) => readonly string[],
): QueryStep[] {
  const steps: QueryStep[] = []
  let gap = 0
  tokens.forEach((token, index) => {
    if (!isStopWord(token)) {
      steps.push({ lexemes: lexemesAt(token, index), gap: steps.length === 0 ? 0 : gap })
      gap = 0
    }
    gap += placesTaken(token)
  })
  return steps
}

function byKey(groups: readonly SynonymGroup[]): Map<string, Group[]> {
  const found = new Map<string, Group[]>()
  for (const { words, meaning } of groups) {
    const group: Group = { meaning, phrases: words.map(phraseOf) }
    for (const { key } of group.phrases) found.set(key, [...(found.get(key) ?? []), group])
  }
  return found
}

function phraseOf(written: string): Phrase {
  const [, sign, words = written] = /^(en|sr):(.*)$/.exec(written) ?? []
  const lang = sign === 'en' || sign === 'sr' ? sign : 'sq'
  const tokens = tokensOf(words)
  const content = tokens.filter((token) => !isStopWord(token))
  return { words, key: keyOf(content), steps: stepsOf(tokens, ({ folded }) => [stemIn(lang, folded)]) }
}
