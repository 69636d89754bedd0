import { officeRoute } from '#platform/auth/official-gate.ts'
import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import { changeLabel } from './label-comments.ts'
import { viewLabels } from './label-view.ts'
import { LabelsPage } from './labels-page.tsx'

/** The labels of a consultation, for all comments at once. */
export function labelRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', officeUrls.labels(':id'), may['comments.read'], (c, official) =>
    labelsPage(c, services, official),
  )
  officeRoute(app, 'POST', officeUrls.labels(':id'), may['comments.moderate'], (c, official) =>
    change(c, services, official),
  )
}

async function change(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await viewLabels(services, official, c.req.param('id') ?? '')
  if (!view) throw notFound()
  const t = textsIn(c.get('lang')).labels
  const form = await readForm(c)
  const id = textField(form, 'etiketa')
  if (!isUuid(id)) throw notFound()
  const name = textField(form, `emri-${id}`)
  const renames = textField(form, 'veprimi') !== 'fshirja'
  if (renames && (name === '' || lengthOf(name) > 60))
    return labelsPage(c, services, official, {
      errors: { [`emri-${id}`]: t.nameError },
      typed: { id, name },
      status: 422,
    })
  const order = renames ? ({ deed: 'rename', name } as const) : ({ deed: 'delete' } as const)
  const outcome = await changeLabel(services, official, id, Number(textField(form, 'versioni')), order)
  switch (outcome.kind) {
    case 'changed-meanwhile':
      return labelsPage(c, services, official, { errors: { permbajtja: t.meanwhile }, status: 409 })
    case 'not-permitted':
      throw new Refused(403, 'not-permitted')
    case 'no-such-label':
      throw notFound()
    default: {
      const done = { renamed: 'ndryshoi', merged: 'bashkoi', deleted: 'fshiu' }[outcome.kind]
      return redirect(c, `${officeUrls.labels(view.consultation.id)}?u=${done}`)
    }
  }
}

type Again = { errors: FieldErrors; typed?: { id: string; name: string }; status: number }

async function labelsPage(
  c: WebContext,
  services: Services,
  official: Official,
  again: Again = { errors: {}, status: 200 },
): Promise<Response> {
  const view = await viewLabels(services, official, c.req.param('id') ?? '')
  if (!view) throw notFound()
  const { consultation, labels } = view
  return html(
    c,
    <LabelsPage
      page={pageOf(c, services, null)}
      consultation={consultation}
      labels={labels}
      mayChange={mayIn(official, may['comments.moderate'], consultation.institutionId)}
      status={doneWords(textsIn(c.get('lang')).labels.done, c.req.query('u'))}
      errors={again.errors}
      typed={again.typed ?? null}
    />,
    { status: again.status },
  )
}
