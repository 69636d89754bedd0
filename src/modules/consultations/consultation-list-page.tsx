import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { EntryList, type Entry } from '#ui/entry-list.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { ConsultationListView, ListQuestion } from './consultation-list-view.ts'
import { isTooShort, LISTED_PHASES } from './consultation-rules.ts'
import { phaseTone } from './phase-part.ts'
import { textsIn } from './texts.ts'
import { consultationUrls } from './urls.ts'

type Props = { page: PageContext; view: ConsultationListView }

/** The public list, newest first. Its address holds every filter, so that a list can be sent to somebody. */
export const ConsultationListPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = textsIn(lang)
  const { question } = view
  const list = inLanguage(lang, consultationUrls.list())
  const narrowed = question.words !== '' || question.institution !== '' || question.phase !== null
  const to = (key: 'pas' | 'para', value: string | null, label: string) =>
    value ? { href: `${list}?${addressOf(question, key, value)}`, label } : null
  return (
    <Layout page={page} title={t.consultations} canonical={consultationUrls.list()}>
      <h1 class="govuk-heading-xl">{t.consultations}</h1>
      <p class="govuk-body-l">{t.list.lead}</p>
      <Filter page={page} view={view} narrowed={narrowed} />
      {view.items.length === 0 ? (
        <EmptyState>{narrowed ? t.list.empty : t.list.none}</EmptyState>
      ) : (
        <EntryList items={view.items.map((item) => entryOf(item, lang))} />
      )}
      <Paging
        label={t.list.paging}
        older={to('pas', view.older, t.list.older)}
        newer={to('para', view.newer, t.list.newer)}
      />
    </Layout>
  )
}

const Filter = ({ page: { lang }, view, narrowed }: Props & { narrowed: boolean }) => {
  const t = textsIn(lang).list
  const list = inLanguage(lang, consultationUrls.list())
  return (
    <FilterForm
      action={list}
      legend={t.filter}
      submit={t.submit}
      {...(narrowed ? { clear: { href: list, label: t.clear } } : {})}
    >
      <TextField
        name="q"
        label={t.words}
        value={view.question.words}
        type="search"
        error={isTooShort(view.question.words) ? t.wordsShort : undefined}
      />
      <SelectField
        name="institucioni"
        label={t.institution}
        value={view.question.institution}
        options={[
          { value: '', label: t.anyInstitution },
          ...view.institutions.map((institution) => ({ value: institution.slug, label: institution.name })),
        ]}
      />
      <SelectField
        name="gjendja"
        label={t.phase}
        value={view.question.phase ?? ''}
        options={[
          { value: '', label: t.anyPhase },
          ...LISTED_PHASES.map((phase) => ({ value: phase, label: t.phases[phase] })),
        ]}
      />
    </FilterForm>
  )
}

/** One strong line, one quiet line, one state. */
export function entryOf(item: ConsultationListView['items'][number], lang: Lang): Entry {
  const t = textsIn(lang)
  const until =
    item.phase === 'announced' && item.opensOn
      ? t.from(formatDate(lang, item.opensOn))
      : item.closesOn
        ? t.until(formatDate(lang, item.closesOn))
        : t.unknownDate
  return {
    href: inLanguage(lang, consultationUrls.one(item.slug)),
    title: item.title,
    lang: item.shownLang === lang ? undefined : item.shownLang,
    quiet: [t.actKinds[item.actKind], item.institutionName, until, t.list.comments(item.comments)].join(' · '),
    state: { tone: phaseTone(item.phase), label: t.phases[item.phase] },
  }
}

function addressOf(question: ListQuestion, key: 'pas' | 'para', value: string): string {
  const address = new URLSearchParams()
  if (question.words) address.set('q', question.words)
  if (question.institution) address.set('institucioni', question.institution)
  if (question.phase) address.set('gjendja', question.phase)
  address.set(key, value)
  return address.toString()
}
