/** Labels are text. These rules only say which label may follow which. */

/** The Albanian alphabet: 36 letters, nine of them written with two signs. */
const ALBANIAN = 'a b c ç d dh e ë f g gj h i j k l ll m n nj o p q r rr s sh t th u v x xh y z zh'.split(' ')
/** Serbian in Latin letters, as Kosovo's institutions number in it. */
const SERBIAN = 'a b c č ć d dž đ e f g h i j k l lj m n nj o p r s š t u v z ž'.split(' ')
const LATIN = [...'abcdefghijklmnopqrstuvwxyz']

/** Letters that an office which counts as on a typewriter leaves out. */
const OFTEN_SKIPPED = new Set([...ALBANIAN, ...SERBIAN].filter((letter) => !LATIN.includes(letter)))

export const isLetterLabel = (label: string): boolean =>
  ALBANIAN.includes(label) || LATIN.includes(label) || SERBIAN.includes(label) || isDoubled(label)

/** `aa`, `bb`: what Word prints after z. */
const isDoubled = (label: string): boolean => /^([a-z])\1$/.test(label)

/** Whether `next` may follow `previous` in Albanian or in Latin order. Skipping ç, dh, ë … is no jump. */
export function letterFollows(previous: string, next: string): boolean {
  const before = previous.toLowerCase()
  const after = next.toLowerCase()
  const latin = LATIN.indexOf(before)
  if (latin >= 0 && LATIN[latin + 1] === after) return true
  if (followsIn(ALBANIAN, before, after) || followsIn(SERBIAN, before, after)) return true
  if (isDoubled(after) && (before === 'z' || before === 'zh')) return after === 'aa'
  return isDoubled(before) && isDoubled(after) && letterFollows(before.slice(1), after.slice(1))
}

function followsIn(alphabet: readonly string[], before: string, after: string): boolean {
  const from = alphabet.indexOf(before)
  const to = alphabet.indexOf(after)
  return from >= 0 && to > from && alphabet.slice(from + 1, to).every((letter) => OFTEN_SKIPPED.has(letter))
}

/** `39/1` → 39, 1; `12a` → 12, a; `l006` (an l read for a 1 by a scanner) → 1006. */
export function labelParts(label: string): (number | string)[] {
  if (/^[IVXLC]+$/.test(label)) return [romanValue(label) ?? label]
  return label.split(/[./]/).flatMap((part) => {
    const figures = /\d/.test(part) ? part.replace(/[lI]/g, '1').replace(/[Oo]/g, '0') : part
    const mixed = /^(\d+)\s*(\p{L}+)$/u.exec(figures)
    if (mixed) return [Number(mixed[1]), (mixed[2] ?? '').toLowerCase()]
    if (/^\d+$/.test(figures)) return [Number(figures)]
    return [part.toLowerCase()]
  })
}

/** Whether `next` may follow `previous`: 39 → 40, 39 → 39/1, 39/1 → 39/2, 39/2 → 40, 105 → 105/a. */
export function numberFollows(previous: string, next: string): boolean {
  const before = labelParts(previous)
  const after = labelParts(next)
  const last = after.length - 1
  if (last > before.length || after.slice(0, last).some((part, at) => part !== before[at])) return false
  const was = before[last]
  const is = after[last]
  if (was === undefined) return is === 1 || is === 'a'
  if (typeof was === 'number' && typeof is === 'number') return is === was + 1
  return typeof was === 'string' && typeof is === 'string' && letterFollows(was, is)
}

export const isFirstNumber = (label: string): boolean => labelParts(label).at(-1) === 1

const ROMAN = /^(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/i

/** The value of I, II, … or null if it is no roman numeral below 100. */
export function romanValue(text: string): number | null {
  if (!ROMAN.test(text)) return null
  const values: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 }
  const figures = [...text.toUpperCase()].map((letter) => values[letter] ?? 0)
  return figures.reduce((sum, figure, at) => sum + (figure < (figures[at + 1] ?? 0) ? -figure : figure), 0)
}

const ORDINALS = (
  'PARE DYTE TRETE KATERT PESTE GJASHTE SHTATE TETE NENTE DHJETE NJEMBEDHJETE DYMBEDHJETE TREMBEDHJETE ' +
  'KATERMBEDHJETE PESEMBEDHJETE GJASHTEMBEDHJETE SHTATEMBEDHJETE TETEMBEDHJETE NENTEMBEDHJETE NJEZETE'
).split(' ')

/** The value of a division's label (III, 3, E TRETË), or null where it has none. */
export function divisionValue(label: string): number | null {
  if (/^\d+$/.test(label)) return Number(label)
  const ordinal = ORDINALS.indexOf(label.toUpperCase().replaceAll('Ë', 'E').split(' ').at(-1) ?? '')
  return ordinal >= 0 ? ordinal + 1 : romanValue(label)
}
