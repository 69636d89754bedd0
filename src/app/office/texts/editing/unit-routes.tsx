import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { textField, typedOf, type FieldErrors } from '#platform/http/form.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { isUnit, rowsOf, type DraftNode } from '#platform/texts/editing/draft-tree-rules.ts'
import { editDraft } from '#platform/texts/editing/edit-draft.ts'
import { setWords } from '#platform/texts/editing/structure-edit-rules.ts'
import { treeOf, type ShownNode } from '#platform/texts/shown-tree-rules.ts'
import type { TextHolder } from '#platform/texts/text-holder.ts'
import { refuse, uuidOf } from '../text-context.ts'
import { editingOf, submissionOf, unitOf, type Editing } from './editing-context.ts'
import { editingTexts } from './editing-texts.ts'
import { editingUrls, rowAnchor } from './editing-urls.ts'
import { unitLock, viewUnit } from './editing-view.ts'
import { readUnitForm, type UnitForm } from './unit-form.ts'
import { UnitGonePage } from './unit-gone-page.tsx'
import { UnitPage, type UnitTyped } from './unit-page.tsx'

/** One part of the draft: its form, seeing how it is read, saving it. */
export function unitRoutes(app: WebApp, services: Services, holder: TextHolder): void {
  const own = editingUrls.unit(holder, ':id', ':node')
  officeRoute(app, 'GET', own, holder.readers, (c, official) => unitPage(c, { services, holder, official }))
  officeRoute(app, 'POST', own, holder.writers, (c, official) => saveUnit(c, { services, holder, official }))
}

async function saveUnit(c: WebContext, editing: Editing): Promise<Response> {
  const { services, holder, official } = editing
  const form = await readForm(c)
  const typed = typedOf(form, ['etiketa', 'titulli', 'teksti'])
  const view = await editingOf(c, editing)
  const unit = viewUnit(view, uuidOf(c, 'node'))
  if (!unit || !unit.mayEdit) {
    const page = pageOf(c, services, null)
    return html(c, <UnitGonePage page={page} view={view} typed={typed} />, { status: 409 })
  }
  const { record, node, name } = unit
  const parsed = readUnitForm(form, c.get('lang'), node.kind, !isUnit(node))
  if (!parsed.ok) return unitPage(c, editing, { typed, errors: parsed.errors, status: 422 })
  if (textField(form, 'veprimi') === 'shiko') {
    return unitPage(c, editing, { typed, readAs: previewOf(node, parsed.value), lock: textField(form, 'gjendja') })
  }
  const lock = textField(form, 'gjendja')
  const order = { id: record.id, submission: submissionOf(form), kind: 'corrected', about: name } as const
  const outcome = await editDraft(services, holder, official, order, (draft, freshId) =>
    unitLock(draft, node.nodeId) === lock
      ? setWords(draft, node.nodeId, parsed.value, freshId)
      : { kind: 'changed-meanwhile' },
  )
  switch (outcome.kind) {
    case 'edited':
    case 'edited-before': {
      const focus = (outcome.kind === 'edited' && outcome.focus) || node.nodeId
      return redirect(c, `${editingUrls.outline(holder, record.id)}?u=saved#${rowAnchor(focus)}`)
    }
    case 'changed-meanwhile': {
      const errors = { teksti: editingTexts(c.get('lang')).unit.changed }
      return unitPage(c, editing, { typed, errors, status: 409, changed: true })
    }
    case 'refused':
      return unitPage(c, editing, {
        typed,
        errors: { teksti: editingTexts(c.get('lang')).refusals[outcome.why] },
        status: 409,
      })
    default:
      return refuse(outcome)
  }
}

/** The part as it would stand, shown as everybody will read it. */
function previewOf(node: DraftNode, { label, heading, body, nodes }: UnitForm): ShownNode[] {
  if (!isUnit(node)) return treeOf(rowsOf(nodes, null, randomUUID))
  return treeOf([{ ...node, parentId: null, label, heading, body }, ...rowsOf(nodes, node.nodeId, randomUUID)])
}

type Again = {
  typed: UnitTyped
  errors?: FieldErrors
  status?: number
  changed?: boolean
  readAs?: ShownNode[]
  /** Of the form that was sent: seeing how it is read must not hide that somebody was faster. */
  lock?: string
}

async function unitPage(c: WebContext, editing: Editing, again: Again | null = null): Promise<Response> {
  const view = await unitOf(c, editing)
  const t = editingTexts(c.get('lang'))
  const { typed = null, errors = {}, changed = false, readAs = null, lock = view.unitLock, status = 200 } = again ?? {}
  return html(
    c,
    <UnitPage
      page={pageOf(c, editing.services, null)}
      view={{ ...view, unitLock: lock }}
      typed={typed}
      errors={errors}
      changed={changed}
      readAs={readAs}
      status={again ? null : doneWords({ saved: t.unit.saved }, c.req.query('u'))}
    />,
    { status },
  )
}
