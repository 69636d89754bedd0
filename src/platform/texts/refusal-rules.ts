/** Why a source cannot be read as a legal text. What people are told for each stands in the texts of the office. */
const REFUSAL_REASONS = [
  'not-a-docx',
  'not-an-odt',
  'not-a-pdf',
  'not-html', // no web page: a picture or a program under its name
  'not-akoma-ntoso',
  'old-word', // DOC of before 2007
  'encrypted', // closed with a password
  'too-large',
  'busy', // too many files are being read just now
  'broken', // cut off, or unsound XML
  'no-words', // nothing but pictures of pages: a scan, or an empty file
] as const

export type ReadRefusalReason = (typeof REFUSAL_REASONS)[number]

export type ReadRefusal = { kind: 'unreadable'; why: ReadRefusalReason }

/** Thrown deep inside a reader; the reader's own function makes a value of it. */
export class ReadRefused extends Error {
  readonly why: ReadRefusalReason
  constructor(why: ReadRefusalReason) {
    super(`source refused: ${why}`)
    this.why = why
  }
}
