import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatMonth, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Layout } from '#ui/layout.tsx'
import { textsIn } from '../texts.ts'
import { actUrls } from '../urls.ts'
import { ChoiceForm } from './choice-part.tsx'
import type { Reckoned } from './plan-rules.ts'
import type { PlanView } from './plan-view.ts'
import { figureTexts } from './texts.ts'
import { figureUrls } from './urls.ts'

type Props = { page: PageContext; view: PlanView }
type Of = NonNullable<PlanView['of']>

/** The yearly plan beside what was adopted. */
export const PlanPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = figureTexts(lang)
  const { institution, year, thisYear, of } = view
  const title = institution && of ? t.plan.titleOf(year, institution.name) : t.plan.title
  const years = [...(of?.years ?? []), thisYear, thisYear - 1, thisYear - 2]
  return (
    <Layout page={page} title={title} canonical={figureUrls.plan()}>
      <Breadcrumbs label={t.plan.title} items={[{ href: inLanguage(lang, actUrls.register()), label: t.register }]} />
      <h1 class="govuk-heading-xl">{title}</h1>
      <p class="govuk-body">{t.plan.lead}</p>
      <ChoiceForm lang={lang} action={figureUrls.plan()} choice={view} years={years} noneLabel={t.choose} />
      {institution && of ? (
        <Compared lang={lang} year={year} slug={institution.slug} of={of} />
      ) : (
        <EmptyState>{t.plan.chooseFirst}</EmptyState>
      )}
    </Layout>
  )
}

type Part = { lang: Lang; year: number; slug: string; of: Of }

const Compared = ({ lang, year, slug, of }: Part) => {
  const t = figureTexts(lang)
  const query = `?institucioni=${slug}&viti=${year}`
  return (
    <>
      {of.entries.length === 0 ? (
        <EmptyState>{t.plan.noPlan(year)}</EmptyState>
      ) : (
        <>
          <Counts lang={lang} of={of} />
          <h2 class="govuk-heading-l">{t.plan.entries}</h2>
          <Entries lang={lang} year={year} slug={slug} of={of} />
        </>
      )}
      <h2 class="govuk-heading-l">{t.plan.outside}</h2>
      <p class="govuk-body">{t.plan.outsideLead}</p>
      <Outside lang={lang} of={of} />
      <p class="govuk-body">
        <a href={inLanguage(lang, `${figureUrls.planCsv()}${query}`)}>{t.csv}</a>
      </p>
      <p class="govuk-body">
        <a href={inLanguage(lang, `${figureUrls.figures()}${query}`)}>{t.figures.title}</a>
      </p>
    </>
  )
}

const Counts = ({ lang, of }: Pick<Part, 'lang' | 'of'>) => {
  const t = figureTexts(lang).plan
  const counts = { ...of.counts, outside_plan: of.outsideCount }
  return (
    <DataTable
      caption={t.counts}
      firstColumnHeader
      head={[{ label: figureTexts(lang).report.figure }, { label: figureTexts(lang).report.number, numeric: true }]}
      rows={(Object.keys(t.count) as (keyof typeof counts)[]).map((key) => [t.count[key], formatNumber(counts[key])])}
    />
  )
}

const Entries = ({ lang, year, slug, of }: Part) => {
  const t = figureTexts(lang).plan
  return (
    <DataTable
      caption={t.entries}
      captionHidden
      firstColumnHeader
      head={[
        { label: t.columns.entry, share: 'wide' },
        { label: t.columns.month },
        { label: t.columns.way },
        { label: t.columns.act },
        { label: t.columns.outcome },
      ]}
      rows={of.entries.map((entry) => [
        <a
          href={inLanguage(lang, figureUrls.plannedAct(slug, year, entry.number))}
          lang={lang === 'sq' || entry.titleEn !== null ? undefined : 'sq'}
        >
          {lang === 'en' ? (entry.titleEn ?? entry.title) : entry.title}
        </a>,
        <Month lang={lang} entry={entry} />,
        <Way lang={lang} entry={entry} />,
        <ActsOf lang={lang} entry={entry} />,
        <Became lang={lang} entry={entry} />,
      ])}
    />
  )
}

type OfEntry = { lang: Lang; entry: Reckoned }

const monthWords = (lang: Lang, from: string, to: string): string =>
  from === to
    ? formatMonth(lang, from, { year: true })
    : `${formatMonth(lang, from, { year: from.slice(0, 4) !== to.slice(0, 4) })} – ${formatMonth(lang, to, { year: true })}`

