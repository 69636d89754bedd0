import { officeRoute } from '#platform/auth/official-gate.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField } from '#platform/http/form.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import type { Draft, FreshId } from '#platform/texts/editing/draft-tree-rules.ts'
import { editDraft } from '#platform/texts/editing/edit-draft.ts'
import { lockOf } from '#platform/texts/editing/edit-log-rules.ts'
import {
  makeHeading,
  mergeWithNext,
  moveBy,
  moveUnder,
  removeUnit,
  splitArticle,
  type Edited,
} from '#platform/texts/editing/structure-edit-rules.ts'
import type { EditKind } from '#platform/texts/editing/edit-log-rules.ts'
import type { TextHolder } from '#platform/texts/text-holder.ts'
import { refuse, uuidOf } from '../text-context.ts'
import { editingOf, submissionOf, unitOf, type Editing } from './editing-context.ts'
import { editingTexts } from './editing-texts.ts'
import { editingUrls, rowAnchor } from './editing-urls.ts'
import { viewUnit } from './editing-view.ts'
import { outlinePage } from './outline-routes.tsx'
import { RemovePage } from './remove-page.tsx'

type Deed = {
  kind: EditKind
  /** Key of the words that tell it. */
  done: string
  change: (draft: Draft, nodeId: string, form: FormData, freshId: FreshId) => Edited
}

const field = (form: FormData, name: string): string => textField(form, name)

const DEEDS: Record<string, Deed> = {
  lart: { kind: 'moved', done: 'moved', change: (draft, node) => moveBy(draft, node, 'up') },
  poshte: { kind: 'moved', done: 'moved', change: (draft, node) => moveBy(draft, node, 'down') },
  zhvendosja: {
    kind: 'moved',
    done: 'moved',
    change: (draft, node, form) => moveUnder(draft, node, idIn(form, 'ndarja')),
  },
  ndarja: { kind: 'split', done: 'split', change: split },
  bashkimi: {
    kind: 'merged',
    done: 'merged',
    change: (draft, node, _form, freshId) => mergeWithNext(draft, node, freshId),
  },
  titulli: {
    kind: 'made-heading',
    done: 'heading',
    change: (draft, node, form) => makeHeading(draft, node, field(form, 'rreshti')),
  },
  heqja: { kind: 'removed', done: 'removed', change: (draft, node) => removeUnit(draft, node) },
}

const idIn = (form: FormData, name: string): string | null => {
  const id = field(form, name)
  return isUuid(id) ? id : null
}

function split(draft: Draft, nodeId: string, form: FormData, freshId: FreshId): Edited {
  const label = [...field(form, 'numri-i-ri')].slice(0, 20).join('')
  const heading = [...field(form, 'titulli-i-ri').replace(/\s+/g, ' ')].slice(0, 400).join('')
  if (label === '') return { kind: 'refused', why: 'not-a-place' }
  return splitArticle(draft, nodeId, { at: field(form, 'vendi'), label, heading: heading || null }, freshId)
}

/** What is done to one part besides correcting its words. */
export function unitDeedRoutes(app: WebApp, services: Services, holder: TextHolder): void {
  const own = editingUrls.deed(holder, ':id', ':node', ':deed')
  officeRoute(app, 'GET', own, holder.writers, async (c, official) => {
    if (c.req.param('deed') !== 'heqja') throw notFound()
    const view = await unitOf(c, { services, holder, official })
    if (!view.mayEdit) return refuse({ kind: 'published' })
    return html(c, <RemovePage page={pageOf(c, services, null)} view={view} />)
  })
  officeRoute(app, 'POST', own, holder.writers, (c, official) => doDeed(c, { services, holder, official }))
}

async function doDeed(c: WebContext, editing: Editing): Promise<Response> {
  const { services, holder, official } = editing
  const name = c.req.param('deed') ?? ''
  const deed = Object.hasOwn(DEEDS, name) ? DEEDS[name] : undefined
  if (!deed) throw notFound()
  const form = await readForm(c)
  const submission = submissionOf(form)
  const [id, nodeId] = [uuidOf(c, 'id'), uuidOf(c, 'node')]
  const about = await aboutOf(c, editing)
  const order = { id, submission, kind: deed.kind, about }
  const outcome = await editDraft(services, holder, official, order, (draft, freshId) =>
    lockOf(draft) === field(form, 'gjendja')
      ? deed.change(draft, nodeId, form, freshId)
      : { kind: 'changed-meanwhile' },
  )
  const t = editingTexts(c.get('lang'))
  switch (outcome.kind) {
    case 'edited':
    case 'edited-before': {
      const focus = outcome.kind === 'edited' ? outcome.focus : nodeId
      const at = focus === null ? '' : `#${rowAnchor(focus)}`
      return redirect(c, `${editingUrls.outline(holder, id)}?u=${deed.done}${at}`)
    }
    case 'refused':
      return outlinePage(c, editing, { status: 409, error: t.refusals[outcome.why] })
    case 'changed-meanwhile':
      return outlinePage(c, editing, { status: 409, error: t.errors.draftChanged })
    default:
      return refuse(outcome)
  }
}

/** What it is called now; what is gone already (the second of two clicks) has no name, and needs none. */
const aboutOf = async (c: WebContext, editing: Editing): Promise<string> =>
  viewUnit(await editingOf(c, editing), uuidOf(c, 'node'))?.name ?? ''
