import { recordChange, type ChangedBy } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { COUNCILLOR_KIND } from '../council-rules.ts'
import { holdCouncillor, touchCouncillor } from './councillor-queries.ts'
import type { EndForm, MandateForm } from './people-field-rules.ts'
import {
  refusalToEndMandate,
  refusalToFollow,
  refusalToGive,
  type EndRefusal,
  type FollowRefusal,
  type MandateRefusal,
} from './people-rules.ts'
import {
  endMandateRow,
  findMandate,
  holdTerm,
  insertMandate,
  listMandatesOfTerm,
  mandateOfForm,
  writeReplacement,
} from './term-queries.ts'
import { enterCouncillors } from './write-councillor.ts'

export type GiveOutcome = 'done' | 'no-such-person' | 'no-such-term' | MandateRefusal | FollowRefusal

type GiveOrder = { form: MandateForm; formId: string; by: ChangedBy }

/** A seat for somebody, in place of whom it was before where that is told. A form that arrives twice gives one. */
export const giveMandate = (services: Services, personId: string, order: GiveOrder): Promise<GiveOutcome> =>
  services.db.begin(async (tx): Promise<GiveOutcome> => {
    const { form, formId, by } = order
    const at = services.clock.now()
    const term = await holdTerm(tx, form.termId)
    const person = await holdCouncillor(tx, personId)
    if (!person || person.mergedInto !== null) return 'no-such-person'
    if (!term || term.institutionId !== person.institutionId) return 'no-such-term'
    if (await mandateOfForm(tx, formId)) return 'done'
    const before = form.replaces === null ? null : await findMandate(tx, form.replaces)
    const refusal =
      refusalToGive(term, { personId, fromOn: form.fromOn, toOn: null }, await listMandatesOfTerm(tx, term.id)) ??
      (form.replaces === null ? null : refusalToFollow(before, { personId, termId: term.id, fromOn: form.fromOn }))
    if (refusal) return refusal
    const { institutionId } = person
    const row = { ...form, institutionId, formId, importId: null, personId, toOn: null, endKind: null, at }
    const given = await insertMandate(tx, row)
    if (before && given) {
      await writeReplacement(tx, before.id, given, at)
      await touchCouncillor(tx, before.personId, at)
    }
    await touchCouncillor(tx, personId, at)
    const fields = [{ field: 'mandate', from: null, to: `${term.name}, ${form.fromOn}` }]
    const subject = refOf(COUNCILLOR_KIND, personId)
    await recordChange(tx, { institutionId, subject, kind: 'mandate-given', by, at, fields })
    await enterCouncillors(tx, services, [personId, ...(before ? [before.personId] : [])])
    return 'done'
  })

export type EndOutcome = 'done' | 'no-such-mandate' | EndRefusal

/** Why and on which day somebody left; the seat is free from the next day on. */
export const endMandate = (
  services: Services,
  mandateId: string,
  { form, by }: { form: EndForm; by: ChangedBy },
): Promise<EndOutcome> =>
  services.db.begin(async (tx): Promise<EndOutcome> => {
    const at = services.clock.now()
    const found = await findMandate(tx, mandateId)
    if (!found) return 'no-such-mandate'
    await holdCouncillor(tx, found.personId)
    const mandate = await findMandate(tx, mandateId)
    if (!mandate) return 'no-such-mandate'
    if (mandate.toOn === form.toOn && mandate.endKind === form.endKind) return 'done'
    const refusal = refusalToEndMandate(mandate, form.toOn)
    if (refusal) return refusal
    await endMandateRow(tx, mandateId, { ...form, at })
    await touchCouncillor(tx, mandate.personId, at)
    const fields = [
      { field: 'toOn', from: null, to: form.toOn },
      { field: 'endKind', from: null, to: form.endKind },
    ]
    const { institutionId, personId } = mandate
    const subject = refOf(COUNCILLOR_KIND, personId)
    await recordChange(tx, { institutionId, subject, kind: 'mandate-ended', by, at, reason: form.endNote, fields })
    await enterCouncillors(tx, services, [personId])
    return 'done'
  })