const Month = ({ lang, entry }: OfEntry) => {
  const t = figureTexts(lang).plan
  const { promisedFrom, promisedTo, dueFrom, dueTo } = entry
  const moved = dueFrom !== null && dueTo !== null && (dueFrom !== promisedFrom || dueTo !== promisedTo)
  return (
    <>
      {promisedFrom && promisedTo ? monthWords(lang, promisedFrom, promisedTo) : t.noMonth}
      {moved && <div class="kv-quiet">{t.moved(monthWords(lang, dueFrom, dueTo))}</div>}
      {entry.addedLater && <div class="kv-quiet">{t.added}</div>}
    </>
  )
}

const Way = ({ lang, entry }: OfEntry) => {
  const t = figureTexts(lang).plan
  const { consultationSlug, consultationTitle, paperId, voteOn, acts } = entry
  if (!consultationSlug && !paperId && !voteOn) return <>{acts.length > 0 ? figureTexts(lang).none : t.noWay}</>
  return (
    <>
      {consultationSlug && (
        <div>
          <a href={inLanguage(lang, figureUrls.consultation(consultationSlug))}>
            {t.consultation}
            <span class="govuk-visually-hidden" lang={lang === 'sq' ? undefined : 'sq'}>
              : {consultationTitle}
            </span>
          </a>
        </div>
      )}
      {paperId && (
        <div>
          <a href={inLanguage(lang, figureUrls.paper(paperId))}>
            {t.paper}
            <span class="govuk-visually-hidden" lang={lang === 'sq' ? undefined : 'sq'}>
              : {entry.title}
            </span>
          </a>
        </div>
      )}
      {voteOn && <div>{t.vote(formatDate(lang, voteOn))}</div>}
    </>
  )
}

const ActsOf = ({ lang, entry }: OfEntry) => {
  const t = figureTexts(lang)
  const { acts, adoptedOn, adoptedReference } = entry
  if (acts.length > 0)
    return (
      <>
        {acts.map((act) => (
          <div>
            <a href={inLanguage(lang, actUrls.act(act.slug))}>
              {t.plan.numberAndDay(
                act.number ?? t.unknown,
                act.adoptedOn ? formatDate(lang, act.adoptedOn) : t.unknown,
              )}
              <span class="govuk-visually-hidden" lang={lang === 'sq' ? undefined : 'sq'}>
                : {act.title}
              </span>
            </a>
          </div>
        ))}
      </>
    )
  if (adoptedOn === null) return <>{t.none}</>
  return (
    <>
      {t.plan.told(adoptedReference ?? '', formatDate(lang, adoptedOn))}
      <div class="kv-quiet">{t.plan.notBound}</div>
    </>
  )
}

const Became = ({ lang, entry }: OfEntry) => {
  const t = figureTexts(lang).plan
  const { outcome, months, droppedOn, dropReason } = entry
  const lateness =
    months === null ? null : months > 0 ? t.monthsLate(months) : months < 0 ? t.monthsEarly(-months) : t.onTime
  return (
    <>
      {t.outcomes[outcome]}
      {lateness !== null && <div class="kv-quiet">{lateness}</div>}
      {outcome === 'dropped' && droppedOn !== null && (
        <div class="kv-quiet">{t.dropped(formatDate(lang, droppedOn), dropReason ?? '')}</div>
      )}
    </>
  )
}

const Outside = ({ lang, of: { outside, outsideCount } }: Pick<Part, 'lang' | 'of'>) => {
  const t = figureTexts(lang)
  const kinds = textsIn(lang).kinds as Record<string, string>
  if (outside.length === 0) return <EmptyState>{t.plan.noActs}</EmptyState>
  return (
    <>
      {outsideCount > outside.length && (
        <p class="govuk-body">{t.plan.more(formatNumber(outside.length), formatNumber(outsideCount))}</p>
      )}
      <DataTable
        caption={t.plan.outside}
        captionHidden
        firstColumnHeader
        head={[
          { label: t.plan.outsideColumns.act, share: 'wide' },
          { label: t.plan.outsideColumns.kind },
          { label: t.plan.outsideColumns.day },
        ]}
        rows={outside.map((act) => [
          <a href={inLanguage(lang, actUrls.act(act.slug))} lang={lang === 'sq' ? undefined : 'sq'}>
            {act.number === null ? act.title : `${act.number}. ${act.title}`}
          </a>,
          kinds[act.kind] ?? act.kind,
          act.adoptedOn ? formatDate(lang, act.adoptedOn) : t.unknown,
        ])}
      />
    </>
  )
}
