/** Which characters a TrueType font can draw, and what is printed in place of those that it cannot. */

type Range = readonly [first: number, last: number]

/** The ranges of code points in the font's table `cmap`, formats 4 and 12 (OpenType 1.9): all that the fonts used have. */
export function rangesOfFont(font: Buffer): Range[] {
  const tables = font.readUInt16BE(4)
  for (let table = 0; table < tables; table += 1) {
    const at = 12 + table * 16
    if (font.toString('latin1', at, at + 4) === 'cmap') return rangesOfTable(font.subarray(font.readUInt32BE(at + 8)))
  }
  return []
}

function rangesOfTable(table: Buffer): Range[] {
  const count = table.readUInt16BE(2)
  return Array.from({ length: count }, (_, at) => table.subarray(table.readUInt32BE(4 + at * 8 + 4))).flatMap((sub) => {
    const format = sub.readUInt16BE(0)
    return format === 12 ? ofGroups(sub) : format === 4 ? ofSegments(sub) : []
  })
}

const ofGroups = (sub: Buffer): Range[] =>
  Array.from({ length: sub.readUInt32BE(12) }, (_, at) => [
    sub.readUInt32BE(16 + at * 12),
    sub.readUInt32BE(20 + at * 12),
  ])

function ofSegments(sub: Buffer): Range[] {
  const twice = sub.readUInt16BE(6)
  return Array.from({ length: twice / 2 }, (_, at): Range => [
    sub.readUInt16BE(16 + twice + at * 2),
    sub.readUInt16BE(14 + at * 2),
  ]).filter(([first]) => first !== 0xffff)
}

/** Marks that join or colour what stands beside them: without it they mean nothing, and are left out. */
const JOINERS: readonly Range[] = [
  [0x200b, 0x200f],
  [0x2060, 0x2060],
  [0xfe00, 0xfe0f],
  [0x1f3fb, 0x1f3ff],
  [0xe0000, 0xe007f],
]

const isIn = (ranges: readonly Range[], code: number): boolean =>
  ranges.some(([first, last]) => code >= first && code <= last)

/**
 * The words with every sign that none of the fonts has as its number, `[U+1F469]`: PDF/UA refuses a file in which a sign
 * cannot be shown, and nobody would miss a sign that is left out.
 */
export function drawable(words: string, ranges: readonly Range[]): string {
  // What every font has is not asked for: Latin with its marks, all that Albanian needs.
  return words.replace(/[^\s\u0020-\u017f]/gu, (sign) => {
    const code = sign.codePointAt(0) ?? 0
    if (isIn(ranges, code)) return sign
    return isIn(JOINERS, code) ? '' : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
  })
}

/** The same for every string of a value that travels as JSON. */
export function drawableIn(value: unknown, ranges: readonly Range[]): unknown {
  if (typeof value === 'string') return drawable(value, ranges)
  if (Array.isArray(value)) return value.map((one) => drawableIn(one, ranges))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, drawableIn(one, ranges)]))
}
