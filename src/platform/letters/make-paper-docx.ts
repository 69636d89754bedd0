import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx'
import type { Paper, PaperPart } from './compose-paper.ts'
import type { LetterLang } from './official-letter-rules.ts'
import { qrPng } from '../papers/qr-picture.ts'
import type { PaperBlock } from './template-rules.ts'

/** As Word names languages. */
const WORD_LANGS: Record<LetterLang, string> = { sq: 'sq-AL', en: 'en-GB', sr: 'sr-Latn-RS' }

/** Twentieths of a point in a millimetre. */
const MM = 56.7
const mm = (count: number): number => Math.round(count * MM)

/** Where the right half of the page begins. */
const HALF = mm(80)
/** A picture is cut off where the line has a height of its own. */
const ONE_LINE = { after: 60, line: 240, lineRule: LineRuleType.AUTO }
const GREY = '55524a'
const BULLETS = 'lists'

/** The paper as a DOCX with styles, headings and languages: for offices that file and answer in a word processor. */
export async function makePaperDocx(paper: Paper, emblem: Buffer | null, madeAt: Date): Promise<Buffer> {
  const document = new Document({
    title: paper.title,
    creator: paper.institution,
    lastModifiedBy: paper.institution,
    description: `${paper.institution}, ${madeAt.toISOString().slice(0, 10)}`,
    styles: stylesOf(paper),
    numbering: {
      config: [
        {
          reference: BULLETS,
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '–',
              style: { paragraph: { indent: { left: mm(6), hanging: mm(5) } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(20), bottom: mm(22), left: mm(25), right: mm(25) },
          },
        },
        footers: { default: new Footer({ children: [footer(paper)] }) },
        children: [...letterhead(paper, emblem), ...paper.parts.flatMap(part(paper)), ...closing(paper)],
      },
    ],
  })
  return Packer.toBuffer(document)
}

const stylesOf = ({ lang }: Paper) => ({
  default: {
    document: {
      run: { font: 'Times New Roman', size: 22, language: { value: WORD_LANGS[lang] } },
      paragraph: { spacing: { after: 140, line: 276, lineRule: LineRuleType.AUTO } },
    },
    heading1: {
      run: { size: 26, bold: true, color: '000000' },
      // Without a level of its own a heading is big words and nothing else to a word processor.
      paragraph: { spacing: { before: 280, after: 200 }, keepNext: true, outlineLevel: 0 },
    },
    heading2: {
      run: { size: 22, bold: true, color: '000000' },
      paragraph: { spacing: { before: 220, after: 80 }, keepNext: true, outlineLevel: 1 },
    },
  },
})

type Words = Omit<IRunOptions, 'text' | 'children'>

const paragraph = (words: string, run: Words = {}, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ ...options, children: [new TextRun({ ...run, text: words })] })

function letterhead(paper: Paper, emblem: Buffer | null): Paragraph[] {
  const centred = { alignment: AlignmentType.CENTER, spacing: { after: 60 } }
  const line = { style: BorderStyle.SINGLE, size: 10, color: (paper.accent ?? '#a9101c').slice(1), space: 6 }
  return [
    ...(emblem
      ? [new Paragraph({ ...centred, spacing: ONE_LINE, children: [picture(emblem, 76, 76, paper.emblemAlt)] })]
      : []),
    paragraph(paper.state.toLocaleUpperCase('sq'), { size: 19, color: GREY }, centred),
    paragraph(
      paper.institution,
      { size: 30, bold: true },
      { ...centred, spacing: { after: 240 }, border: { bottom: line } },
    ),
    ...paper.marks.map(({ label, value }) => paragraph(`${label} ${value}`, { size: 20 }, { spacing: { after: 40 } })),
  ]
}

/** As the file of a picture says, scaled into a box. */
function picture(png: Buffer, width: number, height: number, words: string): ImageRun {
  const [from, to] = [png.readUInt32BE(16) || 1, png.readUInt32BE(20) || 1]
  const scale = Math.min(width / from, height / to)
  return new ImageRun({
    type: 'png',
    data: png,
    transformation: { width: Math.round(from * scale), height: Math.round(to * scale) },
    altText: { name: words, title: words, description: words },
  })
}

