import { formatNumber } from '../story/number-format-rules.ts'
import { readArticleLine } from '../structure/line-rules.ts'
import { readItems } from '../structure/item-rules.ts'
import type { ShownNumber } from '../story/story.ts'
import { foldWords } from '../words-rules.ts'
import { attributeOf, childElements, wordsWithin, type HtmlElement } from './html-tree.ts'

/** The numbers that browsers print before the items of lists. */

/** A list that is open: it counts its items. */
export type OpenHtmlList = { next: number; step: number; format: string; depth: number }

const TYPES: Record<string, string> = {
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
  '1': 'decimal',
}

const FORMATS: Record<string, string> = {
  decimal: 'decimal',
  'decimal-leading-zero': 'decimalZero',
  'lower-alpha': 'lowerAlphabetic',
  'lower-latin': 'lowerAlphabetic',
  'upper-alpha': 'upperAlphabetic',
  'upper-latin': 'upperAlphabetic',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
  none: 'none',
  disc: 'bullet',
  circle: 'bullet',
  square: 'bullet',
}

export function openHtmlList(list: HtmlElement, style: string | undefined, depth: number): OpenHtmlList {
  const ordered = list.tagName === 'ol'
  const reversed = attributeOf(list, 'reversed') !== undefined
  const items = () => childElements(list).filter((child) => child.tagName === 'li').length
  const start = wholeNumber(attributeOf(list, 'start')) ?? (reversed ? items() : 1)
  return {
    next: start,
    step: reversed ? -1 : 1,
    depth,
    format: formatOf(list, style) ?? (ordered ? 'decimal' : 'bullet'),
  }
}

const formatOf = (element: HtmlElement, style: string | undefined): string | undefined =>
  FORMATS[style ?? ''] ?? FORMATS[TYPES[attributeOf(element, 'type') ?? ''] ?? '']

/** Counts an item. Its number is not shown where its words bring one of their own ("a) emri"). */
export function nextItem(list: OpenHtmlList, item: HtmlElement, style: string | undefined): ShownNumber | null {
  const value = wholeNumber(attributeOf(item, 'value')) ?? list.next
  list.next = value + list.step
  const format = formatOf(item, style) ?? list.format
  if (format === 'none' || bringsNumber(item)) return null
  // Browsers print figures where letters and roman numerals end.
  const figure = value < 1 ? String(value) : formatNumber(value, format)
  return { text: format === 'bullet' ? '•' : `${figure}.`, depth: list.depth }
}

const LONGEST_NUMBER = 60

function bringsNumber(item: HtmlElement): boolean {
  const words = foldWords(wordsWithin(item)).slice(0, LONGEST_NUMBER)
  return readItems(words).some((one) => !one.strict) || readArticleLine(words) !== null
}

const wholeNumber = (value: string | undefined): number | undefined =>
  value !== undefined && /^\s*-?\d{1,6}/.test(value) ? Number.parseInt(value, 10) : undefined
