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
import { officeUrls } from '../urls.ts'
import { DEEDS, readGroupForm, tickedIn } from './group-form.ts'
import { GroupListPage, type Shown } from './group-office-page.tsx'
import { readGroupQuestion, viewGroupList, viewOfficeGroup, viewTicked } from './group-office-view.ts'
import { OneGroupPage } from './one-group-office-page.tsx'
import { settleGroup } from './settle-group.ts'
import { undoGroupDeed } from './undo-group-deed.ts'

/** Groups of like comments, as the office works on them. */
export function groupOfficeRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', officeUrls.groups(':id'), may['comments.read'], (c, official) =>
    list(c, services, official, 200),
  )

  officeRoute(app, 'POST', officeUrls.undoGroupDeed(':id'), may['groups.settle'], async (c, official) => {
    const id = c.req.param('id') ?? ''
    if (!isUuid(id)) throw notFound()
    const deed = textField(await readForm(c), 'veprimi')
    const outcome = await undoGroupDeed(services, official, id, deed)
    if (outcome.kind === 'not-permitted') throw new Refused(403, 'not-permitted')
    if (outcome.kind === 'done') return redirect(c, `${officeUrls.groups(id)}?u=zhbere`)
    return list(c, services, official, 409)
  })

  officeRoute(app, 'GET', officeUrls.group(':id', ':grupi'), may['comments.read'], (c, official) =>
    one(c, services, official, 200),
  )

  for (const deed of DEEDS) {
    officeRoute(app, 'POST', officeUrls.settleGroup(':id', ':grupi', deed), may['groups.settle'], (c, official) =>
      settle(c, services, official, deed),
    )
  }
}

async function settle(
  c: WebContext,
  services: Services,
  official: Official,
  word: (typeof DEEDS)[number],
): Promise<Response> {
  const t = textsIn(c.get('lang')).groups.office
  const [id, groupId] = [c.req.param('id') ?? '', c.req.param('grupi') ?? '']
  const sent = await readForm(c)
  const typed = typedOf(sent, ['emri', 'kodi', 'arsyeja'])
  if (!isUuid(id) || !isUuid(groupId)) throw notFound()
  const form = readGroupForm(word, sent, await viewTicked(services, groupId, tickedIn(sent)), t)
  if (!form.ok) return one(c, services, official, 422, { errors: form.errors, typed })
  const outcome = await settleGroup(services, official, groupId, form.version, form.deed)
  switch (outcome.kind) {
    case 'done':
      return redirect(c, `${officeUrls.group(id, outcome.groupId)}?u=ruajtur`)
    case 'refused': {
      const field = outcome.refusal === 'no-such-goal' ? 'kodi' : 'zgjedhur'
      return one(c, services, official, 422, { errors: { [field]: t.refusals[outcome.refusal] }, typed })
    }
    case 'moved-meanwhile':
      return one(c, services, official, 409, { errors: { permbajtja: t.movedMeanwhile }, typed })
    case 'not-permitted':
    case 'no-such-group':
      throw outcome.kind === 'not-permitted' ? new Refused(403, 'not-permitted') : notFound()
  }
}

async function list(c: WebContext, services: Services, official: Official, status: number): Promise<Response> {
  const t = textsIn(c.get('lang')).groups.office
  const view = await viewGroupList(services, official, c.req.param('id') ?? '', readGroupQuestion(c.req.query()))
  if (!view) throw notFound()
  const words = status === 409 ? t.movedMeanwhile : doneWords({ zhbere: t.undone }, c.req.query('u'))
  return html(c, <GroupListPage page={pageOf(c, services, null)} view={view} status={words} />, { status })
}

async function one(
  c: WebContext,
  services: Services,
  official: Official,
  status: number,
  again: Omit<Shown, 'status'> = {},
): Promise<Response> {
  const t = textsIn(c.get('lang')).groups.office
  const view = await viewOfficeGroup(services, official, {
    consultationId: c.req.param('id') ?? '',
    groupId: c.req.param('grupi') ?? '',
    after: c.req.query('pas') ?? '',
  })
  if (!view) throw notFound()
  const words = doneWords({ ruajtur: t.done }, c.req.query('u'))
  return html(c, <OneGroupPage page={pageOf(c, services, null)} view={view} status={words} {...again} />, { status })
}
