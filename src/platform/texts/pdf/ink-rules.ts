/** What a page of a PDF shows: its letters where they stand, its lines and its pictures. All pages are upright here. */

/** Sides as on paper: x from the left, y from the top, in points. */
export type Box = { x0: number; y0: number; x1: number; y1: number }

export type Hiding = 'shown' | 'without-ink' | 'white' | 'outside' | 'turned'

export type Glyph = {
  sign: string
  x0: number
  x1: number
  /** Of the base line. */
  y: number
  size: number
  bold: boolean
  /** The file itself has a space before it. */
  spaced: boolean
  hiding: Hiding
}

/** A straight line drawn on the page, or an edge of a filled box. */
export type Rule = Box & { upright: boolean }

export type PageInk = {
  width: number
  height: number
  glyphs: Glyph[]
  rules: Rule[]
  pictures: Box[]
}

export type Matrix = readonly [number, number, number, number, number, number]

/** First `inner`, then `outer`. */
export const times = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
]

export const placed = (by: Matrix, x: number, y: number): [number, number] => [
  by[0] * x + by[2] * y + by[4],
  by[1] * x + by[3] * y + by[5],
]

/** The box that holds a rectangle once `by` has placed it. */
export function boxOf(by: Matrix, x0: number, y0: number, x1: number, y1: number): Box {
  const corners = [placed(by, x0, y0), placed(by, x1, y0), placed(by, x0, y1), placed(by, x1, y1)]
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) }
}

/** Letters joined for the printer's sake, and signs of the fonts in which Word draws bullets. */
const PRINTED_FOR: Record<string, string> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
  '\uf0b7': '•',
  '\uf0a7': '▪',
  '\uf0d8': '➢',
  '\uf0fc': '✓',
  '\uf02d': '-',
}

/** The signs a glyph stands for. What the font does not tell becomes the sign for that. */
export function signsOf(unicode: string): string {
  const signs = [...unicode].map((sign) => PRINTED_FOR[sign] ?? sign).join('')
  return signs.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ue000-\uf8ff]/gu, '\ufffd')
}
