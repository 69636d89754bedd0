import { describe, expect, it } from 'vitest'
import { nothingIsLost } from '../nothing-lost-rules.ts'
import { readPastedText } from '../read-pasted-text.ts'
import { outline } from '../texts-testing.ts'

function outlineOf(lines: readonly string[]): string[] {
  const reading = readPastedText(lines.join('\n'))
  expect(nothingIsLost([...lines], reading)).toBeNull()
  return outline(reading)
}

describe('An act of Albania', () => {
  it('nests part, title, chapter, section, article, point, letter and roman numeral', () => {
    const lines = ['PJESA I', 'RREGULLA', 'TITULLI I', 'PARIMET', 'KREU I', 'OBJEKTI', 'SEKSIONI 1', 'FUSHA', 'Neni 1']
    const items = [
      'Objekti',
      '1. Ky kod:',
      'a) një;',
      'b) dy;',
      'c) tre;',
      'ç) katër, si:',
      'i) e para;',
      'ii) e dyta;',
    ]
    expect(outlineOf([...lines, ...items, 'd) pesë;', 'dh) gjashtë.', '2. Pika 1.1 nuk zbatohet.'])).toEqual([
      'part I | RREGULLA',
      '  title I | PARIMET',
      '    chapter I | OBJEKTI',
      '      section 1 | FUSHA',
      '        article 1 | Objekti',
      '          point 1 | Ky kod:',
      '            letter a | një;',
      '            letter b | dy;',
      '            letter c | tre;',
      '            letter ç | katër, si:',
      '              letter i | e para;',
      '              letter ii | e dyta;',
      '            letter d | pesë;',
      '            letter dh | gjashtë.',
      '          point 2 | Pika 1.1 nuk zbatohet.',
    ])
  })

  it('ends in signatures and annexes, whatever they are called', () => {
    const end = ['Neni 1', 'Ky vendim hyn në fuqi.', 'KRYETARI I KËSHILLIT', 'Agim Shembulli', 'Lidhja 1', 'Tarifat']
    expect(outlineOf([...end, '1. Tarifa A.', 'SHTOJCA 2', 'Formulari', 'ANEKS III – Harta'])).toEqual([
      'article 1',
      '  paragraph | Ky vendim hyn në fuqi.',
      'signature | KRYETARI I KËSHILLIT\nAgim Shembulli',
      'annex 1 | Tarifat',
      '  point 1 | Tarifa A.',
      'annex 2 | Formulari',
      'annex III | Harta',
    ])
  })
})

describe('An act of Kosovo', () => {
  it('numbers points three deep, letters its subchapters, and closes with its number and day', () => {
    const lines = ['KREU I', 'RREGULLA', 'NËNKREU A', 'PËRKUFIZIMET', 'Neni 1', 'Përkufizimet', '1. Kuptimi:']
    const points = ['1.1. Park - gjelbërim;', '1.2. Roje - personi që:', '1.2.1. mbikëqyr; dhe', '1.2.2. raporton.']
    const end = ['2. Zbatohet gjithkund.', 'Ligji Nr. 08/L-999', '14 korrik 2026', 'Shpallur me dekretin nr. 10, 2026.']
    expect(outlineOf([...lines, ...points, ...end])).toEqual([
      'chapter I | RREGULLA',
      '  section A | PËRKUFIZIMET',
      '    article 1 | Përkufizimet',
      '      point 1 | Kuptimi:',
      '        point 1.1 | Park - gjelbërim;',
      '        point 1.2 | Roje - personi që:',
      '          point 1.2.1 | mbikëqyr; dhe',
      '          point 1.2.2 | raporton.',
      '      point 2 | Zbatohet gjithkund.',
      'signature | Ligji Nr. 08/L-999\n14 korrik 2026\nShpallur me dekretin nr. 10, 2026.',
    ])
  })

  it('is read in Serbian', () => {
    const lines = ['POGLAVLJE I', 'OPŠTE ODREDBE', 'Član 1', 'Definicije', '1. Korisnik je lice:', 'a) koje ima pravo;']
    const letters = [
      'b) koje plaća;',
      'c) koje održava;',
      'č) koje prijavljuje.',
      '2. U skladu sa članom 1 plaća taksu.',
    ]
    const end = ['Član 2 Stupanje na snagu', 'Pravilnik stupa na snagu.', 'Predsedavajući Skupštine', 'Petar Primer']
    expect(outlineOf([...lines, ...letters, ...end, 'PRILOG 1', 'TAKSE'])).toEqual([
      'chapter I | OPŠTE ODREDBE',
      '  article 1 | Definicije',
      '    point 1 | Korisnik je lice:',
      '      letter a | koje ima pravo;',
      '      letter b | koje plaća;',
      '      letter c | koje održava;',
      '      letter č | koje prijavljuje.',
      '    point 2 | U skladu sa članom 1 plaća taksu.',
      '  article 2 | Stupanje na snagu',
      '    paragraph | Pravilnik stupa na snagu.',
      'signature | Predsedavajući Skupštine\nPetar Primer',
      'annex 1 | TAKSE',
    ])
  })

  it('is read in English, where a sentence may speak of an article', () => {
    const lines = ['CHAPTER I', 'GENERAL PROVISIONS', 'Article 1', 'Purpose', '1. Terms are those defined by']
    const more = [
      'Article 5 of the Law.',
      '2. Article 1 applies.',
      'Article 2',
      'Entry into force',
      'It enters into force.',
    ]
    expect(outlineOf([...lines, ...more, 'ANNEX 1', 'FEES'])).toEqual([
      'chapter I | GENERAL PROVISIONS',
      '  article 1 | Purpose',
      '    point 1 | Terms are those defined by Article 5 of the Law.',
      '    point 2 | Article 1 applies.',
      '  article 2 | Entry into force',
      '    paragraph | It enters into force.',
      'annex 1 | FEES',
    ])
  })
})
