import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay, formatMonth } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { EVERYTHING, selectionQuery } from '#platform/search/selection-rules.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { EntryList, type Entry } from '#ui/entry-list.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { FollowLinks } from '#ui/follow-links.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { ACT_KINDS } from '../consultation-rules.ts'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'
import { plannedTone } from './planned-tone-part.ts'
import { yearTexts } from './texts.ts'
import { actUrl, calendarUrl, datasetUrl, yearUrls } from './urls.ts'
import { PLANNED_STATES } from './year-rules.ts'
import type { ReckonedAct, YearQuestion, YearView } from './year-view.ts'
import { dueWords, slippageWords } from './year-words-texts.ts'

type Props = { page: PageContext; view: YearView }

/** The plans of a year, of all institutions or narrowed, month after month. Its address holds every filter. */
export const YearPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = yearTexts(lang).page
  const { question, year } = view
  const list = inLanguage(lang, yearUrls.plan(year))
  const query = addressOf(question, null)
  const followed = followedQuery(question, year)
  return (
    <Layout
      page={page}
      title={t.title(year)}
      canonical={yearUrls.plan(year)}
      back={{ href: inLanguage(lang, consultationUrls.list()), label: textsIn(lang).consultations }}
      feeds={followed}
    >
      <h1 class="govuk-heading-xl">{t.title(year)}</h1>
      <p class="govuk-body-l">{t.lead}</p>
      <Filter page={page} view={view} narrowed={query !== ''} />
      <Plans lang={lang} view={view} />
      {view.items.length === 0 ? (
        <EmptyState>{view.plans.length === 0 ? t.none(year) : t.empty}</EmptyState>
      ) : (
        <Months lang={lang} items={view.items} />
      )}
      <Paging
        label={t.paging}
        older={view.next ? { href: `${list}?${addressOf(question, view.next)}`, label: t.more } : null}
        newer={question.after ? { href: query ? `${list}?${query}` : list, label: t.first } : null}
      />
      <Ways lang={lang} view={view} />
      <FollowLinks lang={lang} query={followed} />
    </Layout>
  )
}

/** Since when each plan stands, and how many entries it has. */
const Plans = ({ lang, view: { plans, institutions } }: { lang: Lang; view: YearView }) => {
  const t = yearTexts(lang).page
  const nameOf = (slug: string) => institutions.find((one) => one.slug === slug)
  if (plans.length === 0) return null
  return (
    <ul class="govuk-list kv-quiet">
      {plans.map(({ institutionSlug, acts, publishedAt }) => (
        <li>
          {nameOf(institutionSlug)?.name ?? institutionSlug}: {t.count(acts)}.{' '}
          {t.publishedOn(formatDay(lang, publishedAt, nameOf(institutionSlug)?.zone ?? 'Europe/Tirane'))}
        </li>
      ))}
    </ul>
  )
}

/** Entries under the month in which they are due now. */
const Months = ({ lang, items }: { lang: Lang; items: readonly ReckonedAct[] }) => {
  const groups = Map.groupBy(items, (act) => dueWords(lang, act, act.year))
  return (
    <>
      {[...groups].map(([words, acts]) => (
        <section>
          <h2 class="govuk-heading-m">{words}</h2>
          <EntryList level={3} items={acts.map((act) => entryOf(act, lang))} />
        </section>
      ))}
    </>
  )
}

/** One strong line, one quiet line, one state, and how far it slipped. */
export function entryOf(act: ReckonedAct, lang: Lang): Entry {
  const t = yearTexts(lang).page
  const slipped = slippageWords(lang, act, act.today, act.droppedOn)
  return {
    href: inLanguage(lang, actUrl(act)),
    title: act.title,
    lang: act.shownLang === lang ? undefined : act.shownLang,
    quiet: [
      act.actKind ? t.kinds[act.actKind] : t.unknownKind,
      act.institutionName,
      ...(act.proposer ? [t.proposedBy(act.proposer)] : []),
      ...(act.addedLater ? [t.addedOn(formatDay(lang, act.publishedAt, act.zone))] : []),
    ].join(' · '),
    state: { tone: plannedTone(act), label: t.states[act.state] },
    ...(slipped && {
      extra: (
        <p class="govuk-body-s">
          {slipped}
          {act.dropReason && `. ${act.dropReason}`}
        </p>
      ),
    }),
  }
}

