import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { nothingIsLost } from '#platform/texts/nothing-lost-rules.ts'
import { readDocx } from '#platform/texts/read-docx.ts'
import { paragraph, run, wordFile } from '#platform/texts/texts-testing.ts'
import { randomOf, type Random } from '../random.ts'

/** However Word has cut the words into pieces of its own, every visible character is read, and runs say nothing. */

const ROUNDS = 6
const LINES = (await readFile('db/demo/bregas-mbetjet.txt', 'utf8')).split('\n')

const BETWEEN = [
  '',
  '<w:proofErr w:type="spellStart"/>',
  '<w:bookmarkStart w:id="1" w:name="x"/>',
  '<w:bookmarkEnd w:id="1"/>',
]
const DRESS = ['', '<w:b/>', '<w:i/>', '<w:rFonts w:ascii="Arial"/>']

/** The same words in several runs, with what Word leaves between them. */
function inPieces(words: string, random: Random): string {
  const pieces: string[] = []
  for (let at = 0; at < words.length;) {
    const end = Math.min(words.length, at + 1 + random.below(12))
    pieces.push(run(words.slice(at, end), random.of(DRESS)), random.of(BETWEEN))
    at = end
  }
  return `<w:p>${pieces.join('')}</w:p>`
}

async function soundly(body: string) {
  const read = await readDocx(wordFile({ body }))
  if ('why' in read) throw new Error(read.why)
  return read
}

it('a Word file whose runs are cut anywhere is read as the same text', async () => {
  const lines = LINES.filter((line) => line.trim() !== '')
  const whole = await soundly(lines.map((line) => paragraph(line)).join(''))
  for (let seed = 1; seed <= ROUNDS; seed++) {
    const random = randomOf(seed)
    const read = await soundly(lines.map((line) => inPieces(line, random)).join(''))
    expect(read.source, `seed ${seed}`).toEqual(whole.source)
    expect(nothingIsLost(read.source, read), `seed ${seed}`).toBeNull()
  }
})

it('of a Word file whose paragraphs are broken or joined anywhere nothing is lost', async () => {
  for (let seed = 1; seed <= ROUNDS; seed++) {
    const random = randomOf(seed)
    const lines = LINES.flatMap((line) => {
      const at = random.below(line.length + 1)
      return random.below(5) === 0 ? [line.slice(0, at), line.slice(at)] : [line]
    })
    const body = lines
      .map((line) => (random.below(8) === 0 ? `${inPieces(line, random)}<w:p/>` : inPieces(line, random)))
      .join('')
    const read = await soundly(
      body.replace(/<\/w:p><w:p>/g, (seam) => (random.below(9) === 0 ? '<w:r><w:br/></w:r>' : seam)),
    )
    expect(nothingIsLost(read.source, read), `seed ${seed}`).toBeNull()
    expect(bare(read.source), `seed ${seed}`).toBe(bare(lines))
  }
})

const bare = (lines: readonly string[]): string => lines.join('').replace(/\s+/g, '')
