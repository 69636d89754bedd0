import type { Door } from '#platform/door.ts'
import type { FieldErrors } from '#platform/http/form.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, json, pageOf, text } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { readSizes } from './consistency-form.ts'
import { ConsistencyPage } from './consistency-page.tsx'
import { viewConsistency, viewSize } from './consistency-view.ts'
import { EntryPage } from './entry-page.tsx'
import { viewEntry, type EntryView } from './entry-view.ts'
import { logCsv } from './log-csv-part.ts'
import { consistencyAsData, entryAsData, listAsData } from './log-data-view.ts'
import { LogPage } from './log-page.tsx'
import { dayFaults, readIndex, readLogQuestion } from './log-question-rules.ts'
import { MOST_ENTRIES_IN_FILE, viewLog, ZONE, type LogView } from './log-view.ts'
import { ledgerTexts } from './texts.ts'
import { ledgerUrls } from './urls.ts'

type Room = { services: Services; doors: readonly Door[] }

/** The log as people read it: what it is, its entries, one of them, and how it grew. */
export function logRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  const room = { services, doors }
  app.get(ledgerUrls.log(), (c) => logPage(c, room))
  app.get(ledgerUrls.data(), async (c) => {
    const view = await wholeList(c, room)
    const next = view.older === null ? null : placeAfter(c, services.settings.url, view.older)
    return json(c, listAsData(c.get('lang'), view, services.settings.url, next))
  })
  app.get(ledgerUrls.csv(), async (c) => csv(c, logCsv(c.get('lang'), await wholeList(c, room), services.settings.url)))
  app.get(ledgerUrls.consistency(), (c) => consistencyPage(c, services))
  app.get(ledgerUrls.consistencyData(), (c) => consistencyData(c, services))
  app.get('/ditari/:file{[0-9]+\\.json}', async (c) => {
    const view = await entryOf(c, room, c.req.param('file').replace('.json', ''))
    return json(c, entryAsData(c.get('lang'), view, services.settings.url))
  })
  app.get('/ditari/:file{[0-9]+\\.tlog-proof}', (c) => proofFile(c, room))
  app.get('/ditari/:index{[0-9]+}', async (c) => {
    const view = await entryOf(c, room, c.req.param('index'))
    return html(c, <EntryPage page={pageOf(c, services, null)} view={view} zone={ZONE} />, { cache: 'public' })
  })
}

async function logPage(c: WebContext, { services, doors }: Room): Promise<Response> {
  const lang = c.get('lang')
  const question = readLogQuestion(c.req.query())
  const faults = dayFaults(question)
  const t = ledgerTexts(lang).list
  const errors: FieldErrors = {
    ...(faults.nga && { nga: t.dayError }),
    ...(faults.deri && { deri: faults.deri === 'order' ? t.orderError : t.dayError }),
  }
  const view = await viewLog({ services, doors, lang }, question)
  const status = Object.keys(errors).length > 0 ? 422 : 200
  const page = (
    <LogPage
      page={pageOf(c, services, null)}
      view={view}
      question={withoutPlace(c)}
      errors={errors}
      mostInFile={MOST_ENTRIES_IN_FILE}
      zone={ZONE}
    />
  )
  return html(c, page, { status, ...(status === 200 && { cache: 'public' as const }) })
}

const wholeList = (c: WebContext, { services, doors }: Room): Promise<LogView> =>
  viewLog({ services, doors, lang: c.get('lang') }, readLogQuestion(c.req.query()), MOST_ENTRIES_IN_FILE)

function withoutPlace(c: WebContext): string {
  const query = new URLSearchParams(new URL(c.req.url).search)
  query.delete('para')
  return query.toString()
}

const placeAfter = (c: WebContext, url: string, older: string): string =>
  `${url}${inLanguage(c.get('lang'), ledgerUrls.data())}?${[withoutPlace(c), `para=${older}`].filter(Boolean).join('&')}`

async function entryOf(c: WebContext, { services, doors }: Room, words: string): Promise<EntryView> {
  const index = readIndex(words)
  const view = index === null ? null : await viewEntry(services, doors, c.get('lang'), index)
  if (!view) throw notFound()
  return view
}

async function proofFile(c: WebContext, room: Room): Promise<Response> {
  // It is the same in every language.
  if (c.get('lang') !== 'sq') throw notFound()
  const view = await entryOf(c, room, (c.req.param('file') ?? '').replace('.tlog-proof', ''))
  const response = text(c, view.tlogProof, 'text/plain; charset=utf-8')
  response.headers.set('content-disposition', `attachment; filename="hyrja-${view.entry.index}.tlog-proof"`)
  return response
}

async function consistencyPage(c: WebContext, services: Services): Promise<Response> {
  const size = await viewSize(services.db)
  const asked = readSizes(c.get('lang'), c.req.query(), size ?? 0)
  const view = asked.kind === 'asked' ? await viewConsistency(services.db, asked.from, asked.to) : null
  const errors = asked.kind === 'wrong' && size !== null ? asked.errors : {}
  const status = Object.keys(errors).length > 0 ? 422 : 200
  const page = (
    <ConsistencyPage page={pageOf(c, services, null)} size={size} typed={asked.typed} errors={errors} view={view} />
  )
  return html(c, page, { status, ...(status === 200 && { cache: 'public' as const }) })
}

async function consistencyData(c: WebContext, { db }: Services): Promise<Response> {
  const size = await viewSize(db)
  if (size === null) throw notFound()
  const asked = readSizes(c.get('lang'), { nga: '', deri: String(size), ...c.req.query() }, size)
  if (asked.kind !== 'asked') {
    return json(c, { size, errors: asked.kind === 'wrong' ? asked.errors : {} }, { status: 422 })
  }
  const view = await viewConsistency(db, asked.from, asked.to)
  if (!view) throw notFound()
  return json(c, consistencyAsData(view))
}

function csv(c: WebContext, body: string): Response {
  const response = text(c, body, 'text/csv; charset=utf-8')
  response.headers.set('content-disposition', 'attachment; filename="ditari.csv"')
  return response
}
