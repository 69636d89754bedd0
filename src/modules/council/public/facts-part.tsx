import { documentUrls } from '#platform/documents/urls.ts'
import { formatMoment, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { LinkButton } from '#ui/button.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { councilUrls } from '../urls.ts'
import { Files } from './files-part.tsx'
import type { MeetingView } from './meeting-view.ts'
import { textsIn } from './texts.ts'

type Part = { lang: Lang; view: MeetingView }

export const PackageLinks = ({ lang, view: { meeting, items, documents } }: Part) => {
  const t = textsIn(lang).page
  if (items.length === 0 && documents.length === 0) return null
  return (
    <section aria-label={t.package}>
      <p class="govuk-body-s">{t.packageLead}</p>
      <LinkButton kind="secondary" href={inLanguage(lang, councilUrls.package(meeting.slug))}>
        {t.package}
      </LinkButton>
    </section>
  )
}

/** The other pages of this meeting, each only where there is something on it. */
export const BesideLinks = ({ lang, view: { meeting, beside } }: Part) => {
  const t = textsIn(lang).page
  const { slug, state } = meeting
  const live = state === 'under-way' || state === 'suspended'
  const links = [
    ...(live ? [{ href: councilUrls.live(slug), words: t.live }] : []),
    ...(live ? [{ href: councilUrls.screen(slug), words: t.screen }] : []),
    ...(beside.minutes
      ? [{ href: councilUrls.minutes(slug), words: beside.minutes === 'approved' ? t.minutes : t.minutesProposed }]
      : []),
    ...(beside.votes > 0 ? [{ href: councilUrls.votes(slug), words: t.votes(beside.votes) }] : []),
    ...(beside.recordings + (live ? beside.liveLinks : 0) > 0
      ? [{ href: councilUrls.recording(slug), words: t.recording }]
      : []),
  ]
  if (links.length === 0) return null
  return (
    <section aria-labelledby="zhvillimi">
      <h2 class="govuk-heading-l" id="zhvillimi">
        {t.beside}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {links.map(({ href, words }) => (
          <li>
            <a href={inLanguage(lang, href)}>{words}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What belongs to the meeting and to no item: the notice as it was signed. */
export const OwnDocuments = ({ lang, view: { documents } }: Part) => {
  const t = textsIn(lang).page
  if (documents.length === 0) return null
  return (
    <section aria-labelledby="dokumente">
      <h2 class="govuk-heading-l" id="dokumente">
        {t.documents}
      </h2>
      <Files lang={lang} files={documents} />
    </section>
  )
}

/** Numbers: who they were stands in the minutes. */
export const Attendance = ({ lang, view: { beside, meeting } }: Part) => {
  const t = textsIn(lang).page
  const { present, remote, excused, absent } = beside
  if (present + excused + absent === 0) return null
  return (
    <section aria-labelledby="pjesemarrja">
      <h2 class="govuk-heading-l" id="pjesemarrja">
        {t.attendance}
      </h2>
      <SummaryList
        rows={[
          {
            key: t.present,
            value: formatNumber(present) + (remote > 0 ? ` (${t.remote}: ${formatNumber(remote)})` : ''),
          },
          ...(meeting.state === 'closed' || excused > 0 ? [{ key: t.excused, value: formatNumber(excused) }] : []),
          ...(meeting.state === 'closed' || absent > 0 ? [{ key: t.absent, value: formatNumber(absent) }] : []),
        ]}
      />
    </section>
  )
}

export const Facts = ({ lang, view }: Part) => {
  const texts = textsIn(lang)
  const t = texts.page
  const { meeting: m, institution, postings, callers, topics, places, notice } = view
  const moment = (at: Date | null) => (at === null ? null : formatMoment(lang, at, m.zone))
  const rows = [
    { key: t.institution, value: <a href={inLanguage(lang, `/i/${institution.slug}/`)}>{institution.name}</a> },
    { key: t.body, value: <a href={inLanguage(lang, councilUrls.body(m.bodyId))}>{m.bodyName}</a> },
    ...row(t.together, m.together.join(', ')),
    ...row(t.number, texts.numberOf(m).trim()),
    { key: t.calledBy, value: texts.caller(m.calledBy, m.jurisdiction, m.bodyKind) },
    ...row(t.callers, callers.join(', ')),
    ...row(t.callReason, m.callReason),
    ...(notice === null ? row(t.shortNotice, m.shortNoticeReason) : []),
    ...row(t.convened, moment(m.convenedAt)),
    ...row(t.opened, moment(m.openedAt)),
    ...row(t.ended, moment(m.closedAt)),
    ...(postings.length === 0 ? [] : [{ key: t.posted, value: <Postings lang={lang} view={view} /> }]),
    ...row(t.topics, topics.map(({ name }) => name).join(', ')),
    ...row(t.places, places.map(({ name }) => name).join(', ')),
  ]
  return (
    <section aria-labelledby="te-dhenat">
      <h2 class="govuk-heading-l" id="te-dhenat">
        {t.facts}
      </h2>
      <SummaryList rows={rows} />
    </section>
  )
}

const Postings = ({ lang, view: { postings, meeting } }: Part) => {
  const t = textsIn(lang).page
  return (
    <>
      {postings.map((one) => (
        <p>
          {t.postedAt(one.place, formatMoment(lang, one.postedAt, meeting.zone))}
          {one.documentId && (
            <>
              {' '}
              (<a href={inLanguage(lang, documentUrls.one(one.documentId))}>{t.proof}</a>)
            </>
          )}
        </p>
      ))}
    </>
  )
}

const row = (key: string, value: string | null) => (value ? [{ key, value }] : [])
