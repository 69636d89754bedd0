import type { CalendarChange } from '#law/calendar/day-off.ts'
import type { Jurisdiction } from '#law/jurisdiction.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { Typed } from '#platform/http/form.ts'
import { FormReader, typedDate } from '../../institutions/reader-form.ts'
import type { InstitutionOfficeTexts } from '../../institutions/texts.sq.ts'
import { ANNOUNCEMENT_FIELDS, countryOf, kindOf, type ChangeKind } from './announcement-rules.ts'
import type { CalendarTexts } from './calendar-texts.sq.ts'

export type Announcement = { jurisdiction: Jurisdiction; change: CalendarChange; formId: string }
type Texts = { t: CalendarTexts; common: InstitutionOfficeTexts }

export function readAnnouncement(form: FormData, texts: Texts): { reader: FormReader; value: Announcement } {
  const reader = new FormReader(form, ANNOUNCEMENT_FIELDS, texts.common)
  const change = readChange(reader, texts, kindOf(reader.typed.lloji ?? ''))
  const { dergesa = '', shteti = '' } = reader.typed
  return { reader, value: { jurisdiction: countryOf(shteti), change, formId: isUuid(dergesa) ? dergesa : '' } }
}

function readChange(reader: FormReader, { t }: Texts, kind: ChangeKind): CalendarChange {
  const { errors } = t.form
  if (kind === 'added') {
    const day = reader.date('dita', true) ?? ''
    const names = { sq: reader.words('emri', 2, 200, errors.name), en: reader.words('emri-en', 2, 200, errors.name) }
    return { kind, day, names, basis: basisOf(reader, t) }
  }
  const holiday = reader.words('festa', 2, 40, errors.feast)
  if (kind === 'moved') {
    const day = reader.date('dita', true) ?? ''
    return { kind, holiday, year: Number(day.slice(0, 4)), day, basis: basisOf(reader, t) }
  }
  const words = reader.typed.viti ?? ''
  if (!/^\d{4}$/.test(words)) reader.refuse('viti', errors.year)
  return { kind, holiday, year: Number(words), basis: basisOf(reader, t) }
}

const basisOf = (reader: FormReader, t: CalendarTexts): string => reader.words('burimi', 5, 500, t.form.errors.basis)

/** What a link of the calendar has filled in. */
export const typedOfLink = (query: Record<string, string | undefined>, dergesa: string): Typed => ({
  shteti: countryOf(query.shteti ?? ''),
  lloji: kindOf(query.lloji ?? ''),
  festa: query.festa ?? '',
  viti: /^\d{4}$/.test(query.viti ?? '') ? (query.viti ?? '') : '',
  ...typedDate('dita', null),
  dergesa,
})
