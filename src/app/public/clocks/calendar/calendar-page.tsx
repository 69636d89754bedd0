import { basisWords } from '#law/calendar/holiday-texts.ts'
import type { Jurisdiction } from '#law/jurisdiction.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Layout } from '#ui/layout.tsx'
import { Tag } from '#ui/tag.tsx'
import { calendarTexts } from './calendar-texts.ts'
import { calendarUrls } from './calendar-urls.ts'
import type { CalendarRow, YearView } from './calendar-view.ts'
import { clockUrls } from '../urls.ts'

type Props = { page: PageContext; view: YearView }

/** The days that are off in a year in both countries, and by which law. */
export const CalendarPage = ({ page, view: { year, years, countries } }: Props) => {
  const { lang } = page
  const t = calendarTexts(lang)
  return (
    <Layout
      page={page}
      title={`${t.title} ${year}`}
      canonical={calendarUrls.page(year)}
      jsonHref={inLanguage(lang, calendarUrls.data(year))}
      back={{ href: inLanguage(lang, clockUrls.list()), label: t.clocks }}
      wide
    >
      <h1>
        {t.title} {year}
      </h1>
      <p class="kv-lead">{t.lead}</p>
      <Years lang={lang} year={year} years={years} />
      {countries.map(({ jurisdiction, rows }) => (
        <Country lang={lang} year={year} jurisdiction={jurisdiction} rows={rows} />
      ))}
      <h2>{t.notesTitle}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {t.notes.map((note) => (
          <li>{note}</li>
        ))}
      </ul>
    </Layout>
  )
}

const Years = ({ lang, year, years }: { lang: Lang } & Pick<YearView, 'year' | 'years'>) => (
  <nav class="kv-years" aria-label={calendarTexts(lang).years}>
    <ul class="kv-years__list">
      {years.map((one) => (
        <li>
          <a href={inLanguage(lang, calendarUrls.page(one))} aria-current={one === year ? 'page' : undefined}>
            {one}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

/** Named whole once; in the table it stands short. */
const LAW_OF: Record<Jurisdiction, string> = { AL: 'L7651/1992', XK: 'L03/L-064' }

type CountryProps = { lang: Lang; year: number; jurisdiction: Jurisdiction; rows: readonly CalendarRow[] }

const Country = ({ lang, year, jurisdiction, rows }: CountryProps) => {
  const t = calendarTexts(lang)
  const country = t.countries[jurisdiction]
  const { columns } = t
  return (
    <section class="kv-year" aria-labelledby={jurisdiction.toLowerCase()}>
      <h2 id={jurisdiction.toLowerCase()}>{t.heading(country, year)}</h2>
      <p>{basisWords(LAW_OF[jurisdiction])[lang]}.</p>
      <DataTable
        caption={t.caption(country, year)}
        captionHidden
        firstColumnHeader
        head={[
          { label: columns.date, share: 'narrow' },
          { label: columns.name },
          { label: columns.note, share: 'wide' },
          { label: columns.basis },
        ]}
        rows={rows.map((row) => [
          <>
            {formatDate(lang, row.date)}, <span class="kv-quiet kv-tight">{t.weekdays[row.weekday - 1]}</span>
          </>,
          row.names[lang],
          <Note lang={lang} row={row} />,
          basisWords(row.basis, true)[lang],
        ])}
      />
      <p class="kv-year__feed">
        <a href={inLanguage(lang, clockUrls.calendar(jurisdiction))}>{t.feed(country)}</a>
      </p>
    </section>
  )
}

/** What is to be known of a day besides its name. Nothing: a dash, which a small screen leaves out. */
const Note = ({ lang, row }: { lang: Lang; row: CalendarRow }) => {
  const t = calendarTexts(lang)
  const words = [
    ...(row.substituteFor ? [t.substituteFor(formatDate(lang, row.substituteFor))] : []),
    ...(row.substitute ? [t.movedTo(formatDate(lang, row.substitute))] : []),
    ...(row.source && !row.estimated && !row.announced ? [t.source(row.source)] : []),
  ]
  return (
    <>
      {row.estimated && <Tag tone="plain">{t.estimated}</Tag>}
      {row.announced && <Tag tone="done">{t.announced}</Tag>}
      {words.map((sentence) => (
        <div>{sentence}</div>
      ))}
      {!row.estimated && !row.announced && words.length === 0 && <span class="kv-none">–</span>}
    </>
  )
}
