import { describe, expect, it } from 'vitest'
import { nothingIsLost } from './nothing-lost-rules.ts'
import { readDocx } from './read-docx.ts'
import { doubtsOf, inList, level, list, listUse, outline, paragraph, run, wordFile } from './texts-testing.ts'

async function read(parts: Parameters<typeof wordFile>[0]) {
  const reading = await readDocx(wordFile(parts))
  if ('why' in reading) throw new Error(reading.why)
  expect(nothingIsLost(reading.source, reading)).toBeNull()
  return reading
}

const numbered = (words: string, numId: number, ilvl = 0) => paragraph(words, inList(numId, ilvl))

/** The numbers that stand before the paragraphs, as Word shows them. */
async function numbersIn(numbering: string, body: string, styles = ''): Promise<string[]> {
  const { source } = await read({ numbering, styles, body })
  return source.map((words) => words.split(' x')[0] ?? '')
}

describe('Automatic numbers of Word', () => {
  it('count in each format, and deeper levels begin again under each wider one', async () => {
    const levels =
      level(0, 'upperRoman', '%1.') +
      level(1, 'decimal', '%1.%2', '<w:isLgl/>') +
      level(2, 'lowerLetter', '%3)') +
      level(3, 'lowerRoman', '(%4)')
    const body = [0, 1, 2, 2, 3, 3, 1, 2, 0, 1].map((ilvl) => numbered('x', 1, ilvl)).join('')
    expect(await numbersIn(list(0, levels) + listUse(1, 0), body)).toEqual([
      'I.',
      '1.1',
      'a)',
      'b)',
      '(i)',
      '(ii)',
      '1.2',
      'a)',
      'II.',
      '2.1',
    ])
  })

  it('go on where another list of the same definition stopped, unless that list starts anew', async () => {
    const anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    const numbering = list(0, level(0, 'decimal', '%1.')) + listUse(1, 0) + listUse(2, 0) + listUse(3, 0, anew)
    const body = [1, 1, 2, 3, 3, 1].map((numId) => numbered('x', numId)).join('')
    expect(await numbersIn(numbering, body)).toEqual(['1.', '2.', '3.', '1.', '2.', '3.'])
  })

  it('restart only where the definition says so', async () => {
    const levels = level(0, 'decimal', 'Kreu %1') + level(1, 'decimal', 'Neni %2', '<w:lvlRestart w:val="0"/>')
    const body = [0, 1, 1, 0, 1].map((ilvl) => numbered('x', 1, ilvl)).join('')
    expect(await numbersIn(list(0, levels) + listUse(1, 0), body)).toEqual([
      'Kreu 1',
      'Neni 1',
      'Neni 2',
      'Kreu 2',
      'Neni 3',
    ])
  })

  it('come from a style, from a list style, and are taken away by numId 0', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Nen"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Vogel"><w:basedOn w:val="Nen"/></w:style>' +
      '<w:style w:type="numbering" w:styleId="Lista"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    const numbering =
      list(0, level(0, 'decimal', '%1.') + level(1, 'decimal', 'Neni %2', '<w:pStyle w:val="Nen"/>')) +
      list(1, level(0, 'upperLetter', '%1.'), '<w:styleLink w:val="Lista"/>') +
      list(2, '', '<w:numStyleLink w:val="Lista"/>') +
      listUse(1, 0) +
      listUse(2, 1) +
      listUse(3, 2)
    const body =
      paragraph('x', '<w:pStyle w:val="Nen"/>') +
      paragraph('x', '<w:pStyle w:val="Vogel"/>') +
      paragraph('y', '<w:pStyle w:val="Nen"/><w:numPr><w:numId w:val="0"/></w:numPr>') +
      numbered('x', 3)
    expect(await numbersIn(numbering, body, styles)).toEqual(['Neni 1', 'Neni 2', 'y', 'A.'])
  })

  it('print nothing for bullets within numbers, and letters twice after z', async () => {
    const bullets = level(0, 'decimal', '%1.') + level(1, 'bullet', '\uf0b7') + level(2, 'decimal', '%1.%2%3')
    expect(
      await numbersIn(list(0, bullets) + listUse(1, 0), [0, 1, 2].map((ilvl) => numbered('x', 1, ilvl)).join('')),
    ).toEqual(['1.', '•', '1.1'])
    const letters = await numbersIn(
      list(0, level(0, 'lowerLetter', '%1)')) + listUse(1, 0),
      numbered('x', 1).repeat(28),
    )
    expect(letters.slice(-3)).toEqual(['z)', 'aa)', 'bb)'])
  })

  it('open articles and points like typed ones', async () => {
    const numbering =
      list(0, level(0, 'decimal', 'Neni %1') + level(1, 'decimal', '%2.') + level(2, 'lowerLetter', '%3)')) +
      listUse(1, 0)
    const body =
      numbered('', 1) +
      paragraph('Objekti', '<w:jc w:val="center"/>') +
      numbered('Rregullohen:', 1, 1) +
      numbered('tregjet;', 1, 2) +
      paragraph('b/1) panairet;') +
      numbered('sheshet.', 1, 2) +
      numbered('', 1) +
      paragraph('Fjalë.')
    expect(outline(await read({ numbering, body }))).toEqual([
      'article 1 | Objekti',
      '  point 1 | Rregullohen:',
      '    letter a | tregjet;',
      '    letter b/1 | panairet;',
      '    letter b | sheshet.',
      'article 2',
      '  paragraph | Fjalë.',
    ])
  })
})

