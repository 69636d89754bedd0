import type { Aside } from '../structure/block-rules.ts'
import type { XmlElement } from '../package/xml-tree.ts'

/** A line of a paragraph: the words, and how many of their letters are bold or in capitals. */
export type Line = { text: string; letters: number; bold: number; capitals: number }

/** How words stand in their paragraph. */
export type Manner = { deleted: boolean; inserted: boolean; bold: boolean; capitals: boolean; hidden: boolean }

type Piece = { words: string; change: 'kept' | 'inserted' | 'deleted' }

/** What a paragraph holds once changes are accepted, fields read and hidden words set aside. */
export type Content = {
  lines: Line[]
  /** The words in their order, with what was done to them: for showing. */
  pieces: Piece[]
  deleted: string
  hidden: string
  /** Signs and formulas whose words cannot be told with certainty. */
  unreadable: string[]
  asides: Aside[]
  boxes: XmlElement[]
  /** Within a table of contents. */
  contents: boolean
}

const emptyLine = (): Line => ({ text: '', letters: 0, bold: 0, capitals: 0 })

export const emptyContent = (): Content => ({
  lines: [emptyLine()],
  pieces: [],
  deleted: '',
  hidden: '',
  unreadable: [],
  asides: [],
  boxes: [],
  contents: false,
})

/** Adds words in their manner; line breaks in them begin new lines. */
export function addWords(content: Content, words: string, manner: Manner): void {
  if (words === '') return
  if (manner.deleted) {
    content.deleted += words
    addPiece(content.pieces, words, 'deleted')
  } else if (manner.hidden) content.hidden += words
  else {
    addPiece(content.pieces, words, manner.inserted ? 'inserted' : 'kept')
    const [first = '', ...others] = words.split('\n')
    addToLine(content.lines, first, manner)
    for (const line of others) {
      content.lines.push(emptyLine())
      addToLine(content.lines, line, manner)
    }
  }
}

function addPiece(pieces: Piece[], words: string, change: Piece['change']): void {
  const last = pieces.at(-1)
  if (last?.change === change) last.words += words
  else pieces.push({ words, change })
}

function addToLine(lines: Line[], text: string, manner: Manner): void {
  const line = lines.at(-1)
  if (!line) return
  const letters = text.match(/[\p{L}\d]/gu)?.length ?? 0
  line.text += text
  line.letters += letters
  if (manner.bold) line.bold += letters
  if (manner.capitals) line.capitals += letters
}

export const hasInsertions = ({ pieces }: Content): boolean =>
  pieces.some(({ change, words }) => change === 'inserted' && words.trim() !== '')

/** As much of what stayed the same as shows where the change stands. */
const AROUND = 80

/** The tracked changes of a paragraph in their places: `mbahet çdo [−të martë−][+të mërkurë+] në shesh`. */
export function changesShown({ pieces }: Content): string {
  const shown = pieces.map(({ words, change }, at) => {
    const folded = words.replace(/\s+/g, ' ')
    if (change === 'inserted') return `[+${folded}+]`
    if (change === 'deleted') return `[−${folded}−]`
    return shortened(folded, at > 0, at < pieces.length - 1)
  })
  return shown.join('').trim()
}

function shortened(words: string, changedBefore: boolean, changedAfter: boolean): string {
  const head = changedBefore ? words.slice(0, AROUND) : ''
  const tail = changedAfter ? words.slice(-AROUND) : ''
  return words.length <= AROUND * 2 ? words : `${head} … ${tail}`
}
