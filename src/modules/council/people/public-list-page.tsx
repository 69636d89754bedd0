import { documentUrls } from '#platform/documents/urls.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { EntryList } from '#ui/entry-list.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { countryWord, InstitutionField, PeoplePage } from './public-part.tsx'
import type { PublicListView } from './public-people-view.ts'
import { publicTextsIn } from './public-texts.ts'
import { textsIn } from './texts.ts'
import { peopleUrls as urls } from './urls.ts'

/** The members of councils, with their photographs. The address holds every filter. */
export const PublicListPage = ({ page, view }: { page: PageContext; view: PublicListView }) => {
  const { lang } = page
  const t = publicTextsIn(lang).list
  const list = inLanguage(lang, urls.list())
  const kept = new URLSearchParams(Object.entries(view.asked).filter(([, value]) => value !== '')).toString()
  return (
    <PeoplePage page={page} title={t.title} lead={t.lead} tab="people" where={view} ownFilter>
      <Filter lang={lang} view={view} narrowed={kept !== ''} />
      {view.items.length === 0 ? (
        <EmptyState>{kept === '' ? t.none : t.empty}</EmptyState>
      ) : (
        <EntryList items={view.items.map((one) => entryOf(lang, view, one))} />
      )}
      <Paging
        label={t.paging}
        older={
          view.next ? { href: `${list}?${[kept, `pas=${view.next}`].filter(Boolean).join('&')}`, label: t.more } : null
        }
        newer={view.paged ? { href: kept ? `${list}?${kept}` : list, label: t.first } : null}
      />
      <p class="govuk-body-s">
        <a href={inLanguage(lang, '/te-dhena/keshilltaret')}>{t.data}</a>
      </p>
    </PeoplePage>
  )
}

function entryOf(lang: Lang, { institution, today }: PublicListView, one: PublicListView['items'][number]) {
  const t = publicTextsIn(lang).list
  const former = one.toOn !== null && one.toOn < today
  return {
    href: inLanguage(lang, urls.one(one.slug)),
    title: one.name,
    quiet: [
      countryWord(lang, one.jurisdiction, 'councillor'),
      one.fromOn === null ? null : (one.partyName ?? textsIn(lang).noParty),
      institution ? null : one.institutionName,
      former ? t.former : null,
    ]
      .filter(Boolean)
      .join(', '),
    extra:
      one.photoId === null ? undefined : (
        <img class="kv-portrait" src={documentUrls.file(one.photoId)} alt="" loading="lazy" width="96" />
      ),
  }
}

type FilterProps = { lang: Lang; view: PublicListView; narrowed: boolean }

const Filter = ({ lang, view, narrowed }: FilterProps) => {
  const texts = publicTextsIn(lang)
  const t = texts.list
  const list = inLanguage(lang, urls.list())
  const any = { value: '', label: texts.all }
  const { asked } = view
  const of = (one: { institutionName: string; name: string }) =>
    view.institution ? one.name : `${one.name}, ${one.institutionName}`
  return (
    <FilterForm
      action={list}
      legend={t.filter}
      submit={texts.show}
      fold={{ open: narrowed }}
      {...(narrowed ? { clear: { href: list, label: texts.clear } } : {})}
    >
      {view.institutions.length > 1 && <InstitutionField lang={lang} where={view} />}
      <SelectField
        name="mandati"
        label={t.term}
        value={asked.mandati}
        options={[any, ...view.terms.map((one) => ({ value: one.id, label: of(one) }))]}
      />
      <SelectField
        name="partia"
        label={t.party}
        value={asked.partia}
        options={[
          any,
          { value: 'none', label: textsIn(lang).noParty },
          ...view.parties.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {view.bodies.length > 0 && (
        <SelectField
          name="organi"
          label={t.body}
          value={asked.organi}
          options={[any, ...view.bodies.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
    </FilterForm>
  )
}
