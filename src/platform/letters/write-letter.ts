import { mayIn } from '../auth/permissions.ts'
import type { Official } from '../auth/visitor.ts'
import { changedFields } from '../history/change-rules.ts'
import { recordChange } from '../history/record-change.ts'
import type { Services } from '../services.ts'
import { letterPermissions } from './letter-permissions.ts'
import { letterRef } from './letter-subject.ts'
import { deleteDraft, insertOfficialLetter, replaceLetterSubjects, updateDraft } from './letter-writing-queries.ts'
import {
  holdOfficialLetter,
  listLetterSubjects,
  type LetterFields,
  type OfficialLetter,
} from './official-letter-queries.ts'

export type LetterForm = LetterFields & {
  institutionId: string
  contactId: string | null
  correctsId: string | null
  /** References of what it is about; the routes have asked whether this official may know of them. */
  subjects: readonly string[]
}

export type WriteLetterOutcome =
  | { kind: 'written'; id: string }
  | { kind: 'changed-meanwhile' }
  | { kind: 'issued-meanwhile' }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-letter' }

/** A new draft, seen by the office alone. The same form arriving again is the same draft. */
export async function startLetter(
  services: Services,
  official: Official,
  form: LetterForm & { submissionId: string; template: { id: string; version: number } | null },
): Promise<WriteLetterOutcome> {
  const { institutionId, subjects } = form
  if (!mayIn(official, letterPermissions['letters.write'], institutionId)) return { kind: 'not-permitted' }
  const at = services.clock.now()
  return services.db.begin(async (tx): Promise<WriteLetterOutcome> => {
    const { id, isNew } = await insertOfficialLetter(tx, { ...form, by: official.accountId, at })
    if (isNew) {
      await replaceLetterSubjects(tx, { institutionId, id }, subjects)
      const by = { accountId: official.accountId }
      for (const subject of [letterRef(id), ...subjects])
        await recordChange(tx, { institutionId, subject, kind: 'letter-drafted', by, at })
    }
    return { kind: 'written', id }
  })
}

/** `seenRevision`: what the form showed. Somebody else's change in between is told, not overwritten. */
export async function changeLetter(
  services: Services,
  official: Official,
  id: string,
  seenRevision: number,
  form: Omit<LetterForm, 'institutionId'>,
): Promise<WriteLetterOutcome> {
  const at = services.clock.now()
  return services.db.begin(async (tx): Promise<WriteLetterOutcome> => {
    const letter = await holdOfficialLetter(tx, id)
    if (!letter) return { kind: 'no-such-letter' }
    const { institutionId } = letter
    if (!mayIn(official, letterPermissions['letters.write'], institutionId)) return { kind: 'not-permitted' }
    if (letter.state !== 'draft') return { kind: 'issued-meanwhile' }
    if (letter.revision !== seenRevision) return { kind: 'changed-meanwhile' }
    const before = await listLetterSubjects(tx, id)
    await updateDraft(tx, id, { ...form, by: official.accountId, at })
    await replaceLetterSubjects(tx, { institutionId, id }, form.subjects)
    await recordChange(tx, {
      institutionId,
      subject: letterRef(id),
      kind: 'changed',
      by: { accountId: official.accountId },
      at,
      fields: fieldsChanged(letter, before, form),
    })
    return { kind: 'written', id }
  })
}

/** What may stand in the history with its words; of all else only that it changed, for it may speak of a person. */
const OPEN = ['kind', 'otherLang', 'deadlineOn', 'deadlineBasis', 'protocolNumber', 'protocolDate'] as const
const CLOSED = [
  'addresseeName',
  'addresseePostal',
  'addresseeEmail',
  'subjectLine',
  'body',
  'remedy',
  'otherSubjectLine',
  'otherBody',
  'otherRemedy',
  'signatoryName',
  'signatoryPost',
  'enclosures',
  'correctsId',
] as const

function fieldsChanged(letter: OfficialLetter, subjects: readonly string[], form: Omit<LetterForm, 'institutionId'>) {
  const open = Object.fromEntries(OPEN.map((field) => [field, letter[field]]))
  const closed = CLOSED.filter((field) => (letter[field] ?? '') !== (form[field] ?? ''))
  return [
    ...changedFields(open, Object.fromEntries(OPEN.map((field) => [field, form[field]]))),
    ...changedFields({ subjects: subjects.join(' ') }, { subjects: form.subjects.join(' ') }),
    ...closed.map((field) => ({ field, from: null, to: null })),
  ]
}

/** A draft that nobody needs. What was issued is cancelled instead, and stays. */
export async function removeDraft(
  services: Services,
  official: Official,
  id: string,
  seenRevision: number,
): Promise<WriteLetterOutcome> {
  const at = services.clock.now()
  return services.db.begin(async (tx): Promise<WriteLetterOutcome> => {
    const letter = await holdOfficialLetter(tx, id)
    if (!letter) return { kind: 'no-such-letter' }
    const { institutionId } = letter
    if (!mayIn(official, letterPermissions['letters.write'], institutionId)) return { kind: 'not-permitted' }
    if (letter.state !== 'draft') return { kind: 'issued-meanwhile' }
    if (letter.revision !== seenRevision) return { kind: 'changed-meanwhile' }
    await deleteDraft(tx, id)
    const by = { accountId: official.accountId }
    await recordChange(tx, { institutionId, subject: letterRef(id), kind: 'deleted', by, at })
    return { kind: 'written', id }
  })
}
