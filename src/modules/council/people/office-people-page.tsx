import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatHour, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Tag } from '#ui/tag.tsx'
import { meetingTone } from '../convening/convening-nav-part.tsx'
import { conveningTexts, nextTexts } from '../convening/texts.ts'
import { conveningUrls, stepUrl } from '../convening/urls.ts'
import { councilOfficeUrls } from '../urls.ts'
import { minutesOfficeUrls } from '../minutes/urls.ts'
import type { HomeView } from './home-view.ts'
import { CouncilNav, stateTone } from './office-part.tsx'
import { spanWords } from './span-part.ts'
import type { PairsView, PeopleListView } from './office-people-view.ts'
import { COUNCILLOR_STATES } from './people-rules.ts'
import { textsIn } from './texts.ts'
import { peopleOfficeUrls as urls } from './urls.ts'

/** Where the work of a council begins: what is next in each meeting, and the ways on. */
export const CouncilHomePage = ({ page, view }: { page: PageContext; view: HomeView }) => {
  const { lang } = page
  const t = textsIn(lang).home
  return (
    <Layout page={page} title={t.title} office>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <CouncilNav lang={lang} current="home" />
      <h2 class="govuk-heading-m">{t.next}</h2>
      {view.meetings.length === 0 ? <EmptyState>{t.noNext}</EmptyState> : <NextMeetings lang={lang} view={view} />}
      {view.mayWrite && (
        <p class="govuk-button-group">
          <LinkButton href={inLanguage(lang, conveningUrls.create())}>{t.prepare}</LinkButton>
          <LinkButton kind="secondary" href={inLanguage(lang, conveningUrls.createPaper())}>
            {t.addPaper}
          </LinkButton>
        </p>
      )}
      <h2 class="govuk-heading-m">{t.also}</h2>
      <ul class="govuk-list">
        <li>
          <a href={inLanguage(lang, minutesOfficeUrls.list())}>
            {t.minutes}: {t.minutesCount(formatNumber(view.minutes), view.minutes)}
          </a>
        </li>
        {view.pairs > 0 && (
          <li>
            <a href={inLanguage(lang, urls.pairs())}>{t.pairsCount(formatNumber(view.pairs), view.pairs)}</a>
          </li>
        )}
        <li>
          <a href={inLanguage(lang, councilOfficeUrls.attendanceSheet())}>{t.attendance}</a>
        </li>
        <li>
          <a href={inLanguage(lang, minutesOfficeUrls.copies())}>{t.copies}</a>
        </li>
        <li>
          <a href={inLanguage(lang, councilOfficeUrls.majorities())}>{t.majorities}</a>
        </li>
        <li>
          <a href={inLanguage(lang, urls.imports())}>{t.imports}</a>
        </li>
      </ul>
    </Layout>
  )
}

const NextMeetings = ({ lang, view }: { lang: Lang; view: HomeView }) => {
  const t = textsIn(lang).home
  const c = conveningTexts(lang)
  return (
    <DataTable
      caption={t.next}
      captionHidden
      firstColumnHeader
      head={[{ label: c.list.when }, { label: c.list.body }, { label: c.list.state }, { label: c.one.next }]}
      rows={view.meetings.map(({ id, body, day, startsAt, zone, state, next }) => {
        const on = startsAt ? civilDateIn(zone, startsAt) : day
        const when = [on && formatDate(lang, on), startsAt && formatHour(startsAt, zone)].filter(Boolean).join(', ')
        return [
          <a href={inLanguage(lang, councilOfficeUrls.meeting(id))}>{when || c.list.noDay}</a>,
          body,
          <Tag tone={meetingTone(state)}>{c.states[state]}</Tag>,
          next === null ? '–' : <a href={inLanguage(lang, stepUrl(id, next))}>{nextTexts(lang).deeds[next]}</a>,
        ]
      })}
    />
  )
}

type ListProps = { page: PageContext; view: PeopleListView; status: string | null }

/** All members that this official may see. */
export const PeopleListPage = ({ page, view, status }: ListProps) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.list
  const list = inLanguage(lang, urls.list())
  const kept = new URLSearchParams(Object.entries(view.asked).filter(([, value]) => value !== '')).toString()
  return (
    <Layout page={page} title={t.title} office status={status}>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <CouncilNav lang={lang} current="people" />
      {view.mayWrite && (
        <p class="govuk-button-group">
          <LinkButton href={inLanguage(lang, urls.create())}>{texts.councillor.create}</LinkButton>
          <a href={inLanguage(lang, urls.publishMany())}>{texts.many.way}</a>
        </p>
      )}
      {view.pairs > 0 && (
        <p class="govuk-body">
          <a href={inLanguage(lang, urls.pairs())}>{texts.home.pairsCount(formatNumber(view.pairs), view.pairs)}</a>
        </p>
      )}
      <Filter lang={lang} view={view} list={list} narrowed={kept !== ''} />
      {view.items.length === 0 ? (
        <EmptyState>{kept === '' ? t.none : t.empty}</EmptyState>
      ) : (
        <DataTable
          caption={t.title}
          captionHidden
          firstColumnHeader
          head={[
            { label: texts.fields.name },
            { label: t.party },
            { label: t.mandate },
            { label: texts.institution },
            { label: t.state },
          ]}
          rows={view.items.map((one) => [
            <a href={inLanguage(lang, urls.one(one.personId))}>{one.name}</a>,
            one.party ?? (one.fromOn === null ? '–' : texts.noParty),
            one.fromOn === null ? t.noMandate : spanWords(lang, one.fromOn, one.toOn),
            view.names.get(one.institutionId) ?? '',
            <Tag tone={stateTone(one.state)}>{texts.states[one.state]}</Tag>,
          ])}
        />
      )}
      <Paging
        label={t.paging}
        older={
          view.older
            ? { href: `${list}?${[kept, `para=${view.older}`].filter(Boolean).join('&')}`, label: t.more }
            : null
        }
        newer={view.paged ? { href: kept ? `${list}?${kept}` : list, label: t.first } : null}
      />
    </Layout>
  )
}

