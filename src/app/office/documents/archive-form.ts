import { DOCUMENT_CLASSES, FILE_LANGUAGES, type HappenedPrecision } from '#platform/documents/document-rules.ts'
import type { OldFiles } from '#platform/documents/import-old-files.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Parsed } from '#platform/http/form.ts'
import { readCivilDate } from '#platform/time/civil-date.ts'
import type { OfficeDocumentTexts } from './texts.sq.ts'

export const ARCHIVE_FIELDS = ['dergesa', 'institucioni', 'klasa', 'gjuha', 'koha-day', 'koha-month', 'koha-year']

/** Without a number of its own the form is taken for a new one. */
type Filled = Omit<OldFiles, 'files' | 'submissionId'> & { submissionId: string | null }

export function readArchiveForm(
  form: FormData,
  institutions: readonly { id: string }[],
  fileCount: number,
  texts: OfficeDocumentTexts,
): Parsed<Filled> {
  const typed = typedOf(form, ARCHIVE_FIELDS)
  const errors: FieldErrors = {}
  const institution = institutions.find(({ id }) => id === typed.institucioni)
  if (!institution) errors.institucioni = texts.archive.errors.institution
  const of = DOCUMENT_CLASSES.find((one) => one === typed.klasa)
  if (!of) errors.klasa = texts.correct.errors.class
  const lang = FILE_LANGUAGES.find((one) => one === typed.gjuha)
  if (!lang) errors.gjuha = texts.correct.errors.lang
  const happened = readHappened(typed['koha-day'] ?? '', typed['koha-month'] ?? '', typed['koha-year'] ?? '')
  if (happened === 'no-such-date') errors.koha = texts.archive.errors.happened
  if (fileCount === 0) errors.skedaret = texts.archive.errors.files
  if (Object.keys(errors).length > 0 || !institution || !of || !lang || happened === 'no-such-date')
    return { ok: false, errors, typed }
  const { dergesa = '' } = typed
  const submissionId = isUuid(dergesa) ? dergesa : null
  return { ok: true, value: { submissionId, institutionId: institution.id, class: of, lang, happened } }
}

/** As much of a date as is known; the rest stands at its beginning and the precision says so. */
export function readHappened(
  day: string,
  month: string,
  year: string,
): { on: string; precision: HappenedPrecision } | 'no-such-date' | null {
  if (day === '' && month === '' && year === '') return null
  if (!/^\d{4}$/.test(year) || (day !== '' && month === '')) return 'no-such-date'
  const precision = day !== '' ? 'day' : month !== '' ? 'month' : 'year'
  const padded = (words: string) => (words === '' ? '01' : words.padStart(2, '0'))
  const on = readCivilDate(`${year}-${padded(month)}-${padded(day)}`)
  return on === null ? 'no-such-date' : { on, precision }
}
