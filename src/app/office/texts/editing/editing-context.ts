import { randomUUID } from 'node:crypto'
import type { Official } from '#platform/auth/visitor.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import type { WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import type { TextHolder } from '#platform/texts/text-holder.ts'
import { uuidOf } from '../text-context.ts'
import { viewEditing, viewUnit, type EditingView, type UnitView } from './editing-view.ts'

/** What every route of editing needs. */
export type Editing = { services: Services; holder: TextHolder; official: Official }

export async function editingOf(c: WebContext, { services, holder, official }: Editing): Promise<EditingView> {
  const asked = { id: uuidOf(c, 'id'), submission: randomUUID() }
  const view = await viewEditing(services, holder, official, c.get('lang'), asked)
  if (!view) throw notFound()
  return view
}

export async function unitOf(c: WebContext, editing: Editing): Promise<UnitView> {
  const unit = viewUnit(await editingOf(c, editing), uuidOf(c, 'node'))
  if (!unit) throw notFound()
  return unit
}

/** Of the form. One without is none of ours. */
export function submissionOf(form: FormData): string {
  const submission = textField(form, 'dergesa')
  if (!isUuid(submission)) throw new Refused(422, 'unreadable-form')
  return submission
}
