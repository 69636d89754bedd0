import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Door } from '#platform/door.ts'
import { withUpload, type Upload, type UploadRefusal } from '#platform/files/upload.ts'
import { typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { caseReasonOf, closeCaseWith } from './close-case.ts'
import type { Services } from '#platform/services.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { typedAnswers } from '../questions/answer-form.ts'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import { enterDelivery } from './enter-delivery.ts'
import type { EnterOutcome } from './enter-points.ts'
import { ENTRY_FIELDS, JOINT_FIELDS, readEntryForm, readJointForm, readSplitForm, SPLIT_FIELDS } from './entry-form.ts'
import { EntryFormPage, JointFormPage, SplitFormPage } from './entry-form-page.tsx'
import type { Taken } from './entry-fields-part.tsx'
import { ENTRY_LIMITS } from './entry-rules.ts'
import { firstTyped, viewEntry, type EntryView } from './entry-view.ts'
import { readLetter } from './read-letter.ts'
import { startSplit } from './split-letter.ts'

type Kind = 'single' | 'split' | 'joint'
const PAGES = { single: EntryFormPage, split: SplitFormPage, joint: JointFormPage }
const FIELDS: Record<Kind, readonly string[]> = { single: ENTRY_FIELDS, split: SPLIT_FIELDS, joint: JOINT_FIELDS }
const LIMITS = { files: ENTRY_LIMITS.files, fileBytes: ENTRY_LIMITS.fileBytes }

export type Room = { services: Services; doors: readonly Door[] }

/** The three forms by which words that did not come by the site are entered. */
export function entryRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  const room = { services, doors }
  const enter = may['comments.enter']
  const forms = [
    ['single', officeUrls.newEntry(':id'), enterOne],
    ['split', officeUrls.newSplit(':id'), beginSplit],
    ['joint', officeUrls.newJoint(':id'), enterJoint],
  ] as const
  for (const [kind, path, receive] of forms) {
    officeRoute(app, 'GET', path, enter, async (c, official) => {
      const view = await viewFor(c, room, official, c.req.query('burimi') ?? null)
      const typed = await firstTyped(services, official, view, c.req.query())
      const filled = { ...typed, dergesa: randomUUID() }
      return formPage(c, room, kind, view, { typed: kind === 'joint' ? { ...filled, folesi: 'organizate' } : filled })
    })
    officeRoute(app, 'POST', path, enter, (c, official) =>
      withUpload(c, services, LIMITS, async (upload) => {
        const view = await viewFor(c, room, official, sourceIn(upload.fields))
        if (upload.kind !== 'upload') return refusedUpload(c, room, kind, view, upload)
        return receive(c, room, official, view, upload)
      }),
    )
  }
}

const sourceIn = (fields: FormData): string | null => {
  const value = fields.get('burimi')
  return typeof value === 'string' && value !== '' ? value : null
}

async function viewFor(
  c: WebContext,
  { services, doors }: Room,
  official: Official,
  sourceRef: string | null,
): Promise<EntryView> {
  const id = c.req.param('id') ?? ''
  const view = await viewEntry(services, doors, c.get('lang'), official, { id, sourceRef, groups: true })
  if (!view) throw notFound()
  return view
}

type Again = { typed: Typed; errors?: FieldErrors; status?: number; taken?: Taken; filesLost?: boolean }

async function formPage(
  c: WebContext,
  { services }: Room,
  kind: Kind,
  view: EntryView,
  { typed, errors = {}, status = 200, taken = null, filesLost = false }: Again,
): Promise<Response> {
  const Page = PAGES[kind]
  const filled = { ...typed, dergesa: typed.dergesa || randomUUID() }
  const page = pageOf(c, services, null)
  return html(c, <Page {...{ page, view, errors, taken, filesLost }} typed={filled} />, {
    status,
    // Kept, so that the way back leads to this very form: sent once more it is the same delivery.
    ...(status === 200 ? { cache: 'kept' as const } : {}),
  })
}

function refusedUpload(
  c: WebContext,
  room: Room,
  kind: Kind,
  view: EntryView,
  refusal: UploadRefusal,
): Promise<Response> {
  const errors = { skanimet: textsIn(c.get('lang')).entry.errors.file(refusal.file ?? '') }
  const typed = typedAgain(refusal.fields, view, FIELDS[kind])
  return formPage(c, room, kind, view, { typed, errors, status: 422, filesLost: true })
}

/** Everything that was typed, the answers to questions too. */
const typedAgain = (fields: FormData, { questions }: EntryView, names: readonly string[]): Typed => ({
  ...typedOf(fields, names),
  ...typedAnswers(fields, questions),
})

