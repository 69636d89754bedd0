import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Paper } from '#platform/letters/compose-paper.ts'
import { LETTER_KINDS, LETTER_LIMITS } from '#platform/letters/official-letter-rules.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { textsIn } from './letters-texts.ts'
import { PaperView } from './paper-part.tsx'
import { letterUrls } from './urls.ts'
import { WordsFields } from './words-part.tsx'

type FormProps = {
  page: PageContext
  /** Null for a new template. */
  id: string | null
  institutions: readonly InstitutionSummary[]
  typed: Typed
  errors: FieldErrors
  paper: Paper | null
}

/** The words of a template; when they came back, with what they would look like. */
export const TemplateFormPage = ({ page, id, institutions, typed, errors, paper }: FormProps) => {
  const { lang } = page
  const t = textsIn(lang)
  const title = id ? t.templates.editTitle : t.templates.fresh
  return (
    <Layout
      page={page}
      title={title}
      office
      robots="noindex"
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, letterUrls.templates()), label: t.templates.title }}
    >
      <ErrorSummary title={t.errors.summary} errors={errors} />
      <h1>{title}</h1>
      <form
        method="post"
        action={inLanguage(lang, id ? letterUrls.editTemplate(id) : letterUrls.newTemplate())}
        enctype="multipart/form-data"
        novalidate
        data-submit-once
      >
        <input type="hidden" name="versioni" value={typed.versioni ?? ''} />
        <input type="hidden" name="dergesa" value={typed.dergesa ?? ''} />
        <OfWhat id={id} institutions={institutions} typed={typed} errors={errors} page={page} />
        <TextField
          name="emri"
          label={t.templates.name}
          hint={t.templates.nameHint}
          value={typed.emri}
          error={errors.emri}
          width="two-thirds"
        />
        <WordsFields page={page} typed={typed} errors={errors} most={LETTER_LIMITS.templateBody} />
        <Button>{t.templates.save}</Button>
      </form>
      {paper && (
        <>
          <h2>{t.templates.preview}</h2>
          <PaperView page={page} paper={paper} label={t.templates.preview} />
        </>
      )}
    </Layout>
  )
}

type OfWhatProps = Omit<FormProps, 'paper'>

/** Whose template it is and of what kind: chosen once. */
const OfWhat = ({ page: { lang }, id, institutions, typed, errors }: OfWhatProps) => {
  const t = textsIn(lang)
  return id ? (
    <>
      <input type="hidden" name="institucioni" value={typed.institucioni ?? ''} />
      <input type="hidden" name="lloji" value={typed.lloji ?? ''} />
    </>
  ) : (
    <>
      <SelectField
        name="institucioni"
        label={t.form.institution}
        value={typed.institucioni}
        error={errors.institucioni}
        options={institutions.map((one) => ({ value: one.id, label: one.name }))}
      />
      <SelectField
        name="lloji"
        label={t.form.kind}
        value={typed.lloji}
        error={errors.lloji}
        options={LETTER_KINDS.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
      />
    </>
  )
}