const Filter = ({ page: { lang }, view, narrowed }: Props & { narrowed: boolean }) => {
  const t = yearTexts(lang).page
  const { question, year } = view
  const list = inLanguage(lang, yearUrls.plan(year))
  const any = (label: string) => ({ value: '', label })
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
        value={question.institution}
        options={[any(t.anyInstitution), ...view.institutions.map(({ slug, name }) => ({ value: slug, label: name }))]}
      />
      <SelectField
        name="lloji"
        label={t.kind}
        value={question.kind ?? ''}
        options={[any(t.anyKind), ...ACT_KINDS.map((kind) => ({ value: kind, label: t.kinds[kind] }))]}
      />
      <SelectField
        name="gjendja"
        label={t.state}
        value={question.state ?? ''}
        options={[any(t.anyState), ...PLANNED_STATES.map((state) => ({ value: state, label: t.states[state] }))]}
      />
      <SelectField
        name="muaji"
        label={t.month}
        value={question.month === null ? '' : String(question.month)}
        options={[any(t.anyMonth), ...monthsOf(lang, year)]}
      />
      <SelectField
        name="fusha"
        label={t.topic}
        value={question.topic}
        options={[
          any(t.anyTopic),
          ...view.topics.map(({ id, name, depth }) => ({ value: id, label: `${'– '.repeat(depth - 1)}${name}` })),
        ]}
      />
      {view.places.length > 0 && (
        <SelectField
          name="vendi"
          label={t.place}
          value={question.place}
          options={[any(t.anyPlace), ...view.places.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
    </FilterForm>
  )
}

const monthsOf = (lang: Lang, year: number) =>
  Array.from({ length: 12 }, (_, index) => ({
    value: String(index + 1),
    label: formatMonth(lang, `${year}-${String(index + 1).padStart(2, '0')}-01`, { year: false }),
  }))

/** Other years, the calendar, and the same as a table to take along. */
const Ways = ({ lang, view: { year, years, question } }: { lang: Lang; view: YearView }) => {
  const t = yearTexts(lang).page
  const of = question.institution ? `?institucioni=${encodeURIComponent(question.institution)}` : ''
  return (
    <ul class="govuk-list">
      <li>
        <a href={inLanguage(lang, calendarUrl(year)) + of}>{t.calendarLink}</a>
      </li>
      {years.map((one) => (
        <li>
          <a href={inLanguage(lang, yearUrls.plan(one)) + of}>{t.yearLink(one)}</a>
        </li>
      ))}
      <li>
        <a href={inLanguage(lang, datasetUrl()) + of}>{t.asTable}</a>
      </li>
    </ul>
  )
}

/** What of the plan can be followed: not the state, which changes with the hour. */
const followedQuery = ({ institution, topic, place }: YearQuestion, year: number): string =>
  selectionQuery({
    ...EVERYTHING,
    kind: 'planned-act',
    institution: institution || null,
    topic: topic || null,
    place: place || null,
    year: institution || topic || place ? null : year,
  })

function addressOf(question: YearQuestion, after: string | null): string {
  const address = new URLSearchParams()
  if (question.institution) address.set('institucioni', question.institution)
  if (question.kind) address.set('lloji', question.kind)
  if (question.state) address.set('gjendja', question.state)
  if (question.month !== null) address.set('muaji', String(question.month))
  if (question.topic) address.set('fusha', question.topic)
  if (question.place) address.set('vendi', question.place)
  if (after) address.set('pas', after)
  return address.toString()
}
