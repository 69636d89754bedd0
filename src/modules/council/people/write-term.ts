import { changedFields } from '#platform/history/change-rules.ts'
import { recordChange, type ChangedBy } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { TERM_KIND } from '../council-rules.ts'
import type { TermForm } from './people-field-rules.ts'
import { enterPeople, termRecords } from './people-records.ts'
import { readResults, resultLines, type ResultLine } from './people-rules.ts'
import {
  findTermByForm,
  holdTerm,
  insertTerm,
  listMandatesOfTerm,
  listResults,
  replaceResults,
  updateTerm,
} from './term-queries.ts'

/** A term with what the election gave. Everybody reads it from now on. A form that arrives twice makes one. */
export const createTerm = (
  services: Services,
  order: { form: TermForm; institutionId: string; formId: string; by: ChangedBy },
): Promise<string> =>
  services.db.begin(async (tx) => {
    const { form, institutionId, formId, by } = order
    const at = services.clock.now()
    const known = await findTermByForm(tx, formId)
    if (known !== null) return known
    const id = await insertTerm(tx, { ...form, institutionId, formId, at })
    if (id === null) throw new Error('two forms with one number arrived at one moment')
    await replaceResults(tx, { id, institutionId }, linesOf(form))
    await recordChange(tx, { institutionId, subject: refOf(TERM_KIND, id), kind: 'created', by, at })
    await enterPeople(tx, services, { kind: termRecords, ids: [id] })
    return id
  })

export type TermOutcome = 'done' | 'no-such-term' | 'changed-meanwhile' | 'mandates-outside' | 'too-few-seats'

/** Seats and days are changed only so far as the mandates that were given still fit. */
export const changeTerm = (
  services: Services,
  id: string,
  { form, by, seen }: { form: TermForm; by: ChangedBy; seen: number },
): Promise<TermOutcome> =>
  services.db.begin(async (tx): Promise<TermOutcome> => {
    const at = services.clock.now()
    const before = await holdTerm(tx, id)
    if (!before) return 'no-such-term'
    if (before.version !== seen) return 'changed-meanwhile'
    const given = await listMandatesOfTerm(tx, id)
    const outside = given.some(
      ({ fromOn, toOn }) => fromOn < form.fromOn || (form.toOn !== null && (toOn ?? fromOn) > form.toOn),
    )
    if (outside) return 'mandates-outside'
    if (given.filter(({ toOn }) => toOn === null).length > form.seats) return 'too-few-seats'
    const results = await listResults(tx, [id])
    await updateTerm(tx, id, form, at)
    await replaceResults(tx, before, linesOf(form))
    const { body: _, ...stood } = before
    const fields = [
      ...changedFields(toldOf(stood), toldOf(form)),
      ...changedFields({ results: resultLines(results) }, { results: resultLines(linesOf(form)) }),
    ]
    const subject = refOf(TERM_KIND, id)
    await recordChange(tx, { institutionId: before.institutionId, subject, kind: 'corrected', by, at, fields })
    await enterPeople(tx, services, { kind: termRecords, ids: [id] })
    return 'done'
  })

const TOLD = [
  'name',
  'seats',
  'electionOn',
  'electionSource',
  'voters',
  'votesCast',
  'constitutedOn',
  'fromOn',
  'toOn',
] as const

const toldOf = (of: Pick<TermForm, (typeof TOLD)[number]>) =>
  Object.fromEntries(TOLD.map((field) => [field, of[field]]))

/** The form has seen to it that each line can be read. */
function linesOf({ results }: TermForm): ResultLine[] {
  const read = readResults(results ?? '')
  if (!Array.isArray(read)) throw new Error('lines that the form does not let pass')
  return read
}
