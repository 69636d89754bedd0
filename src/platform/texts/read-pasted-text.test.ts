import { describe, expect, it } from 'vitest'
import { nothingIsLost } from './nothing-lost-rules.ts'
import { readPastedText } from './read-pasted-text.ts'
import { doubtsOf, outline } from './texts-testing.ts'

function read(text: string) {
  const reading = readPastedText(text)
  expect(nothingIsLost(text.split(/\r\n|\n/), reading)).toBeNull()
  return reading
}

describe('Articles in pasted text', () => {
  it('are opened by their line, however offices print it, and keep their labels as text', () => {
    const reading = read(
      [
        'Neni 1',
        'Objekti',
        'Fjalë të nenit.',
        'NENI 2.',
        'Fjalë.',
        'Neni 3 Qëllimi',
        'Fjalë.',
        'Neni 3/1 – Përkufizime',
        'Fjalë.',
        'Neni4',
        'Fjalë.',
        'N E N I  5',
        'Fjalë.',
        'Neni 5/a: Gjobat',
        'Fjalë.',
      ].join('\n'),
    )
    const articles = reading.nodes.filter((node) => node.kind === 'article')
    expect(articles.map((node) => [node.label, node.heading])).toEqual([
      ['1', 'Objekti'],
      ['2', null],
      ['3', 'Qëllimi'],
      ['3/1', 'Përkufizime'],
      ['4', null],
      ['5', null],
      ['5/a', 'Gjobat'],
    ])
  })

  it('are not opened by a sentence that speaks of an article', () => {
    const reading = read(
      [
        'Neni 1',
        'Neni 5 i kësaj rregulloreje zbatohet edhe këtu.',
        'Kërkesa bëhet sipas',
        'Neni 3 të ligjit nr. 139/2015.',
        'Neni 12, pika 2, shfuqizohet.',
        'neni 4',
        'Neni 120/1 “Lejedrejtimi me pikë” i Kodit zbatohet pas një viti.',
      ].join('\n'),
    )
    expect(reading.nodes.filter((node) => node.kind === 'article')).toHaveLength(1)
    expect(doubtsOf(reading)).toContain('looks-like-article')
  })

  it('are not opened by what an amending act quotes', () => {
    const reading = read(
      [
        'Neni 1',
        'Pas nenit 12 shtohet neni 12/1 me këtë përmbajtje:',
        '“Neni 12/1',
        'Gjobat',
        '1. Gjoba është 5 000 lekë.”.',
        'Neni 2',
        'Kjo rregullore hyn në fuqi menjëherë.',
      ].join('\n'),
    )
    expect(outline(reading)).toEqual([
      'article 1',
      '  paragraph | Pas nenit 12 shtohet neni 12/1 me këtë përmbajtje:',
      '  paragraph | “Neni 12/1',
      '  paragraph | Gjobat',
      '  paragraph | 1. Gjoba është 5 000 lekë.”.',
      'article 2',
      '  paragraph | Kjo rregullore hyn në fuqi menjëherë.',
    ])
  })

  it('have their heading above in texts that print it so', () => {
    const reading = read(
      [
        'Neni 1',
        'Fjalët e para.',
        'Emri',
        'Neni 2',
        'Fjalët e dyta.',
        'Selia',
        'Neni 3',
        'Fjalët e treta.',
        'B. Organet',
        'Kuvendi',
        'Neni 4',
        'Fjalët e katërta.',
      ].join('\n'),
    )
    expect(outline(reading).filter((line) => !line.includes('paragraph'))).toEqual([
      'article 1',
      'article 2 | Emri',
      'article 3 | Selia',
      'section B | Organet',
      '  article 4 | Kuvendi',
    ])
  })

  it('are doubted when their numbers jump or come twice', () => {
    const reading = read('Neni 1\nFjalë.\nNeni 3\nFjalë.\nNeni 3\nFjalë.')
    expect(reading.doubts.map((doubt) => [doubt.reason, doubt.source])).toEqual([
      ['numbering-jumps', 'Neni 3'],
      ['numbering-repeats', 'Neni 3'],
    ])
  })
})

const letters = (order: string) =>
  read(
    `Neni 1\nLista:\n${order
      .split(' ')
      .map((one) => `${one}) fjalë;`)
      .join('\n')}`,
  )

