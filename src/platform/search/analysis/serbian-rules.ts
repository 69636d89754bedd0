/** Serbian Cyrillic letter by letter, already in folded Latin: č and ć are c, š is s, đ is dj, as people type them. */
const LATIN: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  ђ: 'dj',
  е: 'e',
  ж: 'z',
  з: 'z',
  и: 'i',
  ј: 'j',
  к: 'k',
  л: 'l',
  љ: 'lj',
  м: 'm',
  н: 'n',
  њ: 'nj',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  ћ: 'c',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'c',
  ч: 'c',
  џ: 'dz',
  ш: 's',
  // Letters of other Cyrillic alphabets, so that nothing of them stays.
  й: 'j',
  щ: 'st',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'ju',
  я: 'ja',
  і: 'i',
  ѕ: 'dz',
  є: 'e',
  ґ: 'g',
}

/** Lower-case Cyrillic, without marks, in folded Latin letters; everything else as it is. */
export function latinOf(words: string): string {
  return words.replace(/[\u0400-\u04ff]/g, (letter) => LATIN[letter] ?? letter)
}

/** Endings of nouns, adjectives and the commonest verbs, longest first. */
const ENDINGS = (
  'ijama ostima stvima anjima enjima ovima evima nostima ama ima ova eva ovi evi ove eve ovu ima oga ega omu emu ' +
  'ost osti ale ali ala alo ela elo eli eno ena eni ene ano ana ani ane ' +
  'om em im ih og eg oj ij a e i o u'
)
  .split(' ')
  .toSorted((a, b) => b.length - a.length)

const LEAST = 4

/** Light: cuts one ending, of case or number, of a folded Serbian word. */
export function stemSerbian(folded: string): string {
  if (folded.length <= LEAST || /[^a-z]/.test(folded)) return folded
  const ending = ENDINGS.find((each) => folded.endsWith(each) && folded.length - each.length >= LEAST)
  return ending === undefined ? folded : folded.slice(0, -ending.length)
}
