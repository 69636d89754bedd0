import { newReceiptCode } from '../auth/private-link.ts'
import { readEmail } from '../auth/email.ts'
import type { Transaction } from '../db/database.ts'
import type { ImportOutcome } from '../door.ts'
import { meetDeadline } from '../deadlines/end-deadline.ts'
import { startDeadline } from '../deadlines/start-deadline.ts'
import { readCsv, type Csv, type CsvRow } from '../imports/csv-rules.ts'
import { recordChange } from '../history/record-change.ts'
import { findInstitutionById } from '../institutions/institution-queries.ts'
import type { InstitutionSummary } from '../institutions/institution-rules.ts'
import type { Services } from '../services.ts'
import { civilDateIn, startOfDay } from '../time/civil-date.ts'
import { countCase, raiseCounter, updateCase } from './case-queries.ts'
import { submissionOf, type Channel, type CountedState } from './case-rules.ts'
import { CASE_SLOT } from './clock-rules.ts'
import { refOfCase, writeDownCase, type CaseDraft } from './enter-case.ts'
import { asUtf8, readDayAsTyped } from './register-rules.ts'

/** What the columns of a register may be called. The first five are what law 44/2015, Art 60 asks for. */
const COLUMNS = {
  number: ['numri', 'nr', 'nr.', 'numri rendor'],
  received: ['data', 'pranuar', 'data e pranimit', 'data e hyrjes'],
  name: ['derguesi', 'emri', 'nga'],
  about: ['lenda', 'objekti', 'permbajtja'],
  postal: ['adresa', 'adresa postare'],
  telephone: ['telefoni', 'tel', 'tel.'],
  email: ['e-posta', 'email', 'e-mail'],
  channel: ['rruga', 'menyra'],
  protocol: ['protokolli', 'nr prot', 'nr. prot.', 'nr. protokolli'],
  protocolOn: ['data e protokollit'],
  state: ['gjendja', 'statusi'],
  due: ['afati'],
} as const
type ColumnName = keyof typeof COLUMNS

const CHANNEL_WORDS: Record<string, Channel> = {
  sporteli: 'counter',
  sportel: 'counter',
  posta: 'paper',
  poste: 'paper',
  'e-posta': 'email',
  'e-poste': 'email',
  email: 'email',
  faqja: 'web',
}
const STATE_WORDS: Record<string, CountedState> = {
  'e re': 'new',
  hapur: 'new',
  'e hapur': 'new',
  'ne pune': 'in-work',
  'me pergjigje': 'answered',
  'e mbyllur': 'closed',
  mbyllur: 'closed',
}

type Row = Partial<Record<ColumnName, string>>
type Read = { row: number; cells: Row; refused: string[] }

/**
 * Takes over the register of a year from a spreadsheet. Every row comes in: a cell that cannot be read is left empty and
 * named. The numbers stay as they are printed, outside our counter, which goes on behind the highest of them. The same
 * file again adds nothing.
 */
export async function importCases(
  services: Services,
  institutionId: string,
  content: Uint8Array,
): Promise<ImportOutcome> {
  const institution = await findInstitutionById(services.db, 'sq', institutionId)
  if (!institution) return { kind: 'refused', why: 'there is no such institution' }
  const csv = readCsv(asUtf8(content))
  if (!csv) return { kind: 'refused', why: 'it is no table with a first line of names' }
  const columns = columnsOf(csv)
  const missing = (['number', 'received', 'about'] as const).filter((name) => columns[name] === undefined)
  if (missing.length > 0) {
    return { kind: 'refused', why: `no column called ${missing.map((name) => COLUMNS[name][0]).join(', ')}` }
  }
  const reads = csv.rows.map((row) => readRow(row, columns))
  return services.db.begin(async (tx) => {
    let taken = 0
    for (const read of reads) if (await takeRow(tx, services, institution, read)) taken++
    const next = await raiseCounters(tx, institution, reads)
    return {
      kind: 'imported',
      lines: [
        `${taken} of ${reads.length} rows taken in${taken < reads.length ? '; the others stood already' : ''}`,
        ...reads.flatMap((read) => read.refused),
        ...next,
      ],
    } as const
  })
}

function columnsOf({ columns }: Csv): Partial<Record<ColumnName, string>> {
  const found: Partial<Record<ColumnName, string>> = {}
  for (const column of columns) {
    const name = plain(column)
    for (const [known, names] of Object.entries(COLUMNS) as [ColumnName, readonly string[]][]) {
      if (names.includes(name)) found[known] ??= column
    }
  }
  return found
}

function readRow({ line, cells }: CsvRow, columns: Partial<Record<ColumnName, string>>): Read {
  const read: Row = {}
  for (const [name, column] of Object.entries(columns) as [ColumnName, string][]) read[name] = cells[column] ?? ''
  return { row: line, cells: read, refused: [] }
}

/** False: this row stands already. */
async function takeRow(
  tx: Transaction,
  services: Services,
  institution: InstitutionSummary,
  read: Read,
): Promise<boolean> {
  const now = services.clock.now()
  const written = await writeDownCase(tx, services, draftOf(institution, read, now))
  if (written.kind === 'there-already') return false
  const state = wordIn(read, 'state', STATE_WORDS) ?? 'new'
  await countCase(tx, written.id, { state, year: null, number: null, code: newReceiptCode(), now })
  const ended = state === 'closed' ? { closedAt: now } : state === 'answered' ? { answeredAt: now } : null
  if (ended) await updateCase(tx, written.id, ended, now)
  await keepGivenDay(tx, services, read, { id: written.id, institutionId: institution.id, ended: ended !== null })
  const subject = refOfCase(written.id)
  await recordChange(tx, { institutionId: institution.id, subject, kind: 'entered', by: 'command-line', at: now })
  return true
}

