/** What the words of a cell may mean as a number. */
export type NumberReading =
  | { kind: 'number'; value: number }
  /** `1.234`: one thousand, or one and a bit. */
  | { kind: 'ambiguous'; thousands: number; decimal: number }
  /** A dash alone: nothing, or nothing known. */
  | { kind: 'dash' }
  | { kind: 'too-precise' }
  | { kind: 'no-number' }

const CURRENCY = /^(?:€|eur(?:o)?|lek[ëe]?|all)\.?\s*|\s*(?:€|eur(?:o)?|lek[ëe]?|all)\.?$/giu
const DASH = /^[-–—−]$/
const NO_NUMBER: NumberReading = { kind: 'no-number' }

/** Numbers and sums as people write them here: `1.234,50`, `1,234.50`, `1 234 567,89`, `€1.234`, `(250,00)`, `120 Lekë`. */
export function readNumber(words: string): NumberReading {
  const plain = words.replace(/[\u00a0\u202f\u2009]/g, ' ').trim()
  if (DASH.test(plain)) return { kind: 'dash' }
  const inside = /^\((.*)\)$/.exec(plain)
  const { sign, body } = withoutSign(withoutCurrency((inside?.[1] ?? plain).trim()))
  if (inside && sign < 0) return NO_NUMBER
  const found = readBody(body.replace(/[.,]\s*[-–—]$/, ''))
  return inside || sign < 0 ? negative(found) : found
}

function withoutSign(words: string): { sign: 1 | -1; body: string } {
  const signed = /^([-−–+])\s*(.*)$/.exec(words) ?? null
  if (signed) return { sign: signed[1] === '+' ? 1 : -1, body: withoutCurrency(signed[2] ?? '') }
  const behind = /^([\d .,']*\d)\s*[-−]$/.exec(words)
  return behind ? { sign: -1, body: behind[1] ?? '' } : { sign: 1, body: words }
}

const withoutCurrency = (words: string): string => words.replace(CURRENCY, '').trim()

function negative(found: NumberReading): NumberReading {
  if (found.kind === 'number') return { kind: 'number', value: found.value === 0 ? 0 : -found.value }
  if (found.kind === 'ambiguous')
    return { kind: 'ambiguous', thousands: -found.thousands, decimal: found.decimal === 0 ? 0 : -found.decimal }
  return found
}

function readBody(body: string): NumberReading {
  if (/^\d+$/.test(body)) return numberOf(body, '')
  const one = /^(\d+)([.,])(\d+)$/.exec(body)
  if (one) return readOneSign(one[1] ?? '', one[3] ?? '')
  const grouped = /^(\d{1,3})(?:([ .,'’])\d{3})(?:\2\d{3})*(?:([.,])(\d+))?$/.exec(body)
  if (!grouped || grouped[2] === grouped[3]) return NO_NUMBER
  const [, , group = '', , decimals = ''] = grouped
  const whole = decimals === '' ? body : body.slice(0, body.length - decimals.length - 1)
  return numberOf(whole.replaceAll(group, ''), decimals)
}

/** One sign and no other: what stands behind it says what it is, unless there are three digits. */
function readOneSign(before: string, behind: string): NumberReading {
  const grouping = behind.length === 3 && before.length <= 3 && !before.startsWith('0')
  if (!grouping) return numberOf(before, behind)
  return { kind: 'ambiguous', thousands: Number(before + behind), decimal: Number(`${before}.${behind}`) }
}

function numberOf(whole: string, decimals: string): NumberReading {
  const digits = (whole + decimals).replace(/^0+/, '')
  // Beyond this a number would change by being kept.
  if (digits.length > 15) return { kind: 'too-precise' }
  return { kind: 'number', value: Number(decimals === '' ? whole : `${whole}.${decimals}`) }
}
