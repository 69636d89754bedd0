import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { INSTITUTION_KINDS, JURISDICTIONS, STANDINGS } from '#platform/institutions/institution-rules.ts'
import { LinkButton } from '#ui/button.tsx'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextField } from '#ui/text-field.tsx'
import { directoryAddress, isNarrowed } from './directory-rules.ts'
import type { OfficeListView } from './institution-view.ts'
import { textsIn } from './texts.ts'
import { institutionOfficeUrls as urls } from './urls.ts'

type Props = { page: PageContext; view: OfficeListView }

/** The institutions of this official, or the whole directory. */
export const InstitutionListPage = ({ page, view }: Props) => {
  const t = textsIn(page.lang)
  const list = inLanguage(page.lang, urls.list())
  return (
    <Layout page={page} title={t.title} office robots="noindex">
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p>{t.lead}</p>
      {view.mayFound && <LinkButton href={inLanguage(page.lang, urls.found())}>{t.found}</LinkButton>}
      {view.searchable && <Filter page={page} view={view} />}
      {view.entries.length === 0 ? <EmptyState>{t.none}</EmptyState> : <Rows page={page} view={view} />}
      <Paging
        label={t.paging}
        older={view.next ? { href: `${list}?${directoryAddress(view.question, view.next)}`, label: t.next } : null}
        newer={
          view.question.after ? { href: `${list}?${directoryAddress(view.question, null)}`, label: t.first } : null
        }
      />
    </Layout>
  )
}

const Filter = ({ page: { lang }, view: { question } }: Props) => {
  const t = textsIn(lang)
  const list = inLanguage(lang, urls.list())
  const kinds = INSTITUTION_KINDS.map((kind) => ({ value: kind, label: t.kinds.AL[kind] }))
  return (
    <FilterForm
      action={list}
      legend={t.filter}
      submit={t.find}
      {...(isNarrowed(question) ? { clear: { href: list, label: t.clear } } : {})}
    >
      <TextField name="q" label={t.fields.q?.label ?? ''} value={question.words} type="search" />
      <SelectField
        name="lloji"
        label={t.columns.kind}
        value={question.kind ?? ''}
        options={[{ value: '', label: t.anyKind }, ...kinds]}
      />
      <SelectField
        name="shteti"
        label={t.columns.country}
        value={question.jurisdiction ?? ''}
        options={[
          { value: '', label: t.anyStanding },
          ...JURISDICTIONS.map((one) => ({ value: one, label: t.countries[one] })),
        ]}
      />
      <SelectField
        name="qendrimi"
        label={t.columns.standing}
        value={question.standing ?? ''}
        options={[
          { value: '', label: t.anyStanding },
          ...STANDINGS.map((one) => ({ value: one, label: t.standings[one] })),
        ]}
      />
      <CheckboxField name="mbyllur" label={t.closed} checked={question.closed} small />
    </FilterForm>
  )
}

const Rows = ({ page: { lang }, view }: Props) => {
  const t = textsIn(lang)
  const { columns } = t
  return (
    <DataTable
      caption={t.title}
      captionHidden
      firstColumnHeader
      head={[columns.name, columns.kind, columns.country, columns.standing, columns.state].map((label) => ({ label }))}
      rows={view.entries.map((one) => [
        <a href={inLanguage(lang, urls.one(one.id))}>{one.name}</a>,
        t.kinds[one.jurisdiction][one.kind],
        t.countries[one.jurisdiction],
        t.standings[one.standing],
        one.closedOn ? <Tag tone="stopped">{t.closed}</Tag> : <Tag tone="done">{t.open}</Tag>,
      ])}
    />
  )
}
