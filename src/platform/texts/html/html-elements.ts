import type { Aside } from '../structure/block-rules.ts'
import { attributeOf, parentOf, wordsWithin, type HtmlElement } from './html-tree.ts'

/** What the elements of a page are for. */

/** Elements that begin and end paragraphs. */
export const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search ' +
    'section select summary table tbody td tfoot th thead tr ul'
  ).split(' '),
)

export const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

/** Nobody ever sees these. */
export const NOT_SHOWN = new Set(
  'script style template noscript head title meta link base param source track colgroup col datalist rp noframes'.split(
    ' ',
  ),
)

export const PICTURES = new Set('img svg picture object embed iframe canvas video audio applet'.split(' '))

const FURNITURE_ROLES = new Set(['navigation', 'banner', 'contentinfo', 'search', 'complementary', 'menu', 'menubar'])

/** Menus always; banners, footers and sidebars of the page, not those of the text itself. */
export function isFurniture(element: HtmlElement): boolean {
  const role = attributeOf(element, 'role') ?? ''
  if (element.tagName === 'nav' || element.tagName === 'button' || FURNITURE_ROLES.has(role)) return true
  return /^(?:header|footer|aside)$/.test(element.tagName) && !isWithinText(element)
}

function isWithinText(element: HtmlElement): boolean {
  for (let one = parentOf(element); one; one = parentOf(one))
    if (one.tagName === 'article' || one.tagName === 'main') return true
  return false
}

/** A picture's description, else the name of its file; none for the dots that hold a page apart. */
export function pictureAside(element: HtmlElement): Aside[] {
  const size = [attributeOf(element, 'width'), attributeOf(element, 'height')]
  if (size.some((one) => one === '0' || one === '1')) return []
  const address = attributeOf(element, 'src') ?? attributeOf(element, 'data') ?? ''
  const file = address.startsWith('data:') ? '' : address.replace(/[?#].*$/s, '').replace(/^.*\//s, '')
  const inner = wordsWithin(element).replace(/\s+/g, ' ').trim()
  const said = attributeOf(element, 'alt') ?? attributeOf(element, 'title') ?? ''
  return [{ reason: 'image', source: said || inner || file }]
}

/** What stands in a field of a form. */
export function typedWords(element: HtmlElement): Aside[] {
  const value = attributeOf(element, 'value') ?? ''
  const shown = !/^(?:hidden|checkbox|radio|file|image|password)$/i.test(attributeOf(element, 'type') ?? '')
  return shown && value.trim() !== '' ? [{ reason: 'unreadable', source: value }] : []
}
