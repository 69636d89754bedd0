import { describe, expect, it } from 'vitest'
import { nothingIsLost } from './nothing-lost-rules.ts'
import { readAkomaNtoso } from './read-akoma-ntoso.ts'
import { doubtsOf, outline } from './texts-testing.ts'

const file = (inside: string, before = ''): Uint8Array =>
  new TextEncoder().encode(
    `<?xml version="1.0"?>${before}<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">${inside}</akomaNtoso>`,
  )

const read = (inside: string) => {
  const text = readAkomaNtoso(file(inside))
  if ('kind' in text) throw new Error(text.why)
  expect(nothingIsLost(text.source, text)).toBeNull()
  return text
}

describe('Akoma Ntoso of other parliaments', () => {
  it('becomes articles, points and letters, with what stands around them', () => {
    const text =
      read(`<act name="act"><meta/><preface><longTitle><p>An Act about <docTitle>markets</docTitle></p></longTitle></preface>
      <preamble><recitals><recital><num>(1)</num><p>Whereas markets matter.</p></recital></recitals></preamble>
      <body><chapter><num>Chapter II</num><heading>Markets</heading>
        <article><num>Article 5</num><heading>Days</heading>
          <paragraph><num>1.</num><list><intro><p>Open on:</p></intro>
            <point><num>(a)</num><content><p>Tuesday;</p></content></point>
            <point><num>(b)</num><content><p>Friday.</p></content></point>
            <wrapUp><p>All year.</p></wrapUp></list></paragraph>
          <paragraph><content><p>Nobody pays.</p></content></paragraph>
        </article></chapter></body>
      <conclusions><p>Done at Provas</p><p><signature>A. Prova</signature></p></conclusions></act>`)
    expect(outline(text)).toEqual([
      'preamble | An Act about markets\n(1) Whereas markets matter.',
      'chapter II | Markets',
      '  article 5 | Days',
      '    point 1 | Open on:',
      '      letter a | Tuesday;',
      '      letter b | Friday.',
      '      paragraph | All year.',
      '    paragraph | Nobody pays.',
      'signature | Done at Provas\nA. Prova',
    ])
  })

  it('has sections for articles where it has no articles', () => {
    const text = read(
      '<act name="a"><body><part><num>Part 1</num><section><num>1</num><heading>Name</heading><content><p>X.</p></content></section></part></body></act>',
    )
    expect(outline(text)).toEqual(['part 1', '  article 1 | Name | X.'])
  })

  it('keeps tables, and asks about cells that reach over others', () => {
    const text = read(
      '<act name="a"><body><article><num>1</num><content><table><caption>Fees</caption><tr><th>Stall</th><th>Fee</th></tr><tr><td colspan="2">none</td></tr></table></content></article></body></act>',
    )
    expect(outline(text)).toEqual(['article 1', '  table | Fees | Stall\tFee\nnone\t'])
    expect(doubtsOf(text)).toEqual(['table'])
  })

  it('sets notes, pictures and foreign markup aside, with a doubt for each', () => {
    const text = read(
      '<act name="a"><body><article><num>1</num><content><p>Fees<authorialNote><p>In lek.</p></authorialNote> apply.<img src="seal.png"/></p><foreign><m:math xmlns:m="urn:m">x</m:math></foreign></content></article></body></act>',
    )
    expect(text.nodes.map((node) => node.body)).toEqual(['Fees apply.'])
    expect(text.doubts.map(({ node, reason, source }) => [node, reason, source])).toEqual([
      [null, 'note', 'In lek.'],
      [null, 'image', 'seal.png'],
      [null, 'unreadable', 'x'],
    ])
  })

  it('brings its annexes', () => {
    const text = read(
      '<act name="a"><body><article><num>1</num></article></body><attachments><attachment><heading>Fees</heading><doc name="annex"><meta/><mainBody><p>Ten.</p></mainBody></doc></attachment></attachments></act>',
    )
    expect(outline(text)).toEqual(['article 1', 'annex | Fees | Ten.'])
  })
})

describe('a file that is none', () => {
  const why = (bytes: Uint8Array) => {
    const outcome = readAkomaNtoso(bytes)
    return 'kind' in outcome ? outcome.why : 'read'
  }

  it('is refused with its reason', () => {
    expect(why(file('<act name="a"><body><article><num>1</num></article></body></act>'))).toBe('read')
    expect(why(file('<act>', ''))).toBe('broken')
    expect(why(file('<act/>', '<!DOCTYPE a [<!ENTITY b "c">]>'))).toBe('broken')
    expect(why(file('<act><body><p>&lol;</p></body></act>'))).toBe('broken')
    expect(why(new TextEncoder().encode('<html/>'))).toBe('not-akoma-ntoso')
    expect(why(Uint8Array.of(0xff, 0x00, 0x80))).toBe('broken')
    expect(why(file('<act name="a"><body><article/></body></act>'))).toBe('read')
    expect(why(file('<act name="a"><meta/></act>'))).toBe('no-words')
    expect(why(file('<list>'.repeat(300) + '</list>'.repeat(300)))).toBe('too-large')
    expect(why(new Uint8Array(33 * 1024 * 1024))).toBe('too-large')
  })
})
