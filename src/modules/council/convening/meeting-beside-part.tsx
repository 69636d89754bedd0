import { FILE_LANGUAGES } from '#platform/documents/document-rules.ts'
import { documentTexts } from '#platform/documents/document-texts.ts'
import { typeName } from '#platform/documents/type-name.ts'
import type { Document } from '#platform/documents/document-queries.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { formatMoment, formatSize } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { DateField } from '#ui/date-field.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FileField } from '#ui/file-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { mayDo } from './convening-rules.ts'
import { partsIn } from './moment-rules.ts'
import type { OfficeMeetingView } from './office-view.ts'
import { PAPER_ROLES } from './paper-rules.ts'
import { conveningTexts, paperTexts } from './texts.ts'
import { conveningUrls as urls } from './urls.ts'

type FormPart = { lang: Lang; view: OfficeMeetingView; typed: Typed; errors: FieldErrors }

/** Where and when the notice was posted up. */
export const Postings = ({ lang, view: { meeting, postings, mayWrite }, typed, errors }: FormPart) => {
  const t = conveningTexts(lang).one
  if (!mayDo(meeting.state, 'posting')) return null
  return (
    <section aria-labelledby="afishimet">
      <h2 class="govuk-heading-m" id="afishimet">
        {t.postings}
      </h2>
      {postings.length === 0 && <EmptyState>{t.postingsNone}</EmptyState>}
      <ul class="govuk-list">
        {postings.map(({ place, postedAt, documentId }) => (
          <li>
            {place}, {formatMoment(lang, postedAt, meeting.zone)}{' '}
            {documentId !== null && <a href={inLanguage(lang, urls.document(documentId))}>{t.photograph}</a>}
          </li>
        ))}
      </ul>
      {mayWrite && <AddPosting lang={lang} id={meeting.id} typed={typed} errors={errors} />}
    </section>
  )
}

const POSTING = ['vendi-afishimit', 'afishuar', 'ora-afishimit', 'fotografia']

const AddPosting = ({ lang, id, typed, errors }: Omit<FormPart, 'view'> & { id: string }) => {
  const texts = conveningTexts(lang)
  const t = texts.one
  return (
    <Details summary={t.postingAdd} open={POSTING.some((name) => name in errors)}>
      <form
        method="post"
        action={inLanguage(lang, urls.postings(id))}
        enctype="multipart/form-data"
        novalidate
        data-submit-once
      >
        <input type="hidden" name="dergesa" value={typed.dergesa} />
        <TextField
          name="vendi-afishimit"
          label={t.postingPlace}
          hint={t.postingPlaceHint}
          value={typed['vendi-afishimit']}
          error={errors['vendi-afishimit']}
        />
        <DateField
          name="afishuar"
          legend={t.postingAt}
          value={partsIn(typed, 'afishuar')}
          error={errors.afishuar}
          dayLabel={texts.form.dayLabel}
          monthLabel={texts.form.monthLabel}
          yearLabel={texts.form.yearLabel}
        />
        <TextField
          name="ora-afishimit"
          label={t.postingHour}
          hint={texts.form.hourHint}
          value={typed['ora-afishimit']}
          error={errors['ora-afishimit']}
          width="5"
        />
        <FileField name="fotografia" label={t.photograph} hint={t.photographHint} error={errors.fotografia} />
        <Button kind="secondary">{t.postingAdd}</Button>
      </form>
    </Details>
  )
}

type DocumentsPart = {
  lang: Lang
  title: string
  documents: readonly Document[]
  writable: boolean
  add: string
  remove: (documentId: string) => string
  typed: Typed
  errors: FieldErrors
}

const FIELDS = ['titulli-dok', 'lloji-dok', 'gjuha-dok', 'dokumenti']

/** Documents of a paper, or of the meeting itself: added and taken away. */
export const Documents = ({ lang, title, documents, writable, add, remove, typed, errors }: DocumentsPart) => {
  const texts = paperTexts(lang)
  const t = texts.documents
  return (
    <section aria-labelledby="dokumentet">
      <h2 class="govuk-heading-m" id="dokumentet">
        {title}
      </h2>
      {documents.length === 0 && <EmptyState>{t.none}</EmptyState>}
      <ul class="govuk-list">
        {documents.map((one) => (
          <li class="kv-row">
            <a href={inLanguage(lang, urls.document(one.id))}>{one.title}</a>{' '}
            <span class="kv-quiet">
              {texts.roles[one.role] ?? one.role}, {typeName(one.mediaType)}, {formatSize(lang, one.size)}
            </span>
            {writable && one.role !== 'picture' && (
              <form method="post" action={inLanguage(lang, remove(one.id))} data-submit-once>
                <Button kind="secondary">
                  {t.remove}
                  <span class="govuk-visually-hidden"> {one.title}</span>
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {writable && (
        <Details summary={t.add} open={FIELDS.some((name) => name in errors)}>
          <form method="post" action={inLanguage(lang, add)} enctype="multipart/form-data" novalidate data-submit-once>
            <TextField name="titulli-dok" label={t.title} value={typed['titulli-dok']} error={errors['titulli-dok']} />
            <SelectField
              name="lloji-dok"
              label={t.role}
              value={typed['lloji-dok']}
              error={errors['lloji-dok']}
              options={PAPER_ROLES.map((value) => ({ value, label: texts.roles[value] ?? value }))}
            />
            <SelectField
              name="gjuha-dok"
              label={t.lang}
              value={typed['gjuha-dok'] ?? 'sq'}
              error={errors['gjuha-dok']}
              options={FILE_LANGUAGES.map((value) => ({ value, label: documentTexts(lang).languages[value] ?? value }))}
            />
            <FileField name="dokumenti" label={t.file} hint={t.fileHint} error={errors.dokumenti} />
            <Button kind="secondary">{t.add}</Button>
          </form>
        </Details>
      )}
    </section>
  )
}
