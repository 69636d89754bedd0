import { basisWords } from '#law/calendar/holiday-texts.ts'
import type { HolidayOfYear } from '#law/calendar/holidays.ts'
import { dayNumber, weekdayOf } from '#law/days.ts'
import { ZONE_OF, type Jurisdiction } from '#law/jurisdiction.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatDay } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { LinkButton } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { NoticeBanner } from '#ui/notice-banner.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Tag } from '#ui/tag.tsx'
import { KINDS } from './announcement-rules.ts'
import { calendarTexts } from './calendar-texts.ts'
import type { CalendarView, Entered } from './calendar-view.ts'
import { RulesNav } from '../rules/rules-nav-part.tsx'
import { rulesUrls } from '../rules/rules-urls.ts'

type Props = { page: PageContext; view: CalendarView }

/** The days off of both countries in a year, and what governments have announced. */
export const CalendarPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = calendarTexts(lang)
  return (
    <Layout page={page} title={t.title} office robots="noindex">
      <h1>{t.title}</h1>
      <RulesNav page={page} tab="calendar" />
      <p>{t.lead}</p>
      {view.soon.length > 0 && <Soon page={page} view={view} />}
      {view.mayWrite && <Deeds lang={lang} />}
      <FilterForm action={inLanguage(lang, rulesUrls.calendar())} legend={t.chooseYear} submit={t.show}>
        <SelectField
          name="viti"
          label={t.year}
          value={String(view.year)}
          options={view.years.map((year) => ({ value: String(year), label: String(year) }))}
        />
      </FilterForm>
      {view.countries.map(({ country, holidays }) => (
        <>
          <h2>{`${t.countries[country]}, ${view.year}`}</h2>
          <Year page={page} country={country} holidays={holidays} />
        </>
      ))}
      <h2>{t.entered}</h2>
      {view.entered.length === 0 ? (
        <EmptyState>{t.enteredNone}</EmptyState>
      ) : (
        <EnteredChanges lang={lang} entered={view.entered} />
      )}
    </Layout>
  )
}

const Soon = ({ page: { lang }, view }: Props) => {
  const t = calendarTexts(lang)
  return (
    <NoticeBanner title={t.soon}>
      <ul class="govuk-list">
        {view.soon.map(({ country, id, names, date }) => (
          <li>
            {t.soonLine(names[lang], t.countries[country], formatDate(lang, date))}.{' '}
            {view.mayWrite && (
              <a href={inLanguage(lang, rulesUrls.announceFor(country, 'moved', id, Number(date.slice(0, 4))))}>
                {t.announceIt}
                <span class="govuk-visually-hidden">
                  {' '}
                  {names[lang]}, {t.countries[country]}
                </span>
              </a>
            )}
          </li>
        ))}
      </ul>
      {!view.mayWrite && <p>{t.soonAsk}</p>}
    </NoticeBanner>
  )
}

type YearProps = { page: PageContext; country: Jurisdiction; holidays: readonly HolidayOfYear[] }

const Year = ({ page: { lang }, country, holidays }: YearProps) => {
  const t = calendarTexts(lang)
  const { columns } = t
  return (
    <DataTable
      caption={t.countries[country]}
      captionHidden
      head={[
        { label: columns.date, tight: true },
        { label: columns.name },
        { label: columns.off, tight: true },
        { label: columns.basis },
      ]}
      rows={holidays.map((holiday) => [
        `${formatDate(lang, holiday.date)}, ${t.weekdays[weekdayOf(dayNumber(holiday.date)) - 1] ?? ''}`,
        <>
          {holiday.names[lang]} {holiday.estimated && <Tag tone="warning">{t.estimated}</Tag>}
          {holiday.announced && <Tag tone="done">{t.announced}</Tag>}
        </>,
        holiday.substitute ? t.insteadOn(formatDate(lang, holiday.substitute)) : t.sameDay,
        holiday.announced && holiday.source && holiday.source !== holiday.basis
          ? `${holiday.basis}; ${holiday.source}`
          : basisWords(holiday.basis, true)[lang],
      ])}
    />
  )
}

/** The date of a feast is what changes most: it is the coloured one. */
const Deeds = ({ lang }: { lang: Lang }) => {
  const t = calendarTexts(lang)
  return (
    <>
      <h2>{t.deeds}</h2>
      <div class="kv-deeds">
        <LinkButton href={inLanguage(lang, rulesUrls.announceFor('AL', 'moved'))}>{t.kinds.moved.link}</LinkButton>
        {KINDS.filter((kind) => kind !== 'moved').map((kind) => (
          <a href={inLanguage(lang, rulesUrls.announceFor('AL', kind))}>{t.kinds[kind].link}</a>
        ))}
      </div>
    </>
  )
}

const EnteredChanges = ({ lang, entered }: { lang: Lang; entered: readonly Entered[] }) => {
  const t = calendarTexts(lang)
  const columns = t.enteredColumns
  return (
    <DataTable
      caption={t.entered}
      captionHidden
      head={[columns.what, columns.basis, columns.at, columns.state].map((label) => ({ label }))}
      rows={entered.map((one) => [
        <>
          <a href={inLanguage(lang, rulesUrls.announcement(one.id))}>{changeWords(lang, one)}</a>
          <span class="kv-quiet">
            {' '}
            {t.countries[one.jurisdiction]}, {t.kinds[one.change.kind].short}
          </span>
        </>,
        one.change.basis,
        formatDay(lang, one.enteredAt, ZONE_OF[one.jurisdiction]),
        <Tag tone={one.withdrawnAt ? 'plain' : 'done'}>{one.withdrawnAt ? t.withdrawn : t.standing}</Tag>,
      ])}
    />
  )
}

/** `Bajrami i Madh: 9 mars 2027` */
export function changeWords(lang: Lang, { change, names }: Pick<Entered, 'change' | 'names'>): string {
  const t = calendarTexts(lang).what
  if (change.kind === 'added') return t.added(formatDate(lang, change.day), change.names[lang])
  if (change.kind === 'moved') return t.moved(names[lang], formatDate(lang, change.day))
  return t.dropped(names[lang], String(change.year))
}
