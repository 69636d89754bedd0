import { SaxesParser, type SaxesTagNS } from 'saxes'

/** A small tree of the XML of a Word file: only what a reader of words needs. */
export type XmlElement = { name: string; attributes: Record<string, string>; children: (XmlElement | string)[] }

export class XmlRefused extends Error {
  readonly why: 'broken' | 'too-large'
  constructor(why: 'broken' | 'too-large') {
    super(`XML refused: ${why}`)
    this.why = why
  }
}

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

/** Attributes that are read; the rest (revision ids, sizes, colours) would only fill memory. */
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

const DEEPEST = 200
const MOST_ELEMENTS = 1_000_000

/** Throws XmlRefused for what is no sound XML, has a DOCTYPE (Word writes none; entities bomb and spy), or is too large. */
export function readXml(bytes: Uint8Array): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] }
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', () => refuse('broken'))
  parser.on('doctype', () => refuse('broken'))
  buildTree(parser, root)
  parser.write(decoded(bytes)).close()
  const element = root.children[0]
  return typeof element === 'object' ? element : refuse('broken')
}

function buildTree(parser: SaxesParser<{ xmlns: true }>, root: XmlElement): void {
  const open: XmlElement[] = [root]
  let skipping = 0
  let count = 0
  parser.on('opentag', (tag) => {
    count += 1
    if (open.length > DEEPEST || count > MOST_ELEMENTS) refuse('too-large')
    const element = elementOf(tag)
    if (skipping > 0 || SKIPPED.has(element.name)) skipping += 1
    else {
      open.at(-1)?.children.push(element)
      open.push(element)
    }
  })
  parser.on('closetag', () => {
    if (skipping > 0) skipping -= 1
    else open.pop()
  })
  const addText = (text: string) => {
    if (skipping === 0 && keepsText(open.at(-1)?.name)) open.at(-1)?.children.push(text)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
}

const refuse = (why: 'broken' | 'too-large'): never => {
  throw new XmlRefused(why)
}

const keepsText = (name: string | undefined): boolean =>
  name === 'w:t' || name === 'w:delText' || name === 'w:instrText' || name === 'm:t'

function elementOf(tag: SaxesTagNS): XmlElement {
  const attributes: Record<string, string> = {}
  for (const attribute of Object.values(tag.attributes)) {
    const name = `${PREFIXES[attribute.uri] === 'r:' ? 'r:' : ''}${attribute.local}`
    if (READ.has(name)) attributes[name] = attribute.value
  }
  return { name: `${PREFIXES[tag.uri] ?? ''}${tag.local}`, attributes, children: [] }
}

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return refuse('broken')
  }
}

export const elementsOf = (element: XmlElement | undefined): XmlElement[] =>
  (element?.children ?? []).filter((child) => typeof child === 'object')

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  elementsOf(element).find((child) => child.name === name)

export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  elementsOf(element).filter((child) => child.name === name)

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

export const textOf = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
