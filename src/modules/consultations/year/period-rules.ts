import { addMonths, type CivilDate } from '#law/days.ts'

/** First days of the first and the last month in which something is due: one month, a quarter, half a year, the year. */
export type Period = { from: CivilDate; to: CivilDate }

const pad = (n: number): string => String(n).padStart(2, '0')

export const monthOf = (year: number, month: number): CivilDate => `${year}-${pad(month)}-01`
export const firstOfMonth = (date: CivilDate): CivilDate => `${date.slice(0, 7)}-01`
export const lastOfMonth = (date: CivilDate): CivilDate => {
  const next = addMonths(firstOfMonth(date), 1)
  const day = new Date(Date.parse(`${next}T00:00:00Z`) - 86_400_000)
  return day.toISOString().slice(0, 10)
}

/** Whole months from one month to another; negative when `to` lies before `from`. */
export const monthsBetween = (from: CivilDate, to: CivilDate): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))

const span = (year: number, from: number, to: number): Period => ({ from: monthOf(year, from), to: monthOf(year, to) })

/** Beginnings of the names of months in Albanian, English and Serbian, without diacritics, longest first where they collide. */
const MONTHS: readonly (readonly [string, number])[] = [
  ['jan', 1],
  ['shk', 2],
  ['feb', 2],
  ['mar', 3],
  ['pri', 4],
  ['apr', 4],
  ['maj', 5],
  ['may', 5],
  ['qer', 6],
  ['qrsh', 6],
  ['jun', 6],
  ['kor', 7],
  ['jul', 7],
  ['gus', 8],
  ['gsh', 8],
  ['avg', 8],
  ['aug', 8],
  ['sht', 9],
  ['sep', 9],
  ['tet', 10],
  ['okt', 10],
  ['oct', 10],
  ['nen', 11],
  ['nov', 11],
  ['dhj', 12],
  ['dec', 12],
]

const ORDINALS: readonly (readonly [RegExp, number])[] = [
  [/\b(i pare|e pare|pare|i|1|first)\b/, 1],
  [/\b(i dyte|e dyte|dyte|ii|2|second)\b/, 2],
  [/\b(i trete|e trete|trete|iii|3|third)\b/, 3],
  [/\b(i katert|e katert|katert|iv|4|fourth)\b/, 4],
]

/** `Nëntor` and `nentor` are one word. */
export const folded = (words: string): string =>
  words
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim()

const ordinalIn = (words: string): number | null =>
  // The longest numeral first: "iii" begins with "i", and "i dytë" holds the article "i".
  ORDINALS.toReversed().find(([said]) => said.test(words))?.[1] ?? null

export type ReadPeriod = { ok: true; period: Period | null } | { ok: false }

const NOT_KNOWN =
  /^(|-+|–|—|\.+|\/|n\/a|pa afat|pa date|nuk dihet|e panjohur|i panjohur|do te caktohet|not known|unknown)$/
const WHOLE_YEAR = /(gjate (gjithe )?viti|gjithe viti|vazhdimisht|vazhdueshme|ne vazhdim|during the year|whole year)/

/**
 * When something is due, as tables and people say it: `mars`, `Mars 2027`, `mars–prill`, `T1`, `tremujori i dytë`,
 * `6-mujori I`, `03/2027`, `3`, a whole day. Empty means not known. What is not understood is told, never guessed.
 */
export function readPeriod(words: string, year: number): ReadPeriod {
  const said = folded(words)
  if (NOT_KNOWN.test(said)) return { ok: true, period: null }
  const named = /\b((?:19|20)\d\d)\b/.exec(said)?.[1]
  const of = named === undefined ? year : Number(named)
  // A plan reaches into the year beside it at most; what names another one was typed into the wrong plan.
  if (Math.abs(of - year) > 1) return { ok: false }
  const period = readNumbers(said, of) ?? readParts(said, of) ?? readNames(said, of)
  return period ? { ok: true, period } : { ok: false }
}

/** `03/2027`, `2027-03`, `15.03.2027`, `3`, `03-04/2027`. */
function readNumbers(said: string, year: number): Period | null {
  const month =
    /^(?:muaji )?(\d{1,2})$/.exec(said)?.[1] ??
    /^(\d{1,2})[./ -]+(?:19|20)\d\d\.?$/.exec(said)?.[1] ??
    /^(?:19|20)\d\d[./-](\d{1,2})(?:[./-]\d{1,2})?$/.exec(said)?.[1] ??
    /^\d{1,2}[./-](\d{1,2})[./-](?:19|20)\d\d\.?$/.exec(said)?.[1]
  const range = /^(\d{1,2}) ?[-–] ?(\d{1,2})(?:[./ ]+(?:19|20)\d\d)?$/.exec(said)
  if (range) return spanIn(year, Number(range[1]), Number(range[2]))
  return month === undefined ? null : spanIn(year, Number(month), Number(month))
}

const spanIn = (year: number, from: number, to: number): Period | null =>
  from < 1 || to > 12 || to < from ? null : span(year, from, to)

/** Quarters, halves and the whole year. */
function readParts(said: string, year: number): Period | null {
  if (WHOLE_YEAR.test(said)) return span(year, 1, 12)
  const rest = said.replaceAll(/\b(19|20)\d\d\b/g, ' ')
  const short = /^(t|tm|q|k|tr|s|gj|h)[ .-]?(\d|i{1,3}|iv)[ ./-]*$/.exec(rest)
  const parts = short
    ? { half: /^(s|gj|h)$/.test(short[1] ?? ''), nth: ordinalIn(short[2] ?? '') }
    : wordedPart(rest.trim())
  if (!parts || parts.nth === null) return null
  if (parts.half) return parts.nth > 2 ? null : span(year, parts.nth * 6 - 5, parts.nth * 6)
  return span(year, parts.nth * 3 - 2, parts.nth * 3)
}

const QUARTER = /(3|tre)[ -]?muj\w*|\bkuartal\w*|\bquarter\b|\bkvartal\w*/
const HALF = /(6|gjashte)[ -]?muj\w*|\bsemest\w*|\bhalf\b|\bpolugod\w*/

function wordedPart(said: string): { half: boolean; nth: number | null } | null {
  const half = HALF.test(said)
  if (!half && !QUARTER.test(said)) return null
  return { half, nth: ordinalIn(said.replace(half ? HALF : QUARTER, ' ').trim()) }
}

/** One month by its name, or from one to another. */
function readNames(said: string, year: number): Period | null {
  const found = said.split(/[^a-z]+/).flatMap((word) => {
    const month = word.length < 3 ? undefined : MONTHS.find(([start]) => word.startsWith(start))?.[1]
    return month === undefined ? [] : [month]
  })
  const [first, last = first] = found
  if (first === undefined || last === undefined || found.length > 2) return null
  return spanIn(year, first, last)
}
