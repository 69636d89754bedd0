import type { Cue } from './recording-rules.ts'

/** More than a meeting of two days has; a file with more is no file of subtitles. */
const MOST_CUES = 40_000
const LONGEST_CUE = 2000

const TIME = /^(?:(\d{1,3}):)?(\d{2}):(\d{2})[.,](\d{3})\s+-->\s+(?:(\d{1,3}):)?(\d{2}):(\d{2})[.,](\d{3})(?:\s.*)?$/

export type SubtitleRefusal = 'empty' | 'no-cues' | 'too-many' | 'bad-time' | 'backwards' | 'too-long'

export type ReadSubtitles = { kind: 'read'; cues: Cue[] } | { kind: 'refused'; refusal: SubtitleRefusal; line: number }

/** WebVTT or SubRip, by their cues: times and words. Styles, notes, positions and marks of speech fall away. */
export function readSubtitles(text: string): ReadSubtitles {
  const lines = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n')
  if (lines.every((line) => line.trim() === '')) return { kind: 'refused', refusal: 'empty', line: 1 }
  const cues: Cue[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const line = (lines[at] ?? '').trim()
    if (!line.includes('-->')) continue
    const time = TIME.exec(line)
    if (!time) return { kind: 'refused', refusal: 'bad-time', line: at + 1 }
    const [fromMs, toMs] = [milliseconds(time.slice(1, 5)), milliseconds(time.slice(5, 9))]
    if (toMs < fromMs) return { kind: 'refused', refusal: 'backwards', line: at + 1 }
    const words = wordsAfter(lines, at)
    if (words.length > LONGEST_CUE) return { kind: 'refused', refusal: 'too-long', line: at + 2 }
    if (words !== '') cues.push({ fromMs, toMs, words })
    if (cues.length > MOST_CUES) return { kind: 'refused', refusal: 'too-many', line: at + 1 }
  }
  if (cues.length === 0) return { kind: 'refused', refusal: 'no-cues', line: 1 }
  return { kind: 'read', cues: cues.toSorted((one, other) => one.fromMs - other.fromMs || one.toMs - other.toMs) }
}

function wordsAfter(lines: readonly string[], at: number): string {
  const words: string[] = []
  for (const line of lines.slice(at + 1)) {
    if (line.trim() === '') break
    words.push(plain(line))
  }
  return words.filter((line) => line !== '').join('\n')
}

/** Without the marks of WebVTT (`<v Speaker>`, `<i>`) and with its references as letters. */
const plain = (line: string): string =>
  line
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .normalize('NFC')
    .trim()

function milliseconds([hours, minutes, seconds, ms]: readonly (string | undefined)[]): number {
  return ((Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(ms)
}
