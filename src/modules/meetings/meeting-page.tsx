import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatDay, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { wordsOf } from '#platform/institutions/institution-rules.ts'
import { EVERYTHING, selectionQuery } from '#platform/search/selection-rules.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { LinkButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { FollowLinks } from '#ui/follow-links.tsx'
import { Layout } from '#ui/layout.tsx'
import { LedgerLine } from '#ui/ledger-line.tsx'
import { MatterThread } from '#ui/matter-thread.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Tag } from '#ui/tag.tsx'
import { MeetingPapers } from './meeting-papers-part.tsx'
import { Agenda, Attendance, Outcomes } from './meeting-record-part.tsx'
import type { MeetingKind } from './meeting-rules.ts'
import type { MeetingView } from './meeting-view.ts'
import { phaseTone } from './phase-part.ts'
import { textsIn } from './texts.ts'
import { meetingUrls } from './urls.ts'
import { WhenBox } from './when-part.tsx'

type Props = { page: PageContext; view: MeetingView }

/** When and where, how to come; then what is on the table, and afterwards what was said and decided. */
export const MeetingPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = textsIn(lang)
  const { meeting, institution, phase } = view
  const followed = selectionQuery({ ...EVERYTHING, matter: meeting.subject })
  const shownLang = meeting.shownLang === lang ? undefined : meeting.shownLang
  return (
    <Layout
      page={page}
      title={meeting.title}
      canonical={meetingUrls.one(meeting.slug)}
      jsonHref={meetingUrls.data(meeting.slug)}
      feeds={followed}
    >
      <header class="kv-matter">
        <p class="kv-matter__kind">
          {kindWords(lang, meeting.kind, institution.jurisdiction)}
          {meeting.history && `, ${t.page.ofThePast}`}
        </p>
        <h1 class="govuk-heading-xl" lang={shownLang}>
          {meeting.title}
        </h1>
        <p>
          <Tag tone={phaseTone(phase)}>{t.phases[phase]}</Tag>
          <Corrected lang={lang} view={view} />
        </p>
      </header>
      <div class="kv-matter__columns">
        <div class="kv-matter__side">
          <WhenBox lang={lang} view={view} />
          <MeetingPapers lang={lang} view={view} />
          <FollowLinks lang={lang} query={followed} />
        </div>
        <div class="kv-matter__main">
          <div class="kv-summary" lang={shownLang}>
            {meeting.summary
              .split(/\n+/)
              .filter(Boolean)
              .map((paragraph) => (
                <p class="govuk-body">{paragraph}</p>
              ))}
          </div>
          <Stopped lang={lang} view={view} />
          <HowToCome lang={lang} view={view} />
        </div>
      </div>
      <MatterThread lang={lang} thread={view.thread} today={civilDateIn(view.meeting.zone, page.now)} />
      <Agenda lang={lang} view={view} />
      <Outcomes lang={lang} view={view} />
      <Attendance lang={lang} view={view} />
      <Facts lang={lang} view={view} />
    </Layout>
  )
}

type Part = { lang: Lang; view: MeetingView }

/** A hearing is called differently in each country. */
export const kindWords = (lang: Lang, kind: MeetingKind, jurisdiction: 'AL' | 'XK'): string => {
  const words = kind === 'public-hearing' ? wordsOf(jurisdiction, lang).hearing : textsIn(lang).kindShort[kind]
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A correction of something published is always visible. */
const Corrected = ({ lang, view: { events, meeting } }: Part) => {
  const last = events.findLast(({ kind }) => kind === 'corrected' || kind === 'changed')
  if (!last) return null
  return <span class="kv-quiet"> {textsIn(lang).page.correctedOn(formatDay(lang, last.at, meeting.zone))}</span>
}

const Stopped = ({ lang, view: { meeting, phase, events } }: Part) => {
  const t = textsIn(lang).page
  if (phase !== 'cancelled' && phase !== 'postponed') return null
  const reason =
    phase === 'cancelled' ? meeting.cancelReason : events.findLast(({ kind }) => kind === 'postponed')?.reason
  return (
    <div class="govuk-inset-text">
      <p>
        <strong>{phase === 'cancelled' ? t.cancelled : t.postponed}</strong>
      </p>
      {reason && <p>{t.reason(reason)}</p>}
    </div>
  )
}

const HowToCome = ({ lang, view: { meeting, open, full } }: Part) => {
  const t = textsIn(lang).page
  if (!open) return null
  return (
    <section aria-labelledby="pjesemarrja">
      <h2 class="govuk-heading-l" id="pjesemarrja">
        {t.come}
      </h2>
      <p class="govuk-body">{meeting.registration === 'attend' ? t.comeAttend : t.comeSpeak}</p>
      {full && <p class="govuk-body">{t.full}</p>}
      <LinkButton href={inLanguage(lang, meetingUrls.register(meeting.slug))}>
        {full ? t.registerWait : t.register}
      </LinkButton>
    </section>
  )
}

const Facts = ({ lang, view }: Part) => {
  const texts = textsIn(lang)
  const t = texts.page
  const { meeting: m, institution, bodies, events, topics, places } = view
  const rows = [
    { key: t.organiser, value: <a href={inLanguage(lang, `/i/${institution.slug}/`)}>{institution.name}</a> },
    ...row(t.partners, m.partners.map(({ name }) => name).join(', ')),
    ...row(t.moderator, [m.moderator, m.moderatorName].filter(Boolean).join(', ')),
    ...row(t.bodies, bodies.map(({ name }) => name).join(', ')),
    ...row(t.audience, [...m.audience.map((one) => texts.sectors[one]), m.audienceNote].filter(Boolean).join(', ')),
    ...row(t.languages, m.languages.map((one) => texts.languages[one] ?? one).join(', ')),
    ...row(t.accessibility, m.accessibility),
    ...row(t.capacity, m.capacity === null ? null : formatNumber(m.capacity)),
    ...row(t.topics, topics.map(({ name }) => name).join(', ')),
    ...row(t.places, places.map(({ name }) => name).join(', ')),
    ...(m.contactEmail ? [{ key: t.contact, value: <a href={`mailto:${m.contactEmail}`}>{m.contactEmail}</a> }] : []),
    ...(m.writtenUpAt ? [{ key: t.writtenUp, value: formatDay(lang, m.writtenUpAt, m.zone) }] : []),
  ]
  return (
    <section aria-labelledby="te-dhenat">
      <h2 class="govuk-heading-l" id="te-dhenat">
        {t.facts}
      </h2>
      <SummaryList rows={rows} />
      {events.length > 1 && (
        <Details summary={t.changes}>
          <ul class="govuk-list govuk-list--bullet">
            {events.map(({ kind, at, reason, fromDay, toDay }) => (
              <li>
                {formatDay(lang, at, m.zone)}: {texts.events[kind]}
                {fromDay &&
                  toDay &&
                  fromDay !== toDay &&
                  ` (${formatDate(lang, fromDay)} → ${formatDate(lang, toDay)})`}
                {reason && <>. {reason}</>}
              </li>
            ))}
          </ul>
        </Details>
      )}
      <p class="govuk-body-s">
        <a href={meetingUrls.data(m.slug)}>{t.data}</a>
      </p>
      <LedgerLine lang={lang} entries={view.entries} />
    </section>
  )
}

const row = (key: string, value: string | null) => (value ? [{ key, value }] : [])