type TakenOver = { id: string; institutionId: string; ended: boolean }

/**
 * The day that the old register gives is kept, and no clock of the law is started: a row often does not say whether the
 * letter was answered, and what looks late here may have been answered on paper long ago. Never on the public board.
 */
async function keepGivenDay(
  tx: Transaction,
  services: Services,
  read: Read,
  { id, institutionId, ended }: TakenOver,
): Promise<void> {
  const day = dayIn(read, 'due')
  if (day === null) return
  const place = { subject: refOfCase(id), slot: CASE_SLOT, by: 'command-line' } as const
  const started = readDayAsTyped(read.cells.received ?? '')
  await startDeadline(tx, services, {
    ...place,
    institutionId,
    basis: { day },
    ...(started === null ? {} : { startedOn: started }),
    holder: { role: 'clerk' },
    public: false,
  })
  if (ended) await meetDeadline(tx, services, place)
}

function draftOf(institution: InstitutionSummary, read: Read, now: Date): CaseDraft {
  const { id: institutionId, zone } = institution
  const received = dayIn(read, 'received')
  const receivedOn = received !== null && received <= civilDateIn(zone, now) ? received : null
  if (received !== null && receivedOn === null) refuse(read, 'received', 'lies in the future')
  const protocolNumber = fitting(read, 'protocol', 40)
  return {
    institutionId,
    zone,
    submissionId: submissionOf(institutionId, ['import', String(read.row), ...Object.values(read.cells)]),
    channel: wordIn(read, 'channel', CHANNEL_WORDS) ?? 'paper',
    lang: 'sq',
    about: fitting(read, 'about', 300) ?? '—',
    words: null,
    sender: {
      name: fitting(read, 'name', 200, 2),
      postal: fitting(read, 'postal', 500),
      telephone: fitting(read, 'telephone', 60),
      email: emailIn(read),
    },
    leftOut: [],
    happenedOn: null,
    receivedAt: receivedOn === null ? now : startOfDay(receivedOn, zone),
    receivedTo: 'day',
    registeredPost: false,
    protocolNumber,
    protocolOn: protocolNumber === null ? null : dayIn(read, 'protocolOn'),
    printedNumber: fitting(read, 'number', 40) ?? `— (${read.row})`,
    takenOver: true,
    contactId: null,
    tokenDigest: null,
    files: [],
    by: 'command-line',
  }
}

/** Without marks, capitals and double spaces: as people type the same word in different years. */
const plain = (words: string): string =>
  words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()

/** Cells are named as the person who looks for them sees them: row and column of the file. Never what stands in them. */
function refuse(read: Read, column: ColumnName, why: string): null {
  read.refused.push(`row ${read.row}, ${COLUMNS[column][0]}: ${why}`)
  return null
}

function fitting(read: Read, column: ColumnName, longest: number, shortest = 1): string | null {
  const words = (read.cells[column] ?? '')
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f]/g, ' ')
    .trim()
  if (words === '') return column === 'number' || column === 'about' ? refuse(read, column, 'empty') : null
  if ([...words].length < shortest) return refuse(read, column, `shorter than ${shortest} characters`)
  if ([...words].length <= longest) return words
  refuse(read, column, `longer than ${longest} characters, cut`)
  return [...words].slice(0, longest).join('')
}

function dayIn(read: Read, column: ColumnName): string | null {
  const words = read.cells[column] ?? ''
  if (words === '') return column === 'received' ? refuse(read, column, 'empty, the day of the import stands') : null
  return readDayAsTyped(words) ?? refuse(read, column, 'no day')
}

function emailIn(read: Read): string | null {
  const words = read.cells.email ?? ''
  return words === '' ? null : (readEmail(words) ?? refuse(read, 'email', 'no address'))
}

function wordIn<T>(read: Read, column: ColumnName, known: Record<string, T>): T | null {
  const words = plain(read.cells[column] ?? '')
  if (words === '') return null
  return Object.hasOwn(known, words) ? (known[words] ?? null) : refuse(read, column, 'a word that is not known')
}

/** `12`, `12/2025`, `12/a`: the number before anything else, in the year of receipt or the one printed. */
async function raiseCounters(
  tx: Transaction,
  institution: InstitutionSummary,
  reads: readonly Read[],
): Promise<string[]> {
  const highest = new Map<number, number>()
  for (const { cells } of reads) {
    const [, number, printedYear] = /^(\d{1,6})(?:\/(\d{4}))?(?!\d)/.exec(cells.number ?? '') ?? []
    const year = Number(printedYear ?? readDayAsTyped(cells.received ?? '')?.slice(0, 4))
    if (number && year) highest.set(year, Math.max(highest.get(year) ?? 0, Number(number)))
  }
  const lines: string[] = []
  for (const [year, number] of [...highest].toSorted(([one], [other]) => one - other)) {
    await raiseCounter(tx, institution.id, year, number + 1)
    lines.push(`the next number of ${year} is ${number + 1} or higher`)
  }
  return lines
}
