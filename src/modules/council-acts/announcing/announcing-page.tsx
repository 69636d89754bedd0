import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { explanationTexts } from '#platform/deadlines/explanation/explanation-days-rules.ts'
import type { DeadlineView } from '#platform/deadlines/deadline-view.ts'
import { LinkButton } from '#ui/button.tsx'
import { DeadlineBadge } from '#ui/deadline-badge.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { OfficeLink } from '#ui/office-link.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { ACT_RECORD, numberOf } from '../act-rules.ts'
import { ActNav } from '../making/act-nav-part.tsx'
import { afterAnnouncing } from '../making/making-rules.ts'
import { makingTexts } from '../making/texts.ts'
import { textsIn } from '../texts.ts'
import { actOfficeUrls } from '../urls.ts'
import { Announce, NameForceDay, type AnnouncingPart } from './announce-part.tsx'
import { Notifications, Postings } from './beside-part.tsx'
import { Correct, Restriction, Stops } from './standing-part.tsx'
import { announcingTexts } from './texts.ts'
import { announcingUrls as urls } from './urls.ts'

type Props = Omit<AnnouncingPart, 'lang'> & { page: PageContext; status: string | null }

/** How one act becomes public, and everything that changes who reads it and when it holds. */
export const AnnouncingPage = ({ page, view, typed, errors, status }: Props) => {
  const { lang } = page
  const t = announcingTexts(lang)
  const { act } = view
  const part = { lang, view, typed, errors }
  const number = numberOf(act)
  return (
    <Layout
      page={page}
      title={t.title}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, actOfficeUrls.list()), label: textsIn(lang).menu }}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <span class="govuk-caption-l">
        {textsIn(lang).kinds[act.kind]} {number}
      </span>
      <h1 class="govuk-heading-l" lang={act.lang === lang ? undefined : act.lang}>
        {act.title}
      </h1>
      <ActNav lang={lang} act={act} current="announcing" />
      <h2 class="govuk-heading-m">{t.title}</h2>
      <Standing {...part} />
      <Clocks {...part} />
      {act.state === 'draft' && <p class="govuk-inset-text">{t.draftFirst}</p>}
      <Announce {...part} />
      <Onward {...part} />
      <NameForceDay {...part} />
      <Notifications {...part} />
      {act.state !== 'draft' && <Postings {...part} />}
      <Restriction {...part} />
      <Correct {...part} />
      <Stops {...part} />
      <OfficeLink lang={lang} href={urls.history(refOf(ACT_RECORD, act.id))} label={t.history} />
      {view.mayTakeDown && (
        <OfficeLink lang={lang} href={urls.takeDown(refOf(ACT_RECORD, act.id))} label={t.takeDown} />
      )}
    </Layout>
  )
}

/** Where it goes once everybody reads it. */
const Onward = ({ lang, view: { act, mayWrite } }: AnnouncingPart) => {
  const next = act.state === 'announced' && mayWrite ? afterAnnouncing(act) : 'none'
  if (next !== 'send-for-review' && next !== 're-examine') return null
  return (
    <LinkButton href={inLanguage(lang, actOfficeUrls.review(act.id))}>{makingTexts(lang).one.deeds[next]}</LinkButton>
  )
}

const Standing = ({ lang, view: { act, force } }: AnnouncingPart) => {
  const [t, words] = [announcingTexts(lang), textsIn(lang)]
  const days = [
    act.inForceFrom && t.forceFrom(formatDate(lang, act.inForceFrom)),
    act.inForceTo && t.forceTo(formatDate(lang, act.inForceTo)),
    act.inForceFrom && act.forceBasis && t.bases[act.forceBasis],
    act.forceArticle && t.article(act.forceArticle),
  ].filter(Boolean)
  const rows = [
    { key: t.state, value: words.states[act.state] },
    ...(act.announcedOn === null ? [] : [{ key: t.announcedOn, value: formatDate(lang, act.announcedOn) }]),
    ...(act.state === 'announced' ? [{ key: t.force, value: [words.forces[force], ...days].join(', ') }] : []),
    ...(act.suspendedFrom === null ? [] : [{ key: t.suspendedFrom, value: formatDate(lang, act.suspendedFrom) }]),
  ]
  return <SummaryList rows={rows} />
}

/** Until when it is to be announced and from when it holds, or why no day can be said. */
const Clocks = ({ lang, view: { act, publication, coming } }: AnnouncingPart) => {
  const t = announcingTexts(lang)
  const waits = act.state === 'numbered' && !act.history
  const runs = coming !== null && coming.deadline.state === 'running'
  return (
    <>
      {waits && publication !== null && publication.deadline.state === 'running' && (
        <Badge lang={lang} label={t.announceBy} clock={publication} />
      )}
      {waits && publication === null && <p class="govuk-inset-text">{t.noPublicationRule[act.jurisdiction]}</p>}
      {act.state === 'announced' && runs && <Badge lang={lang} label={t.comesIntoForce} clock={coming} />}
      {act.state === 'announced' && act.inForceFrom === null && !act.history && act.nature !== 'individual' && (
        <p class="govuk-inset-text">{t.noForceRule[act.jurisdiction]}</p>
      )}
    </>
  )
}

const Badge = ({ lang, label, clock }: { lang: Lang; label: string; clock: DeadlineView }) => {
  const rule = clock.deadline.ruleId
  const href = rule === null ? null : inLanguage(lang, `/afatet/${rule}`)
  return (
    <DeadlineBadge
      lang={lang}
      label={label}
      date={clock.date}
      daysLeft={clock.daysLeft}
      tone={clock.tone}
      workBy={clock.workBy}
      explanation={clock.explanation}
      rule={href === null ? null : { href, label: explanationTexts(lang).box.why }}
    />
  )
}
