import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Layout } from '#ui/layout.tsx'
import { consultationUrls } from '../urls.ts'
import { actUrl } from '../year/urls.ts'
import { transparencyTexts } from './texts.ts'
import { yearReportUrls as urls } from './urls.ts'
import type { BehindView } from './year-report-view.ts'

type Props = { page: PageContext; view: BehindView }

const dayWords = (lang: Lang, day: string | null): string => (day === null ? '–' : formatDate(lang, day))

/** The records behind the figures of a year, or behind one of them. */
export const BehindPage = ({ page, view }: Props) => {
  const { lang } = page
  const all = transparencyTexts(lang)
  const t = all.behind
  const { year, institution, figure } = view
  const nothing = view.consultations.length + view.acts.length + view.meetings.length === 0
  return (
    <Layout
      page={page}
      title={`${t.title(year)}: ${institution.name}`}
      canonical={urls.behind(year, institution.slug)}
      back={{ href: inLanguage(lang, urls.one(year, institution.slug)), label: all.reportTitle(year) }}
    >
      <h1 class="govuk-heading-xl">{t.title(year)}</h1>
      <p class="govuk-body-l">{institution.name}</p>
      {figure !== null && (
        <p class="govuk-body">
          <strong>{t.only(all.figures[figure])}</strong>.{' '}
          <a href={inLanguage(lang, urls.behind(year, institution.slug))}>{t.all}</a>
        </p>
      )}
      <p class="govuk-body kv-quiet">{t.live}</p>
      {nothing && <EmptyState>{t.none}</EmptyState>}
      <Consultations lang={lang} view={view} />
      <Acts lang={lang} view={view} />
      <Meetings lang={lang} view={view} />
    </Layout>
  )
}

type Part = { lang: Lang; view: BehindView }

const Consultations = ({ lang, view: { consultations } }: Part) => {
  const t = transparencyTexts(lang).behind
  if (consultations.length === 0) return null
  return (
    <DataTable
      caption={`${t.consultations}: ${formatNumber(consultations.length)}`}
      firstColumnHeader
      head={[
        { label: t.columns.title, share: 'wide' },
        { label: t.columns.opens },
        { label: t.columns.closes },
        { label: t.columns.comments, numeric: true },
        { label: t.columns.answered, numeric: true },
      ]}
      rows={consultations.map((one) => [
        <a href={inLanguage(lang, consultationUrls.one(one.slug))} lang={one.lang === lang ? undefined : one.lang}>
          {one.title}
        </a>,
        dayWords(lang, one.opensOn),
        dayWords(lang, one.closesOn),
        formatNumber(one.comments),
        formatNumber(one.answered),
      ])}
    />
  )
}

const Acts = ({ lang, view: { acts } }: Part) => {
  const t = transparencyTexts(lang).behind
  if (acts.length === 0) return null
  return (
    <DataTable
      caption={`${t.acts}: ${formatNumber(acts.length)}`}
      firstColumnHeader
      head={[{ label: t.columns.title, share: 'wide' }, { label: t.columns.adopted }]}
      rows={acts.map((act) => [
        <a href={inLanguage(lang, actUrl(act))} lang={lang === 'sq' ? undefined : 'sq'}>
          {act.title}
        </a>,
        dayWords(lang, act.adoptedOn),
      ])}
    />
  )
}

const Meetings = ({ lang, view: { meetings } }: Part) => {
  const t = transparencyTexts(lang).behind
  if (meetings.length === 0) return null
  return (
    <DataTable
      caption={`${t.meetings}: ${formatNumber(meetings.length)}`}
      firstColumnHeader
      head={[
        { label: t.columns.title, share: 'wide' },
        { label: t.columns.day },
        { label: t.columns.participants, numeric: true },
      ]}
      rows={meetings.map((one) => [
        <a href={inLanguage(lang, `/takime/${one.slug}`)} lang={one.lang === lang ? undefined : one.lang}>
          {one.title}
        </a>,
        dayWords(lang, one.day),
        one.present === null ? '–' : formatNumber(one.present),
      ])}
    />
  )
}