async function enterOne(
  c: WebContext,
  room: Room,
  official: Official,
  view: EntryView,
  { fields, files }: Upload,
): Promise<Response> {
  const read = readEntryForm(fields, textsIn(c.get('lang')), view.today, view.questions)
  const filesLost = files.length > 0
  if (!read.ok) return formPage(c, room, 'single', view, { ...read, status: 422, filesLost })
  const { formId, facts, sender, point } = read.value
  const source = { ...facts, sourceRef: view.source?.ref ?? null }
  const order = { formId, kind: 'single', facts: source, sender, points: [point], files } as const
  const outcome = await enterDelivery(room.services, official, view.consultation.id, order)
  return answer(c, room, official, view, {
    kind: 'single',
    outcome,
    typed: typedAgain(fields, view, ENTRY_FIELDS),
    filesLost,
  })
}

async function enterJoint(
  c: WebContext,
  room: Room,
  official: Official,
  view: EntryView,
  { fields, files }: Upload,
): Promise<Response> {
  const read = readJointForm(fields, textsIn(c.get('lang')), view.today, view)
  const filesLost = files.length > 0
  if (!read.ok) return formPage(c, room, 'joint', view, { ...read, status: 422, filesLost })
  const { formId, facts, sender, point, joint } = read.value
  const source = { ...facts, sourceRef: view.source?.ref ?? null }
  const order = { formId, kind: 'joint', facts: source, sender, points: [point], files, joint } as const
  const outcome = await enterDelivery(room.services, official, view.consultation.id, order)
  return answer(c, room, official, view, {
    kind: 'joint',
    outcome,
    typed: typedAgain(fields, view, JOINT_FIELDS),
    filesLost,
  })
}

type Done = { kind: Kind; outcome: EnterOutcome; typed: Typed; filesLost: boolean }

/** What became of an entry: the sheet to print, or the form once more with what is to be mended. */
async function answer(
  c: WebContext,
  room: Room,
  official: Official,
  view: EntryView,
  { kind, outcome, typed, filesLost }: Done,
): Promise<Response> {
  const refused = refusalOf(c, outcome)
  if (refused) return formPage(c, room, kind, view, { typed, filesLost, ...refused })
  if (outcome.kind !== 'entered') throw new Refused(403, 'not-permitted')
  return entered(c, room, official, view, outcome)
}

/** Words at the field that is to be mended; null where it was entered. */
export function refusalOf(
  c: WebContext,
  outcome: EnterOutcome,
): { errors: FieldErrors; status: number; taken?: Taken } | null {
  const t = textsIn(c.get('lang')).entry.errors
  switch (outcome.kind) {
    case 'entered':
      return null
    case 'protocol-taken': {
      const { id, consultationId, title } = outcome.by
      const taken = { href: officeUrls.delivery(consultationId, id) }
      return { errors: { protokolli: t.protocolTaken(title) }, status: 422, taken }
    }
    case 'refused': {
      const field = { 'no-such-article': 'neni', 'no-such-passage': 'fragmenti' } as Record<string, string>
      const errors = { [field[outcome.refusal] ?? 'komenti']: t.refusals[outcome.refusal] }
      return { errors, status: outcome.refusal === 'cancelled' ? 409 : 422 }
    }
    case 'not-permitted':
      throw new Refused(403, 'not-permitted')
    case 'no-such-consultation':
      throw notFound()
  }
}

export async function entered(
  c: WebContext,
  { services }: Room,
  official: Official,
  view: EntryView,
  outcome: Extract<EnterOutcome, { kind: 'entered' }>,
): Promise<Response> {
  const { id, consultationId, token, codes } = outcome
  const address = officeUrls.deliveryReceipt(consultationId, id)
  if (token === null) return redirect(c, `${address}?u=tashme`)
  const reason = caseReasonOf(view.consultation.title, codes)
  const closed = await closeCaseWith(services, official, view.source?.ref ?? null, reason)
  const more = closed === null ? '' : closed ? '&rasti=mbyllur' : '&rasti=hapur'
  return redirect(c, `${address}?u=hyri&lidhja=${token}${more}`)
}

async function beginSplit(
  c: WebContext,
  room: Room,
  official: Official,
  view: EntryView,
  { fields, files }: Upload,
): Promise<Response> {
  const { services } = room
  const t = textsIn(c.get('lang')).entry
  const typed = typedOf(fields, SPLIT_FIELDS)
  const read = readSplitForm(typed, t, view.today, files.length)
  const filesLost = files.length > 0
  if (!read.ok) return formPage(c, room, 'split', view, { ...read, status: 422, filesLost })
  const letter = await readLetter(services, read.value.pasted, files[0])
  if (letter.kind !== 'read') {
    const words = letter.kind === 'too-long' ? t.errors.letterLong : t.errors.unreadable
    return formPage(c, room, 'split', view, { typed, errors: { letra: words }, status: 422, filesLost })
  }
  const { formId } = read.value
  // The words stand in the draft itself, once.
  const kept = { ...typed, letra: '', burimi: view.source?.ref ?? '' }
  const order = { formId, fields: kept, ...letter, articles: view.articles, files }
  const outcome = await startSplit(services, official, view.consultation.id, order)
  if (outcome.kind === 'not-permitted') throw new Refused(403, 'not-permitted')
  if (outcome.kind === 'no-such-consultation') throw notFound()
  return redirect(c, officeUrls.splitDraft(view.consultation.id, outcome.id))
}
