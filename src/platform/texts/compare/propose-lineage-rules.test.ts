import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textOf, told } from './compare-testing.ts'
import { proposeLineage } from './propose-lineage-rules.ts'

const TEXT = `
kreu I Dispozita të përgjithshme
  neni 1 Objekti
    paragraf - Ky vendim përcakton rregullat për tregjet e hapura në territorin e bashkisë.
  neni 2 Përkufizime
    pika 1 Treg i hapur quhet vendi ku prodhuesit shesin drejtpërdrejt fruta, perime dhe bulmet.
    pika 2 Prodhues quhet fermeri i regjistruar që shet vetëm prodhimet e tokës së vet.
    pika 3 Kujdestar quhet punonjësi i bashkisë që hap, mbyll dhe pastron sheshin.
kreu II Tregtimi
  neni 3 Orari
    paragraf - Tregjet hapen në orën gjashtë të mëngjesit dhe mbyllen në mesditë.
  neni 4 Tarifa
    pika 1 Prodhuesi paguan njëqind lekë në ditë për çdo metër tezge.
    pika 2 Fermerët mbi moshën shtatëdhjetë vjeç nuk paguajnë asnjë tarifë.
  neni 5 Hyrja në fuqi
    paragraf - Ky vendim hyn në fuqi pesëmbëdhjetë ditë pas botimit në Fletoren Zyrtare.
`
const from = textOf('a', TEXT)
const redraft = (change: (text: string) => string) => told(proposeLineage(from, textOf('b', change(TEXT))))
const swap = (one: string, other: string) => redraft((text) => text.replace(one, other))
const line = (start: string) => TEXT.split('\n').find((one) => one.trim().startsWith(start)) ?? ''

describe('A text that was drafted anew', () => {
  it('is the same throughout if nothing changed', () => {
    expect(redraft((text) => text)).toEqual([])
  })

  it('is the same with other numbers: labels are no words', () => {
    expect(redraft((text) => text.replaceAll(/neni (\d)/g, (_, n) => `neni ${Number(n) + 10}`))).toEqual([])
  })

  it('has a point reworded, and its article is the same: a node covers its own words only', () => {
    expect(swap('njëqind lekë', 'dyqind lekë')).toEqual(['reworded a12 → b12'])
  })

  it('has a new article, and nothing moved because of it', () => {
    expect(swap('  neni 4', '  neni 4 Uji\n    paragraf - Bashkia siguron ujë të rrjedhshëm.\n  neni 5')).toEqual([
      'new → b11',
      'new → b12',
    ])
  })

  it('lost an article, told where it stood', () => {
    expect(redraft((text) => text.replace(/ {2}neni 3[^]*?(?= {2}neni 4)/, ''))).toEqual(['gone a9 →', 'gone a10 →'])
  })

  it('has one article moved, not all that it passed', () => {
    const entry = `  neni 5 Hyrja në fuqi\n${line('paragraf - Ky vendim hyn')}\n`
    expect(redraft((text) => text.replace(entry, '').replace('  neni 3', `${entry}  neni 3`))).toEqual([
      'moved a14 → b9',
    ])
  })

  it('has a point that went to another article', () => {
    const point = `${line('pika 3 Kujdestar')}\n`
    expect(redraft((text) => text.replace(point, '').replace('  neni 4', `${point}  neni 4`))).toEqual([
      'moved a7 → b10',
    ])
  })

  it('has a point that went to another article and says something else there', () => {
    const point = `${line('pika 3 Kujdestar')}\n`
    const other = point.replace('pastron', 'ruan')
    expect(redraft((text) => text.replace(point, '').replace('  neni 4', `${other}  neni 4`))).toEqual([
      'reworded a7 → b10 moved',
    ])
  })

  it('has an article split in two: the lineage goes with most of the words', () => {
    expect(swap('    pika 3', '  neni 2/1 Kujdestari\n    pika 1')).toEqual(['split a4 → b4+b7'])
  })

  it('has two articles merged', () => {
    expect(redraft((text) => text.replace('  neni 4 Tarifa\n', ''))).toEqual([
      expect.stringMatching(/^merged a1?\d?.*/),
    ])
  })

  it('has two points merged', () => {
    expect(swap('së vet.\n    pika 3 Kujdestar', 'së vet. Kujdestar')).toEqual(['merged a6+a7 → b6'])
  })

  it('has a chapter heading put in: what stands beneath has not moved', () => {
    expect(swap('  neni 4', 'kreu III Tarifat\n  neni 4')).toEqual(['split a8 → b8+b11'])
  })

  it('has spaces and line breaks elsewhere, which nobody reads', () => {
    expect(swap('në territorin e bashkisë', 'në  territorin e bash\u00adkisë')).toEqual([])
  })
})

