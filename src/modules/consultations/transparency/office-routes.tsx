import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { typedOf, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { OfficeListPage } from './office-list-page.tsx'
import { OfficeReplyPage } from './office-reply-page.tsx'
import { OfficeReportPage } from './office-report-page.tsx'
import {
  viewOfficeList,
  viewOfficeReply,
  viewOfficeReport,
  type OfficeReplyView,
  type OfficeReportView,
} from './office-view.ts'
import { transparencyTexts } from './texts.ts'
import { yearReportOfficeUrls as urls } from './urls.ts'
import { withdrawReply, writeReply } from './write-reply.ts'
import { publishYearReport, saveYearReport } from './write-year-report.ts'
import {
  PUBLISH_FIELDS,
  readPublishForm,
  readReplyForm,
  readReportForm,
  REPLY_FIELDS,
  REPORT_FIELDS,
} from './year-report-form.ts'

/** The yearly reports in the office: words, publication, and the reply to the comparison. */
export function yearReportOfficeRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', urls.list(), may['year-reports.read'], async (c, official) => {
    const view = await viewOfficeList(services, official, c.get('lang'), c.req.query('viti'))
    return html(c, <OfficeListPage page={pageOf(c, services, null)} view={view} />)
  })
  officeRoute(app, 'GET', urls.one(':year', ':slug'), may['year-reports.read'], async (c, official) =>
    reportPage(c, services, await reportOf(c, services, official)),
  )
  officeRoute(app, 'POST', urls.one(':year', ':slug'), may['year-reports.write'], (c, official) =>
    save(c, services, official),
  )
  officeRoute(app, 'POST', urls.publish(':year', ':slug'), may['year-reports.publish'], (c, official) =>
    publish(c, services, official),
  )
  officeRoute(app, 'GET', urls.reply(':year', ':slug'), may['year-reports.read'], async (c, official) =>
    replyPage(c, services, await replyOf(c, services, official)),
  )
  officeRoute(app, 'POST', urls.reply(':year', ':slug'), may['year-reports.reply'], (c, official) =>
    reply(c, services, official),
  )
  officeRoute(app, 'POST', urls.withdraw(':year', ':slug'), may['year-reports.reply'], (c, official) =>
    withdraw(c, services, official),
  )
}

const askedOf = (c: WebContext) => ({ year: c.req.param('year') ?? '', slug: c.req.param('slug') ?? '' })

async function reportOf(c: WebContext, services: Services, official: Official): Promise<OfficeReportView> {
  const view = await viewOfficeReport(services, official, c.get('lang'), askedOf(c))
  if (!view) throw notFound()
  return view
}

async function replyOf(c: WebContext, services: Services, official: Official): Promise<OfficeReplyView> {
  const view = await viewOfficeReply(services, official, c.get('lang'), askedOf(c))
  if (!view) throw notFound()
  return view
}

type Again = { typed?: Typed; errors?: FieldErrors; status?: number }

const doneIn = (c: WebContext, { errors }: Again): string | null =>
  errors ? null : doneWords(transparencyTexts(c.get('lang')).office.done, c.req.query('u'))

function reportPage(c: WebContext, services: Services, view: OfficeReportView, again: Again = {}): Promise<Response> {
  const { typed, errors = {}, status = 200 } = again
  const props = { page: pageOf(c, services, null), view, errors, formId: randomUUID(), status: doneIn(c, again) }
  return html(c, <OfficeReportPage {...props} {...(typed && { typed })} />, { status })
}

function replyPage(c: WebContext, services: Services, view: OfficeReplyView, again: Again = {}): Promise<Response> {
  const { typed, errors = {}, status = 200 } = again
  const props = { page: pageOf(c, services, null), view, errors, formId: randomUUID(), status: doneIn(c, again) }
  return html(c, <OfficeReplyPage {...props} {...(typed && { typed })} />, { status })
}

