import { childOf, readXmlTree, type Vocabulary, type XmlElement } from '../package/xml-tree.ts'

/** The XML of a Word file. */

// Transitional and ISO 29500 Strict have different names for the same things.
const PREFIXES: Record<string, string> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w:',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w:',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r:',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r:',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc:',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm:',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm:',
}

/** Attributes that are read; not revision ids, sizes, colours. */
const READ = new Set(
  (
    'val id abstractNumId numId ilvl styleId type default char fldCharType instr r:id r:embed Id Type Target TargetMode ' +
    'descr title string name'
  ).split(' '),
)

/** Elements without words and without meaning for them. */
const SKIPPED = new Set(
  (
    'w:sectPr w:tblPr w:tblGrid w:tblPrEx w:proofErr w:bookmarkStart w:bookmarkEnd w:lastRenderedPageBreak w:rFonts w:sz ' +
    'w:szCs w:lang w:color w:spacing w:ind w:tabs w:shd w:pBdr w:latentStyles w:rsids w:tcBorders w:tcW w:pPrChange ' +
    'w:rPrChange w:tblPrChange w:trPrChange w:tcPrChange w:sectPrChange w:numberingChange'
  ).split(' '),
)

const WORDS = new Set(['w:t', 'w:delText', 'w:instrText', 'm:t'])

const WORD: Vocabulary = {
  prefixes: PREFIXES,
  attributePrefixes: new Set(['r:']),
  read: READ,
  skipped: SKIPPED,
  keepsText: (name) => WORDS.has(name),
}

export const readWordXml = (bytes: Uint8Array): XmlElement => readXmlTree(bytes, WORD)

export const valueOf = (element: XmlElement | undefined, name: string): string | undefined =>
  childOf(element, name)?.attributes.val

export const numberOf = (element: XmlElement | undefined, name: string): number | undefined => {
  const value = Number.parseInt(valueOf(element, name) ?? '', 10)
  return Number.isNaN(value) ? undefined : value
}

/** `<w:b/>` is on, `<w:b w:val="0"/>` off; undefined where nothing is said. */
export function switchOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = childOf(element, name)
  return found && !['0', 'false', 'off'].includes(found.attributes.val ?? '1')
}
