import { randomUUID } from 'node:crypto'
import { setAccessLetters } from '#platform/auth/access-letters.ts'
import { officialOf } from '#platform/auth/official-gate.ts'
import { endSubstitution, enterSubstitution } from '#platform/auth/substitutions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Door } from '#platform/door.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { absenceTyped, EMPTY_ABSENCE, orderOf, readAbsence } from '../office/people/absence-form.ts'
import { textsIn } from '../office/people/people-texts.ts'
import { toSignIn } from './account-context.ts'
import { accountUrls } from './account-urls.ts'
import { OwnAbsencePage } from './own-absence-page.tsx'
import { viewOwnAbsence } from './own-absence-view.ts'
import { OwnAccessesPage } from './own-accesses-page.tsx'
import { viewOwnAccesses } from './own-accesses-view.ts'
import { peopleTextsOf } from './people-texts.ts'

/** One's own absence, for officials; who looked at one's data, for citizens. */
export function ownPeopleRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  app.get(accountUrls.absence(), (c) => {
    if (c.get('visitor') === null) return toSignIn(c)
    const status = doneWords(textsIn(c.get('lang')).done, c.req.query('bere'))
    return absencePage(c, services, officialOf(c), EMPTY_ABSENCE(randomUUID()), { errors: {}, status: 200 }, status)
  })
  app.post(accountUrls.absence(), (c) => postAbsence(c, services, officialOf(c)))
  app.post(accountUrls.endAbsence(':id'), (c) => postEndAbsence(c, services, officialOf(c)))
  app.get(accountUrls.accesses(), (c) => accesses(c, services, doors))
  app.post(accountUrls.accesses(), (c) => postAccesses(c, services))
}

type Typed = ReturnType<typeof EMPTY_ABSENCE>

async function absencePage(
  c: WebContext,
  services: Services,
  official: Official,
  typed: Typed,
  again: { errors: FieldErrors; status: number },
  done: string | null = null,
  asked: string | undefined = c.req.query('institucioni'),
): Promise<Response> {
  const view = await viewOwnAbsence(services, c.get('lang'), official, asked)
  const page = pageOf(c, services, null)
  return html(c, <OwnAbsencePage page={page} view={view} typed={typed} errors={again.errors} status={done} />, {
    status: again.status,
    cache: 'kept',
  })
}

async function postAbsence(c: WebContext, services: Services, official: Official): Promise<Response> {
  const t = textsIn(c.get('lang'))
  const form = await readForm(c)
  const typed = absenceTyped(form, randomUUID())
  const institutionId = textField(form, 'institucioni')
  const again = (errors: FieldErrors, status: number) =>
    absencePage(c, services, official, typed, { errors, status }, null, institutionId)
  const read = readAbsence(form, t.errors, civilDateIn('Europe/Tirane', services.clock.now()))
  if (!read.ok) return again(read.errors, 422)
  if (!isUuid(institutionId)) throw notFound()
  const order = orderOf(read.value, { institutionId, absentId: official.accountId, formId: typed.formId })
  const outcome = await enterSubstitution(services, official, order)
  if (outcome.kind === 'refused') return again({ permbajtja: t.refusals[outcome.reason] }, 409)
  return redirect(c, `${accountUrls.absence()}?bere=${outcome.kind === 'proposed' ? 'propozuar' : 'mungesa'}`)
}

async function postEndAbsence(c: WebContext, services: Services, official: Official): Promise<Response> {
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) throw notFound()
  const outcome = await endSubstitution(services, official, id)
  if (outcome.kind === 'refused') {
    throw outcome.reason === 'not-permitted' ? new Refused(403, 'not-permitted') : notFound()
  }
  return redirect(c, `${accountUrls.absence()}?bere=nderprere`)
}

async function accesses(c: WebContext, services: Services, doors: readonly Door[]): Promise<Response> {
  const visitor = c.get('visitor')
  if (visitor === null) return toSignIn(c)
  if (visitor.kind !== 'citizen') throw new Refused(403, 'not-permitted')
  const t = peopleTextsOf(c.get('lang')).accesses
  const view = await viewOwnAccesses(services, doors, c.get('lang'), visitor, c.req.query('para'))
  const status = doneWords({ po: t.turnedOn, jo: t.turnedOff }, c.req.query('njoftimi'))
  return html(c, <OwnAccessesPage page={pageOf(c, services, null)} view={view} status={status} />)
}

async function postAccesses(c: WebContext, services: Services): Promise<Response> {
  const visitor = c.get('visitor')
  if (visitor === null) return toSignIn(c)
  if (visitor.kind !== 'citizen') throw new Refused(403, 'not-permitted')
  const wanted = textField(await readForm(c), 'njoftimi') === 'po'
  await setAccessLetters(services, visitor.contactId, wanted)
  return redirect(c, `${accountUrls.accesses()}?njoftimi=${wanted ? 'po' : 'jo'}`)
}
