import { createReadStream } from 'node:fs'

export type FileLine = { at: number; words: string } | { at: number; why: 'too-long' | 'not-utf8'; words: string }

const LONGEST_LINE = 32_000_000
const BREAK = 10

/** The lines of a file that is larger than memory, without the empty ones. */
export async function* readLines(path: string): AsyncGenerator<FileLine> {
  let [at, kept, tooLong] = [0, [] as Buffer[], false]
  let size = 0
  const take = (): FileLine | null => {
    at += 1
    const whole = Buffer.concat(kept)
    const line = tooLong ? { at, why: 'too-long' as const, words: '' } : lineOf(at, whole)
    kept = []
    size = 0
    tooLong = false
    return line !== null && 'why' in line ? line : line && line.words.trim() !== '' ? line : null
  }
  const keep = (piece: Buffer) => {
    size += piece.length
    if (size > LONGEST_LINE) tooLong = true
    if (tooLong) kept = []
    else kept.push(piece)
  }
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    let from = 0
    for (let end = chunk.indexOf(BREAK); end >= 0; end = chunk.indexOf(BREAK, from)) {
      keep(chunk.subarray(from, end))
      from = end + 1
      const line = take()
      if (line) yield line
    }
    if (from < chunk.length) keep(chunk.subarray(from))
  }
  if (size > 0) {
    const line = take()
    if (line) yield line
  }
}

function lineOf(at: number, bytes: Buffer): FileLine {
  try {
    return { at, words: new TextDecoder('utf8', { fatal: true }).decode(bytes) }
  } catch {
    return { at, why: 'not-utf8', words: bytes.toString('latin1').slice(0, 200) }
  }
}