async function save(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await reportOf(c, services, official)
  if (!view.mayWrite) throw new Refused(403, 'not-permitted')
  const typed = typedOf(await readForm(c), REPORT_FIELDS)
  const form = readReportForm(c.get('lang'), typed)
  if (!form.ok) return reportPage(c, services, view, { typed, errors: form.errors, status: 422 })
  const { institution, year } = view
  const outcome = await saveYearReport(services, official, { institutionId: institution.id, year, ...form.value })
  if (outcome.kind === 'saved') return redirect(c, `${urls.one(year, institution.slug)}?u=ruajtja`)
  if (outcome.kind === 'not-permitted') throw new Refused(403, 'not-permitted')
  // What was typed comes back with the number that stands now: sent again, it is meant.
  const again = { ...typed, rishikimi: String(view.report?.revision ?? 0) }
  const errors = { hyrja: transparencyTexts(c.get('lang')).office.errors.meanwhile }
  return reportPage(c, services, view, { typed: again, errors, status: 409 })
}

async function publish(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await reportOf(c, services, official)
  if (!view.mayPublish) throw new Refused(403, 'not-permitted')
  const t = transparencyTexts(c.get('lang')).office.errors
  const typed = typedOf(await readForm(c), PUBLISH_FIELDS)
  const form = readPublishForm(c.get('lang'), typed)
  const { institution, year } = view
  const again = (errors: FieldErrors, status: number) =>
    reportPage(c, services, view, { typed: { ...wordsOf(view), ...typed }, errors, status })
  if (!form.ok) return again(form.errors, 422)
  const outcome = await publishYearReport(services, official, { institutionId: institution.id, year, ...form.value })
  if (outcome.kind === 'published') return redirect(c, `${urls.one(year, institution.slug)}?u=publikimi`)
  if (outcome.kind === 'not-permitted') throw new Refused(403, 'not-permitted')
  const { refusal } = outcome
  if (refusal === 'reason-missing') return again({ arsyeja: t.reason }, 422)
  return again({ publikimi: refusal === 'changed-meanwhile' ? t.meanwhile : t[refusal] }, 409)
}

/** Beside the form of publication that of the words stands as it was saved. */
const wordsOf = ({ report }: OfficeReportView): Typed => ({
  hyrja: report?.introduction ?? '',
  veshtiresite: report?.difficulties ?? '',
  masat: report?.measures ?? '',
  'akte-te-tjera': String(report?.otherActs ?? ''),
})

async function reply(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await replyOf(c, services, official)
  if (!view.mayReply) throw new Refused(403, 'not-permitted')
  const typed = typedOf(await readForm(c), REPLY_FIELDS)
  const form = readReplyForm(c.get('lang'), typed)
  if (!form.ok) return replyPage(c, services, view, { typed, errors: form.errors, status: 422 })
  const { institution, year } = view
  const outcome = await writeReply(services, official, { institutionId: institution.id, year, ...form.value })
  if (outcome.kind === 'published') return redirect(c, `${urls.reply(year, institution.slug)}?u=pergjigjja`)
  if (outcome.kind === 'not-permitted') throw new Refused(403, 'not-permitted')
  const errors = { pergjigjja: transparencyTexts(c.get('lang')).office.errors.replyTaken }
  return replyPage(c, services, view, { typed, errors, status: 409 })
}

async function withdraw(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await replyOf(c, services, official)
  const { institution, year } = view
  const outcome = await withdrawReply(services, official, { institutionId: institution.id, year })
  if (outcome.kind === 'withdrawn') return redirect(c, `${urls.reply(year, institution.slug)}?u=terheqja`)
  if (outcome.kind === 'not-permitted') throw new Refused(403, 'not-permitted')
  const errors = { pergjigjja: transparencyTexts(c.get('lang')).office.errors.nothingStands }
  return replyPage(c, services, view, { errors, status: 409 })
}
