import type { IncomingFile } from '#platform/files/incoming-file.ts'
import { lengthOf } from '#platform/http/field-rules.ts'
import type { FieldErrors, Parsed, Typed } from '#platform/http/form.ts'
import { MEETING_LIMITS as LIMITS, readHour } from './convening-rules.ts'
import type { PostingForm } from './keep-posting.ts'
import { dayIn, momentOf } from './moment-rules.ts'
import type { ConveningTexts } from './texts.sq.ts'

export const POSTING_FIELDS = [
  'dergesa',
  'vendi-afishimit',
  'afishuar-day',
  'afishuar-month',
  'afishuar-year',
  'ora-afishimit',
]

export function readPosting(
  typed: Typed,
  file: IncomingFile | undefined,
  { zone, texts }: { zone: string; texts: ConveningTexts },
): Parsed<PostingForm> {
  const t = texts.form.errors
  const errors: FieldErrors = {}
  const place = typed['vendi-afishimit'] ?? ''
  if (lengthOf(place) < 2 || lengthOf(place) > LIMITS.posting) errors['vendi-afishimit'] = t.place
  const day = dayIn(typed, 'afishuar') ?? null
  if (day === null) errors.afishuar = t.date
  const hour = readHour(typed['ora-afishimit'] ?? '')
  if (hour === null) errors['ora-afishimit'] = t.hour
  if (file && !file.mediaType.startsWith('image/')) errors.fotografia = texts.refusals.file
  if (day === null || hour === null || Object.keys(errors).length > 0) return { ok: false, errors, typed }
  return { ok: true, value: { place, postedAt: momentOf(day, hour, zone), photograph: file ?? null } }
}
