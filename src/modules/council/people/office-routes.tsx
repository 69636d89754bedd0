import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { refusalForQuota } from '#platform/documents/space.ts'
import type { Door } from '#platform/door.ts'
import { readUpload } from '#platform/files/upload.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { textField, typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { InstitutionSummary } from '#platform/institutions/institution-rules.ts'
import type { Services } from '#platform/services.ts'
import { councilPermissions as may } from '../permissions.ts'
import { viewHome } from './home-view.ts'
import { keepPhoto, removePhoto } from './keep-photo.ts'
import { OfficeCouncillorPage } from './office-councillor-page.tsx'
import { FormPage, type Again } from './office-part.tsx'
import { CouncilHomePage, PeopleListPage } from './office-people-page.tsx'
import { publishManyRoutes } from './drafts/publish-many-routes.tsx'
import { listWritable, viewOfficeCouncillor, viewPeopleList, type OfficeCouncillorView } from './office-people-view.ts'
import { COUNCILLOR_FIELDS } from './people-field-rules.ts'
import { readFields, typedFields, typedOfRecord } from './people-form.ts'
import { textsIn } from './texts.ts'
import { peopleOfficeUrls as urls } from './urls.ts'
import {
  changeCouncillor,
  createCouncillor,
  publishCouncillor,
  unpublishCouncillor,
  type CouncillorOutcome,
} from './write-councillor.ts'

export type PeopleRoom = { services: Services; doors: readonly Door[] }
const write = may['council-people.write']

/** The council in the office, and its members: the list, one of them, the profile and the photograph. */
export function officePeopleRoutes(app: WebApp, { services }: PeopleRoom): void {
  publishManyRoutes(app, { services })
  officeRoute(app, 'GET', urls.home(), may['council.read'], async (c, official) =>
    html(
      c,
      <CouncilHomePage page={pageOf(c, services, null)} view={await viewHome(services, c.get('lang'), official)} />,
    ),
  )
  officeRoute(app, 'GET', urls.list(), may['council.read'], async (c, official) => {
    const view = await viewPeopleList(services, c.get('lang'), official, c.req.query())
    const status = doneWords(textsIn(c.get('lang')).done, c.req.query('u'))
    return html(c, <PeopleListPage page={pageOf(c, services, null)} view={view} status={status} />)
  })
  officeRoute(app, 'GET', urls.create(), write, (c, official) =>
    createPage(c, services, official, { typed: { dergesa: randomUUID(), gjuha: 'sq' }, errors: {} }, 200),
  )
  officeRoute(app, 'POST', urls.create(), write, (c, official) => create(c, services, official))
  officeRoute(app, 'GET', urls.one(':id'), may['council.read'], async (c, official) =>
    councillorPage(c, services, await councillorFor(c, services, official)),
  )
  officeRoute(app, 'GET', urls.change(':id'), write, async (c, official) => {
    const view = await writableCouncillor(c, services, official)
    return changePage(c, services, view, { typed: typedOfCouncillor(view), errors: {} }, 200)
  })
  officeRoute(app, 'POST', urls.change(':id'), write, (c, official) => change(c, services, official))
  officeRoute(app, 'POST', urls.publish(':id'), write, (c, official) =>
    move(c, services, official, { deed: publishCouncillor, done: 'botimi' }),
  )
  officeRoute(app, 'POST', urls.unpublish(':id'), write, (c, official) =>
    move(c, services, official, { deed: unpublishCouncillor, done: 'terheqja' }),
  )
  officeRoute(app, 'POST', urls.photo(':id'), write, (c, official) => addPhoto(c, services, official))
  officeRoute(app, 'POST', urls.removePhoto(':id'), write, async (c, official) => {
    const { councillor } = await writableCouncillor(c, services, official)
    const outcome = await removePhoto(services, councillor.personId, { by: byOf(official) })
    return answer(c, services, official, outcome, 'fotografiaHoq')
  })
}

