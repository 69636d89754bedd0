import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { EVERYTHING, selectionQuery } from '#platform/search/selection-rules.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { CopyWords } from '#ui/copy-words.tsx'
import { Details } from '#ui/details.tsx'
import { FollowLinks } from '#ui/follow-links.tsx'
import { Layout } from '#ui/layout.tsx'
import { LedgerLine } from '#ui/ledger-line.tsx'
import { Tag } from '#ui/tag.tsx'
import { HowToCome } from '../invitations/come-part.tsx'
import { councilUrls } from '../urls.ts'
import { Agenda } from './agenda-part.tsx'
import { Changes, EveryEvent } from './changes-part.tsx'
import { Attendance, BesideLinks, Facts, OwnDocuments, PackageLinks } from './facts-part.tsx'
import type { MeetingView } from './meeting-view.ts'
import { phaseTone } from './phase-part.ts'
import { textsIn } from './texts.ts'
import { publicUrls } from './urls.ts'
import { WhenBox } from './when-part.tsx'

/** `line`: when, in one line, for whoever is passed the link. */
type Props = { page: PageContext; view: MeetingView; line: string }

/** When, where and why; then what is on the table, what changed since the notice, and what came of it. */
export const MeetingPage = ({ page, view, line }: Props) => {
  const { lang } = page
  const t = textsIn(lang)
  const { meeting, institution, phase, title, titleLang } = view
  const followed = selectionQuery({ ...EVERYTHING, matter: meeting.subject })
  return (
    <Layout
      page={page}
      title={title}
      canonical={councilUrls.meeting(meeting.slug)}
      jsonHref={councilUrls.meetingData(meeting.slug)}
      feeds={followed}
      share={{ text: t.share.words(title, institution.name, line), picture: publicUrls.picture(meeting.slug) }}
    >
      <Way lang={lang} view={view} />
      <header class="kv-matter">
        <p class="kv-matter__kind">
          {meeting.ownTitle === null
            ? institution.name
            : `${t.kindOf(meeting.kind, meeting.jurisdiction, meeting.bodyKind)}${t.numberOf(meeting)}, ${meeting.bodyName}`}
          {meeting.history && `, ${t.page.ofThePast}`}
        </p>
        <h1 class="govuk-heading-xl" lang={titleLang === lang ? undefined : titleLang}>
          {title}
        </h1>
        <p>
          <Tag tone={phaseTone(phase)}>{t.phases[phase]}</Tag>
        </p>
      </header>
      <div class="kv-matter__columns">
        <div class="kv-matter__side">
          <WhenBox lang={lang} view={view} />
          <PackageLinks lang={lang} view={view} />
          <FollowLinks lang={lang} query={followed} />
        </div>
        <div class="kv-matter__main">
          <Stopped lang={lang} view={view} />
          <Closed lang={lang} view={view} />
          <HowToCome lang={lang} come={view.come} slug={meeting.slug} zone={meeting.zone} />
          <BesideLinks lang={lang} view={view} />
          <Agenda lang={lang} view={view} />
        </div>
      </div>
      <Changes lang={lang} view={view} />
      <OwnDocuments lang={lang} view={view} />
      <Attendance lang={lang} view={view} />
      <Facts lang={lang} view={view} />
      <EveryEvent lang={lang} view={view} />
      <Share page={page} view={view} line={line} />
      <p class="govuk-body-s">
        <a href={councilUrls.meetingData(meeting.slug)}>{t.page.data}</a>
      </p>
      <LedgerLine lang={lang} entries={view.entries} />
    </Layout>
  )
}

type Part = { lang: Lang; view: MeetingView }

const Way = ({ lang, view: { institution } }: Part) => {
  const t = textsIn(lang).list
  return (
    <Breadcrumbs
      label={t.title}
      items={[
        { href: inLanguage(lang, `/i/${institution.slug}/`), label: institution.name },
        { href: `${inLanguage(lang, councilUrls.meetings())}?institucioni=${institution.slug}`, label: t.home },
      ]}
    />
  )
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

const Closed = ({ lang, view: { meeting } }: Part) => {
  const t = textsIn(lang).page
  if (!meeting.closed) return null
  return (
    <div class="govuk-inset-text">
      <p>
        <strong>{t.closedMeeting}</strong>
      </p>
      {meeting.closedAskedBy && <p>{t.askedBy(meeting.closedAskedBy)}</p>}
      {meeting.closedReason && <p>{t.ground(meeting.closedReason)}</p>}
      <p>{t.closedSince}</p>
    </div>
  )
}

/** Words to paste where people talk; the picture beside the link comes by itself. */
const Share = ({ page, view, line }: Props) => {
  const { lang, url } = page
  const t = textsIn(lang).share
  const address = url + inLanguage(lang, councilUrls.meeting(view.meeting.slug))
  return (
    <Details summary={t.title}>
      <p class="govuk-body-s">{t.lead}</p>
      <CopyWords
        id="per-te-derguar"
        words={`${t.words(view.title, view.institution.name, line)} ${address}`}
        label={t.copy}
        named={t.named}
        copied={t.copied}
      />
    </Details>
  )
}
