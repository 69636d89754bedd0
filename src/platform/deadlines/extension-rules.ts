import type { CivilDate } from '#law/days.ts'
import type { RuleKind, Terms, Unit } from '#law/rules/rule.ts'
import type { Deadline } from './deadline-rules.ts'
import { TERM_LIMITS } from './terms/term-rules.ts'

/** How a rule that extends another does it. */
export type Extension = {
  /** The rules that it extends. */
  of: readonly string[]
  /** in-all: its number counts from the start of the first term. more: so many more, of the same unit. */
  how: 'in-all' | 'more'
  /** The most: its own number, or as many as the first term has. */
  most: 'own-number' | 'first-term'
  once: boolean
}

/** Which rules extend which. Where the table of the law does not say it, nothing extends by law. */
const EXTENSIONS: Readonly<Record<string, Extension>> = {
  // Law 146/2014, Art 15: up to 40 working days in all, from the notice.
  'AL-CONS-EXT': { of: ['AL-CONS-NOTICE'], how: 'in-all', most: 'own-number', once: false },
  // Law 119/2014, Art 15: at most 5 more working days.
  'AL-FOI-EXT': { of: ['AL-FOI-ANSWER', 'AL-FOI-ANSWER-TR'], how: 'more', most: 'own-number', once: true },
  // Law 44/2015, Art 92: once, up to the length of the first term; Art 140 sends the decision on an appeal there.
  'AL-CPA-EXT': { of: ['AL-CPA-DECIDE', 'AL-CPA-APPEAL-DEC'], how: 'more', most: 'first-term', once: true },
}

export const extensionBy = (ruleId: string): Extension | null => EXTENSIONS[ruleId] ?? null

/** The rules by which this one can be extended. */
export const extensionsFor = (ruleId: string): readonly string[] =>
  Object.entries(EXTENSIONS).flatMap(([id, { of }]) => (of.includes(ruleId) ? [id] : []))

/**
 * The number after a new version of the rule: what the extension has added stays added, and a number in all stays what it
 * was unless the new rule gives more.
 */
export function numberInVersion(ruleId: string, stood: number, older: number, newer: number): number {
  if (stood === older) return newer
  const more = extensionsFor(ruleId).some((id) => EXTENSIONS[id]?.how === 'more')
  return more ? newer + stood - older : Math.max(stood, newer)
}

/** What an official asks for: so many (more, or in all), or a day; neither: as much as the rule gives. */
export type ExtensionWish = { rule: string | null; n: number | null; chosenOn: CivilDate | null }

export type Extended =
  /** `latest`: the number beyond which a day chosen may not lie. */
  | { kind: 'extended'; n: number; latest: number | null }
  /** Nothing in the law extends this clock so. */
  | { kind: 'no-such-extension' }
  /** It extends once, and has. */
  | { kind: 'extended-before' }
  | { kind: 'too-long'; most: number }
  /** This clock is extended by a number, not by a day; or by a day, not by a number. */
  | { kind: 'not-in-this-way' }

/** Of the clock before: what it runs by, its number with earlier extensions, and the number of its first term. */
export type Extendable = {
  basis: Deadline['basis']
  ruleId: string | null
  unit: Unit | null
  n: number
  kind: RuleKind
  firstN: number
}

/** The number after the extension. `own`: the extending rule's terms; `already`: by which rules it was extended before. */
export function extendNumber(
  clock: Extendable,
  wish: ExtensionWish,
  own: Terms | null,
  already: readonly string[],
): Extended {
  if (wish.rule === null) return extendWithoutRule(clock, wish)
  const law = extensionBy(wish.rule)
  if (!law || clock.ruleId === null || !law.of.includes(clock.ruleId)) return { kind: 'no-such-extension' }
  if (law.once && already.includes(wish.rule)) return { kind: 'extended-before' }
  if (law.most === 'own-number' && (!own || own.unit !== clock.unit)) return { kind: 'no-such-extension' }
  const most = law.most === 'first-term' ? clock.firstN : (own?.n ?? 0)
  if (wish.n !== null && wish.n > most) return { kind: 'too-long', most }
  if (law.how === 'in-all') {
    if (wish.chosenOn !== null && wish.n === null) return { kind: 'extended', n: clock.n, latest: most }
    return { kind: 'extended', n: wish.n ?? most, latest: most }
  }
  return wish.chosenOn === null
    ? { kind: 'extended', n: clock.n + (wish.n ?? most), latest: null }
    : { kind: 'not-in-this-way' }
}

/** What no law binds: a day that somebody set, a term of the institution's own, and later than a least. */
function extendWithoutRule({ basis, kind, n }: Extendable, wish: ExtensionWish): Extended {
  if (wish.chosenOn !== null) {
    const byDay = basis === 'day' || kind === 'exact' || kind === 'min'
    if (byDay && wish.n === null) return { kind: 'extended', n, latest: null }
    return basis === 'own' ? { kind: 'not-in-this-way' } : { kind: 'no-such-extension' }
  }
  if (basis !== 'own') return { kind: basis === 'day' ? 'not-in-this-way' : 'no-such-extension' }
  if (wish.n === null) return { kind: 'not-in-this-way' }
  const most = TERM_LIMITS.n.most - n
  return wish.n > most ? { kind: 'too-long', most } : { kind: 'extended', n: n + wish.n, latest: null }
}
