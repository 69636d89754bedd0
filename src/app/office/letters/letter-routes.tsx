import { randomUUID } from 'node:crypto'
import { noteAccesses } from '#platform/auth/access-log.ts'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { serveDocument } from '#platform/documents/serve-document.ts'
import type { Door } from '#platform/door.ts'
import { doneWords } from '#platform/http/done-words.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, pageOf } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { letterPermissions as may } from '#platform/letters/letter-permissions.ts'
import { letterRef } from '#platform/letters/letter-subject.ts'
import type { Services } from '#platform/services.ts'
import { LetterListPage } from './letter-list-page.tsx'
import { readLetterQuestion, viewLetterExport, viewLetterList } from './letter-list-view.ts'
import { LetterPage } from './letter-page.tsx'
import { viewLetter } from './letter-view.ts'
import { textsIn } from './letters-texts.ts'
import { letterUrls } from './urls.ts'

/** Reading letters. What is done with them stands in the routes beside this file. */
export function letterRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  officeRoute(app, 'GET', letterUrls.list(), may['letters.read'], async (c, official) => {
    const view = await viewLetterList(services, official, readLetterQuestion(c.req.query()))
    const status = doneWords({ fshi: textsIn(c.get('lang')).letter.removed }, c.req.query('u'))
    return html(c, <LetterListPage page={pageOf(c, services, null)} view={view} status={status} />)
  })

  officeRoute(app, 'GET', letterUrls.csv(), may['letters.read'], (c, official) => exportLetters(c, services, official))

  officeRoute(app, 'GET', letterUrls.one(':id'), may['letters.read'], (c, official) =>
    letterPage(c, services, doors, official),
  )

  officeRoute(app, 'GET', letterUrls.document(':id', ':document'), may['letters.read'], async (c, official) => {
    const view = await viewLetter({ services, doors, lang: c.get('lang'), official }, c.req.param('id') ?? '')
    const document = c.req.param('document')
    const named = view && [view.letter.pdfDocumentId, view.letter.docxDocumentId].find((id) => id === document)
    if (!named) throw notFound()
    return serveDocument(c, services, named, { public: false, contactId: view.letter.contactId })
  })
}

async function exportLetters(c: WebContext, services: Services, official: Official): Promise<Response> {
  const question = readLetterQuestion(c.req.query())
  const { csv, letters } = await viewLetterExport(services, c.get('lang'), official, question)
  // One line in the log of each letter: the person it went to can read that it was exported.
  const seen = letters.map(({ id, institutionId, contactId }) => ({ institutionId, subject: letterRef(id), contactId }))
  await noteAccesses(services, official, 'exported', seen)
  return new Response(csv, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="shkresat.csv"',
      'cache-control': 'no-store',
    },
  })
}

export type Again = { typed?: Typed; errors?: FieldErrors; status?: number }

/** A letter with its deeds; `again`: one of them came back with something to mend. */
export async function letterPage(
  c: WebContext,
  services: Services,
  doors: readonly Door[],
  official: Official,
  again: Again = {},
): Promise<Response> {
  const view = await viewLetter({ services, doors, lang: c.get('lang'), official }, c.req.param('id') ?? '')
  if (!view) throw notFound()
  const t = textsIn(c.get('lang')).letter
  const done = {
    ruajt: t.saved,
    leshoi: t.issued,
    anuloi: t.cancelled,
    protokolloi: t.protocolAdded,
    dergoi: t.sent,
    serish: t.remaking,
  }
  return html(
    c,
    <LetterPage
      page={pageOf(c, services, view.institution)}
      view={view}
      status={again.status ? null : doneWords(done, c.req.query('u'))}
      typed={{ dergesa: randomUUID(), ...again.typed }}
      errors={again.errors ?? {}}
    />,
    { status: again.status ?? 200 },
  )
}