type FilterProps = { lang: Lang; view: PeopleListView; list: string; narrowed: boolean }

const Filter = ({ lang, view, list, narrowed }: FilterProps) => {
  const texts = textsIn(lang)
  const t = texts.list
  const any = { value: '', label: t.any }
  const many = view.names.size > 1
  const of = (institutionId: string, name: string) => (many ? `${name}, ${view.names.get(institutionId) ?? ''}` : name)
  const { asked } = view
  return (
    <FilterForm
      action={list}
      legend={t.filter}
      submit={t.submit}
      fold={{ open: narrowed }}
      {...(narrowed ? { clear: { href: list, label: t.clear } } : {})}
    >
      <SelectField
        name="mandati"
        label={t.term}
        value={asked.mandati}
        options={[
          any,
          ...view.terms.map(({ id, name, institutionId }) => ({ value: id, label: of(institutionId, name) })),
        ]}
      />
      <SelectField
        name="organi"
        label={t.body}
        value={asked.organi}
        options={[any, ...view.bodies.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <SelectField
        name="partia"
        label={t.party}
        value={asked.partia}
        options={[
          any,
          { value: 'none', label: texts.noParty },
          ...view.parties.map(({ id, name, institutionId }) => ({ value: id, label: of(institutionId, name) })),
        ]}
      />
      <SelectField
        name="gjendja"
        label={t.state}
        value={asked.gjendja}
        options={[any, ...COUNCILLOR_STATES.map((value) => ({ value, label: texts.states[value] }))]}
      />
    </FilterForm>
  )
}

type PairsProps = { page: PageContext; view: PairsView; error?: string | null; status?: string | null }

/** Two rows that may be one person, side by side: an official says which it is. */
export const PairsPage = ({ page, view, error = null, status = null }: PairsProps) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.pairs
  const errors = error === null ? {} : { cifti: error }
  return (
    <Layout
      page={page}
      title={t.title}
      office
      status={status}
      error={error !== null}
      back={{ href: inLanguage(lang, urls.list()), label: texts.list.title }}
    >
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l" id="cifti">
        {t.title}
      </h1>
      <p class="govuk-body">{t.lead}</p>
      {view.pairs.length === 0 && <EmptyState>{t.none}</EmptyState>}
      {view.pairs.map((pair) => (
        <section aria-labelledby={`c-${pair.id}`}>
          <h2 class="govuk-heading-m" id={`c-${pair.id}`}>
            {pair.kept} · {pair.other}
          </h2>
          <p class="govuk-body">
            {t.why[pair.why]} {view.names.get(pair.institutionId) ?? ''}
          </p>
          <DataTable
            caption={t.compare}
            captionHidden
            head={[{ label: texts.fields.name }, { label: t.terms }, { label: t.first }]}
            rows={[
              [
                <a href={inLanguage(lang, urls.one(pair.keptId))}>{pair.kept}</a>,
                pair.keptTerms ?? '–',
                pair.keptFrom ? formatDate(lang, pair.keptFrom) : '–',
              ],
              [
                <a href={inLanguage(lang, urls.one(pair.otherId))}>{pair.other}</a>,
                pair.otherTerms ?? '–',
                pair.otherFrom ? formatDate(lang, pair.otherFrom) : '–',
              ],
            ]}
          />
          {view.mayWrite && <Decide lang={lang} pair={pair} />}
        </section>
      ))}
    </Layout>
  )
}

const Decide = ({ lang, pair }: { lang: Lang; pair: PairsView['pairs'][number] }) => {
  const t = textsIn(lang).pairs
  const row = (from: string | null, name: string) => (from === null ? name : `${name} (${formatDate(lang, from)})`)
  return (
    <form method="post" action={inLanguage(lang, urls.pair(pair.id))} data-submit-once>
      <div class="govuk-button-group">
        <Button kind="secondary" name="vendimi" value={pair.keptId}>
          {t.keep(row(pair.keptFrom, pair.kept))}
          <span class="govuk-visually-hidden"> 1</span>
        </Button>
        <Button kind="secondary" name="vendimi" value={pair.otherId}>
          {t.keep(row(pair.otherFrom, pair.other))}
          <span class="govuk-visually-hidden"> 2</span>
        </Button>
        <Button kind="secondary" name="vendimi" value="dy">
          {t.two}
        </Button>
      </div>
    </form>
  )
}
