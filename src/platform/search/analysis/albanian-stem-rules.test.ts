import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { stemAlbanian } from './albanian-stem-rules.ts'
import { STEM_VERSION, tsvectorOf } from './analyse-rules.ts'
import { fold } from './fold-rules.ts'
import { PINNED_STEMS } from './pinned-stems-testing.ts'

/** What the rules of each version make of the pinned forms and of one text. Never edited: a new version adds its line. */
const DIGESTS: Readonly<Record<number, string>> = {
  1: '101c217c200ae320',
}

const stem = (word: string) => stemAlbanian(fold(word))

const PLACES = (
  'Belsh Berat Bulqizë Cërrik Delvinë Devoll Dibër Divjakë Dropull Durrës Elbasan Fier Finiq Gjirokastër Gramsh Has Himarë ' +
  'Kamëz Kavajë Këlcyrë Klos Kolonjë Konispol Korçë Krujë Kuçovë Kukës Kurbin Lezhë Libohovë Librazhd Lushnjë Maliq ' +
  'Mallakastër Mat Memaliaj Mirditë Patos Peqin Përmet Pogradec Poliçan Prrenjas Pukë Pustec Roskovec Rrogozhinë Sarandë ' +
  'Selenicë Shijak Shkodër Skrapar Tepelenë Tiranë Tropojë Vlorë Vorë ' +
  'Deçan Dragash Drenas Ferizaj Gjakovë Gjilan Graçanicë Istog Junik Kaçanik Kamenicë Klinë Kllokot Leposaviq Lipjan ' +
  'Malishevë Mamushë Mitrovicë Novobërdë Obiliq Partesh Pejë Podujevë Prishtinë Prizren Rahovec Ranillug Shtërpcë Shtime ' +
  'Skenderaj Suharekë Viti Vushtrri Zveçan Kosovë'
).split(' ')

/** Bare, definite, genitive, accusative. */
function formsOfPlace(name: string): string[] {
  if (name.endsWith('ër')) return ['ër', 'ra', 'rës', 'rën'].map((ending) => name.slice(0, -2) + ending)
  if (name.endsWith('ë')) return ['ë', 'a', 'ës', 'ën'].map((ending) => name.slice(0, -1) + ending)
  if (name.endsWith('e')) return [name, `${name.slice(0, -1)}ja`, `${name}s`, `${name}n`]
  if (name.endsWith('i')) return ['', 'a', 'së', 'në'].map((ending) => name + ending)
  const vowel = /[kg]$/.test(name) ? 'u' : 'i'
  return ['', vowel, `${vowel}t`, `${vowel}n`].map((ending) => name + ending)
}

describe('The stem of an Albanian word', () => {
  it.each(PINNED_STEMS)('$stem', ({ stem: expected, forms }) => {
    expect(forms.map((form) => `${form} ${stem(form)}`)).toEqual(forms.map((form) => `${form} ${expected}`))
  })

  it('changes only with a new version, because the index of before has the old ones', () => {
    const text =
      'Vendimi nr. 55, datë 12.3.2024 i Këshillit Bashkiak; VKM 828; Ligji Nr. 08/L-123: 1 234,50 lekë në Prizren.'
    const made = [
      ...PINNED_STEMS.flatMap(({ forms }) => forms.map((form) => `${form} ${stem(form)}`)),
      ...PLACES.flatMap(formsOfPlace).map(stem),
      ...(['sq', 'en', 'sr'] as const).map((lang) =>
        tsvectorOf(
          [
            { text, weight: 'A' },
            { text, weight: 'D' },
          ],
          lang,
        ),
      ),
      tsvectorOf([{ text: 'The council approved municipal budgets at public meetings', weight: 'B' }], 'en'),
      tsvectorOf([{ text: 'Скупштина општине Призрен усваја буџете', weight: 'B' }], 'sr'),
    ]
    const digest = createHash('sha256').update(made.join('\n')).digest('hex').slice(0, 16)
    expect(
      digest,
      'What words become has changed: raise STEM_VERSION and add its line here, so that the index is built anew.',
    ).toBe(DIGESTS[STEM_VERSION])
    expect(Object.keys(DIGESTS).at(-1)).toBe(String(STEM_VERSION))
  })

  it.each(PLACES)('is one for all forms of %s', (name) => {
    expect(new Set(formsOfPlace(name).map(stem)).size).toBe(1)
  })

  it('is different for every municipality', () => {
    expect(new Set(PLACES.map(stem)).size).toBe(PLACES.length)
  })

  it('keeps apart what the law keeps apart', () => {
    expect(stem('paditësi')).not.toBe(stem('i padituri'.slice(2)))
    expect(stem('pronësia')).not.toBe(stem('prona'))
    expect(stem('dhënies')).not.toBe(stem('të dhënat'.slice(3)))
    expect(stem('taksi')).not.toBe(stem('taksa'))
  })

  it('leaves numbers and short words as they are', () => {
    expect(['2026', '12a', 'ue', 'kb'].map(stemAlbanian)).toEqual(['2026', '12a', 'ue', 'kb'])
  })
})
