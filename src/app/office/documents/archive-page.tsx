import { documentTexts } from '#platform/documents/document-texts.ts'
import { DOCUMENT_CLASSES, FILE_LANGUAGES } from '#platform/documents/document-rules.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { DateField } from '#ui/date-field.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FileField } from '#ui/file-field.tsx'
import { Layout } from '#ui/layout.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { textsIn } from './texts.ts'
import { officeDocumentUrls as urls } from './urls.ts'

type Props = {
  page: PageContext
  institutions: readonly { id: string; name: string }[]
  typed: Typed
  errors?: FieldErrors
}

/** Old papers, several at once (S0-5.1.1.4-10). */
export const ArchivePage = ({ page, institutions, typed, errors = {} }: Props) => {
  const { lang } = page
  const t = textsIn(lang)
  const { archive } = t
  return (
    <Layout
      page={page}
      title={archive.title}
      office
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, urls.list()), label: t.title }}
    >
      <ErrorSummary title={t.correct.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{archive.title}</h1>
      <p class="govuk-body">{archive.lead}</p>
      <form
        method="post"
        action={inLanguage(lang, urls.archive())}
        enctype="multipart/form-data"
        novalidate
        data-submit-once
      >
        <input type="hidden" name="dergesa" value={typed.dergesa} />
        <Kinds {...{ page, institutions, typed, errors }} />
        <DateField
          name="koha"
          legend={archive.happened}
          hint={archive.happenedHint}
          error={errors.koha}
          dayLabel={archive.day}
          monthLabel={archive.month}
          yearLabel={archive.year}
          value={{
            day: typed['koha-day'] ?? '',
            month: typed['koha-month'] ?? '',
            year: typed['koha-year'] ?? '',
          }}
        />
        <FileField name="skedaret" label={archive.files} hint={archive.filesHint} error={errors.skedaret} multiple />
        <Button preventDoubleClick>{archive.submit}</Button>
      </form>
    </Layout>
  )
}

const Kinds = ({ page: { lang }, institutions, typed, errors }: Required<Props>) => {
  const { archive } = textsIn(lang)
  const d = documentTexts(lang)
  return (
    <>
      <SelectField
        name="institucioni"
        label={archive.institution}
        value={typed.institucioni}
        error={errors.institucioni}
        options={institutions.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <RadioField
        name="klasa"
        legend={archive.class}
        value={typed.klasa}
        error={errors.klasa}
        small
        options={DOCUMENT_CLASSES.map((value) => ({ value, label: d.classes[value], hint: d.classHints[value] }))}
      />
      <SelectField
        name="gjuha"
        label={archive.lang}
        value={typed.gjuha}
        error={errors.gjuha}
        options={FILE_LANGUAGES.map((value) => ({ value, label: d.languages[value] ?? value }))}
      />
    </>
  )
}
