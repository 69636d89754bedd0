import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatHour, formatMoment, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { councilUrls } from '../../urls.ts'
import { minutesUrls as urls } from '../urls.ts'
import { percentOf, type Attended } from './attendance-rules.ts'
import type { AttendanceView, YearView } from './attendance-view.ts'
import { attendanceTexts } from './texts.ts'

/** One meeting: who, from when to when, in how many votes. */
export const AttendancePage = ({ page, view }: { page: PageContext; view: AttendanceView }) => {
  const { lang } = page
  const t = attendanceTexts(lang)
  const { meeting, members } = view
  const { slug } = meeting
  return (
    <Layout
      page={page}
      title={`${t.title}: ${meeting.body}`}
      canonical={urls.attendance(slug)}
      jsonHref={urls.attendanceFile(slug, 'json')}
    >
      <Breadcrumbs
        label={t.breadcrumbs}
        items={[
          { href: inLanguage(lang, councilUrls.meetings()), label: t.meetings },
          { href: inLanguage(lang, councilUrls.meeting(slug)), label: t.meeting },
        ]}
      />
      <span class="govuk-caption-l">
        {t.of(meeting.body, meeting.day === null ? '–' : formatDate(lang, meeting.day))}
      </span>
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead}</p>
      {members.length === 0 ? (
        <EmptyState>
          <p>{t.none}</p>
        </EmptyState>
      ) : (
        <MemberTable lang={lang} view={view} />
      )}
      <ul class="govuk-list">
        <li>
          <a href={inLanguage(lang, urls.votes(slug))}>{t.votesLink}</a>
        </li>
        <li>
          <a href={urls.attendanceFile(slug, 'json')}>{t.data}</a>
        </li>
      </ul>
    </Layout>
  )
}

const MemberTable = ({ lang, view: { meeting, members } }: { lang: Lang; view: AttendanceView }) => {
  const t = attendanceTexts(lang)
  const { zone } = meeting
  const moment = (words: string) => {
    const at = new Date(words)
    return civilDateIn(zone, at) === meeting.day ? formatHour(at, zone) : formatMoment(lang, at, zone)
  }
  return (
    <DataTable
      caption={t.title}
      captionHidden
      firstColumnHeader
      head={[
        { label: t.member },
        { label: t.state },
        { label: t.fromTo },
        { label: t.minutes, numeric: true },
        { label: t.votes, numeric: true },
      ]}
      rows={members.map((one) => [
        one.slug === null ? one.name : <a href={inLanguage(lang, councilUrls.councillor(one.slug))}>{one.name}</a>,
        t.states[one.state],
        one.stretches.map(({ from, to }) => `${moment(from)} – ${to === null ? t.still : moment(to)}`).join(', ') ||
          '–',
        one.minutes === null ? '–' : formatNumber(one.minutes),
        t.votesOf(one.votesTakenPart, one.votes),
      ])}
    />
  )
}

/** A year of all councillors, or of those of one institution. */
export const YearAttendancePage = ({ page, view }: { page: PageContext; view: YearView }) => {
  const { lang } = page
  const texts = attendanceTexts(lang)
  const t = texts.year
  const { year, lines, institution } = view
  const query = institution === null ? '' : `?institucioni=${institution.slug}`
  return (
    <Layout page={page} title={t.title(year)} canonical={urls.year(year)} wide>
      <Breadcrumbs
        label={texts.breadcrumbs}
        items={[{ href: inLanguage(lang, councilUrls.councillors()), label: texts.councillors }]}
      />
      <h1 class="govuk-heading-xl">{t.title(year)}</h1>
      <p class="govuk-body-l">{t.lead}</p>
      <FilterForm action={inLanguage(lang, urls.year(year))} legend={t.legend} submit={t.submit}>
        <SelectField
          name="institucioni"
          label={t.institution}
          value={institution?.slug ?? ''}
          options={[
            { value: '', label: t.allInstitutions },
            ...view.institutions.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
        />
      </FilterForm>
      {lines.length === 0 ? (
        <EmptyState>
          <p>{t.none}</p>
        </EmptyState>
      ) : (
        <>
          <p class="govuk-body">{t.totals(view.meetings)}</p>
          <YearTable lang={lang} view={view} />
        </>
      )}
      <ul class="govuk-list">
        <li>
          <a href={inLanguage(lang, urls.yearFile(year)) + query}>{t.csv}</a>
        </li>
        <li>
          <a href={inLanguage(lang, '/te-dhena/pjesemarrja')}>{t.openData}</a>
        </li>
        {[year - 1, year + 1]
          .filter((other) => other <= view.thisYear)
          .map((other) => (
            <li>
              <a href={inLanguage(lang, urls.year(other)) + query}>{t.earlier(other)}</a>
            </li>
          ))}
      </ul>
    </Layout>
  )
}

const YearTable = ({ lang, view: { lines, year } }: { lang: Lang; view: YearView }) => {
  const texts = attendanceTexts(lang)
  const t = texts.year
  const of = ({ attended, meetings }: Attended) => {
    const percent = percentOf(attended, meetings)
    const words = texts.votesOf(attended, meetings)
    return percent === null ? '–' : t.percent(words, percent)
  }
  return (
    <DataTable
      caption={t.title(year)}
      captionHidden
      firstColumnHeader
      head={[
        { label: texts.member },
        { label: t.council, numeric: true },
        { label: t.commissions, numeric: true },
        { label: t.excused, numeric: true },
        { label: t.absent, numeric: true },
        { label: t.hours, numeric: true },
        { label: texts.votes, numeric: true },
      ]}
      rows={lines.map((line) => [
        line.slug === null ? line.name : <a href={inLanguage(lang, councilUrls.councillor(line.slug))}>{line.name}</a>,
        of(line.council),
        of(line.commissions),
        formatNumber(line.council.excused + line.commissions.excused),
        formatNumber(line.council.absent + line.commissions.absent),
        formatNumber(Math.round(line.minutes / 60)),
        texts.votesOf(line.votesTakenPart, line.votes),
      ])}
    />
  )
}
