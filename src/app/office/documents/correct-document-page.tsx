import { documentTexts } from '#platform/documents/document-texts.ts'
import { DOCUMENT_CLASSES, DOCUMENT_ROLES, FILE_LANGUAGES } from '#platform/documents/document-rules.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { OfficeDocument } from './document-view.ts'
import { textsIn } from './texts.ts'
import { officeDocumentUrls as urls } from './urls.ts'

type Props = {
  page: PageContext
  view: OfficeDocument
  typed: Typed
  errors?: FieldErrors
  /** Somebody changed it meanwhile: how it stands now. */
  now?: string | null
}

export const CorrectDocumentPage = ({ page, view, typed, errors = {}, now = null }: Props) => {
  const { lang } = page
  const t = textsIn(lang).correct
  const { document } = view
  return (
    <Layout
      page={page}
      title={t.title}
      office
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, urls.one(document.id)), label: document.title }}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      {now && <Inset>{t.now(now)}</Inset>}
      <form method="post" action={inLanguage(lang, urls.correction(document.id))} novalidate data-submit-once>
        <input type="hidden" name="pare" value={typed.pare} />
        <Names page={page} view={view} typed={typed} errors={errors} />
        <Kinds page={page} view={view} typed={typed} errors={errors} />
        {view.isPicture && <Alternatives page={page} view={view} typed={typed} errors={errors} />}
        <TextField name="arsyeja" label={t.reason} value={typed.arsyeja} error={errors.arsyeja} />
        <Button preventDoubleClick>{t.save}</Button>
      </form>
    </Layout>
  )
}

type Part = { page: PageContext; view: OfficeDocument; typed: Typed; errors: FieldErrors }

const Names = ({ page: { lang }, view: { document }, typed, errors }: Part) => {
  const t = textsIn(lang).correct
  const names = documentTexts(lang).languages
  return (
    <>
      <TextField name="titulli" label={t.name} value={typed.titulli} error={errors.titulli} lang={document.lang} />
      {FILE_LANGUAGES.filter((one) => one !== document.lang).map((one) => (
        <TextField
          name={`titulli-${one}`}
          label={t.nameIn(names[one] ?? one)}
          hint={t.optional}
          value={typed[`titulli-${one}`]}
          error={errors[`titulli-${one}`]}
          lang={one}
        />
      ))}
    </>
  )
}

const Kinds = ({ page: { lang }, typed, errors }: Part) => {
  const t = textsIn(lang).correct
  const d = documentTexts(lang)
  return (
    <>
      <SelectField
        name="roli"
        label={t.role}
        value={typed.roli}
        error={errors.roli}
        options={DOCUMENT_ROLES.map((value) => ({ value, label: d.roles[value] }))}
      />
      <RadioField
        name="klasa"
        legend={t.class}
        value={typed.klasa}
        error={errors.klasa}
        small
        options={DOCUMENT_CLASSES.map((value) => ({ value, label: d.classes[value], hint: d.classHints[value] }))}
      />
      <SelectField
        name="gjuha"
        label={t.lang}
        hint={t.langHint}
        value={typed.gjuha}
        error={errors.gjuha}
        options={FILE_LANGUAGES.map((value) => ({ value, label: d.languages[value] ?? value }))}
      />
    </>
  )
}

const Alternatives = ({ page: { lang }, typed, errors }: Part) => {
  const t = textsIn(lang).correct
  const names = documentTexts(lang).languages
  return (
    <>
      {FILE_LANGUAGES.map((one) => (
        <TextAreaField
          name={`alt-${one}`}
          label={t.alt(names[one] ?? one)}
          hint={t.altHint}
          value={typed[`alt-${one}`]}
          error={errors[`alt-${one}`]}
          rows={2}
          lang={one}
        />
      ))}
      <CheckboxField name="dekorative" label={t.decorative} checked={typed.dekorative === 'po'} />
    </>
  )
}
