import { decodeText } from './decode-rules.ts'
import { cleanWords, type SourceNote, type SourceRow, type SourceSheet } from './source-rules.ts'

/** Values parted by commas, semicolons, tabs or bars (RFC 4180), whatever their encoding. Null for what is no text. */
export function readSeparated(bytes: Uint8Array): SourceSheet | null {
  const decoded = decodeText(bytes)
  if (!decoded) return null
  const { rows, notes } = splitRows(decoded.text, separatorOf(decoded.text))
  return { name: '', names: null, raggedMatters: true, rows, notes: [...decoded.notes, ...notes] }
}

const SEPARATORS = [';', '\t', ',', '|'] as const

/** The sign that parts the first lines into the same number of cells, the more the better. */
function separatorOf(text: string): string {
  const sample = text.slice(0, 65_536)
  const scored = SEPARATORS.map((sign) => {
    const widths = splitRows(sample, sign)
      .rows.slice(0, 30)
      .flatMap(({ cells }) => (cells.length === 0 ? [] : [cells.length]))
    const common = mostCommon(widths)
    const alike = widths.filter((width) => width === common).length
    return { sign, score: common <= 1 ? 0 : (alike / widths.length) * Math.min(common, 100) }
  })
  const [best] = scored.toSorted((one, other) => other.score - one.score)
  return best && best.score > 0 ? best.sign : ','
}

function mostCommon(numbers: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  return [...counts].toSorted(([a, x], [b, y]) => y - x || b - a)[0]?.[0] ?? 0
}

type Split = { rows: SourceRow[]; notes: SourceNote[] }

/** The rows of a text whose cells are parted by this sign. */
export function splitRows(text: string, separator: string): Split {
  const reader = new RowReader(text, separator)
  return reader.all()
}

/** Reads row after row. A quotation that never ends is taken as plain words, so that it swallows no line after it. */
class RowReader {
  readonly #text: string
  readonly #separator: string
  readonly #plain: RegExp
  #at = 0
  #line = 1
  #removed = { count: 0, first: 0 }
  readonly #notes: SourceNote[] = []

  constructor(text: string, separator: string) {
    this.#text = text
    this.#separator = separator
    this.#plain = new RegExp(`[${separator === '|' ? '\\|' : separator}\\r\\n]`, 'g')
  }

  all(): Split {
    const rows: SourceRow[] = []
    while (this.#at < this.#text.length) {
      const at = this.#line
      const cells = this.#row()
      rows.push({ at, cells: cells.every((cell) => cell === '') ? [] : cells })
    }
    const { count, first } = this.#removed
    if (count > 0) this.#notes.push({ kind: 'signs-removed', count, first })
    return { rows, notes: this.#notes }
  }

  #row(): string[] {
    const cells: string[] = []
    for (;;) {
      cells.push(this.#cell())
      const sign = this.#text[this.#at]
      if (sign === this.#separator) {
        this.#at += 1
        continue
      }
      this.#endLine()
      return cells
    }
  }

  #endLine(): void {
    if (this.#at >= this.#text.length) return
    this.#at += this.#text.startsWith('\r\n', this.#at) ? 2 : 1
    this.#line += 1
  }

  #cell(): string {
    const quoted = this.#quoted()
    const from = this.#at
    this.#plain.lastIndex = from
    this.#at = this.#plain.exec(this.#text)?.index ?? this.#text.length
    // What stands behind the closing sign belongs to the cell all the same.
    return this.#clean((quoted ?? '') + this.#text.slice(from, this.#at))
  }

  #quoted(): string | null {
    let from = this.#at
    while (this.#text[from] === ' ') from += 1
    if (this.#text[from] !== '"') return null
    let end = from + 1
    for (;;) {
      end = this.#text.indexOf('"', end)
      if (end < 0) {
        this.#notes.push({ kind: 'open-quotation', at: this.#line })
        return null
      }
      if (this.#text[end + 1] !== '"') break
      end += 2
    }
    const words = this.#text.slice(from + 1, end).replaceAll('""', '"')
    this.#at = end + 1
    const clean = this.#clean(words)
    this.#line += (words.match(/\r\n|\r|\n/g) ?? []).length
    return clean
  }

  #clean(words: string): string {
    const clean = cleanWords(words)
    if (clean.removed > 0) {
      this.#removed.first ||= this.#line
      this.#removed.count += clean.removed
    }
    return clean.words
  }
}