describe('What cannot be told apart', () => {
  const REPEALED = `
neni 1 Objekti
  paragraf - Ky ligj rregullon lejet e ndërtimit në zonat e mbrojtura.
neni 2
  paragraf - Shfuqizohet.
neni 3
  paragraf - Shfuqizohet.
neni 4 Gjobat
  paragraf - Kush ndërton pa leje gjobitet nga inspektorati i bashkisë.`

  it('is certain as long as as many stand between the same neighbours', () => {
    expect(told(proposeLineage(textOf('a', REPEALED), textOf('b', REPEALED)))).toEqual([])
  })

  it('is a doubt when one of two is gone', () => {
    const later = textOf('b', REPEALED.replace('neni 3\n  paragraf - Shfuqizohet.\n', ''))
    expect(told(proposeLineage(textOf('a', REPEALED), later))).toEqual(['same a3 → b3 ?', 'gone a5 →', 'gone a6 →'])
  })

  it('is new and gone when nothing but the place agrees', () => {
    const later = textOf(
      'b',
      REPEALED.replace('Gjobat', 'Ankimi').replace(
        /Kush ndërton.*/,
        'Ankesat shqyrtohen prej gjykatës brenda dhjetë ditësh.',
      ),
    )
    expect(
      told(proposeLineage(textOf('a', REPEALED), later))
        .map((one) => one.split(' ')[0])
        .toSorted(),
    ).toEqual(['gone', 'gone', 'new', 'new'])
  })
})

const words = fc.array(fc.constantFrom('ligji', 'bashkia', 'tregu', 'neni', 'shesh', 'gjobë', 'Shfuqizohet.'), {
  maxLength: 6,
})
const lines = fc.array(fc.tuple(fc.constantFrom('kreu', 'neni', '  pika', '    shkronja', 'paragraf'), words), {
  maxLength: 14,
})
const outline = lines.map((some) => some.map(([kind, own]) => `${kind} - ${own.join(' ')}`).join('\n'))

describe('Any two texts', () => {
  it('have every node of either in exactly one change', () => {
    fc.assert(
      fc.property(outline, outline, (one, other) => {
        const [earlier, later] = [textOf('a', one), textOf('b', other)]
        const comparison = proposeLineage(earlier, later)
        expect(comparison.flatMap((change) => change.from).toSorted()).toEqual(
          earlier.map((node) => node.nodeId).toSorted(),
        )
        expect(comparison.flatMap((change) => change.to).toSorted()).toEqual(
          later.map((node) => node.nodeId).toSorted(),
        )
        for (const { kind, from: some, to: others, likeness } of comparison) {
          expect([some.length, others.length]).toEqual(SIDES[kind] ?? [expect.any(Number), expect.any(Number)])
          expect(likeness).toBeGreaterThanOrEqual(0)
          expect(likeness).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('have no part that is more than the whole: a point that lost words was measured by what it said before', () => {
    const earlier = textOf('a', 'neni - \n    shkronja - ligji ligji')
    const later = textOf('b', 'neni - ligji\nneni - \n    shkronja - ligji')
    const comparison = proposeLineage(earlier, later)
    expect(told(comparison)).toEqual(['split a1 → b1+b2 ?', 'reworded a2 → b3 ?'])
    expect(comparison.flatMap(({ likeness }) => (likeness > 1 ? [likeness] : []))).toEqual([])
  })

  it('are compared in the same way each time', () => {
    fc.assert(
      fc.property(outline, outline, (one, other) => {
        const compare = () => proposeLineage(textOf('a', one), textOf('b', other))
        expect(compare()).toEqual(compare())
      }),
    )
  })

  it('are the same throughout if they are one text', () => {
    fc.assert(
      fc.property(outline, (one) => {
        expect(told(proposeLineage(textOf('a', one), textOf('b', one)))).toEqual([])
      }),
    )
  })

  it('have as much gone in one direction as is new in the other', () => {
    const lost = (one: string, other: string, kind: string) =>
      proposeLineage(textOf('a', one), textOf('a', other)).filter((change) => change.kind === kind).length
    const later = TEXT.replace(line('pika 2 Prodhues'), '').replace('Orari', 'Koha')
    expect(lost(TEXT, later, 'gone')).toBe(lost(later, TEXT, 'new'))
    expect(lost(TEXT, later, 'gone')).toBe(1)
  })
})

const SIDES: Record<string, [number, number]> = {
  same: [1, 1],
  moved: [1, 1],
  reworded: [1, 1],
  new: [0, 1],
  gone: [1, 0],
}
