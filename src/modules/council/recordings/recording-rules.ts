export const RECORDING_KIND = 'council.recording'
export const RECORDING_KINDS = ['live', 'video', 'audio'] as const
export type RecordingKind = (typeof RECORDING_KINDS)[number]
export const SUBTITLE_LANGS = ['sq', 'en', 'sr'] as const
export type SubtitleLang = (typeof SUBTITLE_LANGS)[number]

/** `1:02:03`, `62:03`, `45`: seconds from the beginning. Null: not a time of a recording. */
export function secondsOf(words: string): number | null {
  const parts = words.trim().split(':')
  if (parts.length > 3 || parts.some((part) => !/^\d{1,5}$/.test(part))) return null
  if (parts.slice(1).some((part) => part.length !== 2 || Number(part) > 59)) return null
  return parts.reduce((sum, part) => sum * 60 + Number(part), 0)
}

/** `0:05:30`: as players show it. */
export function clockOf(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

const YOUTUBE = /^(www\.|m\.)?(youtube\.com|youtu\.be)$/

/**
 * The same recording from a moment on. YouTube takes `t` in its question; others, and files, a media fragment
 * (https://www.w3.org/TR/media-frags/, section 4.2.1). One that knows neither begins at its beginning.
 */
export function watchAt(url: string, seconds: number): string {
  const address = new URL(url)
  if (YOUTUBE.test(address.hostname)) address.searchParams.set('t', `${seconds}s`)
  else address.hash = `t=${seconds}`
  return address.href
}

export type Stretch = { from: Date; to: Date | null }

/**
 * Where in the recording a moment of the meeting is; null where the recording does not hold it. Closed parts that were cut
 * out make everything after them earlier.
 */
export function momentIn(
  recording: { startsAt: Date | null; seconds: number | null; closedPartsCut: boolean },
  at: Date,
  closed: readonly Stretch[],
): number | null {
  const { startsAt, seconds, closedPartsCut } = recording
  if (startsAt === null) return null
  const cut = closedPartsCut ? closed.reduce((sum, part) => sum + overlap(part, startsAt, at), 0) : 0
  const moment = Math.round((at.getTime() - startsAt.getTime() - cut) / 1000)
  if (moment < 0 || (seconds !== null && moment >= seconds)) return null
  return moment
}

const overlap = ({ from, to }: Stretch, begin: Date, end: Date): number =>
  Math.max(0, Math.min(to?.getTime() ?? Infinity, end.getTime()) - Math.max(from.getTime(), begin.getTime()))

export type Chapter = { kind: 'item' | 'vote'; id: string; title: string; seconds: number }

/** WebVTT of the items alone: a player shows one chapter at a time. https://www.w3.org/TR/webvtt1/ */
export function chaptersVtt(chapters: readonly Chapter[], seconds: number | null): string {
  const items = chapters.filter(({ kind }) => kind === 'item')
  const cues = items.map(({ title, seconds: from }, index) => {
    const to = items[index + 1]?.seconds ?? Math.max(seconds ?? 0, from + 1)
    return `${stamp(from * 1000)} --> ${stamp(to * 1000)}\n${cueWords(title)}\n`
  })
  return `WEBVTT\n\n${cues.join('\n')}`
}

export type Cue = { fromMs: number; toMs: number; words: string }

export const subtitlesVtt = (cues: readonly Cue[]): string =>
  `WEBVTT\n\n${cues.map((cue) => `${stamp(cue.fromMs)} --> ${stamp(cue.toMs)}\n${cueWords(cue.words)}\n`).join('\n')}`

function stamp(ms: number): string {
  const whole = Math.floor(ms / 1000)
  return `${clockOf(whole).padStart(8, '0')}.${String(ms % 1000).padStart(3, '0')}`
}

const cueWords = (words: string): string =>
  words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\n\s*\n/g, '\n')
