import { officeRoute } from '#platform/auth/official-gate.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { textField, typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Door } from '#platform/door.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { actPermissions as may } from '../permissions.ts'
import { actOfficeUrls as office } from '../urls.ts'
import { setActSettings } from './set-act-settings.ts'
import { readSettings, typedOfSettings } from './settings-form.ts'
import { SettingsPage } from './settings-page.tsx'
import { viewSettings, type SettingsView } from './settings-view.ts'
import { makingTexts } from './texts.ts'

type Again = { typed?: Typed; errors?: FieldErrors; status?: number }
const WRITE = may['acts-settings.write']

/** How an institution keeps its acts. */
export function settingsRoutes(app: WebApp, { services }: { services: Services; doors: readonly Door[] }): void {
  officeRoute(app, 'GET', office.settings(), WRITE, async (c, official) =>
    settingsPage(
      c,
      services,
      await viewSettings(services, c.get('lang'), official, c.req.query('institucioni') ?? null),
    ),
  )
  officeRoute(app, 'POST', office.settings(), WRITE, (c, official) => set(c, services, official))
}

function settingsPage(c: WebContext, services: Services, view: SettingsView, again: Again = {}): Promise<Response> {
  const { typed = typedOfSettings(view.setting), errors = {}, status = 200 } = again
  const done = doneWords({ ruajtja: makingTexts(c.get('lang')).settings.done }, c.req.query('u'))
  const props = { page: pageOf(c, services, null), view, typed, errors, status: done }
  return html(c, <SettingsPage {...props} />, { status })
}

async function set(c: WebContext, services: Services, official: Official): Promise<Response> {
  const texts = makingTexts(c.get('lang'))
  const sent = await readForm(c)
  const asked = textField(sent, 'institucioni')
  const view = await viewSettings(services, c.get('lang'), official, asked)
  const { institution } = view
  // Only where this official sets them: another institution is refused, not exchanged for the first.
  if (!institution || institution.id !== asked) throw new Refused(403, 'not-permitted')
  const form = readSettings(sent, { texts, authorities: view.authorities })
  if (!form.ok) return settingsPage(c, services, view, { typed: form.typed, errors: form.errors, status: 422 })
  const seen = Number(textField(sent, 'versioni')) || 0
  const order = { institutionId: institution.id, zone: institution.zone, form: form.value, seen }
  const outcome = await setActSettings(services, official, order)
  if (outcome === 'done') return redirect(c, `${office.settings()}?institucioni=${institution.slug}&u=ruajtja`)
  const typed = typedOf(sent, [...sent.keys()])
  const errors =
    outcome === 'numbers-given'
      ? { numerimi: texts.settings.fixed(view.fixedIn ?? 0) }
      : { numerimi: texts.settings.errors['changed-meanwhile'] }
  return settingsPage(c, services, view, { typed, errors, status: 409 })
}
