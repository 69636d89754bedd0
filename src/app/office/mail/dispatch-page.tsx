import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { DispatchDeeds, type DispatchForm } from './dispatch-deeds-part.tsx'
import { DispatchTag } from './dispatch-part.tsx'
import type { DispatchView } from './dispatch-view.ts'
import { Lines } from './lines-part.tsx'
import { mailTexts } from './texts.ts'
import { mailUrls } from './urls.ts'

export type DispatchPageProps = {
  page: PageContext
  view: DispatchView
  status: string | null
  today: string
  open?: DispatchForm | undefined
  typed?: Typed
  errors?: FieldErrors
}

/** One paper that leaves the house: to whom, how, its proofs, and all that was done with it. */
export const DispatchPage = (props: DispatchPageProps) => {
  const { page, view, status, errors = {} } = props
  const { paper, mayWrite } = view
  const { lang } = page
  const t = mailTexts(lang)
  const back = { href: inLanguage(lang, mailUrls.dispatches()), label: t.one.back }
  const failed = Object.keys(errors).length > 0
  return (
    <Layout page={page} title={paper.title} office back={back} robots="noindex" status={status} error={failed}>
      <ErrorSummary title={t.form.errors.title} errors={errors} />
      <h1 lang={paper.lang}>{paper.title}</h1>
      <SummaryList rows={factsOf(page, view)} />
      {mayWrite && (
        <ul class="govuk-list">
          <li>
            <a href={inLanguage(lang, mailUrls.slip(paper.id))}>{t.one.slipPage}</a>
          </li>
          {paper.state === 'to-print' && (
            <li>
              <a href={`${inLanguage(lang, mailUrls.printed())}?id=${paper.id}`}>{t.one.print}</a>
            </li>
          )}
        </ul>
      )}
      <Proofs page={page} view={view} />
      {mayWrite && <DispatchDeeds {...props} />}
      <History page={page} view={view} />
    </Layout>
  )
}

function factsOf(page: PageContext, view: DispatchView) {
  const { lang } = page
  const { paper, about } = view
  const t = mailTexts(lang)
  const row = (key: string, value: string | null) => (value === null ? [] : [{ key, value }])
  const link = about && (
    <a href={inLanguage(lang, about.officeHref)} lang={about.lang}>
      {about.title}
    </a>
  )
  return [
    { key: t.list.state, value: <DispatchTag lang={lang} state={paper.state} /> },
    { key: t.one.to, value: <Addressee page={page} view={view} /> },
    { key: t.one.record, value: link ?? t.one.hidden },
    { key: t.one.way, value: t.ways[paper.way] },
    ...row(t.one.slip, paper.slip),
    ...row(t.one.handedOn, paper.handedOn && formatDate(lang, paper.handedOn)),
    ...row(t.one.returnedOn, paper.returnedOn && formatDate(lang, paper.returnedOn)),
    ...row(t.one.reason, paper.reason),
    ...(paper.correctsId
      ? [
          {
            key: t.one.corrects,
            value: <a href={inLanguage(lang, mailUrls.dispatch(paper.correctsId))}>{t.one.correctsLink}</a>,
          },
        ]
      : []),
  ]
}

const Addressee = ({ page, view: { paper } }: { page: PageContext; view: DispatchView }) =>
  paper.name === null ? (
    <span class="kv-quiet">{mailTexts(page.lang).one.erased}</span>
  ) : (
    <Lines words={[paper.name, paper.postal ?? ''].filter(Boolean).join('\n')} />
  )

const Proofs = ({ page, view }: { page: PageContext; view: DispatchView }) => {
  const t = mailTexts(page.lang).one
  return (
    <section>
      <h2>{t.proofs}</h2>
      {view.proofs.length === 0 ? (
        <p class="kv-quiet">{t.noProofs}</p>
      ) : (
        <ul class="govuk-list">
          {view.proofs.map(({ id, title }) => (
            <li>
              <a href={inLanguage(page.lang, mailUrls.proof(view.paper.id, id))}>{title}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const History = ({ page, view }: { page: PageContext; view: DispatchView }) => {
  const t = mailTexts(page.lang)
  return (
    <section>
      <h2>{t.one.history}</h2>
      <DataTable
        caption={t.one.history}
        captionHidden
        head={[t.letter.at, t.letter.what, t.letter.who].map((label) => ({ label }))}
        rows={view.changes.map(({ kind, at, by, reason }) => [
          formatMoment(page.lang, at, view.paper.zone),
          reason === null ? (t.changes[kind] ?? kind) : `${t.changes[kind] ?? kind}: ${reason}`,
          by ?? t.letter.program,
        ])}
      />
    </section>
  )
}
