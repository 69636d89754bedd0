import type { CivilDate } from '#law/days.ts'
import { FIRST_DAYS, ROLLS, TERM_LIMITS, TERM_UNITS, type OwnNumber } from '#platform/deadlines/terms/term-rules.ts'
import type { EndOfTerm } from '#platform/deadlines/terms/end-term.ts'
import type { TermOrder } from '#platform/deadlines/terms/write-term.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { addDays } from '#platform/time/civil-date.ts'
import { dateNames, FormReader } from '../../institutions/reader-form.ts'
import type { InstitutionOfficeTexts } from '../../institutions/texts.sq.ts'
import type { RulesTexts } from './rules-texts.sq.ts'

export type Texts = { t: RulesTexts; common: InstitutionOfficeTexts }
type Read<T> = { reader: FormReader; value: T }

const ORDER = ['institucioni', 'qendron', 'dergesa', 'baza', ...dateNames('nga')]
const FIRST_DAY = '2015-01-01'

type Asked = { ruleId: string; today: CivilDate }

/** That the institution works by the rule, on what basis, from when. */
export function readConfirmForm(form: FormData, texts: Texts, asked: Asked): Read<TermOrder> {
  const reader = new FormReader(form, ORDER, texts.common)
  return { reader, value: readOrder(reader, texts, asked) }
}

/** A number of its own, with how it is counted where the law leaves that open. */
export function readOwnTermForm(
  form: FormData,
  texts: Texts,
  asked: Asked,
): Read<{ order: TermOrder; number: OwnNumber }> {
  const names = [...ORDER, 'numri', 'njesia', 'dita-e-pare', 'dita-e-fundit']
  const reader = new FormReader(form, names, texts.common)
  const { errors } = texts.t
  const words = reader.typed.numri ?? ''
  const n = /^\d{1,4}$/.test(words) ? Number(words) : 0
  if (n < TERM_LIMITS.n.least || n > TERM_LIMITS.n.most) reader.refuse('numri', errors.number)
  const unit = TERM_UNITS.find((one) => one === reader.typed.njesia)
  if (unit === undefined) reader.refuse('njesia', errors.unit)
  const order = readOrder(reader, texts, asked)
  const firstDay = FIRST_DAYS.find((one) => one === reader.typed['dita-e-pare']) ?? null
  const roll = ROLLS.find((one) => one === reader.typed['dita-e-fundit']) ?? null
  // Hours are instants: no day of theirs is counted or moved.
  const days = unit !== 'h'
  return {
    reader,
    value: { order, number: { n, unit: unit ?? 'd', firstDay: days ? firstDay : null, roll: days ? roll : null } },
  }
}

function readOrder(reader: FormReader, { t }: Texts, { ruleId, today }: Asked): TermOrder {
  const { least, most } = TERM_LIMITS.basis
  const basis = reader.words('baza', least, most, t.errors.basis)
  const fromOn = reader.date('nga', true) ?? ''
  if (fromOn && (fromOn < FIRST_DAY || fromOn > addDays(today, 366))) reader.refuse('nga', t.errors.from)
  const { qendron = '', dergesa = '' } = reader.typed
  return { ruleId, basis, fromOn, seen: isUuid(qendron) ? qendron : null, formId: isUuid(dergesa) ? dergesa : '' }
}

export function readEndForm(form: FormData, { t, common }: Texts): Read<EndOfTerm> {
  const reader = new FormReader(form, ['institucioni', 'termi', 'arsyeja', ...dateNames('deri')], common)
  const untilOn = reader.date('deri', true) ?? ''
  const reason = reader.words('arsyeja', 5, 1000, t.errors.reason)
  return { reader, value: { termId: reader.typed.termi ?? '', untilOn, reason } }
}
