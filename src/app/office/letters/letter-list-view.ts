import { csvOf } from '#platform/lists/csv-field-rules.ts'
import { institutionsWhere, mayAnywhere } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { OfficeTile } from '#platform/door.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { letterPermissions } from '#platform/letters/letter-permissions.ts'
import {
  countDrafts,
  listOfficialLetters,
  type OfficialLetterSummary,
} from '#platform/letters/official-letter-queries.ts'
import { LETTER_STATES, showLetterNumber, type OfficialLetterState } from '#platform/letters/official-letter-rules.ts'
import { likePattern } from '#platform/lists/like-pattern-rules.ts'
import { readListKey, writeListKey } from '#platform/lists/list-key.ts'
import type { Services } from '#platform/services.ts'
import { readCivilDate, type CivilDate } from '#platform/time/civil-date.ts'
import { textsIn } from './letters-texts.ts'
import { letterUrls } from './urls.ts'

export const LETTERS_PAGE = 50
/** No office sends more in a year; a longer list is narrowed by its dates. */
const LONGEST_EXPORT = 20_000

export type LetterQuestion = {
  words: string
  state: OfficialLetterState | null
  number: string
  protocol: string
  from: CivilDate | null
  to: CivilDate | null
  before: string
}

export type LetterListView = {
  question: LetterQuestion
  letters: OfficialLetterSummary[]
  older: string | null
  mayWrite: boolean
}

export function readLetterQuestion(query: Record<string, string | undefined>): LetterQuestion {
  const words = (name: string, most: number) => (query[name] ?? '').normalize('NFC').trim().slice(0, most)
  return {
    words: words('q', 100),
    state: LETTER_STATES.find((state) => state === query.gjendja) ?? null,
    number: words('numri', 20),
    protocol: words('protokolli', 40),
    from: readCivilDate(query.nga ?? ''),
    to: readCivilDate(query.deri ?? ''),
    before: query.para ?? '',
  }
}

/** Letters of the institutions in which this official may read them, and of no other. */
export async function viewLetterList(
  { db }: Services,
  official: Official,
  question: LetterQuestion,
): Promise<LetterListView> {
  const listed = await listOfficialLetters(db, {
    ...filterOf(official, question),
    before: readListKey(question.before),
    limit: LETTERS_PAGE + 1,
  })
  const letters = listed.slice(0, LETTERS_PAGE)
  const last = letters.at(-1)
  const more = listed.length > LETTERS_PAGE && last !== undefined
  return {
    question,
    letters,
    older: more ? writeListKey({ at: last.changedAt, id: last.id }) : null,
    mayWrite: mayAnywhere(official, letterPermissions['letters.write']),
  }
}

function filterOf(official: Official, question: LetterQuestion) {
  const [, number, year] = /^(\d{1,7})(?:\s*\/\s*(\d{4}))?$/.exec(question.number) ?? []
  return {
    institutions: institutionsWhere(official, letterPermissions['letters.read']),
    state: question.state,
    // What is no number is no letter's number.
    number: question.number === '' ? null : Number(number ?? 0) || -1,
    year: year === undefined ? null : Number(year),
    protocol: question.protocol,
    words: question.words === '' ? '' : likePattern(question.words),
    from: question.from,
    to: question.to,
  }
}

/** The whole list as it was narrowed, for a spreadsheet. The addressees stand in it: who exports it is noted. */
export async function viewLetterExport(
  { db }: Services,
  lang: Lang,
  official: Official,
  question: LetterQuestion,
): Promise<{ csv: string; letters: OfficialLetterSummary[] }> {
  const letters = await listOfficialLetters(db, {
    ...filterOf(official, question),
    before: null,
    limit: LONGEST_EXPORT,
  })
  const t = textsIn(lang)
  const { columns } = t.list
  const head = [
    columns.number,
    columns.date,
    columns.protocol,
    columns.kind,
    columns.state,
    columns.addressee,
    columns.subject,
  ]
  const rows = letters.map((letter) => [
    numberOf(letter),
    letter.issuedOn ?? '',
    letter.protocolNumber ?? '',
    t.kinds[letter.kind],
    t.states[letter.state],
    letter.addresseeName,
    letter.subjectLine,
  ])
  return { csv: csvOf([head, ...rows]), letters }
}

export const numberOf = ({ number, year }: Pick<OfficialLetterSummary, 'number' | 'year'>): string =>
  number !== null && year !== null ? showLetterNumber({ number, year }) : ''

export async function letterTiles(services: Services, official: Official, lang: Lang): Promise<OfficeTile[]> {
  const writers = letterPermissions['letters.write']
  if (!mayAnywhere(official, writers)) return []
  const count = await countDrafts(services.db, institutionsWhere(official, writers))
  if (count === 0) return []
  const href = `${inLanguage(lang, letterUrls.list())}?gjendja=draft`
  return [{ title: textsIn(lang).list.drafts, count, href }]
}
