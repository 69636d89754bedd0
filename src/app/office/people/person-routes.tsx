import { changeAccount, endAccount } from '#platform/auth/accounts.ts'
import { askForEmailChange } from '#platform/auth/email-changes.ts'
import { INVITATION_DAYS, sendInvitationAgain, withdrawInvitation } from '#platform/auth/invitations.ts'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Door } from '#platform/door.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { textField, type FieldErrors } from '#platform/http/form.ts'
import { Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { roleName } from '../../role-texts.ts'
import { ChangePage } from './change-page.tsx'
import { EndPage } from './end-page.tsx'
import { managedPerson, personOf, refusalError } from './people-context.ts'
import { idField, personWords, readPersonWords, type PersonWords } from './people-form.ts'
import { emailLetters, invitationLetter } from './people-letters.ts'
import { peoplePermissions as may } from './people-permissions.ts'
import { textsIn } from './people-texts.ts'
import { peopleUrls } from './people-urls.ts'
import { PersonPage } from './person-page.tsx'
import { viewColleagues, viewOpenWork, type PersonView } from './person-view.ts'

/** One person: what is known of them, and the deeds about the account as a whole. */
export function personRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  const manage = may['people.manage']
  officeRoute(app, 'GET', peopleUrls.person(':id'), may['people.read'], async (c, official) => {
    const view = await personOf(c, services, official)
    const status = doneWords(textsIn(c.get('lang')).done, c.req.query('bere'))
    return html(c, <PersonPage page={pageOf(c, services, null)} view={view} status={status} />)
  })
  officeRoute(app, 'GET', peopleUrls.change(':id'), manage, async (c, official) => {
    const { person } = await managedPerson(c, services, official)
    return changePage(c, services, person, { ...person, post: person.post ?? '' })
  })
  officeRoute(app, 'POST', peopleUrls.change(':id'), manage, (c, official) => postChange(c, services, official))
  officeRoute(app, 'POST', peopleUrls.resend(':id'), manage, (c, official) => postResend(c, services, official))
  officeRoute(app, 'POST', peopleUrls.withdraw(':id'), manage, (c, official) => postWithdraw(c, services, official))
  officeRoute(app, 'GET', peopleUrls.end(':id'), manage, async (c, official) =>
    endPage(c, services, doors, await managedPerson(c, services, official)),
  )
  officeRoute(app, 'POST', peopleUrls.end(':id'), manage, (c, official) => postEnd(c, services, doors, official))
}

const changePage = (
  c: WebContext,
  services: Services,
  person: PersonView['person'],
  typed: PersonWords,
  again: { errors: FieldErrors; status: number } = { errors: {}, status: 200 },
) =>
  html(c, <ChangePage page={pageOf(c, services, null)} person={person} typed={typed} errors={again.errors} />, {
    status: again.status,
  })

async function postChange(c: WebContext, services: Services, official: Official): Promise<Response> {
  const { person } = await managedPerson(c, services, official)
  const t = textsIn(c.get('lang')).errors
  const form = await readForm(c)
  const typed = personWords(form)
  const { name, email, post, errors } = readPersonWords(typed, t)
  if (Object.keys(errors).length > 0) return changePage(c, services, person, typed, { errors, status: 422 })
  const before = { name: textField(form, 'emri-para'), post: textField(form, 'detyra-para') || null }
  const changed = await changeAccount(services, official, person.id, { name, post }, before)
  if (changed.kind === 'refused') throw new Refused(403, 'not-permitted')
  if (changed.kind === 'changed-meanwhile') {
    const now = { emri: t.changedMeanwhile(changed.now.name, changed.now.post ?? '') }
    return changePage(c, services, { ...person, ...changed.now }, typed, { errors: now, status: 409 })
  }
  const letters = emailLetters(c.get('lang'), { name, by: official.name, days: INVITATION_DAYS }, services.settings.url)
  const asked = await askForEmailChange(services, official, person.id, email, letters)
  if (asked.kind === 'refused') {
    if (asked.reason !== 'email-taken') throw new Refused(403, 'not-permitted')
    return changePage(c, services, { ...person, name, post }, typed, { errors: { email: t.emailTaken }, status: 422 })
  }
  return redirect(c, `${peopleUrls.person(person.id)}?bere=${asked.kind === 'asked' ? 'e-posta' : 'ndryshuar'}`)
}

async function postResend(c: WebContext, services: Services, official: Official): Promise<Response> {
  const { person, roles } = await managedPerson(c, services, official)
  const lang = c.get('lang')
  const current = roles.filter(({ state }) => state !== 'past')
  const words = {
    name: person.name,
    by: official.name,
    place: current[0]?.institution ?? textsIn(lang).person.everywhere,
    roles: current.map((role) => roleName(lang, role.role, role.jurisdiction && { jurisdiction: role.jurisdiction })),
    days: INVITATION_DAYS,
  }
  const letter = invitationLetter(lang, words, services.settings.url)
  const outcome = await sendInvitationAgain(services, official, person.id, { lang, letter })
  if (outcome.kind === 'refused') throw new Refused(409, 'conflict')
  return redirect(c, `${peopleUrls.person(person.id)}?bere=perseri`)
}

async function postWithdraw(c: WebContext, services: Services, official: Official): Promise<Response> {
  const { person } = await managedPerson(c, services, official)
  const outcome = await withdrawInvitation(services, official, person.id)
  if (outcome.kind === 'refused') throw new Refused(409, 'conflict')
  return redirect(c, `${peopleUrls.person(person.id)}?bere=terhequr`)
}

async function endPage(
  c: WebContext,
  services: Services,
  doors: readonly Door[],
  view: PersonView,
  again: { errors: FieldErrors; status: number; successor: string } = { errors: {}, status: 200, successor: '' },
): Promise<Response> {
  const here = view.roles.find(({ state, institutionId }) => state !== 'past' && institutionId !== null)
  const [work, colleagues] = await Promise.all([
    viewOpenWork(services, doors, c.get('lang'), view.person.id),
    here?.institutionId ? viewColleagues(services, here.institutionId, view.person.id) : [],
  ])
  return html(
    c,
    <EndPage
      page={pageOf(c, services, null)}
      person={view.person}
      work={work}
      colleagues={colleagues}
      successor={again.successor}
      errors={again.errors}
    />,
    { status: again.status },
  )
}

async function postEnd(
  c: WebContext,
  services: Services,
  doors: readonly Door[],
  official: Official,
): Promise<Response> {
  const view = await managedPerson(c, services, official)
  const form = await readForm(c)
  const successor = idField(form, 'pasuesi')
  const again = (errors: FieldErrors, status: number) =>
    endPage(c, services, doors, view, { errors, status, successor: successor ?? '' })
  const work = await viewOpenWork(services, doors, c.get('lang'), view.person.id)
  if (work.length > 0 && successor === null) {
    return again({ pasuesi: textsIn(c.get('lang')).errors.successor }, 422)
  }
  const takes = successor === null ? null : { services, doors, accountId: successor }
  const outcome = await endAccount(services, official, view.person.id, takes)
  if (outcome.kind === 'refused') return again(refusalError(c, outcome.reason), 409)
  const done = outcome.handedOver > 0 ? 'dorezuar' : 'mbyllur'
  return redirect(c, `${peopleUrls.person(view.person.id)}?bere=${done}`)
}
