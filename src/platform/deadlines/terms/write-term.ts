import type { CivilDate } from '#law/days.ts'
import { findRule } from '#law/rules/rules.ts'
import type { Rule } from '#law/rules/rule.ts'
import type { Transaction } from '../../db/database.ts'
import type { FieldChange } from '../../history/change-rules.ts'
import { changeHeld, type ChangeOutcome, type Refused } from '../../institutions/change-institution.ts'
import type { Hand } from '../../institutions/hand.ts'
import type { Services } from '../../services.ts'
import { addDays } from '../../time/civil-date.ts'
import { askRecompute } from '../recomputing/ask-recompute.ts'
import { termCause } from '../recomputing/cause-texts.ts'
import {
  findTermOfForm,
  holdUnendedTerm,
  insertTerm,
  setTermEnded,
  type InstitutionTerm,
  type NewTerm,
} from './term-queries.ts'
import { termRecords } from './term-records.ts'
import { deedFor, endBefore } from './term-rules.ts'
import { termPermissions } from './term-rights-rules.ts'

export type TermOrder = {
  ruleId: string
  /** What the decision rests on: the regulation and its article, the order and its number. */
  basis: string
  /** The first day on which a clock may start by it. */
  fromOn: CivilDate
  /** The term that the form showed as standing; null: none. */
  seen: string | null
  formId: string
}

export type TermRefusal =
  | 'no-such-rule'
  /** The law settles it: nobody may set it aside. */
  | 'settled'
  /** It has no number that could be confirmed, or has one that only wants confirming. */
  | 'other-deed'
  /** It would begin before what stands now does. */
  | 'before-standing'
  /** Somebody else has set or ended it since the form was opened. */
  | 'set-meanwhile'

export type TermOutcome = ChangeOutcome<TermRefusal>

type Number = Pick<NewTerm, 'kind' | 'n' | 'unit' | 'firstDay' | 'roll'>

/**
 * The frame of the two deeds that set something about a rule: asks whether the rule allows it, ends what stood until the
 * day before, writes the new row, and puts it on the record of the institution.
 */
export const writeTerm = (
  services: Services,
  hand: Hand,
  institutionId: string,
  order: TermOrder,
  number: Number,
): Promise<TermOutcome> =>
  changeHeld<TermRefusal>(
    services,
    { id: institutionId, hand, roles: termPermissions['rules.write'], fromVersion: null },
    async ({ tx, institution, now }) => {
      const before = await findTermOfForm(tx, order.formId)
      if (before) return isSame(before, institutionId, order, number) ? null : refused('set-meanwhile')
      const rule = findRule(order.ruleId)
      if (!rule || rule.jurisdiction !== institution.jurisdiction) return refused('no-such-rule')
      const allowed = deedFor(rule)
      if (allowed !== deedOf(number)) return refused(allowed === null ? 'settled' : 'other-deed')
      const older = await holdUnendedTerm(tx, institutionId, rule.id)
      if ((older?.id ?? null) !== order.seen) return refused('set-meanwhile')
      if (older && order.fromOn < older.fromOn) return refused('before-standing')
      const byId = typeof hand === 'string' ? null : hand.accountId
      const untilOn = older && endBefore(older, addDays(order.fromOn, -1))
      return {
        write: async () => {
          if (older && untilOn) await setTermEnded(tx, older.id, { untilOn, byId, at: now })
          const id = await insert(tx, { institutionId, rule, order, number, byId, now })
          const cause = deedOf(number) === 'confirm' ? 'confirmed' : 'set'
          await askRecompute(tx, { institutionId }, termCause(cause, rule.id))
          return [{ kind: termRecords, ids: older && untilOn ? [older.id, id] : [id] }]
        },
        written: {
          change: deedOf(number) === 'confirm' ? 'rule-confirmed' : 'term-set',
          fields: fieldsOf(rule.id, order, number, older),
          reason: order.basis,
        },
      }
    },
  )

/** The same form once more, and not the page of before with something else typed into it. */
const isSame = (term: InstitutionTerm, institutionId: string, order: TermOrder, number: Number): boolean =>
  term.institutionId === institutionId &&
  (['ruleId', 'basis', 'fromOn'] as const).every((field) => term[field] === order[field]) &&
  (['kind', 'n', 'unit', 'firstDay', 'roll'] as const).every((field) => term[field] === number[field])

const refused = (refusal: TermRefusal): Refused<TermRefusal> => ({ kind: 'refused', refusal })

const deedOf = ({ kind }: Number): 'confirm' | 'set' => (kind === 'confirmed' ? 'confirm' : 'set')

type Row = {
  institutionId: string
  rule: Rule
  order: TermOrder
  number: Number
  byId: string | null
  now: Date
}

const insert = (tx: Transaction, { institutionId, rule, order, number, byId, now }: Row): Promise<string> =>
  insertTerm(
    tx,
    {
      ...number,
      institutionId,
      ruleId: rule.id,
      ruleVersion: rule.version,
      basis: order.basis,
      fromOn: order.fromOn,
      setById: byId,
      formId: order.formId,
    },
    now,
  )

function fieldsOf(
  ruleId: string,
  { fromOn }: TermOrder,
  { n, unit, firstDay, roll }: Number,
  older: Pick<NewTerm, 'n'> | null,
): FieldChange[] {
  const chosen = { 'first-day': firstDay && `first-day-${firstDay}`, roll: roll && `roll-${roll}` }
  return [
    { field: 'rule', from: null, to: ruleId },
    ...(n === null ? [] : [{ field: 'number', from: older?.n ? String(older.n) : null, to: String(n) }]),
    ...(unit === null ? [] : [{ field: 'unit', from: null, to: `unit-${unit}` }]),
    ...Object.entries(chosen).flatMap(([field, to]) => (to ? [{ field, from: null, to }] : [])),
    { field: 'valid-from', from: null, to: fromOn },
  ]
}
