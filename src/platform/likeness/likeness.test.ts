import { describe, expect, it } from 'vitest'
import { likenessOf } from './alike-rules.ts'
import { addToGroups, groupLike, type Grouping } from './grouping-rules.ts'
import { lawOf, wordingOf, type Text } from './wording-rules.ts'

const NAMES = [
  'Arben Hoxha',
  'Drita Leka',
  'Genc Marku',
  'Teuta Shala',
  'Ilir Gashi',
  'Mira Dervishi',
  'Luan Kola',
  'Besa Rama',
  'Petrit Zeka',
  'Vjosa Daci',
]
const PLACES = [
  'Kombinat',
  'Laprakë',
  'Fushë e Madhe',
  'Pazarin e Ri',
  'Shkozë',
  'Don Bosko',
  'Breglumas',
  'Sauk',
  'Yzberisht',
  'Kinostudio',
]
const STREETS = ['e Kavajës', 'e Durrësit', 'Muhamet Gjollesha', 'Myslym Shyri', 'e Barrikadave']

const letter = (name: string, place: string, street: string, house: number): string =>
  `Të nderuar,\nUnë, ${name}, banor i lagjes ${place}, rruga ${street}, nr. ${house}, jam kundër rritjes së tarifës së pastrimit ` +
  `që parashikon ky projekt. Familjet tona paguajnë tashmë shumë dhe shërbimi nuk është përmirësuar. Kërkoj nga Bashkia që tarifa ` +
  `të mbetet 200 lekë në muaj dhe të botohet raporti i shpenzimeve të vitit të kaluar.\nMe respekt,\n${name}`

const text = (id: string, words: string, anchor: string | null = null): Text => ({ id, words, anchor, lang: 'sq' })
const LETTERS: Text[] = NAMES.flatMap((name, n) =>
  PLACES.flatMap((place, p) =>
    STREETS.map((street, s) => text(`k${n}${p}${s}`, letter(name, place, street, n * 10 + p + 1))),
  ),
)
const BASE = letter('Arben Hoxha', 'Sauk', 'e Durrësit', 7)
const like = (a: string, b: string): number => likenessOf(wordingOf(text('a', a)), wordingOf(text('b', b)))
const placesIn = ({ groups, alone }: Grouping) => ({
  groups: groups.map(({ id, sample, members }) => [id, sample, members.map((one) => one.id)]),
  alone,
})

describe('five hundred variants of one letter', () => {
  it('are one also where each says in the sentence of the demand from which village they are', () => {
    const from = (name: string, place: string) =>
      `Unë, ${name}, nga fshati ${place}, kërkoj që bashkia të botojë çdo vit një raport për mbetjet në fshatra.`
    const { groups } = groupLike([
      text('a', from('Agim Shembulli', 'Kodër')),
      text('b', from('Liri Shembulli', 'Zall')),
    ])
    expect(groups.map(({ members }) => members.length)).toEqual([2])
  })

  it('are one group with five hundred members', () => {
    const { groups, alone } = groupLike(LETTERS)
    expect([groups.map(({ members }) => members.length), alone]).toEqual([[500], []])
  })

  it('make the same group in whatever order they come', () => {
    const some = [
      ...LETTERS.filter((_, at) => at % 7 === 0),
      text('z1', 'Dua më shumë pemë në shesh.'),
      text('z2', 'Dua më shumë pemë në shesh.'),
    ]
    const first = placesIn(groupLike(some))
    for (const step of [3, 11, 29]) {
      const turned = some.map((_, at) => some[(at * step + 5) % some.length]).filter((one) => one !== undefined)
      if (new Set(turned).size === some.length) expect(placesIn(groupLike(turned))).toEqual(first)
    }
    expect(placesIn(groupLike(some.toReversed()))).toEqual(first)
  })

  it('stay where they are when others come', () => {
    const before = groupLike(LETTERS.slice(0, 40))
    const after = addToGroups(before, LETTERS.slice(40, 60))
    expect([after.groups.length, after.groups[0]?.id, after.groups[0]?.sample]).toEqual([
      1,
      before.groups[0]?.id,
      before.groups[0]?.sample,
    ])
    expect(after.groups[0]?.members.length).toBe(60)
    expect(placesIn(groupLike(LETTERS.slice(0, 60), before))).toEqual(placesIn(after))
  })

  it('keep their group when the sample is taken back', () => {
    const before = groupLike(LETTERS.slice(0, 20))
    const [group] = before.groups
    const after = groupLike(
      LETTERS.slice(0, 20).filter(({ id }) => id !== group?.sample),
      before,
    )
    expect([after.groups.length, after.groups[0]?.id, after.groups[0]?.members.length]).toEqual([1, group?.id, 19])
    expect(after.groups[0]?.sample).not.toBe(group?.sample)
    expect(
      addToGroups(after, [text('i-ri', letter('Ana Prifti', 'Selitë', 'e Elbasanit', 3))]).groups[0]?.members.length,
    ).toBe(20)
  })
})

