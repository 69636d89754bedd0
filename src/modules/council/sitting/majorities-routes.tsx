import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { textField, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { councilPermissions as may } from '../permissions.ts'
import { MajoritiesPage, MajorityPage } from './majorities-page.tsx'
import { viewMajorities, type MajoritiesView } from './majorities-view.ts'
import { readMajority } from './majority-form.ts'
import { setMajority } from './set-majority.ts'
import { textsIn } from './texts.ts'
import { sittingUrls as urls } from './urls.ts'

/** Which majority adopts what: read by whoever reads the council, set with the article where the law was not seen. */
export function majoritiesRoutes(app: WebApp, { services }: { services: Services }): void {
  officeRoute(app, 'GET', urls.majorities(), may['council.read'], async (c, official) => {
    const slug = c.req.query('institucioni') ?? null
    const view = await viewMajorities(services, c.get('lang'), official, slug)
    if (slug !== null && view.institution === null) throw notFound()
    const status = doneWords(textsIn(c.get('lang')).done, c.req.query('u'))
    return html(c, <MajoritiesPage page={pageOf(c, services, null)} view={view} status={status} />)
  })
  officeRoute(app, 'GET', urls.majority(':kind'), may['council-settings.write'], async (c, official) => {
    const view = await viewMajorities(services, c.get('lang'), official, c.req.query('institucioni') ?? null)
    return formPage(c, services, view)
  })
  officeRoute(app, 'POST', urls.majority(':kind'), may['council-settings.write'], (c, official) =>
    set(c, services, official),
  )
}

type Again = { typed?: Typed; errors?: FieldErrors; status?: number }

function formPage(c: WebContext, services: Services, view: MajoritiesView, again: Again = {}) {
  const { typed = {}, errors = {}, status = 200 } = again
  const row = view.rows.find(({ kind }) => kind === c.req.param('kind'))
  if (!row || !view.institution || row.verified) throw notFound()
  if (!view.mayWrite) throw new Refused(403, 'not-permitted')
  const props = { page: pageOf(c, services, null), row, institution: view.institution, typed, errors }
  return html(c, <MajorityPage {...props} />, { status })
}

async function set(c: WebContext, services: Services, official: Official): Promise<Response> {
  const lang = c.get('lang')
  const texts = textsIn(lang)
  const sent = await readForm(c)
  const asked = textField(sent, 'institucioni')
  const { institutions } = await viewMajorities(services, lang, official, null)
  const slug = institutions.find(({ id }) => id === asked)?.slug
  if (slug === undefined) throw new Refused(403, 'not-permitted')
  const view = await viewMajorities(services, lang, official, slug)
  const form = readMajority(sent, texts)
  if (!form.ok) return formPage(c, services, view, { typed: form.typed, errors: form.errors, status: 422 })
  const row = view.rows.find(({ kind }) => kind === c.req.param('kind'))
  if (!row || !view.institution || row.verified) throw notFound()
  if (!view.mayWrite) throw new Refused(403, 'not-permitted')
  const outcome = await setMajority(services, official, {
    ...form.value,
    actKind: row.kind,
    institutionId: view.institution.id,
  })
  if (outcome === 'done') return redirect(c, `${urls.majorities()}?institucioni=${slug}&u=shumica`)
  const typed = Object.fromEntries([...sent.keys()].map((name) => [name, textField(sent, name)]))
  return formPage(c, services, view, { typed, errors: { basis: texts.majorities.meanwhile }, status: 409 })
}
