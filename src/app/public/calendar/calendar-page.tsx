import type { CalendarEntry } from '#platform/calendar/calendar-entry.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDateRange, formatMonth } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { publicUrls } from '../urls.ts'
import { addressOf } from './address-part.ts'
import { calendarTexts } from './texts.ts'
import { calendarUrls as urls } from './urls.ts'
import type { YearCalendarView } from './year-calendar-view.ts'

type Props = { page: PageContext; view: YearCalendarView }

/** The year, month after month: a list on a telephone, a table where there is room. */
export const CalendarPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = calendarTexts(lang)
  const { year, question } = view
  const query = addressOf(question)
  const other = (one: number | null) =>
    one === null ? null : { href: inLanguage(lang, urls.year(one)) + query, label: t.before(one) }
  return (
    <Layout page={page} title={t.title(year)} canonical={urls.year(year)} jsonHref={urls.data(year) + query}>
      <h1 class="govuk-heading-xl">{t.title(year)}</h1>
      <p class="govuk-body-l">{t.lead}</p>
      <Filter lang={lang} view={view} narrowed={query !== ''} />
      {view.months.length === 0 ? (
        <EmptyState>{query === '' ? t.none(year) : t.empty}</EmptyState>
      ) : (
        <>
          <Months lang={lang} view={view} />
          {view.months.map(({ month, entries }) => (
            <section>
              <h2 class="govuk-heading-m" id={month.slice(0, 7)}>
                {capital(formatMonth(lang, month, { year: true }))}
              </h2>
              <MonthTable lang={lang} month={month} entries={entries} />
            </section>
          ))}
        </>
      )}
      <Paging label={t.link} older={other(view.beside.after)} newer={other(view.beside.before)} />
      <ul class="govuk-list">
        <li>
          <a href={inLanguage(lang, urls.ical(year)) + query}>{t.ical}</a>
        </li>
        <li>
          <a href={urls.data(year) + query}>{t.data}</a>
        </li>
        <li>
          <a href={inLanguage(lang, publicUrls.yearPlan(year))}>{t.planLink}</a>
        </li>
      </ul>
    </Layout>
  )
}

/** Ways into a long year. */
const Months = ({ lang, view: { months } }: { lang: Lang; view: YearCalendarView }) =>
  months.length < 3 ? null : (
    <nav aria-label={calendarTexts(lang).months}>
      <ul class="govuk-list">
        {months.map(({ month, entries }) => (
          <li>
            <a href={`#${month.slice(0, 7)}`}>{capital(formatMonth(lang, month, { year: false }))}</a>{' '}
            <span class="kv-quiet">{entries.length}</span>
          </li>
        ))}
      </ul>
    </nav>
  )

const MonthTable = ({ lang, month, entries }: { lang: Lang; month: string; entries: readonly CalendarEntry[] }) => {
  const t = calendarTexts(lang)
  const c = t.columns
  return (
    <DataTable
      caption={formatMonth(lang, month, { year: true })}
      captionHidden
      head={[
        { label: c.day, share: 'narrow' },
        { label: c.what },
        { label: c.title, share: 'wide' },
        { label: c.where },
        { label: c.institution },
      ]}
      rows={entries.map((one) => [
        dayWords(lang, one),
        <>
          {one.kind}
          {one.cancelled && <span class="kv-quiet"> ({t.cancelled})</span>}
        </>,
        <a href={inLanguage(lang, one.href)} lang={one.titleLang === lang ? undefined : one.titleLang}>
          {one.title}
        </a>,
        [one.attendance && t.attendances[one.attendance], one.where].filter(Boolean).join(': ') || '–',
        one.institutionName,
      ])}
    />
  )
}

function dayWords(lang: Lang, { from, to, monthOnly }: CalendarEntry): string {
  const t = calendarTexts(lang)
  if (!monthOnly) return formatDateRange(lang, from, to ?? from)
  if (to === null || to.slice(0, 7) === from.slice(0, 7)) return t.anyDay
  return capital(t.anyMonth(formatMonth(lang, from, { year: false }), formatMonth(lang, to, { year: false })))
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

const Filter = ({ lang, view, narrowed }: { lang: Lang; view: YearCalendarView; narrowed: boolean }) => {
  const t = calendarTexts(lang)
  const { question, year } = view
  const list = inLanguage(lang, urls.year(year))
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
        options={[
          { value: '', label: t.anyInstitution },
          ...view.institutions.map(({ slug, name }) => ({ value: slug, label: name })),
        ]}
      />
      <SelectField
        name="ku"
        label={t.attendance}
        value={question.attendance === 'field' ? 'terren' : question.attendance === 'online' ? 'internet' : ''}
        options={[
          { value: '', label: t.anyAttendance },
          { value: 'terren', label: t.attendances.field },
          { value: 'internet', label: t.attendances.online },
        ]}
      />
      <SelectField
        name="fusha"
        label={t.topic}
        value={question.topic}
        options={[
          { value: '', label: t.anyTopic },
          ...view.topics.map(({ id, name, depth }) => ({ value: id, label: `${'– '.repeat(depth - 1)}${name}` })),
        ]}
      />
      {view.places.length > 0 && (
        <SelectField
          name="vendi"
          label={t.place}
          value={question.place}
          options={[
            { value: '', label: t.anyPlace },
            ...view.places.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
    </FilterForm>
  )
}
