import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { nothingIsLost } from '#platform/texts/nothing-lost-rules.ts'
import { readPastedText } from '#platform/texts/read-pasted-text.ts'
import { randomOf, type Random } from '../random.ts'

/** Whatever happens to a text on its way to the clipboard, every visible character is read. */

const DRAFTS = ['bregas-mbetjet.txt', 'fushas-hapesirat.txt']
const ROUNDS = 8
const STRANGE = ['\u00ad', '\u200b', '\ufeff', '\u2028', '\u0301', '\ud83d', '🏛', '\0', '\t', '\u00a0', '‑', '٣', 'ﬁ']

type Mangling = (words: string, random: Random) => string

const atPlaces = (words: string, count: number, random: Random, edit: (line: string) => string): string => {
  const lines = words.split('\n')
  for (let n = 0; n < count; n++) {
    const at = random.below(lines.length)
    lines[at] = edit(lines[at] ?? '')
  }
  return lines.join('\n')
}

const MANGLINGS: Record<string, Mangling> = {
  'lines broken anywhere': (words, random) =>
    atPlaces(words, 40, random, (line) => {
      const at = random.below(line.length + 1)
      return `${line.slice(0, at)}\n${line.slice(at)}`
    }),
  'line breaks lost': (words, random) =>
    words.replace(/\n+/g, (breaks) => (random.below(6) === 0 ? random.of([' ', '']) : breaks)),
  'lines doubled': (words, random) => atPlaces(words, 12, random, (line) => `${line}\n${line}`),
  'strange characters': (words, random) =>
    atPlaces(words, 60, random, (line) => {
      const at = random.below(line.length + 1)
      return line.slice(0, at) + random.of(STRANGE) + line.slice(at)
    }),
  'lines in any order': (words, random) => {
    const lines = words.split('\n')
    for (let n = 0; n < 20; n++)
      lines.splice(random.below(lines.length), 0, ...lines.splice(random.below(lines.length), 1))
    return lines.join('\n')
  },
}

it.each(Object.entries(MANGLINGS))('Nothing is lost of a text with %s', async (_, mangle) => {
  for (const name of DRAFTS) {
    const words = await readFile(`db/demo/${name}`, 'utf8')
    for (let seed = 1; seed <= ROUNDS; seed++) {
      const mangled = mangle(words, randomOf(seed))
      const lost = nothingIsLost(mangled.split(/\r\n|[\n\r\v\f\u2028\u2029]/), readPastedText(mangled))
      expect(lost, `${name}, seed ${seed}`).toBeNull()
    }
  }
})
