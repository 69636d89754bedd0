import type { SecurityEvent } from '#platform/auth/security-event-queries.ts'
import type { ListedSession } from '#platform/auth/sessions.ts'
import { ROLES } from '#platform/auth/visitor.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Layout } from '#ui/layout.tsx'
import { SummaryList, type SummaryRow } from '#ui/summary-list.tsx'
import { roleName } from '../role-texts.ts'
import { ownDataPageTexts } from './own-data/texts.ts'
import { ownDataUrls } from './own-data/urls.ts'
import { textsOf } from './account-texts.ts'
import { accountUrls } from './account-urls.ts'
import type { AccountView, NamedRole, StaffView } from './account-view.ts'
import { CodesWarning, identitiesRow, meansRows, meansWords } from './means-part.tsx'
import { meansTextsOf } from './means-texts.ts'
import { agentName } from './agent-name.ts'

/** An account belongs to no country; Albania's and Kosovo's zones keep the same hour. */
const ZONE = 'Europe/Tirane'

type Props = { page: PageContext; view: AccountView; status: string | null }

export const AccountPage = ({ page, view, status }: Props) => {
  const texts = textsOf(page.lang).account
  return (
    <Layout page={page} title={texts.title} status={status} robots="noindex">
      <h1>{texts.title}</h1>
      <SummaryList rows={view.staff ? staffRows(page, view.staff, view.linked) : citizenRows(page, view)} />
      {view.staff && <CodesWarning page={page} factors={view.staff.factors} />}
      {view.staff === null && <p>{texts.citizen}</p>}
      <form method="post" action={inLanguage(page.lang, accountUrls.signOut)}>
        <Button kind="secondary">{texts.signOut}</Button>
      </form>
      <Sessions page={page} sessions={view.sessions} />
      {view.staff === null && (
        <p>
          <a href={inLanguage(page.lang, ownDataUrls.overview())}>{ownDataPageTexts(page.lang).link}</a>
        </p>
      )}
      <p>
        <a href={inLanguage(page.lang, view.staff ? accountUrls.absence() : accountUrls.accesses())}>
          {view.staff ? texts.absence : texts.accesses}
        </a>
      </p>
      {view.staff && <Events page={page} events={view.staff.events} />}
    </Layout>
  )
}

function citizenRows(page: PageContext, { visitor, linked }: AccountView): SummaryRow[] {
  const email = { key: textsOf(page.lang).account.email, value: visitor.email }
  return [email, identitiesRow(page, linked)]
}

function staffRows(page: PageContext, { staff, roles, factors }: StaffView, linked: readonly string[]): SummaryRow[] {
  const texts = textsOf(page.lang).account
  const change = {
    href: inLanguage(page.lang, accountUrls.enrolment()),
    label: factors.totp ? texts.change : texts.set,
    hidden: texts.changeHidden,
  }
  return [
    { key: texts.name, value: staff.name },
    { key: texts.email, value: staff.email },
    { key: texts.roles, value: roles.length === 0 ? texts.noRoles : <Roles page={page} roles={roles} /> },
    { key: texts.factor, value: factors.totp ? texts.factorSet : texts.factorMissing, action: change },
    ...meansRows(page, factors, linked),
  ]
}

const Roles = ({ page, roles }: { page: PageContext; roles: readonly NamedRole[] }) => (
  <ul class="govuk-list">
    {roles.map((named) => (
      <li>{roleWords(page, named)}</li>
    ))}
  </ul>
)

function roleWords({ lang }: PageContext, { role, institution, insteadOf }: NamedRole): string {
  const words = [roleName(lang, role, institution), institution?.name].filter(Boolean).join(', ')
  return insteadOf ? `${words} (${textsOf(lang).insteadOf(insteadOf.name)})` : words
}

const Sessions = ({ page, sessions }: { page: PageContext; sessions: readonly ListedSession[] }) => {
  const texts = textsOf(page.lang).account
  return (
    <section aria-labelledby="seancat">
      <h2 id="seancat">{texts.sessions}</h2>
      <p>{texts.sessionsLead}</p>
      <DataTable
        caption={texts.sessions}
        captionHidden
        firstColumnHeader
        head={[texts.device, meansTextsOf(page.lang).means.title, texts.since, texts.lastSeen, texts.action].map(
          (label) => ({ label }),
        )}
        rows={sessions.map((session) => [
          agentName(texts, session.agent),
          meansWords(page, session),
          formatMoment(page.lang, session.createdAt, ZONE),
          session.current ? texts.thisDevice : formatMoment(page.lang, session.lastSeenAt, ZONE),
          <EndButton page={page} session={session} />,
        ])}
      />
      {sessions.length > 1 && (
        <form method="post" action={inLanguage(page.lang, accountUrls.endOtherSessions)}>
          <Button kind="secondary">{texts.endOthers}</Button>
        </form>
      )}
    </section>
  )
}

const EndButton = ({ page, session }: { page: PageContext; session: ListedSession }) => {
  const texts = textsOf(page.lang).account
  return (
    <form method="post" action={inLanguage(page.lang, accountUrls.endSession(session.id))}>
      <Button kind="secondary">
        {texts.end}
        <span class="govuk-visually-hidden"> {texts.endHidden(agentName(texts, session.agent))}</span>
      </Button>
    </form>
  )
}

const Events = ({ page, events }: { page: PageContext; events: readonly SecurityEvent[] }) => {
  const texts = textsOf(page.lang).account
  return (
    <section aria-labelledby="ngjarjet">
      <h2 id="ngjarjet">{texts.events}</h2>
      <p>{texts.eventsLead}</p>
      <DataTable
        caption={texts.events}
        captionHidden
        head={[texts.when, texts.what, texts.by].map((label) => ({ label }))}
        rows={events.map((event) => [
          formatMoment(page.lang, event.at, ZONE),
          eventWords(page, event),
          event.insteadOf
            ? `${event.by ?? ''} (${textsOf(page.lang).insteadOf(event.insteadOf)})`
            : (event.by ?? texts.self),
        ])}
      />
    </section>
  )
}

function eventWords({ lang }: PageContext, { kind, details, institution, jurisdiction }: SecurityEvent): string {
  const { events, eventDetails } = textsOf(lang)
  const role = ROLES.find((one) => one === details)
  const detail = role ? roleName(lang, role, jurisdiction && { jurisdiction }) : eventDetails[details]
  const more = [detail, institution].filter(Boolean).join(', ')
  return more ? `${events[kind]}: ${more}` : events[kind]
}
