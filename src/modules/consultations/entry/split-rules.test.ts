import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  afterDeed,
  articleNamed,
  cutLetter,
  isWhole,
  partsOf,
  wordsOfPiece,
  type Piece,
  type SplitDeed,
} from './split-rules.ts'

const ARTICLES = [
  { nodeId: 'a-2', label: '2' },
  { nodeId: 'a-12', label: '12' },
  { nodeId: 'a-3-1', label: '3/1' },
]

const cut = (words: string) => {
  const pieces = cutLetter(words, ARTICLES)
  return {
    pieces,
    points: pieces.filter(({ aside }) => !aside).map((piece) => wordsOfPiece(words, piece)),
    aside: pieces.filter(({ aside }) => aside).map((piece) => wordsOfPiece(words, piece)),
    nodes: pieces.filter(({ aside }) => !aside).map(({ node }) => node),
  }
}

describe('a letter is cut where it says itself that a point begins', () => {
  it('at its numbers; greeting and farewell are left aside, lines that go on stay with their point', () => {
    const found = cut(
      'I nderuar kryetar,\nju dërgojmë vërejtjet tona.\n\n1. Në nenin 12 të shtohet e diela.\nArsyeja: më shumë njerëz.\n2. Neni 2, pika 3: tarifa të ulet.\n3) Gjithë teksti të ketë fjalor.\n\nMe respekt,\nShoqata e Tregtarëve',
    )
    expect(found.points).toEqual([
      '1. Në nenin 12 të shtohet e diela.\nArsyeja: më shumë njerëz.',
      '2. Neni 2, pika 3: tarifa të ulet.',
      '3) Gjithë teksti të ketë fjalor.',
    ])
    expect(found.aside).toEqual([
      'I nderuar kryetar,\nju dërgojmë vërejtjet tona.',
      'Me respekt,\nShoqata e Tregtarëve',
    ])
    expect(found.nodes).toEqual(['a-12', 'a-2', null])
  })

  it('at the rows of a table, whose head is left aside', () => {
    const found = cut('Nr.\tNeni\tVërejtja\n1\tNeni 12\tTë shtohet e diela\n2\tNeni 3/1\tTë hiqet\n')
    expect(found.points).toEqual(['1\tNeni 12\tTë shtohet e diela', '2\tNeni 3/1\tTë hiqet'])
    expect(found.aside).toEqual(['Nr.\tNeni\tVërejtja'])
    expect(found.nodes).toEqual(['a-12', 'a-3-1'])
  })

  it('at bullets, at letters, at articles; and where it has nothing of the kind, at its paragraphs', () => {
    expect(cut('Kërkojmë:\n• ulje të tarifës\n• më shumë vende').points).toEqual([
      '• ulje të tarifës',
      '• më shumë vende',
    ])
    expect(cut('a) ulje e tarifës\nb) vende të reja').points).toEqual(['a) ulje e tarifës', 'b) vende të reja'])
    expect(cut('Neni 2\nTë hiqet fjala.\nNeni 12\nTë shtohet.').nodes).toEqual(['a-2', 'a-12'])
    expect(cut('Të nderuar,\n\nTarifa është e lartë.\n\nVendet mungojnë.').points).toEqual([
      'Tarifa është e lartë.',
      'Vendet mungojnë.',
    ])
  })

  it('a bare "Neni 12" heads the point below it', () => {
    expect(cut('Neni 12\n1. Të shtohet e diela.\nNeni 2\n1. Të hiqet.').points).toEqual([
      'Neni 12\n1. Të shtohet e diela.',
      'Neni 2\n1. Të hiqet.',
    ])
  })

  it('knows an article by any way of naming it, and none that the text has not', () => {
    for (const words of ['neni 12', 'Nenit 12 pika 3', 'në nenin 12, shkronja b', 'article 12'])
      expect(articleNamed(words, ARTICLES)).toBe('a-12')
    for (const words of ['neni 99', 'në orën 12', 'pika 12']) expect(articleNamed(words, ARTICLES)).toBeNull()
  })

  it('what was no part of the letter’s body, such as feet of pages, stands aside at its end', () => {
    const words = '1. Një.\n2. Dy.\n\nFaqe 1'
    expect(cutLetter(words, [], words.length - 6).at(-1)).toMatchObject({ aside: true, to: words.length })
  })
})

const LINES = [
  '1. Neni 12 të ndryshohet.',
  '2) Tarifa.',
  '',
  '  ',
  '• pikë',
  'a) shkronjë',
  'Neni 2',
  'x\ty\tz',
  'Me respekt,',
  'Fjali. Tjetra! E treta?',
  '👍 emoji',
  'I nderuar',
  '3.1 nënpikë',
]
const letters = fc
  .array(fc.oneof(fc.constantFrom(...LINES), fc.string({ maxLength: 12 })), { minLength: 1, maxLength: 25 })
  .map((lines) => lines.join('\n'))
  .filter((words) => words.length > 0)
const deeds: fc.Arbitrary<SplitDeed[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('split' as const), at: fc.integer({ min: -2, max: 300 }) }),
    fc.record({ kind: fc.constant('join' as const), piece: fc.integer({ min: -1, max: 12 }) }),
    fc.record({ kind: fc.constant('aside' as const), piece: fc.integer({ min: 0, max: 12 }), aside: fc.boolean() }),
    fc.record({
      kind: fc.constant('article' as const),
      piece: fc.integer({ min: 0, max: 12 }),
      node: fc.constantFrom(null, 'a-2'),
    }),
  ),
  { maxLength: 12 },
)

describe('nothing of a letter is lost', () => {
  it('whatever it holds, every character is in exactly one piece, after the first cut and after whatever was done since', () => {
    fc.assert(
      fc.property(letters, deeds, fc.nat(), (words, done, from) => {
        const cutOnce = cutLetter(words, ARTICLES, words.length - (from % (words.length + 1)))
        const pieces = done.reduce<Piece[]>((before, deed) => afterDeed(before, deed), cutOnce)
        for (const list of [cutOnce, pieces]) {
          expect(isWhole(words, list)).toBe(true)
          expect(list.map((piece) => words.slice(piece.from, piece.to)).join('')).toBe(words)
        }
        for (const piece of pieces)
          expect(
            partsOf(words, piece)
              .map((part) => part.words)
              .join(''),
          ).toBe(words.slice(piece.from, piece.to))
      }),
      { numRuns: 300 },
    )
  })

  it('pieces that overlap, leave a gap or end too early are not the letter', () => {
    const piece = (from: number, to: number) => ({ from, to, aside: false, node: null })
    expect(isWhole('letra', [piece(0, 3), piece(3, 5)])).toBe(true)
    for (const wrong of [[], [piece(0, 4)], [piece(1, 5)], [piece(0, 3), piece(2, 5)], [piece(0, 2), piece(3, 5)]])
      expect(isWhole('letra', wrong)).toBe(false)
  })
})
