import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { redirect } from '#platform/http/render.ts'
import type { WebContext } from '#platform/http/web-context.ts'
import type { ChangeOutcome } from '#platform/institutions/change-institution.ts'
import type { Services } from '#platform/services.ts'
import type { RecordView } from './institution-view.ts'
import { meanwhile, refuseNobody } from './office-steps.ts'

/** The same page once more, with what was typed and what is to be mended. */
export type Again = (typed: Typed, errors: FieldErrors, status: number) => Promise<Response>

type Settled<Refusal extends string> = {
  outcome: ChangeOutcome<Refusal>
  to: string
  typed: Typed
  /** The field at which a refusal, or somebody else's change, is told. */
  field: string
  refusals: Readonly<Record<Refusal, FieldErrors>>
  again: Again
}

/** What a deed came to: on to the next page, or the form again with what is in its way. */
export async function settle<Refusal extends string>(
  c: WebContext,
  services: Services,
  { institution }: RecordView,
  { outcome, to, typed, field, refusals, again }: Settled<Refusal>,
): Promise<Response> {
  refuseNobody(outcome.kind)
  if (outcome.kind === 'refused') return again(typed, refusals[outcome.refusal], 422)
  if (outcome.kind !== 'changed-meanwhile') return redirect(c, to)
  const why = await meanwhile(c, services, `institutions.institution:${institution.id}`, institution.zone)
  return again({ ...typed, versioni: String(outcome.version) }, { [field]: why }, 409)
}

export const versionOf = (typed: Typed): number => Number(typed.versioni) || 0
