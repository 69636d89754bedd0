import { describe, expect, it } from 'vitest'
import { highlight, tsqueryOf, tsvectorOf } from './analyse-rules.ts'
import { SYNONYMS } from './synonyms-rules.ts'

const query = (words: string) => {
  const found = tsqueryOf(words, { lang: 'sq' })
  if (found === null) throw new Error(`Nothing in ${words}`)
  return found
}

/** The fragment with its marks in brackets. */
function marked(text: string, words: string, maxWords = 12): string {
  const { fragment, marks } = highlight(text, query(words), { maxWords })
  return marks.reduceRight(
    (shown, [start, end]) => `${shown.slice(0, start)}[${shown.slice(start, end)}]${shown.slice(end)}`,
    fragment,
  )
}

describe('What is looked for', () => {
  it('is nothing when there is no word in it', () => {
    for (const words of ['', '   ', '"', "'' -- !", '…']) expect(tsqueryOf(words, { lang: 'sq' })).toBeNull()
  })

  it('says when all of it is too common', () => {
    expect(query('e të')).toMatchObject({ onlyStopWords: true, terms: [] })
    expect(query('"në të"')).toMatchObject({ onlyStopWords: true })
    expect(query('para jetë')).toMatchObject({ onlyStopWords: false })
    expect(query('e buxhetit')).toMatchObject({ onlyStopWords: false, terms: [{ folded: ['buxhetit'] }] })
  })

  it('takes words of sixteen, and says that more were typed', () => {
    const many = query(Array.from({ length: 30 }, (_, at) => `fjala${at}`).join(' '))
    expect(many.terms).toHaveLength(16)
    expect(many.cut).toBe(true)
    expect(query('buxhet').cut).toBe(false)
  })

  it('takes what is only left out as what is looked for', () => {
    expect(query('-komunë').terms).toMatchObject([{ excluded: false }])
    expect(query('buxhet -komunë').terms).toMatchObject([{ excluded: false }, { excluded: true }])
    expect(query('e-Albania').terms).toMatchObject([{ folded: ['albania'], excluded: false }])
  })

  it('offers what may mean the same, and looks for what does', () => {
    expect(query('taksë').suggestions.map(({ instead }) => instead)).toContain('tatim')
    expect(query('taksë').tsquery).not.toContain('tatim')
    expect(query('komuna').tsquery).toContain("'bashk'")
    expect(tsqueryOf('komuna', { lang: 'sq', synonyms: false })?.tsquery).not.toContain("'bashk'")
  })

  it('has no group of synonyms that claims a review nobody made, and none that says one thing twice', () => {
    expect(SYNONYMS.filter((group) => group.reviewed)).toEqual([])
    for (const { words } of SYNONYMS) expect(new Set(words).size).toBe(words.length)
  })

  it('keeps a query small', () => {
    expect(query('vendimi i këshillit bashkiak për buxhetin e bashkisë 2026').tsquery.length).toBeLessThan(1200)
  })
})

describe('What a text becomes', () => {
  it('counts names less than words, and keeps them as written', () => {
    const vector = tsvectorOf([{ text: 'Rruga e Mirashit', weight: 'B' }], 'sq')
    expect(vector).toContain("'=mirashit':3C")
    expect(vector).toContain("'=mirash':3")
    expect(vector).not.toContain('=rruga')
  })

  it('keeps places within what the database holds', () => {
    const vector = tsvectorOf([{ text: 'fjalë dhe '.repeat(20_000), weight: 'D' }], 'sq')
    const places = /:([\d,]+)$/.exec(vector)?.[1]?.split(',') ?? []
    expect(places.length).toBeLessThanOrEqual(255)
    expect(Math.max(...places.map(Number))).toBeLessThanOrEqual(16_383)
  })
})

describe('A passage', () => {
  it('marks every form of the word, also in decomposed letters', () => {
    expect(marked('Bashkia Tiranë miratoi buxhetin e bashkisë.', 'bashki')).toBe(
      '[Bashkia] Tiranë miratoi buxhetin e [bashkisë].',
    )
    const text = 'Këshilli i Tiranës'.normalize('NFD')
    expect(marked(text, 'tirane')).toBe('Këshilli i [Tiranës]'.normalize('NFD'))
  })

  it('marks synonyms, and phrases only where they stand together', () => {
    expect(marked('Kuvendi komunal dhe bashkia', 'komuna')).toBe('Kuvendi komunal dhe [bashkia]')
    expect(marked('Në Gazetën Zyrtare, jo në gazetën e zyrtarit.', 'Fletorja Zyrtare')).toContain('[Gazetën] [Zyrtare]')
    expect(marked('Plan i buxhetit; buxheti i planit', '"plani i buxhetit"')).toBe(
      '[Plan] i [buxhetit]; buxheti i planit',
    )
  })

  it('marks references as they were typed', () => {
    expect(marked('Vendimi nr. 12/2026, jo 112/2026 a 1/2026', '12/2026')).toBe(
      'Vendimi [nr. 12/2026], jo 112/2026 a 1/2026',
    )
  })

  it('does not mark what was left out', () => {
    expect(marked('buxheti i komunës', 'buxheti -komunë')).toBe('[buxheti] i komunës')
  })

  it('shows where most different words stand', () => {
    const text = `${'buxheti '.repeat(30)}${'fjalë '.repeat(30)}buxheti i arsimit dhe fund`
    expect(marked(text, 'buxheti arsimi', 12)).toContain('[buxheti] i [arsimit]')
  })

  it('begins at the beginning when nothing was found in it', () => {
    expect(marked('Një tekst pa asgjë', 'buxheti')).toBe('Një tekst pa asgjë')
  })
})
