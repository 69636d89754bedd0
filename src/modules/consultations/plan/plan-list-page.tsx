import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { LinkButton } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextField } from '#ui/text-field.tsx'
import { isTooShort } from '../consultation-rules.ts'
import { officeMonitoringUrls } from '../monitoring/urls.ts'
import { textsIn } from '../texts.ts'
import { officePlanUrls } from '../urls.ts'
import { planTone } from './plan-tone-part.ts'
import type { PlanListView } from './plan-view.ts'

type Props = { page: PageContext; view: PlanListView }

/** Plans of consultation in the office, what changed last first. */
export const PlanListPage = ({ page, view }: Props) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.plans.list
  const list = inLanguage(lang, officePlanUrls.list())
  const question = new URLSearchParams({
    ...(view.words ? { q: view.words } : {}),
    ...(view.state ? { gjendja: view.state } : {}),
    ...(view.institution ? { institucioni: view.institution } : {}),
  })
  const narrowed = question.size > 0
  return (
    <Layout page={page} title={t.title} office>
      <h1 class="govuk-heading-l">{t.title}</h1>
      {view.mayWrite && <LinkButton href={inLanguage(lang, officePlanUrls.create())}>{t.create}</LinkButton>}
      <p class="govuk-body">
        <a href={inLanguage(lang, officeMonitoringUrls.list())}>{texts.monitoring.office.list.title}</a>
      </p>
      <Filter page={page} view={view} narrowed={narrowed} />
      {view.items.length === 0 ? (
        <EmptyState>{narrowed ? t.noneFound : t.empty}</EmptyState>
      ) : (
        <Rows page={page} view={view} />
      )}
      <Paging
        label={t.paging}
        older={view.older ? { href: `${list}?${withKey(question, view.older)}`, label: texts.office.older } : null}
        newer={view.paged ? { href: `${list}?${question.toString()}`, label: texts.office.newest } : null}
      />
    </Layout>
  )
}

function withKey(question: URLSearchParams, key: string): string {
  const address = new URLSearchParams(question)
  address.set('para', key)
  return address.toString()
}

const Filter = ({ page: { lang }, view, narrowed }: Props & { narrowed: boolean }) => {
  const texts = textsIn(lang)
  const t = texts.plans
  const list = inLanguage(lang, officePlanUrls.list())
  return (
    <FilterForm
      action={list}
      legend={texts.office.filter}
      submit={texts.office.submit}
      {...(narrowed ? { clear: { href: list, label: texts.office.clear } } : {})}
    >
      <TextField
        name="q"
        label={t.list.words}
        value={view.words}
        type="search"
        error={isTooShort(view.words) ? texts.list.wordsShort : undefined}
      />
      <SelectField
        name="gjendja"
        label={texts.office.state}
        value={view.state ?? ''}
        options={[
          { value: '', label: texts.office.anyState },
          ...Object.entries(t.states).map(([value, label]) => ({ value, label })),
        ]}
      />
      {view.institutions.length > 1 && (
        <SelectField
          name="institucioni"
          label={t.list.institution}
          value={view.institution ?? ''}
          options={[
            { value: '', label: t.list.anyInstitution },
            ...view.institutions.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
    </FilterForm>
  )
}

const Rows = ({ page: { lang }, view }: Props) => {
  const t = textsIn(lang).plans
  const columns = t.list.columns
  return (
    <DataTable
      caption={t.list.title}
      captionHidden
      firstColumnHeader
      head={[
        { label: columns.title },
        { label: columns.institution },
        { label: columns.state },
        { label: columns.version, numeric: true },
        { label: columns.changed },
      ]}
      rows={view.items.map((item) => [
        <a href={inLanguage(lang, officePlanUrls.one(item.id))}>{item.title}</a>,
        item.institutionName,
        <Tag tone={planTone(item.state)}>{t.states[item.state]}</Tag>,
        item.version === 0 ? '–' : item.version,
        formatDay(lang, item.changedAt, item.zone),
      ])}
    />
  )
}
