import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { ConsistencyView } from './consistency-view.ts'
import { ledgerTexts } from './texts.ts'
import { ledgerUrls } from './urls.ts'

type Props = {
  page: PageContext
  /** How many entries there are; null: nothing is published yet. */
  size: number | null
  typed: Typed
  errors: FieldErrors
  view: ConsistencyView | null
}

/** The proof that the log of some size is the beginning of that of another. */
export const ConsistencyPage = ({ page, size, typed, errors, view }: Props) => {
  const { lang } = page
  const texts = ledgerTexts(lang)
  const t = texts.consistency
  return (
    <Layout
      page={page}
      title={t.title}
      canonical={ledgerUrls.consistency()}
      back={{ href: inLanguage(lang, ledgerUrls.log()), label: texts.entry.back }}
      error={Object.keys(errors).length > 0}
      jsonHref={view ? inLanguage(lang, ledgerUrls.betweenData(view.from.size, view.to.size)) : undefined}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1 class="govuk-heading-xl">{t.title}</h1>
      <p class="kv-lead">{t.lead}</p>
      {size === null ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <form method="get" action={inLanguage(lang, ledgerUrls.consistency())} novalidate>
          <TextField name="nga" label={t.from} value={typed.nga} error={errors.nga} inputmode="numeric" width="10" />
          <TextField
            name="deri"
            label={t.to}
            hint={t.hint(formatNumber(size))}
            value={typed.deri}
            error={errors.deri}
            inputmode="numeric"
            width="10"
          />
          <Button kind="primary">{t.submit}</Button>
        </form>
      )}
      {view && <Result lang={lang} view={view} />}
    </Layout>
  )
}

const Result = ({ lang, view: { from, to, proof } }: { lang: Lang; view: ConsistencyView }) => {
  const t = ledgerTexts(lang).consistency
  const [first, last] = [formatNumber(from.size), formatNumber(to.size)]
  return (
    <section aria-labelledby="deshmia">
      <h2 id="deshmia">{t.result(first, last)}</h2>
      <Inset>{t.well(first, last)}</Inset>
      <SummaryList
        rows={[from, ...(to.size === from.size ? [] : [to])].map(({ size, root }) => ({
          key: t.rootFrom(formatNumber(size)),
          value: <code class="kv-digest">{root}</code>,
        }))}
      />
      <h3>{t.proof}</h3>
      {proof.length === 0 ? (
        <p>{t.same}</p>
      ) : (
        <ol class="govuk-list govuk-list--number">
          {proof.map((hash) => (
            <li>
              <code class="kv-digest">{hash}</code>
            </li>
          ))}
        </ol>
      )}
      {[from, ...(to.size === from.size ? [] : [to])].map(({ size, note }) => (
        <Details summary={t.note(formatNumber(size))}>
          {note === null ? <p>{t.noNote}</p> : <pre class="kv-leaf">{note}</pre>}
        </Details>
      ))}
      <p>
        <a href={inLanguage(lang, ledgerUrls.betweenData(from.size, to.size))}>{t.data}</a>
      </p>
    </section>
  )
}
