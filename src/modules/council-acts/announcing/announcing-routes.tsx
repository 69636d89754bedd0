import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { refusalForQuota } from '#platform/documents/space.ts'
import { readUpload } from '#platform/files/upload.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { FieldErrors, Parsed, Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { actPermissions as may } from '../permissions.ts'
import { announceAct, nameForceDay } from './announce-act.ts'
import {
  readAnnouncement,
  readCorrection,
  readForceDay,
  readNotification,
  readPosting,
  readReason,
  readRestriction,
  readStop,
  readTakenOff,
  typedIn,
} from './announcing-form.ts'
import { AnnouncingPage } from './announcing-page.tsx'
import { viewAnnouncing, type AnnouncingView } from './announcing-view.ts'
import { correctAct } from './correct-act.ts'
import { keepPosting, takeOffPosting } from './keep-posting.ts'
import { notifyAct } from './notify-act.ts'
import { openAct, restrictAct } from './restrict-act.ts'
import { resumeAct, suspendAct } from './suspend-act.ts'
import { announcingTexts } from './texts.ts'
import type { AnnouncingTexts } from './texts.sq.ts'
import { announcingUrls as urls } from './urls.ts'

const UPLOAD = { files: 1, fileBytes: 20_000_000 }

type Refusal = keyof AnnouncingTexts['refusals']
type Outcome = 'done' | 'no-such-act' | Refusal
type Order = { by: { accountId: string }; seen: number; formId: string }
type Again = { typed?: Typed; errors?: FieldErrors; status?: number }

type Deed<T> = {
  path: string
  right: 'acts.write' | 'acts.decide'
  read: (typed: Typed, texts: AnnouncingTexts['errors']) => Parsed<T>
  write: (id: string, value: T, order: Order, c: WebContext) => Promise<Outcome>
  /** What is said when it is done, and where a refusal stands. */
  done: string
  field: string
}

/** How an act becomes public: announced, notified, posted up; restricted, corrected, suspended. */
export function announcingRoutes(app: WebApp, { services }: { services: Services }): void {
  officeRoute(app, 'GET', urls.page(':id'), may['acts.read'], async (c, official) =>
    page(c, services, await viewFor(c, services, official)),
  )
  announcementRoutes(app, services)
  standingRoutes(app, services)
  officeRoute(app, 'POST', urls.postings(':id'), may['acts.write'], (c, official) => addPosting(c, services, official))
}

function announcementRoutes(app: WebApp, services: Services): void {
  deedRoute(app, services, {
    path: urls.page(':id'),
    right: 'acts.decide',
    read: readAnnouncement,
    write: (id, value, order) => announceAct(services, id, { ...value, ...order }),
    done: 'shpallja',
    field: 'shpallur',
  })
  deedRoute(app, services, {
    path: urls.forceDay(':id'),
    right: 'acts.decide',
    read: readForceDay,
    write: (id, value, order) => nameForceDay(services, id, { ...value, ...order }),
    done: 'dita',
    field: 'dita-fuqi',
  })
  deedRoute(app, services, {
    path: urls.notifications(':id'),
    right: 'acts.write',
    read: readNotification,
    write: (id, value, order) => notifyAct(services, id, value, order),
    done: 'njoftimi',
    field: 'njoftuar',
  })
  deedRoute(app, services, {
    path: urls.takeOff(':id', ':posting'),
    right: 'acts.write',
    read: readTakenOff,
    write: (id, { on }, { by }, c) => {
      const posting = c.req.param('posting') ?? ''
      if (!isUuid(posting)) throw notFound()
      return takeOffPosting(services, id, posting, { on, by })
    },
    done: 'heqja',
    field: 'hequr',
  })
}

function standingRoutes(app: WebApp, services: Services): void {
  deedRoute(app, services, {
    path: urls.restriction(':id'),
    right: 'acts.decide',
    read: readRestriction,
    write: (id, value, order) => restrictAct(services, id, { ...value, ...order }),
    done: 'kufizimi',
    field: 'titulli-kufizuar',
  })
  deedRoute(app, services, {
    path: urls.opening(':id'),
    right: 'acts.decide',
    read: (typed, texts) => readReason(typed, 'arsyeja-hapjes', texts),
    write: (id, value, order) => openAct(services, id, { ...value, ...order }),
    done: 'hapja',
    field: 'arsyeja-hapjes',
  })
  deedRoute(app, services, {
    path: urls.correction(':id'),
    right: 'acts.decide',
    read: readCorrection,
    write: (id, { facts, reason }, order) => correctAct(services, id, facts, { ...order, reason }),
    done: 'ndreqja',
    field: 'titulli',
  })
  deedRoute(app, services, {
    path: urls.suspension(':id'),
    right: 'acts.decide',
    read: (typed, texts) => readStop(typed, 'pezulluar', 'arsyeja-pezullimit', texts),
    write: (id, value, order) => suspendAct(services, id, { ...value, ...order }),
    done: 'pezullimi',
    field: 'pezulluar',
  })
  deedRoute(app, services, {
    path: urls.resumption(':id'),
    right: 'acts.decide',
    read: (typed, texts) => readStop(typed, 'rifilluar', 'arsyeja-rifillimit', texts),
    write: (id, value, order) => resumeAct(services, id, { ...value, ...order }),
    done: 'rifillimi',
    field: 'rifilluar',
  })
}

