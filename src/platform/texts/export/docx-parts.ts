import {
  BorderStyle,
  Document,
  Footer,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
  type FileChild,
  type ICommentOptions,
} from 'docx'
import { exportDate, exportWords } from './export-texts.ts'
import type { ExportLang, ExportedText } from './exported-text.ts'
import { soundWords } from './xml-words-rules.ts'

/** As Word names languages. */
const WORD_LANGS: Record<ExportLang, string> = { sq: 'sq-AL', en: 'en-GB', sr: 'sr-Latn-RS' }

/** Twentieths of a point in a millimetre. */
export const mm = (count: number): number => Math.round(count * 56.7)

const GREY = '55524a'
const WIDTH = mm(160)

/** A document with these blocks: title, version and date above each page, number and permanent address below. */
export function packDocx(
  text: ExportedText,
  title: string,
  children: FileChild[],
  comments: readonly ICommentOptions[] = [],
): Promise<Buffer> {
  const { institution, version } = text
  const document = new Document({
    title: soundWords(title),
    creator: soundWords(institution.name),
    lastModifiedBy: soundWords(institution.name),
    description: text.addresses.version,
    styles: stylesOf(version.lang),
    ...(comments.length > 0 && { comments: { children: comments } }),
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(25), bottom: mm(25), left: mm(25), right: mm(25), header: mm(12), footer: mm(12) },
          },
        },
        ...furnitureOf(text, title),
        children,
      },
    ],
  })
  return Packer.toBuffer(document)
}

function furnitureOf({ addresses, version }: ExportedText, title: string) {
  const words = exportWords(version.lang)
  const edition = `${words.version(version.n)}, ${exportDate(version.lang, version.publishedOn)}`
  const pages = new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 16, color: GREY })
  return {
    headers: { default: new Header({ children: [furniture([run(`${title}\t${edition}`)])] }) },
    footers: {
      default: new Footer({ children: [furniture([run(`${addresses.version}\t${words.page} `), pages])] }),
    },
  }
}

const run = (words: string): TextRun => new TextRun({ children: withTabs(words), size: 16, color: GREY })

/** A tab is an element of its own. */
export const withTabs = (words: string): (string | Tab)[] =>
  soundWords(words)
    .split('\t')
    .flatMap((part, at) => (at === 0 ? [part] : [new Tab(), part]))

const furniture = (children: TextRun[]): Paragraph =>
  new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: WIDTH }],
    border: { bottom: { style: BorderStyle.NONE } },
    children,
  })

const SIZES = [28, 26, 24, 22, 22, 22]

function stylesOf(lang: ExportLang) {
  const heading = (level: number) => ({
    run: { size: SIZES[level] ?? 22, bold: true, color: '000000' },
    // Without a level of its own a heading is big words and nothing else to a word processor.
    paragraph: { spacing: { before: 280, after: 120 }, keepNext: true, outlineLevel: level },
  })
  return {
    default: {
      document: {
        run: { font: 'Times New Roman', size: 22, language: { value: WORD_LANGS[lang] } },
        paragraph: { spacing: { after: 120, line: 264, lineRule: LineRuleType.AUTO } },
      },
      heading1: heading(0),
      heading2: heading(1),
      heading3: heading(2),
      heading4: heading(3),
      heading5: heading(4),
      heading6: heading(5),
    },
  }
}
