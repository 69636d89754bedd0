import { describe, expect, it } from 'vitest'
import { sq as ownComment } from './comments/own-texts.sq.ts'
import { sq as comments } from './comments/texts.sq.ts'
import { sq as consultations } from './consultation-texts.sq.ts'
import { sq as drafting } from './drafting/texts.sq.ts'
import { sq as moderation } from './moderation/texts.sq.ts'
import { textsIn } from './texts.ts'

type Leaf = { path: string; value: unknown }

const leavesOf = (value: unknown, path = ''): Leaf[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, path === '' ? key : `${path}.${key}`))
    : [{ path, value }]

const NUMBERS = [0, 1, 2, 5]

/** Every function is tried with every number; one that expects a name takes the number as the name. */
function wordsOf({ path, value }: Leaf): { path: string; words: string }[] {
  if (typeof value === 'string') return [{ path, words: value }]
  if (typeof value !== 'function') throw new Error(`${path} is neither words nor a function`)
  return NUMBERS.flatMap((n) => {
    const said: unknown = Reflect.apply(
      value,
      null,
      Array.from({ length: value.length }, (_, place) => (place === 0 ? n : n + place)),
    )
    const list: unknown[] = Array.isArray(said) ? said : [said]
    return list.map((words) => ({ path: `${path}(${n})`, words: typeof words === 'string' ? words : String(words) }))
  })
}

const saidIn = (lang: 'sq' | 'en') => leavesOf(textsIn(lang)).flatMap(wordsOf)
const faults = (lang: 'sq' | 'en', wrong: RegExp) =>
  saidIn(lang)
    .filter(({ words }) => wrong.test(words))
    .map(({ path, words }) => `${path}: ${words}`)

const ENGLISH =
  /(?<![\p{L}@.-])(the|and|your|you|of|for|with|this|that|submit|send|search|save|cancel|comment|comments|draft|article|e-?mail\p{L}*|feedback|link|click|file|upload|deadline|workshop|online|website|login)(?![\p{L}@])/iu

describe('the texts of consultations', () => {
  it('have the same keys in both languages, down to the last', () => {
    const paths = (lang: 'sq' | 'en') => leavesOf(textsIn(lang)).map(({ path, value }) => `${path} ${typeof value}`)
    expect(paths('en').toSorted()).toEqual(paths('sq').toSorted())
    expect(paths('sq').length).toBeGreaterThan(300)
  })

  it('lose no key where the subjects are put together', () => {
    const atTop = { ...consultations, ...comments, ...ownComment }
    const parts = [consultations, comments, ownComment]
    expect(Object.keys(atTop)).toHaveLength(parts.flatMap((part) => Object.keys(part)).length)
    const office = [drafting, moderation].flatMap((part) => Object.keys(part))
    expect(new Set(office).size).toBe(office.length)
    expect(Object.keys(textsIn('sq').office)).toEqual(expect.arrayContaining(office))
  })

  it.each(['sq', 'en'] as const)('say something, whole and tidy, for none, one, two and five (%s)', (lang) => {
    expect(faults(lang, /^\s*$|^\s|\s$| {2}|undefined|null|NaN|\[object/)).toEqual([])
  })

  it.each(['sq', 'en'] as const)('speak of one thing in the singular (%s)', (lang) => {
    const t = textsIn(lang)
    const one = [t.list.comments(1), t.page.articleComments(1), t.page.allComments(1), t.form.charactersLeft(1)]
    one.push(t.form.charactersLeft(-1), t.form.errors.bodyLong(5000, 1))
    const plural = lang === 'sq' ? /1 (komente|shenja|dyshime|nene)/ : /1 (comments|characters|doubts|articles|parts)/
    expect(one.filter((words) => plural.test(words))).toEqual([])
    expect(t.daysLeft(1)).not.toMatch(/days/)
  })

  it('hold no English word in Albanian', () => {
    expect(faults('sq', ENGLISH)).toEqual([])
  })

  it('quote with « » and write the apostrophe ’ in Albanian', () => {
    expect(faults('sq', /["'“”„‘`]/)).toEqual([])
    expect(faults('sq', /«[^»]*$|^[^«]*»|«\s|\s»/)).toEqual([])
  })

  it('use no straight or foreign quotes in English', () => {
    expect(faults('en', /["'“”„«»`]/)).toEqual([])
  })

  it.each(['sq', 'en'] as const)('use no dash for a pause, no three dots and no exclamation mark (%s)', (lang) => {
    expect(faults(lang, /[—–!…]|\.{2,}| - /)).toEqual([])
  })

  it('write no e for ë where it is most often forgotten', () => {
    expect(
      faults('sq', /(?<!\p{L})(eshte|nuk eshte|per|nje|kete|Cfare|cfare|cdo|mbeshtet\p{L}*|derguar)(?!\p{L})/u),
    ).toEqual([])
  })

  it('never call the institution a bashki, for in Kosovo it is a komunë', () => {
    expect(faults('sq', /(?<!\p{L})(bashki|komun(?!ik))/iu)).toEqual([])
  })

  it('name the button of the letter as the page names it', () => {
    for (const lang of ['sq', 'en'] as const) {
      const t = textsIn(lang)
      expect(t.letters.confirmation('x', 'y').join(' ')).toContain(t.own.confirm)
      expect(t.sent.words.join(' ')).toContain(t.own.confirm)
    }
  })

  it('tell the clock by a city of the country, not by the name of a zone', () => {
    for (const lang of ['sq', 'en'] as const) {
      for (const zone of ['Europe/Tirane', 'Europe/Belgrade']) {
        expect(textsIn(lang).closing.zones[zone] ?? 'Europe').not.toContain('Europe')
      }
    }
  })
})
