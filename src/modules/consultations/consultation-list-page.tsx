import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatDay } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { takedownTextsIn } from '#platform/takedowns/takedown-texts.ts'
import { EVERYTHING, selectionQuery } from '#platform/search/selection-rules.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { EntryList, type Entry } from '#ui/entry-list.tsx'
import { FollowLinks } from '#ui/follow-links.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { ConsultationListView, ListQuestion } from './consultation-list-view.ts'
import { isTooShort, LISTED_PHASES, STAGES } from './consultation-rules.ts'
import { phaseTone } from './phase-part.ts'
import { registerUrls } from './register/urls.ts'
import { tellingUrls } from './telling/urls.ts'
import { textsIn } from './texts.ts'
import { comparisonUrls, yearReportUrls } from './transparency/urls.ts'
import { YearLinks } from './year/year-part.tsx'
import { consultationUrls } from './urls.ts'

type Props = { page: PageContext; view: ConsultationListView }

/** The public list, newest first. Its address holds every filter, so that a list can be sent to somebody. */
export const ConsultationListPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = textsIn(lang)
  const { question } = view
  const list = inLanguage(lang, consultationUrls.list())
  const followed = followedQuery(question)
  const narrowed =
    question.words !== '' ||
    question.institution !== '' ||
    question.phase !== null ||
    question.stage !== null ||
    question.topic !== '' ||
    question.place !== ''
  const to = (key: 'pas' | 'para', value: string | null, label: string) =>
    value ? { href: `${list}?${addressOf(question, key, value)}`, label } : null
  return (
    <Layout page={page} title={t.consultations} canonical={consultationUrls.list()} feeds={followed}>
      <h1 class="govuk-heading-xl">{t.consultations}</h1>
      <p class="govuk-body-l">{t.list.lead}</p>
      <YearLinks lang={lang} now={view.now} />
      <RecordOfAll lang={lang} />
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
      <Taken page={page} view={view} />
      <FollowLinks lang={lang} query={followed} />
    </Layout>
  )
}

/** What the record of all institutions says together: the register, the yearly reports, who answers how well. */
const RecordOfAll = ({ lang }: { lang: Lang }) => {
  const links = [
    { href: registerUrls.list(), label: textsIn(lang).register.link },
    { href: yearReportUrls.list(), label: textsIn(lang).list.yearReports },
    { href: comparisonUrls.current(), label: textsIn(lang).list.comparison },
    { href: tellingUrls.satisfaction(), label: textsIn(lang).list.satisfaction },
  ]
  return (
    <p class="govuk-body">
      {links.map(({ href, label }, n) => (
        <>
          {n > 0 && ' · '}
          <a href={inLanguage(lang, href)}>{label}</a>
        </>
      ))}
    </p>
  )
}

/** What of the list can be followed: not the phase, which changes with the hour. */
const followedQuery = ({ words, institution, topic, place }: ListQuestion): string =>
  selectionQuery({
    ...EVERYTHING,
    kind: 'consultation',
    words,
    institution: institution || null,
    topic: topic || null,
    place: place || null,
  })

/** A register has no gap that nobody explains. */
const Taken = ({ page: { lang }, view: { taken } }: Props) => {
  const t = textsIn(lang).list
  if (taken.length === 0) return null
  return (
    <section aria-labelledby="te-hequra">
      <h2 class="govuk-heading-m" id="te-hequra">
        {t.takenDown}
      </h2>
      <p class="kv-quiet">{t.takenDownHint}</p>
      <ul class="govuk-list">
        {taken.map(({ slug, number, institution, at, zone, ground }) => (
          <li>
            <a href={inLanguage(lang, consultationUrls.one(slug))}>
              {t.takenDownLine(number, institution, formatDay(lang, at, zone), takedownTextsIn(lang).grounds[ground])}
            </a>
          </li>
        ))}
      </ul>
    </section>
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
        name="fusha"
        label={t.topic}
        value={view.question.topic}
        options={[
          { value: '', label: t.anyTopic },
          ...view.topics.map(({ id, name, depth }) => ({ value: id, label: `${'– '.repeat(depth - 1)}${name}` })),
        ]}
      />
      {view.places.length > 0 && (
        <SelectField
          name="vendi"
          label={t.place}
          value={view.question.place}
          options={[
            { value: '', label: t.anyPlace },
            ...view.places.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <StageAndPhase lang={lang} question={view.question} />
    </FilterForm>
  )
}

/** Before or on the draft, and how it stands today. */
const StageAndPhase = ({ lang, question }: { lang: Lang; question: ListQuestion }) => {
  const t = textsIn(lang).list
  return (
    <>
      <SelectField
        name="faza"
        label={textsIn(lang).notices.stage.list}
        value={question.stage ?? ''}
        options={[
          { value: '', label: textsIn(lang).notices.stage.any },
          ...STAGES.map((stage) => ({ value: stage, label: textsIn(lang).notices.stage.names[stage] })),
        ]}
      />
      <SelectField
        name="gjendja"
        label={t.phase}
        value={question.phase ?? ''}
        options={[
          { value: '', label: t.anyPhase },
          ...LISTED_PHASES.map((phase) => ({ value: phase, label: t.phases[phase] })),
        ]}
      />
    </>
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
    quiet: [
      t.actKinds[item.actKind],
      ...(item.stage === 'preliminary' ? [t.notices.stage.names.preliminary] : []),
      [item.institutionName, ...item.partners].join(', '),
      until,
      t.list.comments(item.comments),
    ].join(' · '),
    state: { tone: phaseTone(item.phase), label: t.phases[item.phase] },
  }
}

function addressOf(question: ListQuestion, key: 'pas' | 'para', value: string): string {
  const address = new URLSearchParams()
  if (question.words) address.set('q', question.words)
  if (question.institution) address.set('institucioni', question.institution)
  if (question.phase) address.set('gjendja', question.phase)
  if (question.stage) address.set('faza', question.stage)
  if (question.topic) address.set('fusha', question.topic)
  if (question.place) address.set('vendi', question.place)
  address.set(key, value)
  return address.toString()
}
