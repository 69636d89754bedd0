import { inflateSync } from 'node:zlib'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { composePaper, type PaperFacts } from './compose-paper.ts'
import { makePaperDocx } from './make-paper-docx.ts'
import { makePaperPdf } from './make-paper-pdf.ts'
import { paperWords } from './paper-texts.ts'
import { qrPng } from '../papers/qr-picture.ts'
import { findCompiler } from '../papers/typst.ts'

const HOSTILE = '*b* #panic() #read("/etc/passwd") $x$ @ref <l> = // `raw` \\ <w:p/> & "'

const FACTS: PaperFacts = {
  institution: {
    jurisdiction: 'XK',
    kind: 'municipality',
    names: { sq: 'Komuna Provas', en: 'Municipality of Provas', sr: 'Opština Provas' },
    accent: '#1d4a8c',
    emblem: 'a'.repeat(64),
    demonstration: false,
    postal: 'Rruga e Provës 1',
    email: 'protokolli@provas.example',
    telephone: null,
  },
  addresseeName: HOSTILE,
  addresseePostal: 'Rruga 1\nQyteti',
  words: [
    {
      lang: 'sq',
      subjectLine: 'Përgjigje për «{{ceshtja}}»',
      body: `## Çfarë\n\n${HOSTILE}\n\n- një\n- dy`,
      remedy: 'Ankesë.',
    },
    { lang: 'sr', subjectLine: 'Odgovor', body: 'Poštovani,', remedy: '' },
  ],
  deadlineOn: '2026-12-10',
  deadlineBasis: 'neni 1',
  signatoryName: 'Arben Prove',
  signatoryPost: 'Kryetar i Komunës',
  enclosures: 'Relacioni',
  protocolNumber: null,
  protocolDate: null,
  subjects: { sq: ['komenti'], en: ['comment'], sr: ['komenti'] },
  corrects: { number: 3, year: 2026, issuedOn: '2026-11-02' },
  issued: { number: 12, year: 2026, on: '2026-11-22', code: '7K3MQ9TB42XD' },
  url: 'https://kuvend.example',
}
const MADE = new Date('2026-11-22T11:00:00Z')
const EMBLEM = qrPng('emblem')

describe('a paper', () => {
  const paper = composePaper(FACTS)

  it('says number, date and room for a protocol number that is not there yet', () => {
    expect(paper.marks).toEqual([
      { label: 'Nr.', value: '12/2026' },
      { label: 'Nr. Prot.', value: '__________, datë __________' },
      { label: 'Datë', value: '22 nëntor 2026' },
    ])
    const entered = composePaper({ ...FACTS, protocolNumber: '1247/3', protocolDate: '2026-11-20' })
    expect(entered.marks[1]).toEqual({ label: 'Nr. Prot.', value: '1247/3, datë 20 nëntor 2026' })
  })

  it('stands in both languages, each with its own words for the same things', () => {
    expect(paper.parts.map(({ lang, subjectLabel, deadline }) => [lang, subjectLabel, deadline?.words])).toEqual([
      ['sq', 'Lënda', 'Deri më 10 dhjetor 2026'],
      ['sr', 'Predmet', 'Do 10. decembra 2026.'],
    ])
    expect(paper.parts[0]?.remedy?.title).toBe('Udhëzimi për ankesë')
    expect(paper.state).toBe('Republika e Kosovës')
  })

  it('tells the address and the code where it can be checked', () => {
    expect(paper.verify).toMatchObject({
      code: '7K3M-Q9TB-42XD',
      address: 'https://kuvend.example/verifiko/7K3M-Q9TB-42XD',
    })
  })

  it('says of a draft that number and code are given later, and holds no QR code', () => {
    const draft = composePaper({ ...FACTS, issued: null })
    expect(draft.marks[0]?.value).toBe('jepet kur lëshohet')
    expect(draft.verify.address).toBe('')
  })
})

describe.runIf(findCompiler() !== null)('its PDF', async () => {
  const pdf = findCompiler() ? await makePaperPdf(composePaper(FACTS), EMBLEM, MADE) : null
  const bytes = pdf?.toString('latin1') ?? ''
  const everything = bytes + streamsOf(pdf ?? Buffer.alloc(0))

  it('is marked, has a tree of tags, a language, a title, and says that it follows PDF/UA-1', () => {
    expect(bytes.slice(0, 5)).toBe('%PDF-')
    expect(everything).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/)
    expect(everything).toContain('/StructTreeRoot')
    expect(everything).toContain('/Lang (sq)')
    expect(everything).toMatch(/\/DisplayDocTitle true/)
    expect(everything).toContain('<pdfuaid:part>1</pdfuaid:part>')
  })

  it('tags headings, lists and pictures with words, and the second language as such', () => {
    for (const tag of ['/S /H1', '/S /H2', '/S /L', '/S /LI', '/S /Figure', '/Alt', '/Lang (sr)'])
      expect(everything).toContain(tag)
  })

  it('is the same, byte for byte, when it is made again', async () => {
    expect((await makePaperPdf(composePaper(FACTS), EMBLEM, MADE))?.equals(pdf ?? Buffer.alloc(0))).toBe(true)
  })
})

/** What stands in the compressed streams: metadata, tags in object streams. */
function streamsOf(pdf: Buffer): string {
  const text = pdf.toString('latin1')
  return [...text.matchAll(/stream\r?\n/g)]
    .map((match) => {
      const start = match.index + match[0].length
      try {
        return inflateSync(pdf.subarray(start, text.indexOf('endstream', start))).toString('latin1')
      } catch {
        return ''
      }
    })
    .join('\n')
}

describe('its DOCX', async () => {
  const files = unzipSync(await makePaperDocx(composePaper(FACTS), EMBLEM, MADE))
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  const words = part('word/document.xml')

  it('has headings by style, a list by numbering, and a language of its own and of the second part', () => {
    expect(words.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(2)
    expect(words).toContain('<w:pStyle w:val="Heading2"/>')
    expect(words).toContain('<w:numPr>')
    // Without a level a word processor takes it for big words.
    expect(part('word/styles.xml')).toMatch(/w:styleId="Heading1">.*?<w:outlineLvl w:val="0"/)
    expect(part('word/styles.xml')).toContain('w:val="sq-AL"')
    expect(words).toContain('<w:lang w:val="sr-Latn-RS"/>')
  })

  it('has a title, and words for its pictures', () => {
    expect(part('docProps/core.xml')).toContain('<dc:title>Përgjigje për «komenti» – Komuna Provas</dc:title>')
    expect(words).toContain('descr="Stema: Komuna Provas"')
    expect(words).toContain(`descr="${paperWords('XK', 'sq').qrAlt}"`)
  })

  it('holds what people wrote as words and as nothing else', () => {
    expect(words).toContain('&lt;w:p/&gt; &amp;')
    expect(words).toContain('#panic()')
  })
})

it('a machine without the compiler is told by null and not by a crash', async () => {
  const { makePdf } = await import('../papers/typst.ts')
  expect(await makePdf({ source: '', files: {}, madeAt: MADE }, () => null)).toBeNull()
})
