import { SaxesParser, type SaxesTagNS } from 'saxes'

/** A small tree of the XML of an office's file: only what a reader of words needs. */
export type XmlElement = { name: string; attributes: Record<string, string>; children: (XmlElement | string)[] }

/** What a reader wants to see of its format. The rest would only fill memory. */
export type Vocabulary = {
  /** A short prefix (with its colon) for each namespace, whatever the file calls it. */
  prefixes: Record<string, string>
  /** Namespaces whose attributes keep their prefix. */
  attributePrefixes: ReadonlySet<string>
  /** Attributes that are read. */
  read: ReadonlySet<string>
  /** Elements without words and without meaning for them. */
  skipped: ReadonlySet<string>
  /** Whether text right inside this element is words. */
  keepsText: (name: string) => boolean
}

export class XmlRefused extends Error {
  readonly why: 'broken' | 'too-large'
  constructor(why: 'broken' | 'too-large') {
    super(`XML refused: ${why}`)
    this.why = why
  }
}

const DEEPEST = 200
const MOST_ELEMENTS = 1_000_000

/**
 * Throws XmlRefused for what is no sound XML, has a DOCTYPE (writing programs write none; entities bomb and spy), or is
 * too large.
 */
export function readXmlTree(bytes: Uint8Array, vocabulary: Vocabulary): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] }
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', () => refuse('broken'))
  parser.on('doctype', () => refuse('broken'))
  buildTree(parser, root, vocabulary)
  parser.write(decoded(bytes)).close()
  const element = root.children[0]
  return typeof element === 'object' ? element : refuse('broken')
}

function buildTree(parser: SaxesParser<{ xmlns: true }>, root: XmlElement, vocabulary: Vocabulary): void {
  const open: XmlElement[] = [root]
  let skipping = 0
  let count = 0
  parser.on('opentag', (tag) => {
    count += 1
    if (open.length > DEEPEST || count > MOST_ELEMENTS) refuse('too-large')
    const element = elementOf(tag, vocabulary)
    if (skipping > 0 || vocabulary.skipped.has(element.name)) skipping += 1
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
    if (skipping === 0 && open.length > 1 && vocabulary.keepsText(open.at(-1)?.name ?? ''))
      open.at(-1)?.children.push(text)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
}

const refuse = (why: 'broken' | 'too-large'): never => {
  throw new XmlRefused(why)
}

function elementOf(tag: SaxesTagNS, { prefixes, attributePrefixes, read }: Vocabulary): XmlElement {
  const attributes: Record<string, string> = {}
  for (const attribute of Object.values(tag.attributes)) {
    const prefix = prefixes[attribute.uri] ?? ''
    const name = `${attributePrefixes.has(prefix) ? prefix : ''}${attribute.local}`
    if (read.has(name)) attributes[name] = attribute.value
  }
  return { name: `${prefixes[tag.uri] ?? ''}${tag.local}`, attributes, children: [] }
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

export const textOf = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
