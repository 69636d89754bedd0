import type { PageContext } from '#platform/http/page-context.ts'
import { openDataUrls as urls } from '#platform/export/export-urls-rules.ts'
import { hasInstitutions } from '#platform/export/filter-rules.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { EntryList } from '#ui/entry-list.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { ListView } from './dataset-view.ts'
import { publicUrls } from '../urls.ts'
import { openDataTexts } from './texts.ts'

type Props = { page: PageContext; view: ListView }

/** All registers, to be found by words and by institution. */
export const OpenDataListPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = openDataTexts(lang).list
  const { datasets, institution } = view
  const to = (path: string) => inLanguage(lang, path)
  const of = (dataset: ListView['datasets'][number]) =>
    institution && hasInstitutions(dataset) ? `?institucioni=${institution.slug}` : ''
  return (
    <Layout page={page} title={t.title} canonical={urls.list()} jsonHref={urls.catalogue()}>
      <h1 class="govuk-heading-xl">{t.title}</h1>
      <p class="govuk-body-l">{t.lead}</p>
      <Filter page={page} view={view} />
      {datasets.length === 0 ? (
        <EmptyState>{t.empty}</EmptyState>
      ) : (
        <EntryList
          items={datasets.map((dataset) => ({
            href: to(urls.dataset(dataset.name)) + of(dataset),
            title: dataset.title[lang],
            quiet: dataset.description[lang],
          }))}
        />
      )}
      <h2>{t.read}</h2>
      <ul class="govuk-list">
        <li>
          <a href={to(publicUrls.comparison())}>{t.readLinks.comparison}</a>
        </li>
        <li>
          <a href={to(publicUrls.satisfaction())}>{t.readLinks.satisfaction}</a>
        </li>
      </ul>
      <h2>{t.more}</h2>
      <ul class="govuk-list">
        <li>
          <a href={to(urls.api())}>{t.moreLinks.api}</a>
        </li>
        <li>
          <a href={to(urls.dumps())}>{t.moreLinks.dumps}</a>
        </li>
        <li>
          <a href={urls.catalogue()}>{t.moreLinks.catalogue}</a>
        </li>
        <li>
          <a href={urls.catalogueTurtle()}>{t.moreLinks.turtle}</a>
        </li>
        <li>
          <a href={urls.oparl()}>{t.moreLinks.oparl}</a>
        </li>
        <li>
          <a href={urls.popolo()}>{t.moreLinks.popolo}</a>
        </li>
      </ul>
    </Layout>
  )
}

const Filter = ({ page: { lang }, view }: Props) => {
  const t = openDataTexts(lang).list
  const action = inLanguage(lang, urls.list())
  const { words, slug, institution, institutions } = view
  return (
    <FilterForm
      action={action}
      legend={t.filter}
      submit={t.submit}
      clear={words !== '' || slug !== '' ? { href: action, label: t.clear } : null}
    >
      <TextField name="q" label={t.words} hint={t.wordsHint} value={words} type="search" />
      <SelectField
        name="institucioni"
        label={t.institution}
        value={slug}
        error={slug !== '' && institution === null ? t.unknownInstitution : undefined}
        options={[
          { value: '', label: t.anyInstitution },
          ...institutions.map((one) => ({ value: one.slug, label: one.name })),
        ]}
      />
    </FilterForm>
  )
}
