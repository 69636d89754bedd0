import type { CivilDate } from '../time/civil-date.ts'
import { daysBetween } from '../time/civil-date.ts'

/** What an official letter is for. */
export const LETTER_KINDS = [
  'acknowledgement',
  'answer',
  'completion-request',
  'transmittal',
  'notice',
  'general',
] as const
export type OfficialLetterKind = (typeof LETTER_KINDS)[number]

export const LETTER_STATES = ['draft', 'issued', 'cancelled'] as const
export type OfficialLetterState = (typeof LETTER_STATES)[number]

/** `no-pdf`: this machine has no compiler for PDF; the DOCX is there. */
export const FILES_STATES = ['none', 'waiting', 'ready', 'no-pdf', 'failed'] as const
export type FilesState = (typeof FILES_STATES)[number]

/** Languages of a paper: of the interface two, and Serbian, which is official in Kosovo. */
export const LETTER_LANGS = ['sq', 'en', 'sr'] as const
export type LetterLang = (typeof LETTER_LANGS)[number]

export const LETTER_LIMITS = {
  addressee: 200,
  postal: 500,
  subjectLine: 300,
  body: 200_000,
  remedy: 8000,
  basis: 300,
  signatory: 120,
  post: 160,
  enclosures: 4000,
  protocol: 40,
  reason: 500,
  templateName: 120,
  templateBody: 60_000,
  subjects: 100,
} as const

/** The words of a letter in one language. */
export type LetterWords = { subjectLine: string; body: string; remedy: string }

export type IssueRefusal = 'no-signatory' | 'words-missing' | 'deadline-passed' | 'second-person-needed'

/**
 * Why a draft may not go out yet, or null. Where the institution wants two people, whoever wrote the words last does not
 * issue them: the last words were then read by two.
 */
export function refusalToIssue(
  letter: {
    signatoryName: string
    deadlineOn: CivilDate | null
    otherLang: string | null
    otherSubjectLine: string | null
    otherBody: string | null
    changedBy: string | null
  },
  asked: { today: CivilDate; twoPeople: boolean; by: string | null },
): IssueRefusal | null {
  if (letter.signatoryName === '') return 'no-signatory'
  if (letter.otherLang && !(letter.otherSubjectLine && letter.otherBody)) return 'words-missing'
  if (letter.deadlineOn && daysBetween(asked.today, letter.deadlineOn) < 0) return 'deadline-passed'
  if (asked.twoPeople && asked.by !== null && asked.by === letter.changedBy) return 'second-person-needed'
  return null
}

/** As Crockford wrote numbers for people: 0 and O, 1, I and L, U and V are never told apart wrongly. */
export const CHECK_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const CHECK_LENGTH = 12

/** `7K3M-Q9TB-42XD` as it is kept, `7K3MQ9TB42XD`, from what somebody typed; null when it cannot be a code. */
export function readCheckCode(typed: string): string | null {
  const code = typed
    .toUpperCase()
    .replace(/[\s.\u2010-\u2015-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/U/g, 'V')
  return code.length === CHECK_LENGTH && [...code].every((letter) => CHECK_LETTERS.includes(letter)) ? code : null
}

/** As it is printed and read out. */
export const showCheckCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-')

/** `12/2026`, as registers are cited. */
export const showLetterNumber = ({ number, year }: { number: number; year: number }): string => `${number}/${year}`

/** One enclosure a line. */
export const enclosuresOf = (words: string): string[] =>
  words
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-–•]|\d+[.)])\s*/, '').trim())
    .filter(Boolean)
