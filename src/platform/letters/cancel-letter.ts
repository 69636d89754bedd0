import { mayIn } from '../auth/permissions.ts'
import type { Official } from '../auth/visitor.ts'
import { recordChange } from '../history/record-change.ts'
import { enqueue } from '../jobs/jobs.ts'
import type { Services } from '../services.ts'
import type { CivilDate } from '../time/civil-date.ts'
import { enterLetter } from './enter-letter.ts'
import { MAKE_FILES } from './issue-letter.ts'
import { letterPermissions } from './letter-permissions.ts'
import { letterRef } from './letter-subject.ts'
import { markLetterCancelled, setFilesState, setProtocol } from './letter-writing-queries.ts'
import { holdOfficialLetter, listLetterSubjects } from './official-letter-queries.ts'

export type LetterDeedOutcome = 'done' | 'done-meanwhile' | 'not-issued' | 'not-permitted' | 'no-such-letter'

/** The number stays, with the reason, and `/verifiko` says so to everybody. */
export async function cancelLetter(
  services: Services,
  official: Official,
  id: string,
  reason: string,
): Promise<LetterDeedOutcome> {
  const at = services.clock.now()
  return services.db.begin(async (tx): Promise<LetterDeedOutcome> => {
    const letter = await holdOfficialLetter(tx, id)
    if (!letter) return 'no-such-letter'
    const { institutionId } = letter
    if (!mayIn(official, letterPermissions['letters.issue'], institutionId)) return 'not-permitted'
    if (letter.state === 'draft') return 'not-issued'
    if (letter.state === 'cancelled') return 'done-meanwhile'
    await markLetterCancelled(tx, id, { reason, by: official.accountId, at })
    const by = { accountId: official.accountId }
    for (const subject of [letterRef(id), ...(await listLetterSubjects(tx, id))])
      await recordChange(tx, { institutionId, subject, kind: 'letter-cancelled', by, at, reason })
    await enterLetter(tx, services, letter)
    return 'done'
  })
}

/** The number of the office's paper register, where it came after the letter. The paper itself stays as it is. */
export async function addProtocol(
  services: Services,
  official: Official,
  id: string,
  protocol: { number: string; date: CivilDate },
): Promise<LetterDeedOutcome> {
  const at = services.clock.now()
  return services.db.begin(async (tx): Promise<LetterDeedOutcome> => {
    const letter = await holdOfficialLetter(tx, id)
    if (!letter) return 'no-such-letter'
    const { institutionId } = letter
    if (!mayIn(official, letterPermissions['letters.write'], institutionId)) return 'not-permitted'
    if (letter.state === 'draft') return 'not-issued'
    if (!(await setProtocol(tx, id, protocol))) return 'done-meanwhile'
    const fields = [
      { field: 'protocolNumber', from: null, to: protocol.number },
      { field: 'protocolDate', from: null, to: protocol.date },
    ]
    const by = { accountId: official.accountId }
    await recordChange(tx, { institutionId, subject: letterRef(id), kind: 'protocol-added', by, at, fields })
    return 'done'
  })
}

/** The files once more, where they failed or the machine could make no PDF. */
export async function makeFilesAgain(services: Services, official: Official, id: string): Promise<LetterDeedOutcome> {
  return services.db.begin(async (tx): Promise<LetterDeedOutcome> => {
    const letter = await holdOfficialLetter(tx, id)
    if (!letter) return 'no-such-letter'
    if (!mayIn(official, letterPermissions['letters.write'], letter.institutionId)) return 'not-permitted'
    if (letter.state === 'draft') return 'not-issued'
    if (letter.filesState === 'ready') return 'done-meanwhile'
    await setFilesState(tx, id, 'waiting')
    await enqueue(tx, MAKE_FILES, { id }, { key: `${MAKE_FILES}:${id}` })
    return 'done'
  })
}
