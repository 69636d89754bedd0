import type { XmlElement } from '../package/xml-tree.ts'

/** Elements that stand for a single sign. */
export const SIGNS: Record<string, string> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '\u2011',
  // Shown only where a line happens to end.
  'w:softHyphen': '',
}

// Of the signs that offices take from Symbol and Wingdings, those that can be told.
const SYMBOLS: Record<string, string> = {
  F0B7: '•',
  F0A7: '▪',
  F0D8: '➢',
  F0FC: '✓',
  F0A8: '☐',
  F06F: '□',
  F0FE: '☒',
  F02D: '−',
  F0A3: '≤',
  F0B3: '≥',
  F0B0: '°',
  F0B1: '±',
  F0B4: '×',
  F0AE: '→',
  F0E0: '→',
}

export const UNKNOWN_SYMBOL = '\ufffd'

/** `<w:sym w:font="Symbol" w:char="F0B7"/>` */
export function symbolOf(element: XmlElement): string {
  const code = (element.attributes.char ?? '').toUpperCase()
  const plain = /^[0-9A-C][0-9A-F]{0,3}$/.test(code) ? String.fromCodePoint(Number.parseInt(code, 16)) : UNKNOWN_SYMBOL
  return SYMBOLS[code] ?? plain
}
