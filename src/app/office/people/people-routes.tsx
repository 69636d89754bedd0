import { randomUUID } from 'node:crypto'
import { INVITATION_DAYS, inviteOfficial, type InviteOutcome } from '#platform/auth/invitations.ts'
import { officeRoute } from '#platform/auth/official-gate.ts'
import { decideProposal, type Decision } from '#platform/auth/proposals.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { roleName } from '../../role-texts.ts'
import { InvitePage, type InviteTyped } from './invite-page.tsx'
import { momentsOf, ZONE } from './people-context.ts'
import { dayParts, idField, personWords, readPersonWords, readRoles, readSpan } from './people-form.ts'
import { PeopleListPage } from './people-list-page.tsx'
import { invitationLetter } from './people-letters.ts'
import { peoplePermissions as may } from './people-permissions.ts'
import { textsIn } from './people-texts.ts'
import { peopleUrls } from './people-urls.ts'
import { viewPeople, viewPlace, viewProposals, type PlaceView } from './people-view.ts'
import { ProposalsPage } from './proposals-page.tsx'

/** The list of people, inviting, and what waits for a second person. */
export function peopleRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', peopleUrls.list(), may['people.read'], async (c, official) => {
    const view = await viewPeople(services, c.get('lang'), official, c.req.query())
    const status = doneWords(textsIn(c.get('lang')).done, c.req.query('bere'))
    return html(c, <PeopleListPage page={pageOf(c, services, null)} view={view} status={status} />)
  })
  officeRoute(app, 'GET', peopleUrls.invite(), may['people.manage'], async (c, official) => {
    const place = await viewPlace(services, c.get('lang'), official, c.req.query('institucioni'))
    if (!place) throw notFound()
    return invitePage(c, services, place, EMPTY())
  })
  officeRoute(app, 'POST', peopleUrls.invite(), may['people.manage'], (c, official) => invite(c, services, official))
  officeRoute(app, 'GET', peopleUrls.proposals(), may['people.manage'], (c, official) =>
    proposalsPage(c, services, official),
  )
  officeRoute(app, 'POST', peopleUrls.decide(':proposal'), may['people.manage'], (c, official) =>
    decide(c, services, official),
  )
}

const NO_DAY = { day: '', month: '', year: '' }
const EMPTY = (): InviteTyped => ({
  formId: randomUUID(),
  name: '',
  email: '',
  post: '',
  roles: [],
  body: '',
  from: NO_DAY,
  to: NO_DAY,
})

type Again = { errors?: FieldErrors; ended?: string | null; status?: number }

const invitePage = (c: WebContext, services: Services, place: PlaceView, typed: InviteTyped, again: Again = {}) =>
  html(
    c,
    <InvitePage
      page={pageOf(c, services, null)}
      place={place}
      typed={typed}
      days={INVITATION_DAYS}
      errors={again.errors ?? {}}
      ended={again.ended ?? null}
    />,
    { status: again.status ?? 200, cache: 'kept' },
  )

async function invite(c: WebContext, services: Services, official: Official): Promise<Response> {
  const lang = c.get('lang')
  const t = textsIn(lang)
  const form = await readForm(c)
  const place = await viewPlace(services, lang, official, textField(form, 'institucioni'))
  if (!place) throw notFound()
  const typed = typedOf(form, place)
  const zone = place.institution?.zone ?? ZONE
  const person = readPersonWords(typed, t.errors)
  const { span, errors } = readSpan(form, ['nga', 'deri'], t.errors, civilDateIn(zone, services.clock.now()))
  const all = { ...person.errors, ...(typed.roles.length === 0 ? { roli: t.errors.roles } : {}), ...errors }
  if (Object.keys(all).length > 0) return invitePage(c, services, place, typed, { errors: all, status: 422 })
  const institutionId = place.institution?.id ?? null
  const bodyId = place.bodies.find(({ id }) => id === typed.body)?.id ?? null
  const outcome = await inviteOfficial(services, official, {
    formId: typed.formId,
    email: person.email,
    name: person.name,
    post: person.post,
    institutionId,
    lang,
    roles: typed.roles.map((role) => ({ role, institutionId, bodyId, ...momentsOf(span, zone) })),
    samePerson: textField(form, 'i-njejti') === 'po',
    letter: letterFor(c, services, official, place, typed),
  })
  return afterInvite(c, services, place, typed, outcome)
}

const typedOf = (form: FormData, place: PlaceView): InviteTyped => ({
  ...personWords(form),
  formId: idField(form, 'dergesa') ?? randomUUID(),
  roles: readRoles(form, place.roles),
  body: textField(form, 'organi'),
  from: dayParts(form, 'nga'),
  to: dayParts(form, 'deri'),
})

function letterFor(c: WebContext, services: Services, official: Official, place: PlaceView, typed: InviteTyped) {
  const lang = c.get('lang')
  const words = {
    name: typed.name,
    by: official.name,
    place: place.institution?.name ?? textsIn(lang).person.everywhere,
    roles: typed.roles.map((role) => roleName(lang, role, place.institution)),
    days: INVITATION_DAYS,
  }
  return invitationLetter(lang, words, services.settings.url)
}

function afterInvite(
  c: WebContext,
  services: Services,
  place: PlaceView,
  typed: InviteTyped,
  outcome: InviteOutcome,
): Response | Promise<Response> {
  if (outcome.kind === 'refused') {
    if (outcome.reason !== 'ended-account') throw new Refused(403, 'not-permitted')
    const errors = { email: textsIn(c.get('lang')).errors.endedAccount(outcome.name) }
    return invitePage(c, services, place, typed, { errors, ended: outcome.name, status: 422 })
  }
  const done = outcome.kind === 'had-account' ? 'kishte' : outcome.proposed ? 'ftuar-propozuar' : 'ftuar'
  // Where every role waits for a second person, whoever had an account elsewhere is not known here yet.
  return redirect(c, `${outcome.proposed ? peopleUrls.list() : peopleUrls.person(outcome.accountId)}?bere=${done}`)
}

async function proposalsPage(
  c: WebContext,
  services: Services,
  official: Official,
  refusal: { error: string; status: number } | null = null,
): Promise<Response> {
  const view = await viewProposals(services, c.get('lang'), official)
  const status = doneWords(textsIn(c.get('lang')).done, c.req.query('bere'))
  const page = pageOf(c, services, null)
  return html(c, <ProposalsPage page={page} view={view} status={status} error={refusal?.error ?? null} />, {
    status: refusal?.status ?? 200,
  })
}

const DECISIONS: Readonly<Record<string, Decision>> = {
  miratohet: 'confirmed',
  refuzohet: 'refused',
  terhiqet: 'withdrawn',
}

async function decide(c: WebContext, services: Services, official: Official): Promise<Response> {
  const id = c.req.param('proposal') ?? ''
  const decision = DECISIONS[textField(await readForm(c), 'vendimi')]
  if (!isUuid(id) || !decision) throw notFound()
  const outcome = await decideProposal(services, official, id, decision)
  if (outcome.kind === 'decided') {
    return redirect(c, `${peopleUrls.proposals()}?bere=${decision === 'confirmed' ? 'miratuar' : 'refuzuar'}`)
  }
  if (outcome.reason === 'no-such-proposal') throw notFound()
  if (outcome.reason === 'not-permitted') throw new Refused(403, 'not-permitted')
  const error = textsIn(c.get('lang')).refusals[outcome.reason]
  return proposalsPage(c, services, official, { error, status: 409 })
}
