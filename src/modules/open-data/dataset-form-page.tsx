import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { Details } from '#ui/details.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FileField } from '#ui/file-field.tsx'
import { Layout } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { columnField } from './field-name-rules.ts'
import { COLUMN_TYPES, LICENCES, LIMITS, THEMES, type DatasetColumn } from './dataset-rules.ts'
import { textsIn } from './texts.ts'
import { officeUrls as urls } from './urls.ts'

type Props = {
  page: PageContext
  typed: Typed
  errors?: FieldErrors
  /** For a new one: where. */
  institutions?: readonly { id: string; name: string }[]
  /** For one that stands: its columns. */
  standing?: { id: string; columns: readonly DatasetColumn[]; fixed: boolean }
}

export const DatasetFormPage = ({ page, typed, errors = {}, institutions = [], standing }: Props) => {
  const { lang } = page
  const t = textsIn(lang)
  const title = standing ? t.form.changeTitle : t.form.createTitle
  return (
    <Layout
      page={page}
      title={title}
      office
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, standing ? urls.one(standing.id) : urls.list()), label: t.title }}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{standing ? t.form.changeLead : t.form.createLead}</p>
      <form
        method="post"
        action={inLanguage(lang, standing ? urls.change(standing.id) : urls.create())}
        {...(standing ? {} : { enctype: 'multipart/form-data' })}
        novalidate
        data-submit-once
      >
        <input type="hidden" name="dergesa" value={typed.dergesa} />
        <input type="hidden" name="pare" value={typed.pare} />
        {!standing && (
          <SelectField
            name="institucioni"
            label={t.form.institution}
            value={typed.institucioni}
            error={errors.institucioni}
            options={institutions.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <Words page={page} typed={typed} errors={errors} />
        {standing ? (
          <Columns page={page} errors={errors} typed={typed} standing={standing} />
        ) : (
          <FileField
            name="skedari"
            label={t.form.file}
            hint={t.form.fileHint}
            error={errors.skedari}
            accept=".xlsx,.csv,.tsv,.txt,.json,.jsonl"
          />
        )}
        <Button preventDoubleClick>{standing ? t.form.save : t.form.create}</Button>
      </form>
    </Layout>
  )
}

type PartProps = { page: PageContext; typed: Typed; errors: FieldErrors }

const Words = ({ page: { lang }, typed, errors }: PartProps) => {
  const { form } = textsIn(lang)
  const text = (name: string, label: string) => (
    <TextField name={name} label={label} value={typed[name]} error={errors[name]} />
  )
  const area = (name: string, label: string) => (
    <TextAreaField
      name={name}
      label={label}
      hint={form.descriptionHint}
      value={typed[name]}
      error={errors[name]}
      maxLength={LIMITS.description}
    />
  )
  return (
    <>
      {text('titulli', form.titleSq)}
      {text('titulli-en', form.titleEn)}
      {area('pershkrimi', form.descriptionSq)}
      {area('pershkrimi-en', form.descriptionEn)}
      <SelectField
        name="licenca"
        label={form.licence}
        value={typed.licenca ?? 'CC-BY-4.0'}
        error={errors.licenca}
        options={LICENCES.map((value) => ({ value, label: form.licences[value] }))}
      />
      <SelectField
        name="tema"
        label={form.theme}
        value={typed.tema ?? 'GOVE'}
        error={errors.tema}
        options={THEMES.map((value) => ({ value, label: form.themes[value] }))}
      />
      <Details summary={form.source} open={Boolean(typed.burimi || typed['burimi-en'] || errors.burimi)}>
        {text('burimi', form.sourceSq)}
        {text('burimi-en', form.sourceEn)}
      </Details>
    </>
  )
}

type ColumnsProps = PartProps & { standing: NonNullable<Props['standing']> }

/** What was typed comes back; a new page shows what stands. */
const Columns = ({ page: { lang }, typed, errors, standing: { columns, fixed } }: ColumnsProps) => {
  const { form } = textsIn(lang)
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{form.columnsTitle}</legend>
      <p class="govuk-hint">{form.columnsHint}</p>
      {columns.map((column, index) => {
        const text = (what: 'sq' | 'en' | 'njesia', label: string, standing: string) => {
          const name = columnField(what, index)
          return <TextField name={name} label={label} value={typed[name] ?? standing} error={errors[name]} />
        }
        return (
          <Details
            summary={`${column.name}: ${form.types[column.type]}`}
            open={Boolean(errors[columnField('sq', index)] ?? errors[columnField('en', index)])}
          >
            {text('sq', form.columnSq(column.name), column.sq)}
            {text('en', form.columnEn(column.name), column.en)}
            {text('njesia', form.columnUnit(column.name), column.unit ?? '')}
            {!fixed && (
              <>
                <SelectField
                  name={columnField('lloji', index)}
                  label={form.columnType(column.name)}
                  value={typed[columnField('lloji', index)] ?? column.type}
                  options={COLUMN_TYPES.map((value) => ({ value, label: form.types[value] }))}
                />
                <CheckboxField
                  name={columnField('duhet', index)}
                  label={form.columnRequired(column.name)}
                  checked={column.required}
                  small
                />
                <CheckboxField
                  name={columnField('celes', index)}
                  label={form.columnKey(column.name)}
                  checked={column.key}
                  small
                />
              </>
            )}
          </Details>
        )
      })}
    </fieldset>
  )
}
