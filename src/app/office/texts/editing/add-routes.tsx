import { officeRoute } from '#platform/auth/official-gate.ts'
import { textField, typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { editDraft } from '#platform/texts/editing/edit-draft.ts'
import { lockOf } from '#platform/texts/editing/edit-log-rules.ts'
import { addUnit, type UnitPlace } from '#platform/texts/editing/structure-edit-rules.ts'
import type { TextHolder } from '#platform/texts/text-holder.ts'
import { readAddForm } from './add-form.ts'
import { AddPage } from './add-page.tsx'
import { refuse } from '../text-context.ts'
import { editingOf, submissionOf, type Editing } from './editing-context.ts'
import { editingTexts } from './editing-texts.ts'
import { editingUrls, rowAnchor } from './editing-urls.ts'
import { viewAdd } from './editing-view.ts'
import { outlinePage } from './outline-routes.tsx'

/** A new article or division. */
export function addRoutes(app: WebApp, services: Services, holder: TextHolder): void {
  const own = editingUrls.add(holder, ':id')
  officeRoute(app, 'GET', own, holder.writers, (c, official) => {
    const place = { beside: c.req.query('prane') ?? '', where: whereOf(c.req.query('ku')) }
    return addPage(c, { services, holder, official }, place)
  })
  officeRoute(app, 'POST', own, holder.writers, (c, official) => add(c, { services, holder, official }))
}

const whereOf = (words: string | undefined): UnitPlace['where'] =>
  words === 'before' || words === 'within' ? words : 'after'

type Asked = { beside: string; where: UnitPlace['where'] }

async function add(c: WebContext, editing: Editing): Promise<Response> {
  const { services, holder, official } = editing
  const form = await readForm(c)
  const asked: Asked = { beside: textField(form, 'prane'), where: whereOf(textField(form, 'ku')) }
  const typed = typedOf(form, ['lloji', 'etiketa', 'titulli', 'teksti', 'merr'])
  const parsed = readAddForm(form, c.get('lang'))
  if (!parsed.ok) return addPage(c, editing, asked, { typed, errors: parsed.errors, status: 422 })
  const { kind, label, heading, nodes, takes } = parsed.value
  const view = await editingOf(c, editing)
  const about = [editingTexts('sq').kinds[kind], label].filter(Boolean).join(' ')
  const order = { id: view.record.id, submission: submissionOf(form), kind: 'added', about } as const
  const lock = textField(form, 'gjendja')
  const beside = asked.beside === '' ? null : asked.beside
  const outcome = await editDraft(services, holder, official, order, (draft, freshId) =>
    lockOf(draft) === lock
      ? addUnit(draft, { beside, where: asked.where }, { kind, word: null, label, heading, nodes, takes }, freshId)
      : { kind: 'changed-meanwhile' },
  )
  const t = editingTexts(c.get('lang'))
  switch (outcome.kind) {
    case 'edited':
    case 'edited-before': {
      const at = outcome.kind === 'edited' && outcome.focus ? `#${rowAnchor(outcome.focus)}` : ''
      return redirect(c, `${editingUrls.outline(holder, view.record.id)}?u=added${at}`)
    }
    case 'changed-meanwhile':
      return addPage(c, editing, asked, { typed, errors: { teksti: t.errors.draftChanged }, status: 409 })
    case 'refused':
      return outlinePage(c, editing, { status: 409, error: t.refusals[outcome.why] })
    default:
      return refuse(outcome)
  }
}

type Again = { typed: Typed; errors: FieldErrors; status: number }

async function addPage(c: WebContext, editing: Editing, asked: Asked, again: Again | null = null): Promise<Response> {
  const editingView = await editingOf(c, editing)
  if (!editingView.mayEdit) return refuse({ kind: editingView.mayWrite ? 'published' : 'not-permitted' })
  const view = viewAdd(editingView, asked.beside, asked.where)
  const page = pageOf(c, editing.services, null)
  const { typed = {}, errors = {}, status = 200 } = again ?? {}
  return html(c, <AddPage page={page} view={view} typed={typed} errors={errors} />, { status })
}
