import { fold } from '#platform/search/analysis/fold-rules.ts'
import type { Random } from '#test/random.ts'
import type { GoldForm } from './gold.ts'
import type { Ask } from './systems.ts'

const AT = 20

export type Question = {
  /** As on a keyboard without ë and ç. */
  typed: string
  /** The same with them. */
  written: string
  /** Places of the sentences that have a form of each word. */
  relevant: ReadonlySet<number>
}

export type Retrieval = { recall: number; precision: number | null; nothing: number }

type Lexeme = { forms: string[]; sentences: ReadonlySet<number> }

/**
 * Words that the sentences have in at least two forms. Whether a sentence has a word is told by the gold forms alone, ë and e
 * being different; for a word of which the forms of another word are the same, both count.
 */
export function lexemesIn(sentences: readonly string[], gold: readonly GoldForm[]): Lexeme[] {
  const where = new Map<string, Set<number>>()
  for (const [place, sentence] of sentences.entries()) {
    for (const [word] of sentence
      .toLowerCase()
      .normalize('NFC')
      .matchAll(/\p{L}+/gu)) {
      const at = where.get(word) ?? new Set()
      where.set(word, at.add(place))
    }
  }
  const byLemma = Map.groupBy(gold, (one) => `${one.lemma} ${one.pos}`)
  return [...byLemma.values()].flatMap((rows) => {
    const forms = [...new Set(rows.map((row) => row.form))].filter((form) => where.has(form))
    if (forms.length < 2 || forms.some((form) => form.length < 3)) return []
    const found = forms.map((form) => where.get(form) ?? new Set<number>())
    return [{ forms, sentences: new Set(found.flatMap((some) => [...some])) }]
  })
}

/** Each time a random word, or two that stand in one sentence, each in a form drawn at random. */
export function drawQuestions(lexemes: readonly Lexeme[], words: 1 | 2, count: number, random: Random): Question[] {
  const questions: Question[] = []
  for (let tries = 0; questions.length < count && tries < count * 200; tries++) {
    const first = random.of(lexemes)
    const chosen = words === 1 ? [first] : withAnother(first, lexemes, random)
    if (chosen === null) continue
    const written = chosen.map(({ forms }) => random.of(forms)).join(' ')
    const [ofFirst, ofSecond] = chosen.map((one) => one.sentences)
    const relevant = commonOf(ofFirst ?? new Set(), ofSecond)
    questions.push({ typed: fold(written), written, relevant })
  }
  return questions
}

const commonOf = (some: ReadonlySet<number>, others: ReadonlySet<number> | undefined): ReadonlySet<number> =>
  others === undefined ? some : new Set([...some].filter((place) => others.has(place)))

function withAnother(first: Lexeme, lexemes: readonly Lexeme[], random: Random): Lexeme[] | null {
  const second = random.of(lexemes)
  if (second === first || commonOf(first.sentences, second.sentences).size === 0) return null
  return [first, second]
}

/** Recall is reckoned against what could stand among the first twenty; precision where something was found. */
export async function measureRetrieval(
  questions: readonly Question[],
  words: (question: Question) => string,
  ask: Ask,
): Promise<Retrieval> {
  let recall = 0
  let precision = 0
  let answered = 0
  for (const question of questions) {
    const found = await ask(words(question), AT)
    const right = found.filter((place) => question.relevant.has(place)).length
    recall += right / Math.min(AT, question.relevant.size)
    if (found.length === 0) continue
    answered += 1
    precision += right / found.length
  }
  const count = questions.length
  return {
    recall: recall / count,
    precision: answered === 0 ? null : precision / answered,
    nothing: 1 - answered / count,
  }
}
