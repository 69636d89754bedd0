import type { SubstitutionOrder } from '#platform/auth/substitutions.ts'
import { textField, type FieldErrors } from '#platform/http/form.ts'
import type { CivilDate } from '#platform/time/civil-date.ts'
import { dayParts, idField, readSpan, type DayParts } from './people-form.ts'
import type { PeopleTexts } from './texts.sq.ts'

const NO_DAY: DayParts = { day: '', month: '', year: '' }

export const EMPTY_ABSENCE = (formId: string) => ({ formId, substitute: '', from: NO_DAY, to: NO_DAY })

export const absenceTyped = (form: FormData, newId: string) => ({
  formId: idField(form, 'dergesa') ?? newId,
  substitute: textField(form, 'zevendesuesi'),
  from: dayParts(form, 'nga'),
  to: dayParts(form, 'deri'),
})

export type AbsenceDays = { substituteId: string; startsOn: CivilDate; endsOn: CivilDate }

/** Both days are needed: an absence without an end would be another role. */
export function readAbsence(
  form: FormData,
  t: PeopleTexts['errors'],
  today: CivilDate,
): { ok: true; value: AbsenceDays } | { ok: false; errors: FieldErrors } {
  const substituteId = idField(form, 'zevendesuesi')
  const { span, errors } = readSpan(form, ['nga', 'deri'], t, today)
  const all: FieldErrors = {
    ...(substituteId === null ? { zevendesuesi: t.substitute } : {}),
    ...(span.from === null ? { nga: t.startsOn } : {}),
    ...(span.to === null ? { deri: t.endsOn } : {}),
    ...errors,
  }
  if (Object.keys(all).length > 0 || substituteId === null || span.from === null || span.to === null) {
    return { ok: false, errors: all }
  }
  return { ok: true, value: { substituteId, startsOn: span.from, endsOn: span.to } }
}

export const orderOf = (
  days: AbsenceDays,
  where: Pick<SubstitutionOrder, 'institutionId' | 'absentId' | 'formId'>,
): SubstitutionOrder => ({ ...where, ...days })