export const byOf = ({ accountId }: Official): { accountId: string } => ({ accountId })

/** The version that stood on the page; one that nobody sent fits nothing. */
export const seenIn = (form: FormData): number => Number(form.get('versioni')) || 0

export const formIdIn = (typed: Typed): string => (isUuid(typed.dergesa ?? '') ? (typed.dergesa ?? '') : randomUUID())

export async function councillorFor(
  c: WebContext,
  services: Services,
  official: Official,
): Promise<OfficeCouncillorView> {
  const view = await viewOfficeCouncillor(services, c.get('lang'), official, c.req.param('id') ?? '')
  if (!view) throw notFound()
  return view
}

export async function writableCouncillor(
  c: WebContext,
  services: Services,
  official: Official,
): Promise<OfficeCouncillorView> {
  const view = await councillorFor(c, services, official)
  if (!view.mayWrite) throw new Refused(403, 'not-permitted')
  return view
}

type Shown = { typed?: Typed; errors?: FieldErrors; status?: number }

export function councillorPage(c: WebContext, services: Services, view: OfficeCouncillorView, again: Shown = {}) {
  const { typed = {}, errors = {}, status = 200 } = again
  const page = pageOf(c, services, null)
  const filled = { dergesa: randomUUID(), ...typed }
  const done = doneWords(textsIn(c.get('lang')).done, c.req.query('u'))
  return html(c, <OfficeCouncillorPage page={page} view={view} typed={filled} errors={errors} status={done} />, {
    status,
  })
}

/** Where something new may be made: the institution that was typed, or an error; another one's is refused. */
export function institutionIn(
  c: WebContext,
  institutions: readonly InstitutionSummary[],
  typed: Typed,
): { institution: InstitutionSummary; errors: FieldErrors } | { institution: null; errors: FieldErrors } {
  const institution = institutions.find(({ id }) => id === typed.institucioni)
  if (institution) return { institution, errors: {} }
  if (isUuid(typed.institucioni ?? '')) throw new Refused(403, 'not-permitted')
  return { institution: null, errors: { institucioni: textsIn(c.get('lang')).errors.institution } }
}

async function createPage(c: WebContext, services: Services, official: Official, again: Again, status: number) {
  const t = textsIn(c.get('lang')).councillor
  const institutions = await listWritable(services, c.get('lang'), official)
  return html(
    c,
    <FormPage
      page={pageOf(c, services, null)}
      title={t.create}
      lead={t.createLead}
      back={{ href: urls.list(), label: textsIn(c.get('lang')).list.title }}
      action={urls.create()}
      fields={COUNCILLOR_FIELDS}
      institutions={institutions}
      submit={t.save}
      {...again}
    />,
    { status },
  )
}

async function create(c: WebContext, services: Services, official: Official): Promise<Response> {
  const sent = await readForm(c)
  const form = readFields(sent, COUNCILLOR_FIELDS, textsIn(c.get('lang')))
  const typed = typedFields(sent, COUNCILLOR_FIELDS)
  const institutions = await listWritable(services, c.get('lang'), official)
  const { institution, errors } = institutionIn(c, institutions, typed)
  if (!form.ok || !institution) {
    const all = { ...(form.ok ? {} : form.errors), ...errors }
    return createPage(c, services, official, { typed, errors: all }, 422)
  }
  const order = { form: form.value, institutionId: institution.id, by: byOf(official), formId: formIdIn(typed) }
  return redirect(c, `${urls.one(await createCouncillor(services, order))}?u=krijimi`)
}

const typedOfCouncillor = ({ councillor }: OfficeCouncillorView): Typed => ({
  ...typedOfRecord(councillor, COUNCILLOR_FIELDS),
  versioni: String(councillor.version),
})

