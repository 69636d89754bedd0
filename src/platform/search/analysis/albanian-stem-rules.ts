import { CASE_ENDINGS, VERB_ENDINGS, WORD_ENDINGS, type Ending } from './albanian-endings-rules.ts'
import { VERB_FORMS } from './albanian-verbs-rules.ts'
import { remembered } from './remembered-rules.ts'
import { IRREGULAR_STEMS, PROTECTED_ENDINGS, PROTECTED_STEMS } from './albanian-words-rules.ts'

const LONGEST_PROTECTED_ENDING = Math.max(...[...PROTECTED_ENDINGS].map((ending) => ending.length))
/** Most words begin like none of the protected stems: asked first, because it is quick. */
const SHORTEST_PROTECTED = 4
const HEADS = new Set([...PROTECTED_STEMS].map((stem) => stem.slice(0, SHORTEST_PROTECTED)))
const CASES = byEnd(CASE_ENDINGS)
const INNER = byEnd([...WORD_ENDINGS, ...VERB_ENDINGS])

/**
 * The stem of a folded Albanian word: case, number and article go, and the verb's person and tense. Light: two words of one
 * family share a stem far more often than two of different ones, and the stem itself is no word.
 */
export const stemAlbanian: (folded: string) => string = remembered(stemOf)

function stemOf(folded: string): string {
  if (folded.length <= 2 || /[^a-z]/.test(folded)) return folded
  const known = VERB_FORMS.get(folded) ?? protectedStem(folded)
  if (known !== null) return known
  let stem = cut(folded, CASES)
  // blerj- is bler-; not after a vowel, nor in gj and nj, which are one letter.
  if (stem.length > 3 && /[^aeiouyng]j$/.test(stem)) stem = stem.slice(0, -1)
  if (stem.length > 3 && stem.endsWith('i')) stem = stem.slice(0, -1)
  stem = evenOut(cut(stem, INNER))
  return IRREGULAR_STEMS.get(stem) ?? stem
}

/** Spellings that change at the end of a stem when an ending follows. */
function evenOut(stem: string): string {
  if (stem.endsWith('jj')) return stem.slice(0, -1)
  if (stem.length <= 3) return stem
  return stem
    .replace(/([bcdfghjklmnpqrstvxz])e([rl])$/, '$1$2') // libër, libri; vogël, vogla
    .replace(/shem$/, 'shm') // përgjithshëm, përgjithshme
    .replace(/([aeiounr])gj$/, '$1g') // pengje, peng; tregje, treg
    .replace(/([aiour])q$/, '$1k') // shkaqe, shkak; armiq, armik
    .replace(/uj$/, 'ull') // artikuj, artikull
}

function protectedStem(word: string): string | null {
  if (!HEADS.has(word.slice(0, SHORTEST_PROTECTED))) return null
  for (
    let length = word.length;
    length >= Math.max(SHORTEST_PROTECTED, word.length - LONGEST_PROTECTED_ENDING);
    length--
  ) {
    const stem = word.slice(0, length)
    if (PROTECTED_STEMS.has(stem) && PROTECTED_ENDINGS.has(word.slice(length))) return stem
  }
  return null
}

type EndingsByLength = readonly { length: number; endings: ReadonlyMap<string, Ending> }[]

/** Longest first: the first that leaves enough is cut. */
function byEnd(endings: readonly Ending[]): EndingsByLength {
  const lengths = [...new Set(endings.map((ending) => ending.cut.length))].toSorted((a, b) => b - a)
  return lengths.map((length) => ({
    length,
    endings: new Map(endings.filter((ending) => ending.cut.length === length).map((ending) => [ending.cut, ending])),
  }))
}

function cut(word: string, byLength: EndingsByLength): string {
  for (const { length, endings } of byLength) {
    if (length >= word.length) continue
    const ending = endings.get(word.slice(-length))
    if (ending && word.length - length + ending.keep.length >= ending.least) return word.slice(0, -length) + ending.keep
  }
  return word
}
