import type { FieldErrors } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import type { PlacedRecord } from '#platform/own-data/personal-data.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { HistoryLink } from '../history/history-link-part.tsx'
import { retentionTexts } from './texts.ts'
import type { PersonRequestView } from './person-request-view.ts'
import { retentionUrls } from './urls.ts'

type Props = { page: PageContext; view: PersonRequestView; status: string | null; errors: FieldErrors }

/** What the institution keeps about the person who stands at the counter. */
export const PersonRequestPage = ({ page, view, status, errors }: Props) => {
  const { lang } = page
  const texts = retentionTexts(lang)
  const t = texts.one
  const { request, records } = view
  return (
    <Layout
      page={page}
      title={t.title}
      office
      robots="noindex"
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, retentionUrls.requests()), label: texts.requests.title }}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1>{t.title}</h1>
      <p>{records === null ? t.auditor : t.lead}</p>
      <SummaryList
        rows={[
          { key: t.openedAt, value: t.by(request.openedBy, formatMoment(lang, request.openedAt, request.zone)) },
          { key: t.identified, value: texts.requests.identifications[request.identifiedBy] },
          { key: t.note, value: request.note ?? t.noNote },
          ...(request.erasedAt
            ? [
                {
                  key: t.erasedRow,
                  value: `${t.by(request.erasedBy ?? '', formatMoment(lang, request.erasedAt, request.zone))}. ${texts.requests.erased(request.erasedRecords ?? 0)}`,
                },
              ]
            : []),
        ]}
      />
      {records !== null && <Records page={page} view={view} records={records} />}
      {records !== null && request.erasedAt === null && <Erase page={page} view={view} errors={errors} />}
      <HistoryLink lang={lang} subject={refOf('own-data.request', request.id)} />
    </Layout>
  )
}

type RecordsProps = Pick<Props, 'page' | 'view'> & { records: readonly PlacedRecord[] }

const Records = ({ page: { lang }, view, records }: RecordsProps) => {
  const t = retentionTexts(lang).one
  return (
    <section aria-labelledby="regjistrimet">
      <h2 id="regjistrimet">{t.records}</h2>
      {records.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <>
          {records.map(({ title, at, data }) => (
            <Details summary={`${title} (${formatMoment(lang, at, view.request.zone)})`}>
              <pre class="kv-words">{JSON.stringify(data, null, 2)}</pre>
            </Details>
          ))}
          <p>
            <a href={inLanguage(lang, retentionUrls.json(view.request.id))}>{t.download}</a>
          </p>
        </>
      )}
    </section>
  )
}

const Erase = ({ page: { lang }, view, errors }: Omit<Props, 'status'>) => {
  const t = retentionTexts(lang).one
  return (
    <Details summary={t.eraseTitle} open={Object.keys(errors).length > 0}>
      <form method="post" action={inLanguage(lang, retentionUrls.erasure(view.request.id))} novalidate data-submit-once>
        <p>{t.eraseWords}</p>
        <CheckboxField name="konfirmimi" label={t.confirm} error={errors.konfirmimi} />
        <Button kind="warning" preventDoubleClick>
          {t.erase}
        </Button>
      </form>
    </Details>
  )
}