function changePage(c: WebContext, services: Services, view: OfficeCouncillorView, again: Again, status: number) {
  const t = textsIn(c.get('lang')).councillor
  const { personId, name, state } = view.councillor
  return html(
    c,
    <FormPage
      page={pageOf(c, services, null)}
      title={t.change}
      back={{ href: urls.one(personId), label: name }}
      action={urls.change(personId)}
      fields={COUNCILLOR_FIELDS}
      submit={t.save}
      reason={state === 'published'}
      {...again}
    />,
    { status },
  )
}

async function change(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await writableCouncillor(c, services, official)
  const texts = textsIn(c.get('lang'))
  const sent = await readForm(c)
  const form = readFields(sent, COUNCILLOR_FIELDS, texts)
  const typed = typedFields(sent, COUNCILLOR_FIELDS)
  const reason = typed['arsyeja-ndryshimit'] ?? ''
  const missing = view.councillor.state === 'published' && (lengthOf(reason) < 5 || lengthOf(reason) > 1000)
  const errors: FieldErrors = {
    ...(form.ok ? {} : form.errors),
    ...(missing ? { 'arsyeja-ndryshimit': texts.errors.reason } : {}),
  }
  if (!form.ok || missing) return changePage(c, services, view, { typed, errors }, 422)
  const order = { form: form.value, by: byOf(official), seen: seenIn(sent), reason: reason || null }
  const outcome = await changeCouncillor(services, view.councillor.personId, order)
  if (outcome === 'done') return redirect(c, `${urls.one(view.councillor.personId)}?u=ndryshimi`)
  if (outcome === 'no-such-person') throw notFound()
  const now = await councillorFor(c, services, official)
  return changePage(c, services, now, { typed, errors: { emri: texts.refusals[outcome] } }, 409)
}

type Move = { deed: typeof publishCouncillor; done: string }

async function move(c: WebContext, services: Services, official: Official, { deed, done }: Move): Promise<Response> {
  const { councillor } = await writableCouncillor(c, services, official)
  const seen = seenIn(await readForm(c))
  const outcome = await deed(services, councillor.personId, { by: byOf(official), seen })
  return answer(c, services, official, outcome, done)
}

async function answer(
  c: WebContext,
  services: Services,
  official: Official,
  outcome: CouncillorOutcome,
  done: string,
): Promise<Response> {
  if (outcome === 'done') return redirect(c, `${urls.one(c.req.param('id') ?? '')}?u=${done}`)
  if (outcome === 'no-such-person') throw notFound()
  const errors = { botimi: textsIn(c.get('lang')).refusals[outcome] }
  return councillorPage(c, services, await councillorFor(c, services, official), { errors, status: 409 })
}

const PHOTO = { files: 1, fileBytes: 10_000_000 }

async function addPhoto(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await writableCouncillor(c, services, official)
  const t = textsIn(c.get('lang')).photo
  const refuseFiles = () => refusalForQuota(services, view.councillor.institutionId)
  const upload = await readUpload(c, services, { ...PHOTO, refuseFiles })
  const typed = typedOf(upload.fields, ['alt', 'krediti'])
  const again = (errors: FieldErrors) => councillorPage(c, services, view, { typed, errors, status: 422 })
  if (upload.kind !== 'upload') return again({ fotografia: upload.kind === 'too-large' ? t.tooLarge : t.unreadable })
  try {
    const [file] = upload.files
    const [alt, credit] = [textField(upload.fields, 'alt'), textField(upload.fields, 'krediti')]
    const errors: FieldErrors = {}
    if (!file?.mediaType.startsWith('image/')) errors.fotografia = t.unreadable
    if (lengthOf(alt) < 2 || lengthOf(alt) > 300) errors.alt = t.altMissing
    if (credit !== '' && (lengthOf(credit) < 2 || lengthOf(credit) > 200)) errors.krediti = t.creditLong
    if (!file || Object.keys(errors).length > 0) return await again(errors)
    const photo = { file, alt, credit: credit || null }
    const outcome = await keepPhoto(services, view.councillor.personId, photo, { by: byOf(official) })
    return await answer(c, services, official, outcome, 'fotografia')
  } finally {
    await upload.discard()
  }
}