const part =
  (paper: Paper) =>
  (content: PaperPart): Paragraph[] => {
    const run: Words = { language: { value: WORD_LANGS[content.lang] } }
    // Names and the titles of enclosures are written once, in the first language.
    const first: Words = { language: { value: WORD_LANGS[paper.lang] } }
    const { deadline, remedy, enclosures } = content
    return [
      ...(content.institution ? [secondHead(content.institution, run)] : []),
      ...addressee(content, run),
      heading(HeadingLevel.HEADING_1, `${content.subjectLabel}: ${content.subject}`, run),
      ...(content.corrects ? [paragraph(content.corrects, { ...run, italics: true })] : []),
      ...content.blocks.flatMap(block(run)),
      ...(deadline ? [heading(HeadingLevel.HEADING_2, deadline.title, run)] : []),
      ...(deadline
        ? [
            new Paragraph({
              children: [
                new TextRun({ ...run, text: `${deadline.words} (` }),
                new TextRun({ ...first, text: deadline.basis }),
                new TextRun({ ...run, text: ').' }),
              ],
            }),
          ]
        : []),
      ...(remedy ? [heading(HeadingLevel.HEADING_2, remedy.title, run), ...remedy.blocks.flatMap(block(run))] : []),
      ...(enclosures
        ? [
            heading(HeadingLevel.HEADING_2, enclosures.title, run),
            ...block(first)({ kind: 'list', items: enclosures.items }),
          ]
        : []),
    ]
  }

const heading = (level: (typeof HeadingLevel)[keyof typeof HeadingLevel], words: string, run: Words): Paragraph =>
  paragraph(words, run, { heading: level })

const secondHead = (words: string, run: Words): Paragraph =>
  paragraph(
    words,
    { ...run, size: 24, bold: true },
    {
      spacing: { before: 480, after: 120 },
      border: { top: { style: BorderStyle.SINGLE, size: 4, color: GREY, space: 8 } },
    },
  )

function addressee({ to, addressee: lines }: PaperPart, run: Words): Paragraph[] {
  const right = { indent: { left: HALF }, spacing: { after: 20 } }
  if (lines.length === 0) return []
  return [
    paragraph(to, { ...run, size: 19, color: GREY }, { ...right, spacing: { before: 200, after: 20 } }),
    ...lines.map((line, index) => paragraph(line, { bold: index === 0 }, right)),
  ]
}

const block =
  (run: Words) =>
  (content: PaperBlock): Paragraph[] => {
    if (content.kind === 'heading') return [heading(HeadingLevel.HEADING_2, content.words, run)]
    if (content.kind === 'list')
      return content.items.map((words) =>
        paragraph(words, run, { numbering: { reference: BULLETS, level: 0 }, spacing: { after: 60 } }),
      )
    const lines = content.lines.map((text, index) => new TextRun({ ...run, text, ...(index > 0 && { break: 1 }) }))
    return [new Paragraph({ children: lines })]
  }

function closing({ signatory, verify, demonstration }: Paper): Paragraph[] {
  const right = { indent: { left: HALF }, spacing: { after: 40 }, keepNext: true }
  const line = { style: BorderStyle.SINGLE, size: 4, color: '000000', space: 4 }
  const frame = { keepNext: true, keepLines: true, spacing: { after: 60 } }
  return [
    ...(signatory.post ? [paragraph(signatory.post, {}, { ...right, spacing: { before: 480, after: 40 } })] : []),
    paragraph(signatory.name, { bold: true }, { ...right, spacing: { after: 900 } }),
    paragraph(signatory.label, { size: 17, color: GREY }, { indent: { left: HALF }, border: { top: line } }),
    paragraph(verify.title, { size: 19, bold: true }, { ...frame, spacing: { before: 360, after: 60 } }),
    paragraph(verify.words, { size: 19 }, frame),
    paragraph(verify.code, { size: 26, bold: true }, frame),
    ...(demonstration ? [paragraph(demonstration, { size: 19, color: 'a9101c' }, frame)] : []),
    ...(verify.address
      ? [new Paragraph({ spacing: ONE_LINE, children: [picture(qrPng(verify.address), 92, 92, verify.alt)] })]
      : []),
  ]
}

const footer = ({ contact, page }: Paper): Paragraph =>
  new Paragraph({
    border: { top: { style: BorderStyle.SINGLE, size: 4, color: 'd9d5cc', space: 4 } },
    children: [
      new TextRun({ text: `${contact}${contact ? ' · ' : ''}${page} `, size: 16, color: GREY }),
      new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 16, color: GREY }),
    ],
  })
