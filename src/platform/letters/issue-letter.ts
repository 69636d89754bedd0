import { mayIn } from '../auth/permissions.ts'
import type { Official } from '../auth/visitor.ts'
import type { Transaction } from '../db/database.ts'
import type { Door } from '../door.ts'
import { recordChange, type ChangedBy } from '../history/record-change.ts'
import { enqueue } from '../jobs/jobs.ts'
import type { Services } from '../services.ts'
import { civilDateIn } from '../time/civil-date.ts'
import { newCheckCode } from './check-code.ts'
import { composePaper } from './compose-paper.ts'
import { enterLetter } from './enter-letter.ts'
import { letterPermissions } from './letter-permissions.ts'
import { letterRef } from './letter-subject.ts'
import { findTwoPeople, markIssued, nextLetterNumber } from './letter-writing-queries.ts'
import { holdOfficialLetter, listLetterSubjects, type OfficialLetter } from './official-letter-queries.ts'
import { refusalToIssue, showLetterNumber, type IssueRefusal } from './official-letter-rules.ts'
import { gatherPaperFacts } from './paper-facts.ts'
import { problemsIn } from './template-rules.ts'

export const MAKE_FILES = 'letters.make-files'

export type IssueOutcome =
  | { kind: 'issued'; number: number; year: number }
  | { kind: 'refused'; refusal: IssueRefusal | 'fields-unknown' }
  | { kind: 'changed-meanwhile' }
  | { kind: 'issued-meanwhile' }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-letter' }

/**
 * The letter goes out of the hands of the office: it gets its number, its code and its words as they are printed, and is
 * never changed again. PDF and DOCX are made by the worker.
 */
export async function issueLetter(
  services: Services,
  doors: readonly Door[],
  official: Official,
  id: string,
  seenRevision: number,
): Promise<IssueOutcome> {
  return services.db.begin(async (tx): Promise<IssueOutcome> => {
    const letter = await holdOfficialLetter(tx, id)
    if (!letter) return { kind: 'no-such-letter' }
    if (!mayIn(official, letterPermissions['letters.issue'], letter.institutionId)) return { kind: 'not-permitted' }
    if (letter.state !== 'draft') return { kind: 'issued-meanwhile' }
    if (letter.revision !== seenRevision) return { kind: 'changed-meanwhile' }
    const refusal = refusalToIssue(letter, {
      today: civilDateIn(letter.zone, services.clock.now()),
      twoPeople: await findTwoPeople(tx, letter.institutionId),
      by: official.accountId,
    })
    if (refusal) return { kind: 'refused', refusal }
    if (hasUnknownFields(letter)) return { kind: 'refused', refusal: 'fields-unknown' }
    return { kind: 'issued', ...(await issue(tx, services, doors, letter, { accountId: official.accountId })) }
  })
}

function hasUnknownFields(letter: OfficialLetter): boolean {
  const { subjectLine, body, remedy, otherSubjectLine, otherBody, otherRemedy } = letter
  return [subjectLine, body, remedy, otherSubjectLine, otherBody, otherRemedy].some(
    (words) => problemsIn(words ?? '').length > 0,
  )
}

/** For the demonstration too, where nobody's hand issues it. The number is the last lock that is taken. */
export async function issue(
  tx: Transaction,
  services: Services,
  doors: readonly Door[],
  letter: OfficialLetter,
  by: ChangedBy,
): Promise<{ number: number; year: number }> {
  const { id, institutionId } = letter
  const at = services.clock.now()
  const on = civilDateIn(letter.zone, at)
  const year = Number(on.slice(0, 4))
  const subjects = await listLetterSubjects(tx, id)
  const facts = await gatherPaperFacts(services, doors, letter, subjects, tx)
  if (!facts) throw new Error(`Letter ${id} has no institution`)
  if (letter.correctsId !== null) await holdOfficialLetter(tx, letter.correctsId)
  const code = newCheckCode()
  const number = await nextLetterNumber(tx, institutionId, year)
  const content = composePaper({ ...facts, issued: { number, year, on, code } })
  await markIssued(tx, id, { year, number, code, on, at, by: typeof by === 'string' ? null : by.accountId, content })
  await enqueue(tx, MAKE_FILES, { id }, { key: `${MAKE_FILES}:${id}` })
  const fields = [{ field: 'number', from: null, to: showLetterNumber({ number, year }) }]
  for (const subject of [letterRef(id), ...subjects])
    await recordChange(tx, { institutionId, subject, kind: 'letter-issued', by, at, fields })
  await enterLetter(tx, services, letter)
  return { number, year }
}
