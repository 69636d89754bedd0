import { attributeOf, elementsWithin, parentOf, wordsWithin, type HtmlElement } from './html-tree.ts'

/** Footnotes of web pages: a small link in the words, and a paragraph elsewhere to which it leads. */

export type HtmlNotes = {
  /** The element that holds the note, if this link leads to one. */
  noteOf(link: HtmlElement): HtmlElement | null
}

const MARK = /^[[(]?(?:\d{1,3}|[*†‡§]{1,3}|[ivxlc]{1,5}|[a-z]\d{0,2})[\])]?$/i
const NAMED = /^#_?(?:ftn|edn|fn|en|footnote|endnote|note|sdfootnote|sdendnote|msocom|com|cmnt|shenim)[\w:.-]*$/i
const LEADS_BACK = /ref|anc|back/i
const NOTE_HOLDER = /^_?(?:ftn|edn|fn|footnote|endnote|sdfootnote|sdendnote|com|cmnt)[\w:.-]*$/i
const BLOCK = /^(?:p|li|div|dd|aside|section|td)$/

export function findNotes(body: HtmlElement): HtmlNotes {
  const targets = new Map<string, HtmlElement>()
  for (const element of elementsWithin(body)) {
    for (const name of [attributeOf(element, 'id'), element.tagName === 'a' ? attributeOf(element, 'name') : undefined])
      if (name && !targets.has(name)) targets.set(name, element)
  }
  return {
    noteOf(link) {
      const href = attributeOf(link, 'href') ?? ''
      if (!href.startsWith('#') || LEADS_BACK.test(href) || !MARK.test(wordsWithin(link).trim())) return null
      if (!NAMED.test(href) && !isRaised(link)) return null
      const target = targets.get(href.slice(1))
      const holder = target ? holderOf(target) : null
      return holder && !contains(holder, link) ? holder : null
    },
  }
}

const isRaised = (link: HtmlElement): boolean =>
  parentOf(link)?.tagName === 'sup' || elementsWithin(link).some((inside) => inside.tagName === 'sup')

/** The nearest block, or the division that bears the note's name. */
function holderOf(target: HtmlElement): HtmlElement | null {
  let block: HtmlElement | null = target
  while (block && !BLOCK.test(block.tagName)) block = parentOf(block)
  const around = block && parentOf(block)
  const named = around && around.tagName === 'div' && NOTE_HOLDER.test(attributeOf(around, 'id') ?? '')
  return named ? around : block
}

function contains(holder: HtmlElement, inside: HtmlElement): boolean {
  for (let one: HtmlElement | null = inside; one; one = parentOf(one)) if (one === holder) return true
  return false
}
