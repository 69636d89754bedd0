import { officeRoute } from '#platform/auth/official-gate.ts'
import { institutionsWhere } from '#platform/auth/permissions.ts'
import type { Official, Role } from '#platform/auth/visitor.ts'
import { askForBackup, writeBackupSettings } from '#platform/backup/write-backup-settings.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { typedOf } from '#platform/http/form.ts'
import { Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { BackupsPage } from './backups-page.tsx'
import { viewBackups, viewSettings } from './backups-view.ts'
import { backupPermissions as may } from './permissions.ts'
import { FIELDS, readSettingsForm } from './settings-form.ts'
import { SettingsPage } from './settings-page.tsx'
import { backupTexts } from './texts.ts'
import { backupUrls } from './urls.ts'

/** Copies are of the whole installation: who holds a role in one institution alone has no say in them. */
const everywhere = (official: Official, roles: readonly Role[]): boolean => institutionsWhere(official, roles) === null

function refuseUnlessEverywhere(official: Official, roles: readonly Role[]): void {
  if (!everywhere(official, roles)) throw new Refused(403, 'not-permitted')
}

export function backupRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', backupUrls.runs(), may['backups.read'], async (c, official) => {
    refuseUnlessEverywhere(official, may['backups.read'])
    const view = await viewBackups(services, { state: c.req.query('gjendja'), after: c.req.query('pas') })
    const mayWrite = official.roles.some(({ role }) => role === 'operator')
    const status = doneWords(backupTexts(c.get('lang')).done, c.req.query('bere'))
    return html(c, <BackupsPage page={pageOf(c, services, null)} view={view} mayWrite={mayWrite} status={status} />)
  })
  officeRoute(app, 'POST', backupUrls.now(), may['backups.write'], async (c, official) => {
    await readForm(c)
    await askForBackup(services, official)
    return redirect(c, `${backupUrls.runs()}?bere=kerkuar`)
  })
  officeRoute(app, 'GET', backupUrls.settings(), may['backups.write'], async (c) =>
    html(c, <SettingsPage page={pageOf(c, services, null)} settings={await viewSettings(services)} />),
  )
  officeRoute(app, 'POST', backupUrls.settings(), may['backups.write'], (c, official) =>
    postSettings(c, services, official),
  )
}

async function postSettings(c: WebContext, services: Services, official: Official): Promise<Response> {
  const form = await readForm(c)
  const lang = c.get('lang')
  const read = readSettingsForm(form, lang)
  const page = pageOf(c, services, null)
  if (read.kind === 'refused') {
    const settings = await viewSettings(services)
    return html(c, <SettingsPage page={page} settings={settings} again={read} />, { status: 422 })
  }
  if ((await writeBackupSettings(services, official, read.order, read.seen)) === 'changed')
    return redirect(c, `${backupUrls.runs()}?bere=ruajtur`)
  const errors = { aktive: backupTexts(lang).settings.errors.meanwhile }
  const again = { typed: typedOf(form, [...FIELDS]), errors }
  return html(c, <SettingsPage page={page} settings={await viewSettings(services)} again={again} />, { status: 409 })
}
