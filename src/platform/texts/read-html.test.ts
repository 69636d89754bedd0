import { describe, expect, it } from 'vitest'
import { nothingIsLost } from './nothing-lost-rules.ts'
import { readHtml, readHtmlFile } from './read-html.ts'
import { outline } from './texts-testing.ts'
import type { ReadText } from './text-rules.ts'

function read(words: string): ReadText {
  const found = readHtml(words)
  if ('why' in found) throw new Error(found.why)
  expect(nothingIsLost(found.source, found)).toBeNull()
  return found
}

const asides = ({ doubts }: ReadText): string[] =>
  doubts.filter((doubt) => doubt.node === null).map((doubt) => `${doubt.reason}: ${doubt.source}`)

describe('Lists of a web page', () => {
  it('bear the numbers that a browser prints', () => {
    const { source } = read(
      '<ol start="3"><li>tre<li value="7">shtatë<ol type="i"><li>një<li>dy</ol><li>tetë</ol>' +
        '<ol reversed><li>dy<li>një</ol><ol style="list-style-type: upper-latin"><li>A</ol><ul><li>pikë</ul>',
    )
    expect(source).toEqual(['3. tre', '7. shtatë', 'i. një', 'ii. dy', '8. tetë', '2. dy', '1. një', 'A. A', '• pikë'])
  })

  it('do not number what brings a number of its own', () => {
    expect(read('<ul><li>a) emri;<li>b) mosha.</ul>').source).toEqual(['a) emri;', 'b) mosha.'])
  })
})

describe('What a page hides or sets apart', () => {
  it('is kept aside, and scripts are nothing', () => {
    const found = read(
      '<style>.x { display: none }</style><p>Neni 1</p><script>var a</script><p class="x">Fshehur.</p>' +
        '<nav><a href="/">Kreu</a></nav><p>Fjalë.<span hidden> Edhe kjo.</span></p>',
    )
    expect(outline(found)).toEqual(['article 1', '  paragraph | Fjalë.'])
    expect(asides(found)).toEqual(['unreadable: Fshehur.', 'page-furniture: Kreu', 'unreadable: Edhe kjo.'])
  })

  it('shows deleted and inserted words beside each other', () => {
    const found = read('<p>Neni 1</p><p>Tarifa është <del>200</del><ins>100</ins> lekë.</p>')
    expect(outline(found)).toEqual(['article 1', '  paragraph | Tarifa është 100 lekë.'])
    expect(found.doubts).toEqual([
      { node: 1, reason: 'tracked-change', source: 'Tarifa është [−200−][+100+] lekë.' },
      { node: null, reason: 'tracked-change', source: '200' },
    ])
  })

  it('takes notes to where their marks stand', () => {
    const found = read(
      '<p>Neni 1</p><p>Fjalë<a href="#_ftn1"><sup>[1]</sup></a> të nenit.</p><p>Neni 2</p><p>Të tjera.</p>' +
        '<div id="ftn1"><p><a name="_ftn1" href="#_ftnref1">[1]</a> Shënim.</p></div>',
    )
    expect(outline(found)).toEqual([
      'article 1',
      '  paragraph | Fjalë të nenit.',
      'article 2',
      '  paragraph | Të tjera.',
    ])
    expect(asides(found)).toEqual(['note: [1] Shënim.'])
  })
})

describe('Tables of a web page', () => {
  it('keep the places of cells that cover others', () => {
    const found = read(
      '<table><tr><th rowspan="2">Nr.<th colspan="2">Tarifa<tr><td>lekë<td>euro<tr><td>1<td>100<td>1</table>',
    )
    expect(found.source).toEqual(['Nr.\tTarifa\t\n\tlekë\teuro\n1\t100\t1'])
  })

  it('that only lay the page out are read as the words they hold', () => {
    const found = read('<table><tr><td><p>Neni 1</p><p>Fjalë.</p><td><p>Anash</p></table>')
    expect(outline(found).slice(0, 2)).toEqual(['article 1', '  paragraph | Fjalë.'])
  })
})

describe('Bytes of a web page', () => {
  const bytes = (words: string, encoding: BufferEncoding) => Buffer.from(words, encoding)

  it.each([
    ['UTF-8 that nobody says', bytes('<p>Neni i përbashkët</p>', 'utf8')],
    ['UTF-16 with its mark', bytes('\ufeff<p>Neni i përbashkët</p>', 'utf16le')],
    ['windows-1252 that nobody says', bytes('<p>Neni i përbashkët</p>', 'latin1')],
    ['what the page says', bytes('<meta charset=windows-1250><p>Neni i përbashkët</p>', 'latin1')],
    ['windows-1252 under the name of UTF-8', bytes('<meta charset="utf-8"><p>Neni i përbashkët</p>', 'latin1')],
  ])('are read as %s', (_, page) => {
    expect(readHtmlFile(page)).toMatchObject({ source: ['Neni i përbashkët'] })
  })

  it.each([
    ['a PDF', '%PDF-1.7', 'not-html'],
    ['a Word file', 'PK\u0003\u0004', 'not-html'],
    ['a program', '<p>\u0000</p>', 'not-html'],
    ['a page without words', '<p> </p><script>var neni</script>', 'no-words'],
  ])('of %s are refused', (_, page, why) => {
    expect(readHtmlFile(bytes(page, 'latin1'))).toEqual({ kind: 'unreadable', why })
  })
})

describe('A hostile page', () => {
  it.each([
    ['a hundred thousand divisions within each other', '<div>'.repeat(100_000)],
    ['a hundred thousand bold words within each other', '<b>x'.repeat(100_000)],
    ['tables within tables', '<table><tr><td>'.repeat(20_000)],
    ['lists within lists', '<ul><li>'.repeat(50_000)],
    ['letters that multiply', Array.from({ length: 3000 }, (_, at) => `<p><font size=${at}>x`).join('')],
  ])('of %s is refused within a moment', (_, page) => {
    const began = performance.now()
    expect(readHtml(page)).toEqual({ kind: 'unreadable', why: 'too-large' })
    expect(performance.now() - began).toBeLessThan(3000)
  })

  it('of very long lines is read in a time that grows with its length', () => {
    const began = performance.now()
    const { nodes } = read(`<p>Neni 1</p>${'<p>Fjalë fjalë.</p>'.repeat(5_000)}<p>${'a '.repeat(100_000)}</p>`)
    expect(nodes.length).toBeGreaterThan(1)
    expect(performance.now() - began).toBeLessThan(8000)
  })
})
