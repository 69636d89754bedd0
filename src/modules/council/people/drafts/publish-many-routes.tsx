import { institutionsWhere } from '#platform/auth/permissions.ts'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { councilPermissions as may } from '../../permissions.ts'
import { textsIn } from '../texts.ts'
import { peopleOfficeUrls as urls } from '../urls.ts'
import { publishManyCouncillors } from './publish-many.ts'
import { PublishManyPage } from './publish-many-page.tsx'
import { viewDrafts } from './publish-many-view.ts'

const write = may['council-people.write']

/** A council that came in by a table, or was typed before the first meeting, becomes public in one deed. */
export function publishManyRoutes(app: WebApp, { services }: { services: Services }): void {
  officeRoute(app, 'GET', urls.publishMany(), write, (c, official) => manyPage(c, services, official, 200))
  officeRoute(app, 'POST', urls.publishMany(), write, async (c, official) => {
    const chosen = (await readForm(c))
      .getAll('anetaret')
      .flatMap((id) => (typeof id === 'string' && isUuid(id) ? [id] : []))
    if (chosen.length === 0) return manyPage(c, services, official, 422)
    const institutions = institutionsWhere(official, write)
    const order = { ids: chosen, institutions, by: { accountId: official.accountId } }
    if ((await publishManyCouncillors(services, order)) === null) throw notFound()
    return redirect(c, `${urls.list()}?u=botimet`)
  })
}

async function manyPage(c: WebContext, services: Services, official: Official, status: 200 | 422): Promise<Response> {
  const view = await viewDrafts(services, c.get('lang'), official)
  const error = status === 422 ? textsIn(c.get('lang')).many.nobody : null
  return html(c, <PublishManyPage page={pageOf(c, services, null)} {...view} error={error} />, { status })
}
