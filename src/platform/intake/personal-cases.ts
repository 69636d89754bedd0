import type { Transaction } from '../db/database.ts'
import { eraseAddresseesAbout } from '../dispatch/erase-addressees.ts'
import { recordChange, type ChangedBy } from '../history/record-change.ts'
import { LETTER_SUBJECT } from '../mail/letter-rules.ts'
import type { PersonalRecord, PlacedRecord } from '../own-data/personal-data.ts'
import type { Services } from '../services.ts'
import { readRef, refOf } from '../subjects/subject-rules.ts'
import { removeContent } from '../takedowns/remove-content.ts'
import { listDocumentIdsOf } from '../takedowns/takedown-queries.ts'
import { caseAddresses } from './case-addresses.ts'
import { findCaseByCode } from './case-queries.ts'
import { caseNumber, readCaseCode } from './case-rules.ts'
import { refOfCase } from './enter-case.ts'
import {
  deleteLettersAbout,
  deleteUncounted,
  eraseCase,
  findPersonalCase,
  forgetMailsOf,
  holdPersonalCase,
  holdPersonalCases,
  listPersonalCases,
  renameSender,
  type PersonalCase,
} from './personal-case-queries.ts'
import { senderDigest } from './sender-digest.ts'

/** All that came in from this contact, as its writer reads it. */
export async function casesOfContact({ db }: Services, contactId: string): Promise<(PersonalRecord & PlacedRecord)[]> {
  return (await listPersonalCases(db, contactId)).map(recordOf)
}

function recordOf(one: PersonalCase): PlacedRecord {
  const { channel, state, about, words, name, postal, telephone, email, code } = one
  const number = caseNumber(one)
  return {
    title: `${number}, ${one.institutionName}`,
    href: hrefOf(one),
    at: one.receivedAt,
    data: { number, code, channel, state, about, words, name, postal, telephone, email },
    ref: refOfCase(one.id),
    institutionId: one.institutionId,
  }
}

/** A case has no private page: number and code open it, and they stay as they are. */
export const hrefOf = (one: PersonalCase): string | null =>
  one.code === null ? null : caseAddresses.lookup(caseNumber(one), one.code)

export async function caseOfCode(services: Services, typed: string): Promise<PlacedRecord | null> {
  const code = readCaseCode(typed)
  const held = code === null ? null : await findCaseByCode(services.db, code)
  if (!held || held.about === null) return null
  const { institutionName } = held
  return recordOf({ ...held, institutionName })
}

/** Null when there is none, or it was erased. */
export async function caseOfRef({ db }: Services, ref: string): Promise<PlacedRecord | null> {
  const id = readRef(ref)?.id
  const found = id === undefined ? null : await findPersonalCase(db, id)
  return found && recordOf(found)
}

export async function eraseCasesOf(
  tx: Transaction,
  services: Services,
  contactId: string,
  by: ChangedBy,
): Promise<number> {
  const cases = await holdPersonalCases(tx, contactId)
  for (const one of cases) await eraseHeld(tx, services, one, by)
  await forgetMailsOf(tx, contactId)
  return cases.length
}

export async function eraseCaseAlone(
  tx: Transaction,
  services: Services,
  ref: string,
  by: ChangedBy,
): Promise<boolean> {
  const [one] = await holdPersonalCase(tx, readRef(ref)?.id ?? '')
  if (one) await eraseHeld(tx, services, one, by)
  return one !== undefined
}

async function eraseHeld(tx: Transaction, services: Services, one: PersonalCase, by: ChangedBy): Promise<void> {
  const { id, institutionId, state } = one
  const at = services.clock.now()
  const subject = refOfCase(id)
  await removeContent(tx, services, await listDocumentIdsOf(tx, [subject]), at)
  const letters = await deleteLettersAbout(tx, id)
  // Whoever has no e-mail is known by the papers that were sent to them, and by nothing else.
  await eraseAddresseesAbout(tx, [subject, ...letters.map((letter) => refOf(LETTER_SUBJECT, letter))])
  if (state === 'sent') return deleteUncounted(tx, id)
  await eraseCase(tx, id, at)
  await recordChange(tx, { institutionId, subject, kind: 'erased', by, at })
}

export async function renameInCases(
  tx: Transaction,
  services: Services,
  contactId: string,
  name: string,
): Promise<number> {
  const cases = await holdPersonalCases(tx, contactId)
  for (const one of cases) {
    await renameSender(tx, one.id, name, senderDigest(services.settings, { ...one, name }))
    const fields = [{ field: 'name', from: null, to: null }]
    const { institutionId } = one
    const at = services.clock.now()
    await recordChange(tx, { institutionId, subject: refOfCase(one.id), kind: 'corrected', by: 'citizen', at, fields })
  }
  return cases.length
}
