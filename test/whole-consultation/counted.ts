import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { expect } from 'vitest'
import { DECISIONS } from '#modules/consultations/answers/answer-rules.ts'
import { CHANNELS, SENDER_KINDS } from '#modules/consultations/comments/comment-rules.ts'
import { WHOLE } from '../whole.ts'
import { ATTENDANCE, type Voice, type World } from './world.ts'

/** What the play itself remembers, counted by hand: no query of the program has a part in it. */

export const standing = ({ voices }: World): Voice[] => voices.filter(({ state }) => state !== 'withdrawn')

const tally = <Key extends string>(keys: readonly Key[], of: readonly Key[]): Record<Key, number> =>
  // One number for each key.
  Object.fromEntries(keys.map((key) => [key, of.filter((one) => one === key).length])) as Record<Key, number>

export function figuresOfPlay(world: World): Record<string, unknown> {
  const voices = standing(world)
  const members = world.members.filter(({ stands }) => stands)
  const named = voices.flatMap(({ organisation, state }) =>
    organisation && state === 'published' ? [organisation] : [],
  )
  const parties = new Set(
    [...named, ...members.map(({ organisation }) => organisation)].map((one) => one.toLowerCase()),
  )
  const channels = voices.map(({ channel }) => channel)
  return {
    comments: voices.length,
    byDecision: tally(
      [...DECISIONS, 'unanswered'],
      voices.map(({ decision }) => decision ?? 'unanswered'),
    ),
    byChannel: tally(CHANNELS, channels),
    bySender: tally(
      [...SENDER_KINDS, 'unknown'],
      voices.map(({ sender }) => sender ?? 'unknown'),
    ),
    late: voices.filter(({ late }) => late).length,
    held: voices.filter(({ state }) => state === 'held').length,
    withdrawn: world.voices.length - voices.length,
    jointMembers: members.length - 1,
    groups: 1,
    parties: parties.size,
    meetings: 1,
    participants: ATTENDANCE.reduce((sum, { total }) => sum + total, 0),
    methods: [
      ...CHANNELS.filter((one) => channels.includes(one)).map((one) => `channel:${one}`),
      'meeting:public-hearing',
      'questionnaire',
    ],
    answers: world.answers.size,
    corrected: 1,
    // Closed on 5 October; the last point was answered on the 19th.
    daysToAnswerAll: 14,
  }
}

/** `byDecision.accepted` → its number, as files name figures. */
export const flat = (figures: Record<string, unknown>): Map<string, number> =>
  new Map(
    Object.entries(figures).flatMap(([key, value]): [string, number][] =>
      Array.isArray(value)
        ? [[key, value.length]]
        : typeof value === 'object' && value !== null
          ? Object.entries(value).map(([name, number]) => [`${key}.${name}`, Number(number)])
          : [[key, Number(value)]],
    ),
  )

export async function bytesOf({ web, db }: World, path: string): Promise<Uint8Array<ArrayBuffer>> {
  await db`delete from platform.rate_limits`
  const answer = await web.get(path)
  expect([path, answer.status]).toEqual([path, 200])
  return new Uint8Array(await answer.arrayBuffer())
}
export const textOf = async (world: World, path: string): Promise<string> =>
  new TextDecoder().decode(await bytesOf(world, path))
export const jsonOf = async <Read>(world: World, path: string): Promise<Read> =>
  // What a test reads it says what it expects of.
  JSON.parse(await textOf(world, path)) as Read

/** Comma separated values, with quotes and lines in them. */
export function cellsOf(csv: string): Record<string, string>[] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end !== ',' && end !== '') rows.push([])
    if (end === '') break
  }
  const [head = [], ...lines] = rows
  const whole = lines.filter((line) => line.length === head.length)
  return whole.map((line) => Object.fromEntries(head.map((name, n) => [name.replace('\uFEFF', ''), line[n] ?? ''])))
}

/** Letters and figures alone: lines and tables are broken anywhere. */
export const bare = (words: string): string => words.replace(/[^\p{L}\p{N}]+/gu, '')

export function docxWords(bytes: Uint8Array): string {
  const xml = new TextDecoder().decode(unzipSync(bytes)['word/document.xml'])
  return [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, words]) => words).join(' ')
}

/** By poppler; null: it is not on this machine. */
export function pdfWords(bytes: Uint8Array): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'kuvend-whole-'))
  try {
    writeFileSync(join(folder, 'raporti.pdf'), bytes)
    return execFileSync('pdftotext', ['-raw', join(folder, 'raporti.pdf'), '-'], { encoding: 'utf8' })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Pages of comments by themselves: in the proof all, otherwise those where something is hidden and the first of each lot. */
function leftOut({ voices, consultation }: World): ReadonlySet<string> {
  const looked = new Set(['hidden', 'held', 'late'])
  const others = WHOLE
    ? []
    : voices.filter((one) => !looked.has(one.lot) && voices.find(({ lot }) => lot === one.lot) !== one)
  return new Set(others.map(({ code }) => `/konsultime/${consultation.slug}/komente/${code}`))
}

/** All that links lead to from the pages of the consultation, and its rows in the open data: address → bytes, unpacked. */
export async function publicBytes(world: World, more: readonly string[]): Promise<Map<string, string>> {
  const left = leftOut(world)
  const base = `/konsultime/${world.consultation.slug}`
  const seen = new Map<string, string>()
  const waiting = [base, ...more]
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (seen.has(path) || left.has(path)) continue
    await world.db`delete from platform.rate_limits`
    const answer = await world.web.get(path)
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const packed = /\.(xlsx|docx)$/.test(path) && answer.status === 200
    const body = packed
      ? Object.values(unzipSync(bytes))
          .map((part) => Buffer.from(part).toString('utf8'))
          .join('\n')
      : path.endsWith('.pdf')
        ? (pdfWords(bytes) ?? '')
        : Buffer.from(bytes).toString('utf8')
    seen.set(path, body)
    const links = [...body.matchAll(/href="([^"#]*)/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
    waiting.push(...links.filter((href) => href.startsWith(base) && !/\/komento|\?(?!pas|faqja|versioni)/.test(href)))
  }
  return seen
}