const field = (turn: string) => `<w:r><w:fldChar w:fldCharType="${turn}"/></w:r>`

const box = (prefix: string) =>
  `<mc:${prefix}><w:pict><w:txbxContent>${paragraph('Në kuti.')}</w:txbxContent></w:pict></mc:${prefix}>`

describe('What Word hides, changes and adds', () => {
  it('is read in its accepted state, with what was deleted kept aside', async () => {
    const body =
      paragraph('Neni 1') +
      `<w:p>${run('Tarifa është ')}<w:del>${run('200').replaceAll('w:t', 'w:delText')}</w:del><w:ins>${run('100')}</w:ins>${run(' lekë.')}</w:p>` +
      `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('Afati është')}</w:p>${paragraph(' një muaj.')}`
    const { nodes, doubts } = await read({ body })
    expect(nodes.map((node) => node.body)).toEqual(['', 'Tarifa është 100 lekë.', 'Afati është një muaj.'])
    expect(doubts).toEqual([
      { node: 1, reason: 'tracked-change', source: 'Tarifa është [−200−][+100+] lekë.' },
      { node: null, reason: 'tracked-change', source: '200' },
    ])
  })

  it('is kept aside: notes, comments, headers, hidden words, pictures', async () => {
    const footnotes = `<w:footnote w:type="separator" w:id="0">${paragraph('---')}</w:footnote><w:footnote w:id="2">${paragraph('Shënim.')}</w:footnote>`
    const comments = `<w:comment w:id="7" w:author="Dikush">${paragraph('A është kështu?')}</w:comment>`
    const picture = '<w:r><w:drawing><wp:docPr xmlns:wp="u" descr="Stema"/><a:blip xmlns:a="v"/></w:drawing></w:r>'
    const body = `${paragraph('Neni 1')}<w:p>${run('Fjalë.')}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="7"/></w:r>${run('Fshehur.', '<w:vanish/>')}${picture}</w:p>`
    const { nodes, doubts } = await read({ body, footnotes, comments, header: paragraph('Projekt') })
    expect(nodes.at(-1)?.body).toBe('Fjalë.')
    expect(doubts).toEqual([
      { node: null, reason: 'unreadable', source: 'Fshehur.' },
      { node: null, reason: 'note', source: 'Shënim.' },
      { node: null, reason: 'note', source: 'A është kështu?' },
      { node: null, reason: 'image', source: 'Stema' },
      { node: null, reason: 'page-furniture', source: 'Projekt' },
    ])
  })

  it('shows fields by their result and text boxes once', async () => {
    const both = `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">${box('Choice')}${box('Fallback')}</mc:AlternateContent>`
    const body = `<w:p>${run('Sipas ')}${field('begin')}<w:r><w:instrText>REF neni3</w:instrText></w:r>${field('separate')}${run('nenit 3')}${field('end')}${run('.')}<w:r>${both}</w:r></w:p>`
    expect((await read({ body })).nodes.map((node) => node.body)).toEqual(['Sipas nenit 3.', 'Në kuti.'])
  })
})

const cell = (words: string, span = 1) =>
  `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/></w:tcPr>${paragraph(words)}</w:tc>`

describe('Tables of Word', () => {
  it('are one node each: cells parted by tabs, rows by line breaks, with a doubt', async () => {
    const table = `<w:tbl><w:tr>${cell('Tarifa', 2)}${cell('Lekë')}</w:tr><w:tr>${cell('a')}${cell('b')}${cell('5')}</w:tr></w:tbl>`
    const reading = await read({
      body: paragraph('Neni 1') + paragraph('1. Tarifat janë:') + table + paragraph('2. Paguhen në bankë.'),
    })
    expect(outline(reading)).toEqual([
      'article 1',
      '  point 1 | Tarifat janë:',
      '    table | Tarifa\t\tLekë\na\tb\t5',
      '  point 2 | Paguhen në bankë.',
    ])
    expect(doubtsOf(reading)).toEqual(['table'])
  })
})
