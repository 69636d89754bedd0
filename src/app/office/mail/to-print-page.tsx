import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import type { DispatchDetail } from './dispatch-list-queries.ts'
import { DayField, typedOfDay } from './dispatch-part.tsx'
import { mailTexts } from './texts.ts'
import { mailUrls } from './urls.ts'

type Props = {
  page: PageContext
  papers: readonly DispatchDetail[]
  today: string
  /** There may be more than these. */
  full: boolean
  errors: FieldErrors
  status: string | null
}

/** What waits for paper: choose, print together, mark as handed on. */
export const ToPrintPage = ({ page, papers, today, full, errors, status }: Props) => {
  const { lang } = page
  const t = mailTexts(lang)
  const back = { href: inLanguage(lang, mailUrls.dispatches()), label: t.one.back }
  const failed = Object.keys(errors).length > 0
  return (
    <Layout page={page} title={t.toPrint.title} office back={back} robots="noindex" status={status} error={failed}>
      <ErrorSummary title={t.form.errors.title} errors={errors} />
      <h1>{t.toPrint.title}</h1>
      {papers.length === 0 ? (
        <EmptyState>{t.toPrint.none}</EmptyState>
      ) : (
        <form method="get" action={inLanguage(lang, mailUrls.printed())} id="zgjedhja">
          <p>{t.toPrint.lead}</p>
          <Papers page={page} papers={papers} />
          {full && <p class="kv-quiet">{t.toPrint.moreWait(papers.length)}</p>}
          <Button>{t.toPrint.print}</Button>
          <DayField lang={lang} typed={typedOfDay(today)} errors={errors} legend={t.toPrint.day} />
          <HandOn lang={lang} label={t.toPrint.handOn} />
        </form>
      )}
    </Layout>
  )
}

/** Sends the same choice as a deed: no script is needed for two ways out of one form. */
const HandOn = ({ lang, label }: { lang: PageContext['lang']; label: string }) => (
  <button
    class="govuk-button govuk-button--secondary"
    type="submit"
    formmethod="post"
    formaction={inLanguage(lang, mailUrls.handOnAll())}
  >
    {label}
  </button>
)

const Papers = ({ page, papers }: { page: PageContext; papers: readonly DispatchDetail[] }) => {
  const { lang } = page
  const t = mailTexts(lang)
  return (
    <DataTable
      caption={t.toPrint.title}
      captionHidden
      head={[t.toPrint.choose, t.toPrint.to, t.list.way, t.toPrint.since].map((label) => ({ label }))}
      rows={papers.map((paper, index) => [
        <CheckboxField
          name="id"
          id={index === 0 ? 'id' : `id-${paper.id}`}
          value={paper.id}
          label={paper.title}
          checked
          small
        />,
        <a href={inLanguage(lang, mailUrls.dispatch(paper.id))}>{paper.name ?? t.one.erased}</a>,
        t.ways[paper.way],
        formatDay(lang, paper.createdAt, paper.zone),
      ])}
    />
  )
}
