import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { IDENTIFICATIONS, PERSON_REQUEST_LIMITS } from '#platform/own-data/person-request-rules.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { retentionTexts } from './texts.ts'
import type { PersonRequestsView } from './person-request-view.ts'
import { retentionUrls } from './urls.ts'

type Props = { page: PageContext; view: PersonRequestsView; typed: Typed; errors: FieldErrors }

/** People who stood at the counter and asked for their own data; and the form for the next one. */
export const PersonRequestsPage = ({ page, view, typed, errors }: Props) => {
  const { lang } = page
  const t = retentionTexts(lang).requests
  const list = inLanguage(lang, retentionUrls.requests())
  return (
    <Layout page={page} title={t.title} office robots="noindex" error={Object.keys(errors).length > 0}>
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      {view.institutions.length > 0 && <NewRequest page={page} view={view} typed={typed} errors={errors} />}
      {view.requests.length === 0 ? <EmptyState>{t.none}</EmptyState> : <Requests page={page} view={view} />}
      <Paging
        label={t.paging}
        older={view.older ? { href: `${list}?pas=${view.older}`, label: t.older } : null}
        newer={view.first ? null : { href: list, label: t.newest }}
      />
    </Layout>
  )
}

const Requests = ({ page: { lang }, view }: Pick<Props, 'page' | 'view'>) => {
  const t = retentionTexts(lang).requests
  return (
    <DataTable
      caption={t.title}
      captionHidden
      firstColumnHeader
      head={[t.columns.at, t.columns.by, t.columns.identified, t.columns.state].map((label) => ({ label }))}
      rows={view.requests.map((request) => [
        <a href={inLanguage(lang, retentionUrls.request(request.id))}>
          {formatMoment(lang, request.openedAt, request.zone)}
        </a>,
        request.openedBy,
        t.identifications[request.identifiedBy],
        request.erasedAt === null ? t.open : t.erased(request.erasedRecords ?? 0),
      ])}
    />
  )
}

const NewRequest = ({ page: { lang }, view, typed, errors }: Props) => {
  const t = retentionTexts(lang).requests
  return (
    <section aria-labelledby="e-re">
      <h2 id="e-re">{t.newTitle}</h2>
      <form method="post" action={inLanguage(lang, retentionUrls.requests())} novalidate data-submit-once>
        <input type="hidden" name="dergesa" value={typed.dergesa} />
        {view.institutions.length === 1 ? (
          <input type="hidden" name="institucioni" value={view.institutions[0]?.id} />
        ) : (
          <SelectField
            name="institucioni"
            label={t.institution}
            value={typed.institucioni}
            error={errors.institucioni}
            options={view.institutions.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <TextField
          name="adresa"
          label={t.email}
          type="email"
          autocomplete="off"
          width="two-thirds"
          value={typed.adresa}
          error={errors.adresa}
        />
        <TextField name="kodi" label={t.code} hint={t.codeHint} width="10" value={typed.kodi} error={errors.kodi} />
        <RadioField
          name="identifikimi"
          legend={t.identifiedBy}
          legendSize="s"
          small
          value={typed.identifikimi}
          error={errors.identifikimi}
          options={IDENTIFICATIONS.map((value) => ({ value, label: t.identifications[value] }))}
        />
        <TextAreaField
          name="shenimi"
          label={t.note}
          hint={t.noteHint}
          value={typed.shenimi}
          error={errors.shenimi}
          rows={2}
          maxLength={PERSON_REQUEST_LIMITS.note}
          countText={t.charactersLeft}
        />
        <Button preventDoubleClick>{t.submit}</Button>
      </form>
    </section>
  )
}
