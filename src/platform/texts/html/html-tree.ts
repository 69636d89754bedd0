import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5'
import { ReadRefused } from '../refusal-rules.ts'

/** The tree of a web page, as browsers build it, within measures. */

export type HtmlElement = DefaultTreeAdapterTypes.Element
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode
type Holder = DefaultTreeAdapterTypes.ParentNode

// Browsers stop at 512.
const DEEPEST = 400
const MOST_ELEMENTS = 500_000

/** Throws ReadRefused for what nests without end or multiplies itself. */
export function parseHtml(words: string): HtmlElement | null {
  let depth = 0
  let count = 0
  const document = parse(words, {
    scriptingEnabled: false,
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(...given) {
        count += 1
        if (count > MOST_ELEMENTS) throw new ReadRefused('too-large')
        return defaultTreeAdapter.createElement(...given)
      },
      onItemPush() {
        depth += 1
        if (depth > DEEPEST) throw new ReadRefused('too-large')
      },
      onItemPop() {
        depth -= 1
      },
    },
  })
  const html = childElements(document).find((element) => element.tagName === 'html')
  return (html && childElements(html).find((element) => element.tagName === 'body')) ?? null
}

export const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node

export const isText = (node: HtmlNode): node is DefaultTreeAdapterTypes.TextNode => node.nodeName === '#text'

export const childElements = (holder: Holder): HtmlElement[] => holder.childNodes.filter(isElement)

export const attributeOf = (element: HtmlElement, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value

export const parentOf = (element: HtmlElement): HtmlElement | null => {
  const parent = element.parentNode
  return parent && 'tagName' in parent ? parent : null
}

/** All elements within, in reading order. */
export function elementsWithin(holder: Holder): HtmlElement[] {
  const found: HtmlElement[] = []
  const visit = (one: Holder) => {
    for (const child of childElements(one)) {
      found.push(child)
      visit(child)
    }
  }
  visit(holder)
  return found
}

/** All words within, as written. */
export const wordsWithin = (holder: Holder): string =>
  holder.childNodes.map((node) => (isText(node) ? node.value : isElement(node) ? wordsWithin(node) : '')).join('')