function deedRoute<T>(app: WebApp, services: Services, deed: Deed<T>): void {
  officeRoute(app, 'POST', deed.path, may[deed.right], async (c, official) => {
    const view = await writable(c, services, official, deed.right)
    const typed = typedIn(await readForm(c))
    const form = deed.read(typed, announcingTexts(c.get('lang')).errors)
    if (!form.ok) return page(c, services, view, { typed, errors: form.errors, status: 422 })
    const outcome = await deed.write(view.act.id, form.value, orderOf(typed, official), c)
    return answered(c, services, official, { outcome, ...deed, typed })
  })
}

/** The version that stood on the page; one that nobody sent fits nothing. */
const orderOf = (typed: Typed, { accountId }: Official): Order => ({
  by: { accountId },
  seen: Number(typed.versioni) || 0,
  formId: isUuid(typed.dergesa ?? '') ? (typed.dergesa ?? '') : randomUUID(),
})

type Answer = { outcome: Outcome; done: string; field: string; typed: Typed }

async function answered(c: WebContext, services: Services, official: Official, answer: Answer): Promise<Response> {
  const { outcome, done, field, typed } = answer
  const id = c.req.param('id') ?? ''
  if (outcome === 'done') return redirect(c, `${urls.page(id)}?u=${done}`)
  if (outcome === 'no-such-act' || outcome === 'no-such-posting') throw notFound()
  const at = outcome === 'late-reason' ? 'arsyeja-vonese' : outcome === 'force-before' ? fieldOfForce(field) : field
  const errors = { [at]: announcingTexts(c.get('lang')).refusals[outcome] }
  const view = await viewFor(c, services, official)
  return page(c, services, view, { typed, errors, status: STALE.has(outcome) ? 409 : 422 })
}

const STALE: ReadonlySet<string> = new Set(['wrong-state', 'changed-meanwhile', 'returned', 'text-missing'])

const fieldOfForce = (field: string): string => (field === 'shpallur' ? 'fuqi' : field)

async function viewFor(c: WebContext, services: Services, official: Official): Promise<AnnouncingView> {
  const view = await viewAnnouncing(services, c.get('lang'), official, c.req.param('id') ?? '')
  if (!view) throw notFound()
  return view
}

async function writable(
  c: WebContext,
  services: Services,
  official: Official,
  right: 'acts.write' | 'acts.decide',
): Promise<AnnouncingView> {
  const view = await viewFor(c, services, official)
  if (!(right === 'acts.write' ? view.mayWrite : view.mayDecide)) throw new Refused(403, 'not-permitted')
  return view
}

function page(c: WebContext, services: Services, view: AnnouncingView, again: Again = {}): Promise<Response> {
  const { typed = {}, errors = {}, status = 200 } = again
  const done = doneWords(announcingTexts(c.get('lang')).done, c.req.query('u'))
  const filled = { ...typed, dergesa: typed.dergesa || randomUUID() }
  const props = { view, typed: filled, errors, status: done }
  return html(c, <AnnouncingPage page={pageOf(c, services, null)} {...props} />, { status })
}

async function addPosting(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await writable(c, services, official, 'acts.write')
  const texts = announcingTexts(c.get('lang')).errors
  const refuseFiles = () => refusalForQuota(services, view.act.institutionId)
  const upload = await readUpload(c, services, { ...UPLOAD, refuseFiles })
  const typed = typedIn(upload.fields)
  const again = (errors: FieldErrors) => page(c, services, view, { typed, errors, status: 422 })
  if (upload.kind !== 'upload') return again({ fotografia: texts.file })
  try {
    const form = readPosting(typed, upload.files[0], texts)
    if (!form.ok) return await again(form.errors)
    const outcome = await keepPosting(services, view.act.id, form.value, orderOf(typed, official))
    return await answered(c, services, official, { outcome, done: 'afishimi', field: 'afishuar', typed })
  } finally {
    await upload.discard()
  }
}
