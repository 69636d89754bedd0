import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField, typedOf } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { textsIn } from '../texts.ts'
import { linkEffects, unlinkEffect, type LinkOutcome } from './link-effect.ts'
import { readLinks } from './link-form.ts'
import { EffectsOfficePage, type Shown } from './office-page.tsx'
import { readOfficeQuestion, viewEffectsOffice, viewUnlink, type OfficeQuestion } from './office-view.ts'
import { UnlinkPage } from './unlink-page.tsx'
import { effectUrls } from './urls.ts'

/** What changed because of whom, as the office works on it. */
export function effectOfficeRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', effectUrls.office(':id'), may['answers.read'], (c, official) =>
    officePage(c, services, official, readOfficeQuestion(c.req.query())),
  )
  officeRoute(app, 'POST', effectUrls.link(':id'), may['answers.write'], (c, official) => link(c, services, official))
  officeRoute(app, 'GET', effectUrls.unlink(':id', ':lidhja'), may['answers.write'], (c, official) =>
    unlinkPage(c, services, official),
  )
  officeRoute(app, 'POST', effectUrls.unlink(':id', ':lidhja'), may['answers.write'], (c, official) =>
    unlink(c, services, official),
  )
}

const idOf = (c: WebContext): string => {
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) throw notFound()
  return id
}

async function link(c: WebContext, services: Services, official: Official): Promise<Response> {
  const id = idOf(c)
  const form = await readForm(c)
  const { versionId, links, byHand, ticked, formId } = readLinks(form)
  if (!isUuid(versionId)) throw notFound()
  const n = readOfficeQuestion({ versioni: textField(form, 'numri') }).version
  const outcome = await linkEffects(services, official, { consultationId: id, versionId, links, form: formId })
  if (outcome.kind === 'linked') return redirect(c, `${effectUrls.office(id)}?versioni=${n ?? ''}&u=lidhur`)
  if (outcome.kind === 'unlinked') throw new Error('Linking takes nothing back')
  if (outcome.kind !== 'refused') throw refusalOf(outcome)
  const t = textsIn(c.get('lang')).effects.office
  const words = outcome.refusals.map((one) => t.refusals[one]).join(' ')
  const asked: OfficeQuestion = { version: n, from: 0, code: textField(form, 'kodi'), open: false }
  const status = outcome.refusals.includes('not-changed') ? 409 : 422
  const typed = typedOf(form, ['vendi'])
  return officePage(
    c,
    services,
    official,
    asked,
    { errors: { [byHand ? 'vendi' : 'permbajtja']: words }, typed, ticked },
    status,
  )
}

function refusalOf(outcome: Exclude<LinkOutcome, { kind: 'linked' | 'unlinked' | 'refused' }>): Refused {
  return outcome.kind === 'not-permitted' || outcome.kind === 'final' ? new Refused(403, 'not-permitted') : notFound()
}

async function officePage(
  c: WebContext,
  services: Services,
  official: Official,
  asked: OfficeQuestion,
  again: Omit<Shown, 'status'> = {},
  status = 200,
): Promise<Response> {
  const t = textsIn(c.get('lang')).effects.office
  const view = await viewEffectsOffice(services, official, c.get('lang'), idOf(c), asked)
  if (!view) throw notFound()
  const words = status === 200 ? doneWords({ lidhur: t.linkedWords, zgjidhur: t.unlinked }, c.req.query('u')) : null
  const page = (
    <EffectsOfficePage
      page={pageOf(c, services, null)}
      view={{ ...view, formId: randomUUID() }}
      status={words}
      {...again}
    />
  )
  return html(c, page, { status })
}

async function unlink(c: WebContext, services: Services, official: Official): Promise<Response> {
  const form = await readForm(c)
  const id = idOf(c)
  const linkId = c.req.param('lidhja') ?? ''
  if (!isUuid(linkId)) throw notFound()
  const reason = textField(form, 'arsyeja')
  const before = await viewUnlink(services, official, c.get('lang'), { id, linkId })
  const outcome = await unlinkEffect(services, official, { consultationId: id, linkId, reason })
  switch (outcome.kind) {
    case 'unlinked':
      return redirect(c, `${effectUrls.office(id)}?versioni=${before?.link.n ?? ''}&u=zgjidhur`)
    case 'no-such-link':
      // Taken back meanwhile: the table says more than a page that is not there.
      return officePage(c, services, official, readOfficeQuestion({}), {}, 409)
    case 'refused': {
      const t = textsIn(c.get('lang')).effects.office
      const errors = { arsyeja: outcome.refusals.map((one) => t.refusals[one]).join(' ') }
      return unlinkPage(c, services, official, { errors, typed: typedOf(form, ['arsyeja']) }, 422)
    }
    case 'linked':
      throw new Error('Taking back links nothing')
    default:
      throw refusalOf(outcome)
  }
}

async function unlinkPage(
  c: WebContext,
  services: Services,
  official: Official,
  again: Pick<Shown, 'errors' | 'typed'> = {},
  status = 200,
): Promise<Response> {
  const asked = { id: idOf(c), linkId: c.req.param('lidhja') ?? '' }
  const view = await viewUnlink(services, official, c.get('lang'), asked)
  if (!view) throw notFound()
  return html(c, <UnlinkPage page={pageOf(c, services, null)} view={view} {...again} />, { status })
}
