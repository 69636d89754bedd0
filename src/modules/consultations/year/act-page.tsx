import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatDay } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { EVERYTHING, selectionQuery } from '#platform/search/selection-rules.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { FollowLinks } from '#ui/follow-links.tsx'
import { Layout } from '#ui/layout.tsx'
import { LedgerLine } from '#ui/ledger-line.tsx'
import { MatterThread } from '#ui/matter-thread.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Tag } from '#ui/tag.tsx'
import { Thread } from '#ui/thread.tsx'
import { consultationUrls } from '../urls.ts'
import { stepsOf } from './act-steps-part.tsx'
import type { ActView } from './act-view.ts'
import { plannedTone } from './planned-tone-part.ts'
import { yearTexts } from './texts.ts'
import { actUrl, yearUrls } from './urls.ts'
import { periodOf, PLANNED_ACT_KIND } from './year-rules.ts'
import { capital, dueWords, periodWords, slippageWords } from './year-words-texts.ts'

type Props = { page: PageContext; view: ActView }

/** One entry of a yearly plan: what was promised, its way since, and every change with its reason. */
export const ActPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = yearTexts(lang).page
  const { act, institution } = view
  const slipped = slippageWords(lang, act, act.today, act.droppedOn)
  const followed = selectionQuery({ ...EVERYTHING, matter: refOf(PLANNED_ACT_KIND, act.id) })
  const plan = inLanguage(lang, yearUrls.plan(act.year))
  return (
    <Layout
      page={page}
      title={act.title}
      canonical={actUrl(act)}
      jsonHref={`${actUrl(act)}.json`}
      back={{ href: `${plan}?institucioni=${institution.slug}`, label: t.title(act.year) }}
      feeds={followed}
    >
      <header class="kv-matter">
        <p class="kv-matter__kind">{t.page.kicker(act.year, act.number)}</p>
        <h1 class="govuk-heading-xl" lang={act.shownLang === lang ? undefined : act.shownLang}>
          {act.title}
        </h1>
        <p>
          <Tag tone={plannedTone(act)}>{t.states[act.state]}</Tag>
        </p>
        {slipped && <p class="govuk-body-l">{slipped}</p>}
        {act.dropReason && (
          <p class="govuk-body">
            <strong>{t.page.dropReason}:</strong> {act.dropReason}
          </p>
        )}
      </header>
      <div class="kv-matter__columns">
        <div class="kv-matter__side">
          <h2 class="govuk-heading-m">{t.page.way}</h2>
          <Thread label={t.page.way} steps={stepsOf(lang, view)} />
          <FollowLinks lang={lang} query={followed} />
        </div>
        <div class="kv-matter__main">
          <Facts lang={lang} view={view} />
          <Consultations lang={lang} view={view} />
          <MatterThread lang={lang} thread={view.thread} today={act.today} />
          <Changes lang={lang} view={view} />
        </div>
      </div>
      <p class="govuk-body-s">
        <a href={`${actUrl(act)}.json`}>{t.page.data}</a>
      </p>
      <LedgerLine lang={lang} entries={view.entries} />
    </Layout>
  )
}

type Part = { lang: Lang; view: ActView }

const Facts = ({ lang, view: { act, institution, topics, places, carried } }: Part) => {
  const t = yearTexts(lang).page
  const p = t.page
  const planned = { true: p.consultationYes, false: p.consultationNo, null: p.unknown }
  const promised = periodOf(act.promisedFrom, act.promisedTo)
  const moved = act.promisedFrom !== act.dueFrom || act.promisedTo !== act.dueTo
  const ways = (name: string, all: readonly { id: string; name: string }[]) =>
    all.map((one, n) => (
      <>
        {n > 0 && ', '}
        <a href={`${inLanguage(lang, yearUrls.plan(act.year))}?${name}=${one.id}`}>{one.name}</a>
      </>
    ))
  const rows = [
    { key: p.institution, value: <a href={inLanguage(lang, `/i/${institution.slug}/`)}>{institution.name}</a> },
    { key: p.kind, value: act.actKind ? t.kinds[act.actKind] : p.unknown },
    { key: p.proposer, value: act.proposer ?? p.unknown },
    { key: p.due, value: dueWords(lang, act, act.year) },
    ...(moved && promised ? [{ key: p.promised, value: capital(periodWords(lang, promised, act.year)) }] : []),
    { key: p.consultation, value: planned[`${act.consultationPlanned}`] },
    { key: p.decidingBody, value: act.decidingBody ?? p.unknown },
    ...(act.note ? [{ key: p.note, value: act.note }] : []),
    ...(topics.length > 0 ? [{ key: p.topics, value: ways('fusha', topics) }] : []),
    ...(places.length > 0 ? [{ key: p.places, value: ways('vendi', places) }] : []),
    ...(act.adoptedOn
      ? [{ key: p.adopted, value: `${act.adoptedReference ?? ''}, ${formatDate(lang, act.adoptedOn)}` }]
      : []),
  ]
  return (
    <section>
      <h2 class="govuk-heading-m">{p.facts}</h2>
      <SummaryList rows={rows} />
      {carried.map((one) => (
        <p class="govuk-body">
          <a href={inLanguage(lang, actUrl(one))}>{(one.year < act.year ? p.carriedFrom : p.carriedTo)(one.year)}</a>
        </p>
      ))}
    </section>
  )
}

const Consultations = ({ lang, view: { consultations } }: Part) =>
  consultations.length === 0 ? null : (
    <section>
      <h2 class="govuk-heading-m">{yearTexts(lang).page.page.consultations}</h2>
      <ul class="govuk-list">
        {consultations.map(({ slug, title, shownLang }) => (
          <li>
            <a href={inLanguage(lang, consultationUrls.one(slug))} lang={shownLang === lang ? undefined : shownLang}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )

/** Every version: when, what, from which month to which, and why. */
const Changes = ({ lang, view: { act, changes } }: Part) => {
  const t = yearTexts(lang).page
  const months = (from: string | null, to: string | null) => {
    const period = periodOf(from, to)
    return period ? periodWords(lang, period, act.year) : t.unknownMonth.toLowerCase()
  }
  const moved = (change: ActView['changes'][number]) =>
    change.fromDueFrom !== null || (change.toDueFrom !== null && change.version > 1)
      ? `, ${t.page.fromTo(months(change.fromDueFrom, change.fromDueTo), months(change.toDueFrom, change.toDueTo))}`
      : ''
  const fields = ({ fields: names }: ActView['changes'][number]) =>
    names.length === 0 ? '' : `. ${t.page.fieldsChanged(names.map((name) => t.fields[name] ?? name).join(', '))}`
  return (
    <section>
      <h2 class="govuk-heading-m">{t.page.changes}</h2>
      <ol class="govuk-list" reversed>
        {changes.toReversed().map((change) => (
          <li>
            {formatDay(lang, change.at, act.zone)}, {t.page.version(change.version)}: {t.changes[change.kind]}
            {moved(change)}
            {fields(change)}
            {change.reason && `. ${change.reason}`}
          </li>
        ))}
      </ol>
    </section>
  )
}