describe('Points and letters in pasted text', () => {
  it('nest, and a paragraph after the letters goes to the point that holds them', () => {
    const reading = read(
      [
        'Neni 1',
        '1. Komisioni përbëhet nga:',
        'a) kryetari;',
        'b) anëtarët:',
        'i) të zgjedhur;',
        'ii) të emëruar;',
        'c) sekretari.',
        'Anëtarët nuk paguhen.',
        '2. Komisioni mblidhet:',
        '2.1. çdo muaj;',
        '2.2. me thirrje.',
        '2/1. Mbledhja është e hapur.',
        '3. Vendimi shpallet.',
        'Shpallja bëhet në faqe.',
      ].join('\n'),
    )
    expect(outline(reading)).toEqual([
      'article 1',
      '  point 1 | Komisioni përbëhet nga:',
      '    letter a | kryetari;',
      '    letter b | anëtarët:',
      '      letter i | të zgjedhur;',
      '      letter ii | të emëruar;',
      '    letter c | sekretari.',
      '    paragraph | Anëtarët nuk paguhen.',
      '  point 2 | Komisioni mblidhet:',
      '    point 2.1 | çdo muaj;',
      '    point 2.2 | me thirrje.',
      '  point 2/1 | Mbledhja është e hapur.',
      '  point 3 | Vendimi shpallet.\nShpallja bëhet në faqe.',
    ])
    expect(reading.doubts).toEqual([])
  })

  it('may run in Albanian or in Latin order', () => {
    expect(letters('a b c ç d dh e ë f g gj h i j k l ll m n nj o p q r rr s sh t th u v x xh y z zh').doubts).toEqual(
      [],
    )
    expect(letters('a b c d e f g h i j k l m n o p q r s t u v w x y z').doubts).toEqual([])
    expect(doubtsOf(letters('a c b'))).toEqual(['letter-out-of-order', 'letter-out-of-order'])
  })

  it('are not seen in dates, decimals and words at the beginning of a line', () => {
    const reading = read(
      [
        'Neni 1',
        '1. Vendimi i datës',
        '21.3.2026 zbatohet.',
        '2. Lartësia është deri në',
        '4.20 m në qytet.',
        'e-mail i zyrës shpallet.',
      ].join('\n'),
    )
    expect(
      reading.nodes.filter((node) => node.kind === 'point' || node.kind === 'letter').map((node) => node.label),
    ).toEqual(['1', '2'])
  })

  it('belong to the act itself when it has no articles', () => {
    const reading = read(
      [
        'VENDIM',
        'Nr. 12, datë 3.4.2026',
        'Në mbështetje të ligjit nr. 139/2015,',
        'V E N D O S I :',
        '1. Miratimin e buxhetit.',
        '2. Vendimi hyn në fuqi 10 ditë pas shpalljes.',
        'KRYETARI',
        'Arben Shembulli',
      ].join('\n'),
    )
    expect(outline(reading)).toEqual([
      'preamble | VENDIM\nNr. 12, datë 3.4.2026\nNë mbështetje të ligjit nr. 139/2015,\nV E N D O S I :',
      'point 1 | Miratimin e buxhetit.',
      'point 2 | Vendimi hyn në fuqi 10 ditë pas shpalljes.',
      'signature | KRYETARI\nArben Shembulli',
    ])
  })
})

describe('Divisions in pasted text', () => {
  it('hold one another in the order of the drafting rules', () => {
    const reading = read(
      [
        'PJESA E PARË',
        'TË PËRGJITHSHME',
        'TITULLI I',
        'Parimet',
        'KREU I – DISPOZITA',
        'SEKSIONI 1',
        'Objekti',
        'Neni 1',
        'Fjalë.',
        'KREU II',
        'Neni 2',
        'Sipas kreut II të këtij ligji.',
        'PJESA E DYTË',
        'Neni 3',
        'Fjalë.',
        'ANEKSI 1',
        'Tarifat',
        '1. Tarifa e parë.',
      ].join('\n'),
    )
    expect(outline(reading).filter((line) => !line.includes('paragraph'))).toEqual([
      'part E PARË | TË PËRGJITHSHME',
      '  title I | Parimet',
      '    chapter I | DISPOZITA',
      '      section 1 | Objekti',
      '        article 1',
      '    chapter II',
      '      article 2',
      'part E DYTË',
      '  article 3',
      'annex 1 | Tarifat',
      '  point 1 | Tarifa e parë.',
    ])
  })

  it('hold one another in the order that the text itself shows', () => {
    const reading = read(
      [
        'KREU 1',
        'PJESA 1',
        'Neni 1',
        'Fjalë.',
        'PJESA 2',
        'Neni 2',
        'Fjalë.',
        'KREU 2',
        'PJESA 1',
        'Neni 3',
        'Fjalë.',
      ].join('\n'),
    )
    expect(outline(reading).filter((line) => /part|chapter/.test(line))).toEqual([
      'chapter 1',
      '  part 1',
      '  part 2',
      'chapter 2',
      '  part 1',
    ])
  })
})

