import type { Child } from 'hono/jsx'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { wordsOf, type SourceRow } from '#platform/imports/reading/source-rules.ts'
import type { Question } from '#platform/imports/reckon-rules.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { columnField, questionField } from './field-name-rules.ts'
import type { ImportView, NamedColumn } from './import-view.ts'
import { textsIn } from './texts.ts'
import { importUrls as urls } from './urls.ts'

type Props = { page: PageContext; view: ImportView; typed: Typed; errors: FieldErrors }

type FrameProps = {
  page: PageContext
  view: ImportView
  errors: FieldErrors
  title: string
  action: string
  submit: string
  lead?: string
  children?: Child
}

const Frame = ({ page, view, errors, title, action, submit, lead, children }: FrameProps) => {
  const { lang } = page
  return (
    <Layout
      page={page}
      title={title}
      office
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, urls.one(view.import.id)), label: view.import.fileName }}
    >
      <ErrorSummary title={textsIn(lang).errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      {lead && <p class="govuk-body">{lead}</p>}
      <form method="post" action={inLanguage(lang, action)} novalidate data-submit-once>
        {children}
        <Button preventDoubleClick>{submit}</Button>
      </form>
    </Layout>
  )
}

const SHOWN_CELLS = 6

export const HeadPage = ({ page, view, typed, errors, lines }: Props & { lines: readonly SourceRow[] }) => {
  const { head: t } = textsIn(page.lang)
  const { sheets, id } = view.import
  const width = Math.min(SHOWN_CELLS, Math.max(1, ...lines.map(({ cells }) => cells.length)))
  return (
    <Frame page={page} view={view} errors={errors} title={t.title} action={urls.head(id)} submit={t.submit}>
      {sheets.length > 1 ? (
        <RadioField
          name="fleta"
          legend={t.sheet}
          value={typed.fleta}
          error={errors.fleta}
          options={sheets.map(({ name, lines: n }, index) => ({
            value: String(index),
            label: name || String(index + 1),
            hint: t.sheetLines(n),
          }))}
        />
      ) : (
        <input type="hidden" name="fleta" value="0" />
      )}
      <TextField
        name="koka"
        label={t.head}
        hint={t.headHint}
        value={typed.koka}
        error={errors.koka}
        inputmode="numeric"
        width="5"
      />
      <DataTable
        caption={t.first}
        head={[
          { label: t.line, tight: true },
          ...Array.from({ length: width }, (_, index) => ({ label: String.fromCharCode(65 + index) })),
        ]}
        rows={lines.map(({ cells }, index) => [
          String(index + 1),
          ...Array.from({ length: width }, (_, column) => wordsOf(cells[column]).slice(0, 60) || '–'),
        ])}
      />
    </Frame>
  )
}

type ColumnsProps = Props & { columns: readonly NamedColumn[]; remembered: boolean }

export const ColumnsPage = ({ page, view, typed, errors, columns, remembered }: ColumnsProps) => {
  const { lang } = page
  const { columns: t } = textsIn(lang)
  const options = [
    { value: '', label: t.none },
    ...(view.target?.columns ?? []).map(({ name, title }) => ({ value: name, label: title[lang] })),
  ]
  const lead = remembered ? `${t.lead} ${t.remembered}` : t.lead
  return (
    <Frame
      page={page}
      view={view}
      errors={errors}
      title={t.title}
      action={urls.columns(view.import.id)}
      submit={t.submit}
      lead={lead}
    >
      {columns.map(({ name, example }, index) => (
        <SelectField
          name={columnField(index)}
          label={t.column(name)}
          hint={example === '' ? undefined : t.example(example)}
          value={typed[columnField(index)] ?? ''}
          error={errors[columnField(index)]}
          options={options}
        />
      ))}
    </Frame>
  )
}

export const QuestionsPage = ({ page, view, typed, errors, questions }: Props & { questions: readonly Question[] }) => {
  const { lang } = page
  const { questions: t } = textsIn(lang)
  const titles = new Map((view.target?.columns ?? []).map(({ name, title }) => [name, title[lang]]))
  return (
    <Frame
      page={page}
      view={view}
      errors={errors}
      title={t.title}
      action={urls.questions(view.import.id)}
      submit={t.submit}
      lead={t.lead}
    >
      {questions.map(({ id, kind, column, count, examples, answers, answer }) => {
        const where = column === null ? t.rowCount(count) : `${titles.get(column) ?? column}, ${t.count(count)}`
        const seen = examples.map(({ at, words }) => t.at(at, words)).join('; ')
        const proof = answer?.proof ? ` ${t.proved(answer.proof.at, answer.proof.words)}` : ''
        return (
          <RadioField
            name={questionField(id)}
            legend={`${t.kinds[kind]} (${where})`}
            legendSize="s"
            hint={`${seen}.${proof}`}
            value={typed[questionField(id)] ?? answer?.is}
            error={errors[questionField(id)]}
            small
            options={answers.map((value) => ({ value, label: t.answers[value] ?? value }))}
          />
        )
      })}
    </Frame>
  )
}