describe('the same letter', () => {
  it.each([
    ['without the marks on its letters', BASE.replaceAll('ë', 'e').replaceAll('ç', 'c')],
    ['with a slip of the hand', BASE.replace('pastrimit', 'pastirmit')],
    ['with its sentences in another order', BASE.replace(/(Familjet[^.]*\.) (Kërkoj[^.]*\.)/, '$2 $1')],
    ['with one sentence less', BASE.replace(/Familjet[^.]*\./, '')],
    ['with a sentence of one’s own', `${BASE}\nUnë kam dy fëmijë dhe punoj në një dyqan të vogël pranë tregut.`],
  ])('%s is alike', (_, words) => {
    expect(like(BASE, words)).toBeGreaterThan(0.5)
    expect(like(words, BASE)).toBe(like(BASE, words))
  })

  it.each([
    ['for instead of against', BASE.replace('jam kundër', 'jam pro')],
    ['that denies what it said', BASE.replace('paguajnë tashmë', 'nuk paguajnë')],
    ['that no longer denies', BASE.replace('nuk është', 'është')],
    ['with another amount', BASE.replace('200 lekë', '300 lekë')],
    ['to lower instead of raise', BASE.replace('rritjes', 'uljes')],
    ['with a position added', `${BASE} Megjithatë nuk jam dakord me këtë shkresë.`],
  ])('%s is apart', (_, words) => expect(like(BASE, words)).toBe(0))

  it('at another article is apart', () => {
    expect(likenessOf(wordingOf(text('a', BASE, 'n1')), wordingOf(text('b', BASE, 'n2')))).toBe(0)
  })
})

describe('a quotation of the law', () => {
  const LAW =
    'Tarifa e pastrimit për familjet është 300 lekë në muaj dhe paguhet bashkë me faturën e ujit, deri në datën 20 të çdo muaji. ' +
    'Për biznesin tarifa caktohet sipas sipërfaqes së njësisë dhe paguhet çdo tremujor pranë zyrës së tatimeve.'
  const [one, other] = [
    'Kjo është shumë e rëndë për pensionistët.',
    'Propozoj që bizneset e vogla të lirohen dy vitet e para.',
  ]

  it('makes nobody alike, with marks or without, known or not', () => {
    expect(like(`${LAW} ${one}`, `${LAW} ${other}`)).toBe(0)
    expect(like(`„${LAW}“ ${one}`, `„${LAW}“ ${other}`)).toBe(0)
    const law = lawOf([LAW])
    expect(likenessOf(wordingOf(text('a', `${LAW} ${one}`), law), wordingOf(text('b', `${LAW} ${other}`), law))).toBe(0)
  })
})

describe('short comments', () => {
  it('are alike only when they say the same words', () => {
    expect(like('Jam kundër këtij neni!', 'jam kunder ketij neni')).toBeGreaterThan(0.9)
    expect(like('Jam kundër këtij neni.', 'Jam pro këtij neni.')).toBe(0)
    expect(like('Duam park në Laprakë.', 'Duam park në Kombinat.')).toBe(0)
  })
})

describe('letters in other languages', () => {
  it('are compared in theirs', () => {
    const en = (who: string) =>
      `I, ${who}, do not support the new parking fee. We ask the municipality to keep parking free for residents and to publish the traffic study before any decision.`
    expect(like(en('John Smith'), en('Mary Brown'))).toBeGreaterThan(0.5)
    expect(like(en('John Smith'), en('Mary Brown').replace('do not support', 'support'))).toBe(0)
    const sr = (who: string) =>
      `Ja, ${who}, sam protiv povećanja komunalne takse. Tražimo da opština zadrži sadašnju taksu i da objavi izveštaj o troškovima čistoće za prošlu godinu.`
    expect(like(sr('Jovan Petrović'), sr('Milica Jović'))).toBeGreaterThan(0.5)
    expect(like(sr('Jovan Petrović'), sr('Milica Jović').replace('protiv', 'za'))).toBe(0)
  })
})

describe('ten thousand comments', () => {
  it('are grouped within the time of a job', () => {
    const mixed = (n: number, at: number) =>
      (Math.imul(Math.imul(n + 1, 0x9e3779b1) ^ (at * 7919), 0x85ebca6b) >>> 9) % 6000
    const spelled = (n: number) => String(n).replace(/\d/g, (digit) => 'abdefghijk'[Number(digit)] ?? '')
    const words = (n: number) => Array.from({ length: 40 }, (_, at) => `${spelled(mixed(n, at))}fjala`).join(' ')
    const many = Array.from({ length: 10_000 }, (_, n) =>
      text(`m${n}`, n % 2 === 0 ? (LETTERS[n % 500]?.words ?? '') : words(n)),
    )
    const start = process.cpuUsage()
    const grouping = groupLike(many)
    const { user, system } = process.cpuUsage(start)
    expect((user + system) / 1_000_000).toBeLessThan(20)
    expect(grouping.groups[0]?.members.length).toBe(5000)
  })
})
