import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { LinkButton } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Tag } from '#ui/tag.tsx'
import type { DatasetState } from './dataset-rules.ts'
import type { DatasetListView } from './dataset-view.ts'
import { textsIn } from './texts.ts'
import { officeUrls as urls } from './urls.ts'

const STATES = ['draft', 'published', 'withdrawn', 'taken-down'] as const
export const TONES = { draft: 'plain', published: 'done', withdrawn: 'stopped', 'taken-down': 'stopped' } as const

export const DatasetListPage = ({ page, view }: { page: PageContext; view: DatasetListView }) => {
  const { lang } = page
  const t = textsIn(lang)
  const list = inLanguage(lang, urls.list())
  const kept = view.state === null ? '' : `gjendja=${view.state}&`
  return (
    <Layout page={page} title={t.title} office>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead}</p>
      {view.mayCreate && <LinkButton href={inLanguage(lang, urls.create())}>{t.list.create}</LinkButton>}
      <FilterForm
        action={list}
        legend={t.list.filter}
        submit={t.list.submit}
        {...(view.state === null ? {} : { clear: { href: list, label: t.list.clear } })}
      >
        <SelectField
          name="gjendja"
          label={t.list.state}
          value={view.state ?? ''}
          options={[
            { value: '', label: t.list.anyState },
            ...STATES.map((value: DatasetState) => ({ value, label: t.states[value] })),
          ]}
        />
      </FilterForm>
      {view.items.length === 0 ? (
        <EmptyState>{view.state === null ? t.list.noneYet : t.list.none}</EmptyState>
      ) : (
        <DataTable
          caption={t.title}
          captionHidden
          head={[
            { label: t.list.columns.title },
            { label: t.list.columns.institution },
            { label: t.list.columns.rows, numeric: true },
            { label: t.list.columns.state },
            { label: t.list.columns.changed, tight: true },
          ]}
          rows={view.items.map((item) => [
            <a href={inLanguage(lang, urls.one(item.id))}>{lang === 'sq' ? item.titleSq : item.titleEn}</a>,
            view.institutions.get(item.institutionId) ?? item.institution,
            formatNumber(item.rowCount),
            <Tag tone={TONES[item.state]}>{t.states[item.state]}</Tag>,
            formatDay(lang, item.changedAt, item.zone),
          ])}
        />
      )}
      <Paging
        label={t.list.paging}
        older={view.older ? { href: `${list}?${kept}para=${view.older}`, label: t.list.older } : null}
        newer={view.paged ? { href: list, label: t.list.newest } : null}
      />
    </Layout>
  )
}
