import { randomBytes } from 'node:crypto'
import { newReceiptCode } from '../auth/private-link.ts'
import type { Transaction } from '../db/database.ts'
import { keepDocument } from '../documents/documents.ts'
import type { IncomingFile } from '../files/incoming-file.ts'
import { recordChange, type ChangedBy } from '../history/record-change.ts'
import type { Lang } from '../i18n/language.ts'
import type { Services } from '../services.ts'
import { refOf } from '../subjects/subject-rules.ts'
import { civilDateIn, type CivilDate } from '../time/civil-date.ts'
import {
  countCase,
  findCaseBySubmission,
  holdCase,
  insertCase,
  insertSender,
  nextCaseNumber,
  type HeldCase,
  type LeftOut,
  type Sender,
} from './case-queries.ts'
import { filedOn, type Channel } from './case-rules.ts'
import { CASE_KIND } from './clock-rules.ts'
import { insertPoint } from './point-queries.ts'
import { senderDigest } from './sender-digest.ts'
import { startCaseClock, type FirstClock } from './start-case-clock.ts'

/** A paper as it came, whatever the way. */
export type CaseDraft = {
  institutionId: string
  zone: string
  /** Made of the form and its content (`submissionOf`). */
  submissionId: string
  channel: Channel
  lang: Lang
  about: string
  words: string | null
  sender: Sender
  leftOut: readonly LeftOut[]
  happenedOn: CivilDate | null
  receivedAt: Date
  receivedTo: 'minute' | 'day'
  registeredPost: boolean
  protocolNumber: string | null
  protocolOn: CivilDate | null
  printedNumber?: string | null
  takenOver?: boolean
  contactId: string | null
  tokenDigest: Buffer | null
  files: readonly IncomingFile[]
  by: ChangedBy
}

export type WrittenDown = { kind: 'written'; id: string } | { kind: 'there-already'; before: HeldCase }

export const refOfCase = (id: string): string => refOf(CASE_KIND, id)

/** Writes a paper down without counting it: it has no number, and no official sees it. */
export async function writeDownCase(tx: Transaction, services: Services, draft: CaseDraft): Promise<WrittenDown> {
  const { institutionId } = draft
  const now = services.clock.now()
  const accountId = typeof draft.by === 'string' ? null : draft.by.accountId
  const id = await insertCase(tx, {
    ...draft,
    printedNumber: draft.printedNumber ?? null,
    takenOver: draft.takenOver ?? false,
    filedOn: filedOn(draft),
    enteredBy: accountId,
    now,
  })
  if (id === null) {
    const before = await findCaseBySubmission(tx, draft.submissionId)
    if (!before) throw new Error('A form was entered and is not there')
    return { kind: 'there-already', before }
  }
  const { sender } = draft
  const digest = senderDigest(services.settings, sender)
  await insertSender(tx, { ...sender, caseId: id, institutionId, salt: randomBytes(16), digest })
  await insertPoint(tx, { institutionId, caseId: id, ordinal: 1, title: null, words: null, ownerRole: null })
  await keepFiles(tx, services, { institutionId, caseId: id, lang: draft.lang, addedBy: accountId }, draft.files)
  return { kind: 'written', id }
}

/** Files hang on the case itself, whichever paper brought them: one list to look through. */
export async function keepFiles(
  tx: Transaction,
  services: Services,
  to: { institutionId: string; caseId: string; lang: Lang; addedBy: string | null },
  files: readonly IncomingFile[],
): Promise<void> {
  const { institutionId, lang, addedBy } = to
  for (const file of files) {
    await keepDocument(tx, services, {
      institutionId,
      subject: refOfCase(to.caseId),
      // What an official adds was scanned at the counter; what came with the letter is attached to it.
      role: addedBy === null ? 'attachment' : 'scan',
      class: 'personal',
      title: file.name,
      lang,
      file,
      addedBy,
    })
  }
}

/** Counts a case: its number, its code, its clock, its first line of history. The counter is the last lock of the deed. */
export async function giveNumber(
  tx: Transaction,
  services: Services,
  id: string,
  by: ChangedBy,
  clock?: FirstClock,
): Promise<HeldCase> {
  const now = services.clock.now()
  const held = await holdCase(tx, id)
  if (!held) throw new Error(`Case ${id} is gone inside its own transaction`)
  const { institutionId } = held
  await recordChange(tx, { institutionId, subject: refOfCase(id), kind: 'entered', by, at: now })
  const dueOn = await startCaseClock(tx, services, held, by, clock)
  const year = held.printedNumber === null ? Number(civilDateIn(held.zone, held.receivedAt).slice(0, 4)) : null
  const number = year === null ? null : await nextCaseNumber(tx, institutionId, year)
  const code = newReceiptCode()
  await countCase(tx, id, { state: 'new', year, number, code, now })
  return { ...held, dueOn, state: 'new', registerYear: year, registerNumber: number, code }
}
