import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FileField } from '#ui/file-field.tsx'
import { Layout } from '#ui/layout.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { AnswersNav } from '../answers/answers-nav-part.tsx'
import { officeAnswerUrls } from '../answers/urls.ts'
import { dateOf } from '../drafting/draft-window-part.tsx'
import { textsIn } from '../texts.ts'
import type { DraftersView } from './drafters-view.ts'
import { printedCode } from './table-rules.ts'
import { draftersTexts } from './texts.ts'
import { draftersUrls as urls } from './urls.ts'

type Props = { page: PageContext; view: DraftersView; typed: Typed; errors?: FieldErrors; status?: string | null }

/** What goes out to the drafters, and what came back. */
export const DraftersPage = ({ page, view, typed, errors = {}, status = null }: Props) => {
  const { lang } = page
  const t = draftersTexts(lang)
  const { matter, counts } = view
  return (
    <Layout
      page={page}
      title={`${t.title}, ${matter.title}`}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{
        href: inLanguage(lang, officeAnswerUrls.work(matter.id)),
        label: textsIn(lang).answers.office.title,
      }}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <AnswersNav lang={lang} id={matter.id} rights={view.nav} current="drafters" />
      <p class="govuk-body">{t.lead}</p>
      {view.mayWrite && <Make lang={lang} view={view} typed={typed} errors={errors} />}
      {counts.unseen > 0 && <p class="govuk-body">{t.unseen(counts.unseen)}</p>}
      <h2 class="govuk-heading-m">{t.files.title}</h2>
      <Files lang={lang} view={view} />
      {view.mayWrite && <Receive lang={lang} view={view} errors={errors} />}
      <h2 class="govuk-heading-m">{t.returns.title}</h2>
      <Returns lang={lang} view={view} />
    </Layout>
  )
}

type Part = { lang: Lang; view: DraftersView }

const Make = ({ lang, view, typed, errors }: Part & { typed: Typed; errors: FieldErrors }) => {
  const t = draftersTexts(lang).make
  const { matter, counts, articles } = view
  const article = textsIn(lang).page.article
  return (
    <form method="post" action={inLanguage(lang, urls.list(matter.id))} novalidate data-submit-once>
      <h2 class="govuk-heading-m">{t.title}</h2>
      <input type="hidden" name="dergesa" value={typed.dergesa} />
      <TextField name="njesia" label={t.unit} hint={t.unitHint} value={typed.njesia} error={errors.njesia} />
      <RadioField
        name="cilat"
        legend={t.scope}
        legendSize="s"
        value={typed.cilat}
        error={errors.cilat}
        options={[
          { value: 'unanswered', label: t.scopes.unanswered(counts.unanswered) },
          { value: 'open', label: t.scopes.open(counts.open) },
        ]}
      />
      <SelectField
        name="neni"
        label={t.article}
        value={typed.neni}
        options={[
          { value: '', label: t.anyArticle },
          { value: 'tere', label: t.whole },
          ...articles.map(({ nodeId, label, heading }) => ({
            value: nodeId,
            label: [`${article} ${label ?? ''}`.trim(), heading].filter(Boolean).join(': ').slice(0, 90),
          })),
        ]}
      />
      <CheckboxField name="grupet" label={t.groups} checked={typed.grupet === 'po'} small />
      <RadioField
        name="formati"
        legend={t.format}
        legendSize="s"
        value={typed.formati}
        error={errors.formati}
        options={(['xlsx', 'docx'] as const).map((value) => ({ value, label: t.formats[value] }))}
      />
      <DateField
        name="afati"
        legend={t.returnBy}
        legendSize="s"
        value={dateOf(typed, 'afati')}
        error={errors.afati}
        {...t.day}
      />
      <Button preventDoubleClick>{t.submit}</Button>
    </form>
  )
}

const Receive = ({ lang, view, errors }: Part & { errors: FieldErrors }) => {
  const t = draftersTexts(lang).receive
  return (
    <form
      method="post"
      action={inLanguage(lang, urls.receive(view.matter.id))}
      enctype="multipart/form-data"
      novalidate
      data-submit-once
    >
      <h2 class="govuk-heading-m">{t.title}</h2>
      <FileField
        name="skedari"
        label={t.file}
        hint={t.fileHint}
        error={errors.skedari}
        accept=".docx,.xlsx,.csv,.tsv,.txt"
      />
      <Button kind="secondary" preventDoubleClick>
        {t.submit}
      </Button>
    </form>
  )
}

const Files = ({ lang, view: { files, matter } }: Part) => {
  const t = draftersTexts(lang).files
  if (files.length === 0) return <EmptyState>{t.none}</EmptyState>
  const { columns } = t
  return (
    <DataTable
      caption={t.title}
      captionHidden
      head={[
        { label: columns.code, tight: true },
        { label: columns.unit },
        { label: columns.what },
        { label: columns.made },
        { label: columns.returnBy },
        { label: columns.file },
      ]}
      rows={files.map((file) => [
        printedCode(file.code),
        file.unit,
        [t.what(file.lines, file.comments), ...(file.articleLabel === null ? [] : [t.article(file.articleLabel)])].join(
          ', ',
        ),
        formatMoment(lang, file.madeAt, matter.zone),
        file.returnBy === null ? '–' : formatDate(lang, file.returnBy),
        <a href={urls.file(file.id)}>{t.download(file.format.toUpperCase(), printedCode(file.code))}</a>,
      ])}
    />
  )
}

const Returns = ({ lang, view: { returns, matter } }: Part) => {
  const t = draftersTexts(lang).returns
  if (returns.length === 0) return <EmptyState>{t.none}</EmptyState>
  const { columns } = t
  return (
    <DataTable
      caption={t.title}
      captionHidden
      head={[
        { label: columns.file },
        { label: columns.unit },
        { label: columns.received },
        { label: columns.state },
        { label: columns.done },
      ]}
      rows={returns.map((one) => [
        <a href={inLanguage(lang, urls.returned(one.id))}>{`${one.fileName} (${printedCode(one.fileCode)})`}</a>,
        one.unit,
        formatMoment(lang, one.receivedAt, matter.zone),
        t.states[one.state],
        one.state === 'read' ? '–' : t.done(one.taken, one.refused),
      ])}
    />
  )
}
