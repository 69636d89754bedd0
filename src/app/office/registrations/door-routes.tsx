import { randomUUID } from 'node:crypto'
import { noteAccesses } from '#platform/auth/access-log.ts'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { enterRegistration } from '#platform/registrations/ask-to-come.ts'
import { readChannel, readRegistrationForm, REGISTRATION_FIELDS } from '#platform/registrations/registration-form.ts'
import type { RegistrationHolder } from '#platform/registrations/registration-holder.ts'
import { textsIn } from '#platform/registrations/registration-texts.ts'
import { withdrawByOffice } from '#platform/registrations/settle-registration.ts'
import { tickDoor } from '#platform/registrations/tick-door.ts'
import type { Services } from '#platform/services.ts'
import { DoorPage, RegistrationListPage } from './door-page.tsx'
import { viewOfficeGathering, type OfficeGathering } from './door-view.ts'

type Room = { services: Services; holder: RegistrationHolder }

/** Who asked to come, and the list at the door: names of private persons, so every look is noted. */
export function doorRoutes(app: WebApp, room: Room): void {
  const { services, holder } = room
  const { urls, readers, writers } = holder
  officeRoute(app, 'GET', urls.list(':id'), readers, (c, official) =>
    listPage(c, room, official, { typed: { dergesa: randomUUID() }, errors: {}, status: 200 }),
  )
  officeRoute(app, 'POST', urls.list(':id'), writers, (c, official) => enter(c, room, official))
  officeRoute(app, 'POST', urls.takeBack(':id', ':registration'), writers, async (c, official) => {
    const { gathering, subject } = await writable(c, room, official)
    const id = c.req.param('registration') ?? ''
    if (!isUuid(id)) throw notFound()
    const by = { accountId: official.accountId }
    const outcome = await withdrawByOffice(services, holder, { subject, id, by })
    if (outcome.kind === 'no-such-registration') throw notFound()
    return redirect(c, `${urls.list(gathering.id)}?u=terheqja`)
  })
  officeRoute(app, 'GET', urls.door(':id'), readers, async (c, official) => {
    const view = await seen(room, official, await readable(c, room, official))
    const status = doneWords(textsIn(c.get('lang')).door.done, c.req.query('u'))
    return html(c, <DoorPage page={pageOf(c, services, null)} view={view} status={status} />)
  })
  officeRoute(app, 'POST', urls.door(':id'), writers, async (c, official) => {
    const { gathering, subject } = await writable(c, room, official)
    const form = await readForm(c)
    const ids = form.getAll('erdhi').filter((one): one is string => typeof one === 'string' && isUuid(one))
    await tickDoor(services, subject, ids)
    return redirect(c, `${urls.door(gathering.id)}?u=ruajtja`)
  })
}

async function readable(c: WebContext, { services, holder }: Room, official: Official): Promise<OfficeGathering> {
  const view = await viewOfficeGathering(services, holder, c.get('lang'), official, c.req.param('id') ?? '')
  if (!view) throw notFound()
  return view
}

async function writable(c: WebContext, room: Room, official: Official): Promise<OfficeGathering> {
  const view = await readable(c, room, official)
  if (!view.mayWrite) throw new Refused(403, 'not-permitted')
  return view
}

/** The list, and that this official saw it, for each person on it. */
async function seen({ services }: Room, official: Official, view: OfficeGathering): Promise<OfficeGathering> {
  const { institutionId } = view.gathering
  const contacts = [...new Set(view.registered.flatMap(({ contactId }) => contactId ?? []))]
  const looked = contacts.map((contactId) => ({ institutionId, subject: view.subject, contactId }))
  await noteAccesses(services, official, 'opened', looked)
  return view
}

type Again = { typed: Typed; errors: FieldErrors; status: number }

async function listPage(
  c: WebContext,
  room: Room,
  official: Official,
  { typed, errors, status }: Again,
): Promise<Response> {
  const view = await seen(room, official, await readable(c, room, official))
  const done = doneWords(textsIn(c.get('lang')).registrations.done, c.req.query('u'))
  const props = { page: pageOf(c, room.services, null), view, typed, errors, status: done }
  return html(c, <RegistrationListPage {...props} />, { status })
}

async function enter(c: WebContext, room: Room, official: Official): Promise<Response> {
  const { services, holder } = room
  const { gathering } = await writable(c, room, official)
  const texts = textsIn(c.get('lang'))
  const sent = await readForm(c)
  const typed = typedOf(sent, REGISTRATION_FIELDS)
  const registration = gathering.kind === 'attend' ? 'attend' : 'attend-and-speak'
  const asked = { registration, sectors: holder.sectors, email: null, emailOptional: true } as const
  const form = readRegistrationForm(sent, texts, asked)
  if (!form.ok) return listPage(c, room, official, { typed, errors: form.errors, status: 422 })
  const formId = form.value.formId || randomUUID()
  const wish = { ...form.value, formId, channel: readChannel(sent), by: { accountId: official.accountId } }
  const outcome = await enterRegistration(services, holder, gathering.id, wish)
  if (outcome === 'done') return redirect(c, `${holder.urls.list(gathering.id)}?u=shtimi`)
  if (outcome === 'no-such-gathering') throw notFound()
  const errors: FieldErrors = outcome === 'known' ? { adresa: texts.registrations.known } : { emri: texts.closed }
  return listPage(c, room, official, { typed, errors, status: 409 })
}
