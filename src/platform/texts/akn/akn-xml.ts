import { SaxesParser, type SaxesTagNS } from 'saxes'
import { ReadRefused } from '../refusal-rules.ts'
import { cleanText } from '../words-rules.ts'

/** A small tree of an Akoma Ntoso file. Elements of other namespaces are `foreign`. */
export type AknElement = { name: string; attributes: Record<string, string>; children: (AknElement | string)[] }

/** Every release since 1.0 beta: the name differs in the version alone. */
const NAMESPACE = /akn|akomantoso/i

const READ = new Set(['name', 'class', 'title', 'GUID', 'colspan', 'rowspan', 'xml:space', 'alt', 'src', 'placement'])

// The Civil Code, 1,174 articles, is a file of 1 MB.
const MOST_BYTES = 32 * 1024 * 1024
const DEEPEST = 200
const MOST_ELEMENTS = 1_000_000

/** The document inside `<akomaNtoso>`. Throws ReadRefused: unsound XML, a DOCTYPE (entities bomb and spy), too large, another format. */
export function readAknXml(bytes: Uint8Array): AknElement {
  if (bytes.length > MOST_BYTES) throw new ReadRefused('too-large')
  const top: AknElement = { name: '', attributes: {}, children: [] }
  const parser = new SaxesParser({ xmlns: true })
  const broken = () => {
    throw new ReadRefused('broken')
  }
  parser.on('error', broken)
  parser.on('doctype', broken)
  buildTree(parser, top)
  parser.write(decoded(bytes)).close()
  const [root] = elementsOf(top)
  if (root?.name !== 'akomaNtoso') throw new ReadRefused('not-akoma-ntoso')
  return root
}

function buildTree(parser: SaxesParser<{ xmlns: true }>, top: AknElement): void {
  const open: AknElement[] = [top]
  let count = 0
  parser.on('opentag', (tag) => {
    count += 1
    if (open.length > DEEPEST || count > MOST_ELEMENTS) throw new ReadRefused('too-large')
    const element = elementOf(tag)
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => void open.pop())
  const addText = (text: string) => void open.at(-1)?.children.push(cleanText(text))
  parser.on('text', addText)
  parser.on('cdata', addText)
}

function elementOf(tag: SaxesTagNS): AknElement {
  const attributes: Record<string, string> = {}
  for (const attribute of Object.values(tag.attributes))
    if (READ.has(attribute.name)) attributes[attribute.name] = cleanText(attribute.value)
  return { name: NAMESPACE.test(tag.uri) ? tag.local : 'foreign', attributes, children: [] }
}

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new ReadRefused('broken')
  }
}

export const elementsOf = (element: AknElement): AknElement[] =>
  element.children.filter((child) => typeof child === 'object')

export const childOf = (element: AknElement, name: string): AknElement | undefined =>
  elementsOf(element).find((child) => child.name === name)
