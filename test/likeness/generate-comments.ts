import type { Random } from '../random.ts'
import { CLAIMS, FAREWELLS, GREETINGS, HOURS, NUMBERS, PLACES, QUOTED, STORIES } from './claims.ts'

/** One thing that somebody asks for: which, for or against, with which number, place and hour. */
export type Said = { claim: number; stance: 'for' | 'against'; n: string; vend: string; ore: string; wording: number }
export type GeneratedComment = {
  id: string
  words: string
  /** The article it is about; null: the whole. */
  article: string | null
  /** What it asks for, known from how it was made: never read from its words. */
  said: readonly Said[]
  /** How it came to be, for the list of the worst. */
  made: string
}

type Letter = {
  said: readonly Said[]
  article: string | null
  greeting: string
  farewell: string
  quote: string | null
}

const ARTICLES = ['1', '3', '4', '7', '9', '12'] as const

/**
 * Comments as they come in: letters that many copy and change a little, their twins that ask for the opposite or for another
 * number, people who quote the same paragraph and think differently, and people who write alone.
 */
export function generateComments(random: Random, count: number): GeneratedComment[] {
  const made: Omit<GeneratedComment, 'id'>[] = []
  while (made.length < count) {
    const letter = letterOf(random)
    const copies = copiesOf(random)
    for (let n = 0; n < copies; n += 1) made.push(variantOf(random, letter, n === 0 ? 'letter' : 'copy'))
    if (random.below(3) === 0) {
      const twin = twinOf(random, letter)
      for (let n = 0; n < copiesOf(random); n += 1) made.push(variantOf(random, twin, 'twin'))
    }
    for (let n = random.below(6); n > 0; n -= 1) made.push(variantOf(random, letterOf(random), 'alone'))
  }
  return shuffled(random, made.slice(0, count)).map((comment, n) => ({ ...comment, id: idOf(n) }))
}

const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

/** Most letters are copied by few, some by very many. */
const copiesOf = (random: Random): number => [1, 2, 3, 5, 8, 20, 60][random.below(7)] ?? 1

function letterOf(random: Random): Letter {
  const wanted = 1 + random.below(6)
  const claims = new Set<number>()
  while (claims.size < wanted) claims.add(random.below(CLAIMS.length))
  return {
    said: [...claims].map((claim) => sayingOf(random, claim)),
    article: random.below(2) === 0 ? null : random.of(ARTICLES),
    greeting: random.of(GREETINGS),
    farewell: random.of(FAREWELLS),
    quote: random.below(5) === 0 ? random.of(QUOTED) : null,
  }
}

const sayingOf = (random: Random, claim: number): Said => ({
  claim,
  stance: random.below(2) === 0 ? 'for' : 'against',
  n: random.of(NUMBERS),
  vend: random.of(PLACES),
  ore: random.of(HOURS),
  wording: random.below(2),
})

/** The same letter but for one thing that changes what it asks for; or the same words about another article. */
function twinOf(random: Random, letter: Letter): Letter {
  const at = random.below(letter.said.length)
  const change = random.below(3)
  if (change === 2) return { ...letter, article: random.of(ARTICLES.filter((one) => one !== letter.article)) }
  const said = letter.said.map((one, n): Said => {
    if (n !== at) return one
    if (change === 0) return { ...one, stance: one.stance === 'for' ? 'against' : 'for' }
    return {
      ...one,
      n: another(random, NUMBERS, one.n),
      ore: another(random, HOURS, one.ore),
      vend: another(random, PLACES, one.vend),
    }
  })
  return { ...letter, said }
}

const another = (random: Random, all: readonly string[], not: string): string =>
  random.of(all.filter((one) => one !== not))

/** What a copyist does: another greeting, a word of their own, a sentence left out or said otherwise, slips of the pen. */
function variantOf(random: Random, letter: Letter, made: string): Omit<GeneratedComment, 'id'> {
  let said = [...letter.said]
  const done: string[] = [made]
  const does = (what: string, outOf: number): boolean => {
    if (made === 'letter' || random.below(outOf) > 0) return false
    done.push(what)
    return true
  }
  if (said.length > 2 && does('a claim left out', 6)) said = said.toSpliced(random.below(said.length), 1)
  if (said.length > 1 && does('claims in another order', 6)) said = shuffled(random, said)
  if (does('a claim worded otherwise', 6)) {
    const at = random.below(said.length)
    said = said.map((one, n) => (n === at ? { ...one, wording: 1 - one.wording } : one))
  }
  const greeting = does('another greeting', 2) ? random.of(GREETINGS) : letter.greeting
  const story = does('a word of their own', 3) ? filled(random.of(STORIES), storyOf(random)) : ''
  const farewell = does('another farewell', 2) ? random.of(FAREWELLS) : letter.farewell
  let words = [greeting, letter.quote ?? '', story, ...said.map(sentenceOf), farewell]
    .filter((part) => part !== '')
    .join(' ')
  if (does('without ë and ç', 6)) words = words.replaceAll('ë', 'e').replaceAll('ç', 'c').replaceAll('Ç', 'C')
  if (does('slips of the pen', 4)) words = withSlips(random, words)
  if (does('in capitals', 20)) words = words.toUpperCase()
  return { words, article: letter.article, said, made: done.join(', ') }
}

const storyOf = (random: Random) => ({ n: random.of(NUMBERS), vend: random.of(PLACES), ore: '' })

const sentenceOf = (said: Said): string => filled(CLAIMS[said.claim]?.[said.stance][said.wording] ?? '', said)

const filled = (template: string, { n, vend, ore }: { n: string; vend: string; ore: string }): string =>
  template.replaceAll('{n}', n).replaceAll('{vend}', vend).replaceAll('{ore}', ore)

/** Letters lost, doubled or exchanged, in words only: a slip in a number would ask for something else. */
function withSlips(random: Random, words: string): string {
  const parts = words.split(' ')
  for (let n = 1 + random.below(3); n > 0; n -= 1) {
    const at = random.below(parts.length)
    const word = parts[at] ?? ''
    if (word.length < 5 || /\d/.test(word)) continue
    const place = 1 + random.below(word.length - 3)
    const slip = random.below(3)
    const middle = word.slice(place, place + 2)
    const wrong = [middle.slice(1), `${middle[0]}${middle}`, `${middle[1]}${middle[0]}`][slip] ?? middle
    parts[at] = word.slice(0, place) + wrong + word.slice(place + 2)
  }
  return parts.join(' ')
}

function shuffled<T>(random: Random, list: readonly T[]): T[] {
  const rest = [...list]
  const out: T[] = []
  while (rest.length > 0) out.push(...rest.splice(random.below(rest.length), 1))
  return out
}
