import { officeRoute } from '#platform/auth/official-gate.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField } from '#platform/http/form.ts'
import { Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { editDraft } from '#platform/texts/editing/edit-draft.ts'
import { lockOf } from '#platform/texts/editing/edit-log-rules.ts'
import { newLabels } from '#platform/texts/editing/renumber-rules.ts'
import { renumber } from '#platform/texts/editing/rewrite-references-rules.ts'
import type { TextHolder } from '#platform/texts/text-holder.ts'
import { refuse } from '../text-context.ts'
import { editingOf, submissionOf, type Editing } from './editing-context.ts'
import { editingTexts } from './editing-texts.ts'
import { editingUrls } from './editing-urls.ts'
import { NumbersPage } from './numbers-page.tsx'
import { orderOf, viewNumbers, type ChosenNumbers } from './numbers-view.ts'

/** Renumbering on request: seen first, then done in one piece. */
export function numbersRoutes(app: WebApp, services: Services, holder: TextHolder): void {
  const own = editingUrls.numbers(holder, ':id')
  officeRoute(app, 'GET', own, holder.readers, (c, official) => {
    const chosen = chosenOf((name) => c.req.query(name) ?? '')
    return numbersPage(c, { services, holder, official }, chosen, c.req.query('cfare') !== undefined)
  })
  officeRoute(app, 'POST', own, holder.writers, (c, official) => applyNumbers(c, { services, holder, official }))
}

function chosenOf(field: (name: string) => string): ChosenNumbers {
  const what = field('cfare')
  const id = (name: string) => (isUuid(field(name)) ? field(name) : null)
  return { what: what === 'items' || what === 'divisions' ? what : 'articles', from: id('prej'), article: id('neni') }
}

async function applyNumbers(c: WebContext, editing: Editing): Promise<Response> {
  const { services, holder, official } = editing
  const form = await readForm(c)
  const chosen = chosenOf((name) => textField(form, name))
  const order = orderOf(chosen)
  if (!order) throw new Refused(422, 'unreadable-form')
  const view = await editingOf(c, editing)
  const edit = {
    id: view.record.id,
    submission: submissionOf(form),
    kind: 'renumbered',
    about: editingTexts('sq').renumber.options[chosen.what],
  } as const
  const lock = textField(form, 'gjendja')
  const outcome = await editDraft(services, holder, official, edit, (draft) =>
    lockOf(draft) === lock
      ? { kind: 'edited', draft: renumber(draft, newLabels(draft, order)).draft, focus: null }
      : { kind: 'changed-meanwhile' },
  )
  switch (outcome.kind) {
    case 'edited':
    case 'edited-before':
      return redirect(c, `${editingUrls.outline(holder, view.record.id)}?u=renumbered`)
    case 'changed-meanwhile':
    case 'refused':
      return numbersPage(c, editing, chosen, true, editingTexts(c.get('lang')).errors.draftChanged)
    default:
      return refuse(outcome)
  }
}

async function numbersPage(
  c: WebContext,
  editing: Editing,
  chosen: ChosenNumbers,
  asked: boolean,
  error: string | null = null,
): Promise<Response> {
  const view = viewNumbers(await editingOf(c, editing), chosen, asked)
  const page = pageOf(c, editing.services, null)
  return html(c, <NumbersPage page={page} view={view} errors={error ? { cfare: error } : {}} />, {
    status: error ? 409 : 200,
  })
}