describe('Broken lines in pasted text', () => {
  const wrapped = [
    'Neni 1',
    'Çdo person ka të drejtë të kërkojë informacion nga organet e',
    'administratës publike, pa qenë i detyruar të japë arsye për këtë.',
    'Neni 2',
    'Kërkesa paraqitet me shkrim ose me postë elektronike dhe mban',
    'nënshkrimin e kërkuesit. Përgjigjja jepet nga Bashkia Shembull',
    'Veriore brenda dhjetë ditëve.',
  ].join('\n')

  it('are joined where the sentence goes on', () => {
    const bodies = read(wrapped).nodes.map((node) => node.body)
    expect(bodies).toContain(
      'Çdo person ka të drejtë të kërkojë informacion nga organet e administratës publike, pa qenë i detyruar të japë arsye për këtë.',
    )
  })

  it('are joined with a doubt where that is not certain', () => {
    const { doubts } = read(wrapped)
    expect(doubts).toEqual([
      { node: 3, reason: 'broken-line-joined', source: expect.stringMatching(/Shembull\nVeriore/) },
    ])
  })

  it('leave page numbers aside, also in the middle of a sentence', () => {
    const reading = read('Neni 1\nKërkesa paraqitet në zyrën e\n\n- 3 -\n\nprotokollit të bashkisë.')
    expect(reading.nodes.at(-1)?.body).toBe('Kërkesa paraqitet në zyrën e protokollit të bashkisë.')
    expect(reading.doubts.filter((doubt) => doubt.node === null)).toEqual([
      { node: null, reason: 'page-furniture', source: '- 3 -' },
    ])
  })
})

describe('The parts around the articles', () => {
  it('are preamble, signature and annex; the last article keeps its own words', () => {
    const reading = read(
      [
        'REPUBLIKA E SHQIPËRISË',
        'Në mbështetje të ligjit nr. 146/2014,',
        'VENDOSI:',
        'Neni 1',
        'Fjalë.',
        'Neni 2',
        'Ky vendim hyn në fuqi më 1 mars 2026.',
        'KRYETARI I KËSHILLIT',
        'Drita Shembulli',
        'Shembull, më 3.2.2026',
        'LIDHJA 1',
        'Formular i kërkesës',
      ].join('\n'),
    )
    expect(outline(reading)).toEqual([
      'preamble | REPUBLIKA E SHQIPËRISË\nNë mbështetje të ligjit nr. 146/2014,\nVENDOSI:',
      'article 1',
      '  paragraph | Fjalë.',
      'article 2',
      '  paragraph | Ky vendim hyn në fuqi më 1 mars 2026.',
      'signature | KRYETARI I KËSHILLIT\nDrita Shembulli\nShembull, më 3.2.2026',
      'annex 1 | Formular i kërkesës',
    ])
  })

  it('are only paragraphs where nothing is numbered', () => {
    expect(outline(read('Një strategji.\n\nPa nene.'))).toEqual(['paragraph | Një strategji.', 'paragraph | Pa nene.'])
    expect(readPastedText('')).toEqual({ nodes: [], doubts: [], source: [] })
  })

  it('do not begin in a table of contents', () => {
    const reading = read(
      'Përmbajtja\nNeni 1 Objekti ........ 2\nNeni 2 Qëllimi ........ 3\nNeni 1\nObjekti\nFjalë.\nNeni 2\nQëllimi\nFjalë.',
    )
    expect(reading.nodes.filter((node) => node.kind === 'article').map((node) => node.label)).toEqual(['1', '2'])
    expect(doubtsOf(reading)).toEqual(['looks-like-article'])
  })
})
