import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatDateRange, formatDay, formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { addDays, civilDateIn } from '#platform/time/civil-date.ts'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Layout } from '#ui/layout.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { roleName } from '../../role-texts.ts'
import { meansOfficeUrls } from '../sign-in-means/urls.ts'
import { textsIn } from './people-texts.ts'
import { peopleUrls } from './people-urls.ts'
import { PersonHistory } from './person-history-part.tsx'
import { ProposalWords } from './proposal-part.tsx'
import type { PersonView, ShownRole } from './person-view.ts'

type Props = { page: PageContext; view: PersonView; status: string | null }
type Part = Omit<Props, 'status'>

/** One person: who they are, what they may do and when, and all that was done with their account. */
export const PersonPage = ({ page, view, status }: Props) => {
  const { lang } = page
  const t = textsIn(lang)
  return (
    <Layout
      page={page}
      title={view.person.name}
      office
      status={status}
      robots="noindex"
      back={{ href: inLanguage(lang, peopleUrls.list()), label: t.back }}
    >
      <h1 class="govuk-heading-l">{view.person.name}</h1>
      <Facts page={page} view={view} />
      <Deeds page={page} view={view} />
      <h2 class="govuk-heading-m">{t.person.roles}</h2>
      {view.roles.length === 0 ? <p>{t.person.noRoles}</p> : <Roles page={page} view={view} />}
      <Waiting page={page} view={view} />
      <h2 class="govuk-heading-m">{t.person.absences}</h2>
      <Absences page={page} view={view} />
      <PersonHistory page={page} changes={view.changes} zone={view.zone} />
    </Layout>
  )
}

const Facts = ({ page, view: { person, zone, waitingEmail } }: Part) => {
  const { lang } = page
  const t = textsIn(lang).person
  return (
    <SummaryList
      rows={[
        { key: t.post, value: person.post ?? t.noPost },
        { key: t.email, value: [person.email, waitingEmail && t.emailWaits(waitingEmail)].filter(Boolean).join('. ') },
        { key: t.state, value: stateWords(page, person, zone) },
        { key: t.factor, value: person.hasFactor ? t.factorSet : t.factorMissing },
        {
          key: t.seen,
          value: person.lastSeenAt ? formatMoment(lang, person.lastSeenAt, zone) : textsIn(lang).list.never,
        },
        { key: t.since, value: formatDay(lang, person.createdAt, zone) },
      ]}
    />
  )
}

function stateWords({ lang, now }: PageContext, person: PersonView['person'], zone: string): string {
  const t = textsIn(lang).person
  if (person.endedAt) return t.ended(formatDay(lang, person.endedAt, zone))
  if (!person.invitedUntil) return t.active
  const day = formatDay(lang, person.invitedUntil, zone)
  return person.invitedUntil > now ? t.invited(day) : t.expired(day)
}

const Deeds = ({ page: { lang }, view }: Part) => {
  const t = textsIn(lang).person
  const { id } = view.person
  if (!view.mayGive) return null
  const links = [
    { href: peopleUrls.newRole(id), label: t.give },
    { href: peopleUrls.absence(id), label: t.substitute },
    ...(view.mayManage ? [{ href: peopleUrls.change(id), label: t.change }] : []),
    ...(view.mayManage && view.person.hasFactor && !view.isSelf
      ? [{ href: meansOfficeUrls.removeFactor(id), label: t.removeFactor }]
      : []),
    ...(view.mayManage && !view.isSelf ? [{ href: peopleUrls.end(id), label: t.end }] : []),
  ]
  return (
    <>
      <h2 class="govuk-heading-m">{t.deeds}</h2>
      {!view.mayManage && <p>{t.elsewhere}</p>}
      <ul class="govuk-list">
        {links.map(({ href, label }) => (
          <li>
            <a href={inLanguage(lang, href)}>{label}</a>
          </li>
        ))}
      </ul>
      {view.mayManage && view.invitation && (
        <div class="kv-moves">
          <form method="post" action={inLanguage(lang, peopleUrls.resend(id))} data-submit-once>
            <Button kind="secondary">{t.resend}</Button>
          </form>
          <form method="post" action={inLanguage(lang, peopleUrls.withdraw(id))} data-submit-once>
            <Button kind="warning">{t.withdraw}</Button>
          </form>
        </div>
      )}
    </>
  )
}

const Roles = ({ page: { lang }, view }: Part) => {
  const t = textsIn(lang).person
  const place = (role: ShownRole) => [role.institution ?? t.everywhere, role.body].filter(Boolean).join(', ')
  const zoneOf = (role: ShownRole) => role.zone ?? view.zone
  return (
    <DataTable
      caption={t.roles}
      captionHidden
      firstColumnHeader
      head={[t.role, t.place, t.from, t.to, t.state].map((label) => ({ label }))}
      rows={view.roles.map((role) => [
        roleName(lang, role.role, role.jurisdiction && { jurisdiction: role.jurisdiction }),
        place(role),
        formatDay(lang, role.validFrom, zoneOf(role)),
        role.validTo ? formatDate(lang, lastDay(role.validTo, zoneOf(role))) : t.open,
        <span>
          {role.state === 'now' ? t.now : t[role.state]}{' '}
          {role.mayEnd && (
            <a href={inLanguage(lang, peopleUrls.endRole(view.person.id, role.id))}>
              {t.endRole}
              <span class="govuk-visually-hidden"> {roleName(lang, role.role, null)}</span>
            </a>
          )}
        </span>,
      ])}
    />
  )
}

/** An end at midnight is the end of the day before. */
function lastDay(end: Date, zone: string): string {
  const day = civilDateIn(zone, end)
  return civilDateIn(zone, new Date(end.getTime() - 1)) === day ? day : addDays(day, -1)
}

const Waiting = ({ page, view: { proposals } }: Part) =>
  proposals.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">{textsIn(page.lang).person.proposals}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {proposals.map((proposal) => (
          <li>
            <ProposalWords page={page} proposal={proposal} />
          </li>
        ))}
      </ul>
    </>
  )

const Absences = ({ page: { lang }, view: { person, substitutions } }: Part) => {
  const t = textsIn(lang).person
  if (substitutions.length === 0) return <p>{t.noAbsences}</p>
  return (
    <ul class="govuk-list">
      {substitutions.map((one) => (
        <li>
          {t.absence(one.absent, one.substitute)}, {formatDateRange(lang, one.startsOn, one.endsOn)}
          {one.mayEnd && (
            <form method="post" action={inLanguage(lang, peopleUrls.endAbsence(person.id, one.id))} data-submit-once>
              <Button kind="secondary">
                {t.stop}
                <span class="govuk-visually-hidden"> {t.absence(one.absent, one.substitute)}</span>
              </Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  )
}
