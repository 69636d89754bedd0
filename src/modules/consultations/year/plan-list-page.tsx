import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { textsIn } from '../texts.ts'
import type { PlanListView } from './office-view.ts'
import { yearTexts } from './texts.ts'
import { yearOfficeUrls as urls } from './urls.ts'

type Props = { page: PageContext; view: PlanListView; typed?: Typed; errors?: FieldErrors }

/** The yearly plans of the institutions of this official, newest year first. */
export const PlanListPage = ({ page, view, typed = {}, errors = {} }: Props) => {
  const { lang } = page
  const t = yearTexts(lang).office
  const list = inLanguage(lang, urls.list())
  return (
    <Layout page={page} title={t.title} office error={Object.keys(errors).length > 0}>
      <ErrorSummary title={textsIn(lang).office.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead}</p>
      {view.plans.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <DataTable
          caption={t.title}
          captionHidden
          firstColumnHeader
          head={[
            { label: t.columns.plan },
            { label: t.columns.institution },
            { label: t.columns.acts, numeric: true },
            { label: t.columns.drafts, numeric: true },
            { label: t.columns.published },
          ]}
          rows={view.plans.map((plan) => [
            <a href={inLanguage(lang, urls.plan(plan.id))}>{yearTexts(lang).page.yearLink(plan.year)}</a>,
            plan.institutionName,
            formatNumber(plan.acts),
            formatNumber(plan.drafts),
            plan.publishedAt ? formatDay(lang, plan.publishedAt, plan.zone) : '–',
          ])}
        />
      )}
      <Paging
        label={yearTexts(lang).page.paging}
        older={view.next ? { href: `${list}?pas=${view.next}`, label: textsIn(lang).office.older } : null}
        newer={view.paged ? { href: list, label: textsIn(lang).office.newest } : null}
      />
      {view.institutions.length > 0 && <Start page={page} view={view} typed={typed} errors={errors} />}
    </Layout>
  )
}

const Start = ({ page: { lang }, view, typed, errors }: Required<Props>) => {
  const t = yearTexts(lang).office
  return (
    <form method="post" action={inLanguage(lang, urls.list())} novalidate data-submit-once>
      <h2 class="govuk-heading-m">{t.start}</h2>
      <SelectField
        name="institucioni"
        label={t.institution}
        value={typed.institucioni ?? view.institutions[0]?.id}
        error={errors.institucioni}
        options={view.institutions.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        name="viti"
        label={t.year}
        value={typed.viti ?? String(view.year + 1)}
        error={errors.viti}
        inputmode="numeric"
      />
      <Button preventDoubleClick>{t.startButton}</Button>
    </form>
  )
}
