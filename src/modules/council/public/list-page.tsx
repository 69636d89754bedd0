import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatHour } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { EVERYTHING, selectionQuery } from '#platform/search/selection-rules.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { EntryList, type Entry } from '#ui/entry-list.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { FollowLinks } from '#ui/follow-links.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { SubNav } from '#ui/tabs-nav.tsx'
import { minutesUrls as minutesPublicUrls } from '../minutes/urls.ts'
import { councilUrls } from '../urls.ts'
import type { ListedMeeting, ListQuestion, MeetingListView } from './list-view.ts'
import { MonthView } from './month-part.tsx'
import { phaseTone } from './phase-part.ts'
import { BODY_GROUPS, MEETING_KINDS } from './public-rules.ts'
import { textsIn } from './texts.ts'
import { publicUrls } from './urls.ts'

type Props = { page: PageContext; view: MeetingListView }

/** What comes, the month as days, and what was. The address holds every filter, so that a list can be sent to somebody. */
export const MeetingListPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = textsIn(lang).list
  const { question } = view
  const address = addressOf(question)
  const query = address === '' ? '' : `?${address}`
  const list = inLanguage(lang, councilUrls.meetings())
  const followed = selectionQuery({ ...EVERYTHING, kind: 'council-meeting', institution: question.institution || null })
  return (
    <Layout page={page} title={t.title} canonical={councilUrls.meetings()} feeds={followed}>
      <h1 class="govuk-heading-xl">{t.title}</h1>
      <p class="govuk-body-l">{t.lead}</p>
      <Ways lang={lang} institution={question.institution} />
      <Filter lang={lang} view={view} narrowed={address !== ''} />
      <section aria-labelledby="ne-vijim">
        <h2 class="govuk-heading-l" id="ne-vijim">
          {t.coming}
        </h2>
        {view.coming.length === 0 ? (
          <EmptyState>{t.noneComing}</EmptyState>
        ) : (
          <EntryList level={3} items={view.coming.map((one) => entryOf(lang, one))} />
        )}
      </section>
      <MonthView lang={lang} view={view} address={address} />
      <section aria-labelledby="te-kaluara">
        <h2 class="govuk-heading-l" id="te-kaluara">
          {t.past}
        </h2>
        {view.past.length === 0 ? (
          <EmptyState>{t.nonePast}</EmptyState>
        ) : (
          <EntryList level={3} items={view.past.map((one) => entryOf(lang, one))} />
        )}
        <Paging
          label={t.paging}
          older={
            view.next
              ? { href: `${list}?${[address, `pas=${view.next}`].filter(Boolean).join('&')}#te-kaluara`, label: t.more }
              : null
          }
          newer={view.paged ? { href: `${list}${query}#te-kaluara`, label: t.first } : null}
        />
      </section>
      <Along lang={lang} query={query} />
      <FollowLinks lang={lang} query={followed} />
    </Layout>
  )
}

/** The council under one roof: its meetings, its people, how they voted, the hearings and the recordings. */
const Ways = ({ lang, institution }: { lang: Lang; institution: string }) => {
  const t = textsIn(lang).list.ways
  const of = institution === '' ? '' : `?institucioni=${encodeURIComponent(institution)}`
  const way = (href: string, label: string) => ({ href: inLanguage(lang, href) + of, label })
  return (
    <SubNav
      label={t.label}
      items={[
        { ...way(councilUrls.meetings(), t.meetings), current: true },
        way(councilUrls.councillors(), t.people),
        way(councilUrls.bodies(), t.bodies),
        way(minutesPublicUrls.allVotes(), t.votes),
        way(councilUrls.hearings(), t.hearings),
        way(councilUrls.videoLibrary(), t.recordings),
      ]}
    />
  )
}

const Along = ({ lang, query }: { lang: Lang; query: string }) => {
  const t = textsIn(lang).list
  return (
    <section aria-labelledby="me-vete">
      <h2 class="govuk-heading-m" id="me-vete">
        {t.feeds}
      </h2>
      <ul class="govuk-list">
        <li>
          <a href={inLanguage(lang, publicUrls.calendar()) + query}>{t.calendar}</a>
        </li>
        <li>
          <a href={inLanguage(lang, publicUrls.feed()) + query}>{t.feed}</a>
        </li>
        <li>
          <a href={inLanguage(lang, councilUrls.hearings())}>{t.hearings}</a>
        </li>
        <li>
          <a href={inLanguage(lang, councilUrls.councillors())}>{t.people}</a>
        </li>
      </ul>
    </section>
  )
}

const Filter = ({ lang, view, narrowed }: { lang: Lang; view: MeetingListView; narrowed: boolean }) => {
  const texts = textsIn(lang)
  const t = texts.list
  const { question: q } = view
  const list = inLanguage(lang, councilUrls.meetings())
  const any = { value: '', label: t.any }
  const names = new Map(view.institutions.map(({ id, name }) => [id, name]))
  const body = ({ name, institutionId }: (typeof view.bodies)[number]): string =>
    q.institution === '' ? [name, names.get(institutionId)].filter(Boolean).join(', ') : name
  return (
    <FilterForm
      action={list}
      legend={t.filter}
      submit={t.submit}
      {...(narrowed ? { clear: { href: list, label: t.clear } } : {})}
    >
      <SelectField
        name="institucioni"
        label={t.institution}
        value={q.institution}
        options={[any, ...view.institutions.map(({ slug, name }) => ({ value: slug, label: name }))]}
      />
      <SelectField
        name="organi"
        label={t.body}
        value={q.body}
        options={[any, ...view.bodies.map((one) => ({ value: one.id, label: body(one) }))]}
      />
      <SelectField
        name="organet"
        label={t.group}
        value={q.group ?? ''}
        options={[any, ...BODY_GROUPS.map((value) => ({ value, label: texts.groups[value] }))]}
      />
      <SelectField
        name="lloji"
        label={t.kind}
        value={q.kind ?? ''}
        options={[any, ...MEETING_KINDS.map((value) => ({ value, label: texts.kinds[value] }))]}
      />
      <SelectField
        name="viti"
        label={t.year}
        value={q.year === null ? '' : String(q.year)}
        options={[any, ...view.years.map((one) => ({ value: String(one), label: String(one) }))]}
      />
    </FilterForm>
  )
}

export function entryOf(lang: Lang, one: ListedMeeting): Entry {
  const t = textsIn(lang)
  const when =
    one.day === null
      ? t.unknownDay
      : t.day(formatDate(lang, one.day), one.startsAt ? formatHour(one.startsAt, one.zone) : null, null)
  return {
    href: inLanguage(lang, councilUrls.meeting(one.slug)),
    title: one.title,
    lang: one.titleLang === lang ? undefined : one.titleLang,
    quiet: [when, one.institutionName, one.place, one.closed ? t.closedMeeting : null].filter(Boolean).join(' · '),
    state: { tone: phaseTone(one.phase), label: t.phases[one.phase] },
  }
}

export function addressOf({ institution, body, group, kind, year }: ListQuestion): string {
  const asked = {
    institucioni: institution,
    organi: body,
    organet: group ?? '',
    lloji: kind ?? '',
    viti: year === null ? '' : String(year),
  }
  return new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== '')).toString()
}
