import { FILE_LANGUAGES } from '#platform/documents/document-rules.ts'
import { documentTexts } from '#platform/documents/document-texts.ts'
import { typeName } from '#platform/documents/type-name.ts'
import { formatSize } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FileField } from '#ui/file-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { DOCUMENT_ROLES, KIND, mayDo } from '../meeting-rules.ts'
import { textsIn } from '../texts.ts'
import { officeUrls as urls } from '../urls.ts'
import type { FormPart } from './form-part.ts'

/** Where comments said at this meeting are entered: the room of the consultation that it is about. */
const commentEntry = (consultationHref: string, meetingId: string): string =>
  `${consultationHref}/hyrjet/e-re?kanali=meeting&burimi=${encodeURIComponent(refOf(KIND, meetingId))}`

const CONSULTATION = 'consultations.consultation:'

/** What it is about, what lay on its table, and the way to enter what was said about it. */
export const Links = ({ lang, view, typed, errors }: FormPart) => {
  const texts = textsIn(lang)
  const t = texts.one
  const { meeting, links, choices, mayWrite } = view
  const writable = mayWrite && mayDo(meeting.state, 'document')
  return (
    <section aria-labelledby="lidhjet">
      <h2 class="govuk-heading-m" id="lidhjet">
        {texts.page.about}
      </h2>
      {links.length === 0 && <EmptyState>{t.noLinks}</EmptyState>}
      <ul class="govuk-list">
        {links.map(({ words, subject, kind, direction }) => (
          <li class="kv-row">
            {words}: <a href={inLanguage(lang, subject.officeHref)}>{subject.title}</a>{' '}
            {kind === 'about' && direction === 'forth' && subject.ref.startsWith(CONSULTATION) && writable && (
              <a href={inLanguage(lang, commentEntry(subject.officeHref, meeting.id))}>{t.enterComment}</a>
            )}
            {direction === 'forth' && writable && (
              <form method="post" action={inLanguage(lang, urls.unlink(meeting.id))} data-submit-once>
                <input type="hidden" name="me" value={subject.ref} />
                <input type="hidden" name="lloji" value={kind} />
                <Button kind="secondary">
                  {t.unlink}
                  <span class="govuk-visually-hidden"> {subject.title}</span>
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {writable && (
        <Details summary={t.link} open={'me' in errors || 'dokument' in errors}>
          <form method="post" action={inLanguage(lang, urls.links(meeting.id))} novalidate data-submit-once>
            {choices.length > 0 && (
              <SelectField
                name="me"
                label={t.linkAbout}
                value={typed.me}
                error={errors.me}
                options={[
                  { value: '', label: t.linkNone },
                  ...choices.map(({ ref, title }) => ({ value: ref, label: title })),
                ]}
              />
            )}
            <TextField
              name="dokument"
              label={t.linkInput}
              hint={t.linkInputHint}
              value={typed.dokument}
              error={errors.dokument}
            />
            <Button kind="secondary">{t.link}</Button>
          </form>
        </Details>
      )}
    </section>
  )
}

const FIELDS = ['titulli-dok', 'lloji-dok', 'gjuha-dok', 'dokumenti', 'alt-dok']

/** Papers and photographs: added and taken away. */
export const Papers = ({ lang, view, typed, errors }: FormPart) => {
  const texts = textsIn(lang)
  const t = texts.documents
  const { meeting, documents, mayWrite } = view
  const writable = mayWrite && mayDo(meeting.state, 'document')
  return (
    <section aria-labelledby="dokumentet">
      <h2 class="govuk-heading-m" id="dokumentet">
        {texts.page.documents}
      </h2>
      {documents.length === 0 && <EmptyState>{t.none}</EmptyState>}
      <ul class="govuk-list">
        {documents.map((one) => (
          <li class="kv-row">
            <a href={inLanguage(lang, `/zyra/dokumentet/${one.id}`)}>{one.title}</a>{' '}
            <span class="kv-quiet">
              {t.roles[one.role] ?? one.role}, {typeName(one.mediaType)}, {formatSize(lang, one.size)}
            </span>
            {writable && (
              <form method="post" action={inLanguage(lang, urls.removeDocument(meeting.id, one.id))} data-submit-once>
                <Button kind="secondary">
                  {t.remove}
                  <span class="govuk-visually-hidden"> {one.title}</span>
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {writable && <AddPaper lang={lang} view={view} typed={typed} errors={errors} />}
    </section>
  )
}

const AddPaper = ({ lang, view: { meeting }, typed, errors }: FormPart) => {
  const t = textsIn(lang).documents
  return (
    <Details summary={t.add} open={FIELDS.some((field) => field in errors)}>
      <form
        method="post"
        action={inLanguage(lang, urls.documents(meeting.id))}
        enctype="multipart/form-data"
        novalidate
        data-submit-once
      >
        <TextField name="titulli-dok" label={t.title} value={typed['titulli-dok']} error={errors['titulli-dok']} />
        <SelectField
          name="lloji-dok"
          label={t.role}
          value={typed['lloji-dok']}
          error={errors['lloji-dok']}
          options={DOCUMENT_ROLES.map((value) => ({ value, label: t.roles[value] ?? value }))}
        />
        <SelectField
          name="gjuha-dok"
          label={t.lang}
          value={typed['gjuha-dok'] ?? 'sq'}
          error={errors['gjuha-dok']}
          options={FILE_LANGUAGES.map((value) => ({ value, label: documentTexts(lang).languages[value] ?? value }))}
        />
        <FileField name="dokumenti" label={t.file} hint={t.fileHint} error={errors.dokumenti} />
        <TextField name="alt-dok" label={t.alt} hint={t.altHint} value={typed['alt-dok']} error={errors['alt-dok']} />
        <CheckboxField name="dekorative-dok" label={t.decorative} checked={typed['dekorative-dok'] === 'po'} small />
        <Button kind="secondary">{t.add}</Button>
      </form>
    </Details>
  )
}
