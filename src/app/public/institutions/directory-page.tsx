import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { INSTITUTION_KINDS, JURISDICTIONS, STANDINGS } from '#platform/institutions/institution-rules.ts'
import { CheckboxField } from '#ui/checkbox-field.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { EntryList } from '#ui/entry-list.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { directoryAddress, isNarrowed, isTooShort } from '../../office/institutions/directory-rules.ts'
import type { DirectoryView } from '../../office/institutions/directory-view.ts'
import { PUBLIC_TEXTS } from '../public-texts.ts'
import { publicUrls } from '../urls.ts'

type Props = { page: PageContext; view: DirectoryView }

/** Everyone who works here or is named here, by name. Its address holds every filter. */
export const DirectoryPage = ({ page, view }: Props) => {
  const { lang } = page
  const { directory: t, institution: words } = PUBLIC_TEXTS[lang]
  const list = inLanguage(lang, publicUrls.directory())
  const { question, entries, next } = view
  const query = directoryAddress(question, null)
  const data = inLanguage(lang, publicUrls.directoryData())
  return (
    <Layout page={page} title={t.title} canonical={publicUrls.directory()} jsonHref={query ? `${data}?${query}` : data}>
      <h1 class="govuk-heading-xl">{t.title}</h1>
      <p class="govuk-body-l">{t.lead}</p>
      <Filter page={page} view={view} />
      {entries.length === 0 ? (
        <EmptyState>{t.empty}</EmptyState>
      ) : (
        <EntryList
          items={entries.map((one) => ({
            href: inLanguage(lang, publicUrls.institution(one.slug)),
            title: one.name,
            quiet: [
              words.kinds[one.jurisdiction][one.kind],
              words.countries[one.jurisdiction],
              t.standings[one.standing],
              ...(one.demonstration ? [words.demonstration] : []),
            ].join(' · '),
            state: one.closedOn ? { tone: 'stopped', label: t.closedTag } : null,
          }))}
        />
      )}
      <Paging
        label={t.paging}
        older={next ? { href: `${list}?${directoryAddress(question, next)}`, label: t.next } : null}
        newer={question.after ? { href: query ? `${list}?${query}` : list, label: t.first } : null}
      />
    </Layout>
  )
}

const Filter = ({ page: { lang }, view: { question } }: Props) => {
  const { directory: t, institution: words } = PUBLIC_TEXTS[lang]
  const list = inLanguage(lang, publicUrls.directory())
  return (
    <FilterForm
      action={list}
      legend={t.filter}
      submit={t.submit}
      {...(isNarrowed(question) ? { clear: { href: list, label: t.clear } } : {})}
    >
      <TextField
        name="q"
        label={t.words}
        hint={t.wordsHint}
        value={question.words}
        type="search"
        error={isTooShort(question.words) ? t.wordsShort : undefined}
      />
      <SelectField
        name="lloji"
        label={t.kind}
        value={question.kind ?? ''}
        options={[
          { value: '', label: t.anyKind },
          ...INSTITUTION_KINDS.map((kind) => ({
            value: kind,
            label: words.kinds[question.jurisdiction ?? 'AL'][kind],
          })),
        ]}
      />
      <SelectField
        name="shteti"
        label={t.country}
        value={question.jurisdiction ?? ''}
        options={[
          { value: '', label: t.anyCountry },
          ...JURISDICTIONS.map((one) => ({ value: one, label: words.countries[one] })),
        ]}
      />
      <SelectField
        name="qendrimi"
        label={t.standing}
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
