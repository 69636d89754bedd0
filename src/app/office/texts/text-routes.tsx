import { doneWords } from '#platform/http/done-words.ts'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { withUpload, type Upload, type UploadRefusal } from '#platform/files/upload.ts'
import { textField, type FieldErrors } from '#platform/http/form.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import type { TextHolder } from '#platform/texts/text-holder.ts'
import { beginVersion } from '#platform/texts/versions/begin-version.ts'
import { dropVersion } from '#platform/texts/versions/drop-version.ts'
import { readIntoVersion } from '#platform/texts/versions/read-into-version.ts'
import { keepAllDoubts, settleTextDoubt, type SettleTextOutcome } from '#platform/texts/versions/settle-text-doubt.ts'
import { sourceOfUpload } from './source-of-upload.ts'
import { idOf, refuse, uuidOf } from './text-context.ts'
import { TextPage } from './text-page.tsx'
import { viewText } from './text-view.ts'
import { roomTexts } from './texts.ts'
import { textUrls } from './urls.ts'

/** A code of 1,200 articles is half a megabyte of text. */
const LIMITS = { files: 1, fileBytes: 20_000_000, fieldBytes: 4_000_000, unknownToo: true }

/** The title under which the file that was read stands among the papers of its record: in the language of the register. */
const TITLE_OF_DOCUMENT = 'Projektakti'

/** Reading a text in, settling what the reader doubted, beginning and dropping a later version. */
export function textRoutes(app: WebApp, services: Services, holder: TextHolder): void {
  officeRoute(app, 'GET', textUrls.text(holder, ':id'), holder.readers, (c, official) =>
    textPage(c, services, holder, official),
  )
  officeRoute(app, 'POST', textUrls.text(holder, ':id'), holder.writers, (c, official) =>
    withUpload(c, services, LIMITS, (upload) => readIn(c, services, holder, official, upload)),
  )
  officeRoute(app, 'POST', textUrls.doubts(holder, ':id'), holder.writers, async (c, official) => {
    await readForm(c)
    return settled(c, services, holder, official, await keepAllDoubts(services, holder, official, idOf(c)))
  })
  officeRoute(app, 'POST', textUrls.doubt(holder, ':id', ':doubt'), holder.writers, async (c, official) => {
    const settlement = textField(await readForm(c), 'vendimi') === 'left-out' ? 'left-out' : 'kept'
    const order = { id: idOf(c), doubtId: uuidOf(c, 'doubt'), settlement } as const
    return settled(c, services, holder, official, await settleTextDoubt(services, holder, official, order))
  })
  versionRoutes(app, services, holder)
}

function versionRoutes(app: WebApp, services: Services, holder: TextHolder): void {
  officeRoute(app, 'POST', textUrls.begin(holder, ':id'), holder.writers, async (c, official) => {
    await readForm(c)
    const outcome = await beginVersion(services, holder, official, idOf(c))
    if (outcome.kind !== 'begun' && outcome.kind !== 'begun-before') return refuse(outcome)
    return redirect(c, `${textUrls.text(holder, idOf(c))}?u=filloi`)
  })
  officeRoute(app, 'POST', textUrls.drop(holder, ':id'), holder.writers, async (c, official) => {
    const versionId = textField(await readForm(c), 'versioni')
    const outcome = await dropVersion(services, holder, official, { id: idOf(c), versionId })
    if (outcome.kind !== 'dropped' && outcome.kind !== 'no-draft') return refuse(outcome)
    // Dropped before, by a colleague or by the first of two clicks: what was asked for is so.
    return redirect(c, `${textUrls.text(holder, idOf(c))}?u=hequr`)
  })
}

async function readIn(
  c: WebContext,
  services: Services,
  holder: TextHolder,
  official: Official,
  upload: Upload | UploadRefusal,
): Promise<Response> {
  const typed = textField(upload.fields, 'teksti')
  const errors = roomTexts(c.get('lang')).textErrors
  const again = (why: keyof typeof errors): Promise<Response> =>
    textPage(c, services, holder, official, { errors: { dokumenti: errors[why] }, typed, status: 422 })
  if (upload.kind === 'too-large' || upload.kind === 'no-space') return again(upload.kind)
  if (upload.kind !== 'upload') return again('unknown-kind')
  const input = await sourceOfUpload({ words: typed, ...upload }, TITLE_OF_DOCUMENT)
  if (typeof input === 'string') return again(input)
  const outcome = await readIntoVersion(services, holder, official, { id: idOf(c), input })
  if (outcome.kind === 'unreadable') return again(outcome.why)
  if (outcome.kind === 'no-articles') return again('no-articles')
  if (outcome.kind !== 'read') return refuse(outcome)
  return redirect(c, `${textUrls.text(holder, idOf(c))}?u=lexuar`)
}

async function settled(
  c: WebContext,
  services: Services,
  holder: TextHolder,
  official: Official,
  outcome: SettleTextOutcome,
): Promise<Response> {
  switch (outcome.kind) {
    case 'settled':
    case 'settled-before':
      return redirect(c, `${textUrls.text(holder, idOf(c))}?u=zgjidh#dyshimet`)
    case 'not-alone': {
      const errors = { dyshimet: roomTexts(c.get('lang')).doubtNotAlone }
      return textPage(c, services, holder, official, { errors, status: 409 })
    }
    case 'no-such-doubt':
      throw notFound()
    default:
      return refuse(outcome)
  }
}

type Again = { errors?: FieldErrors; typed?: string; status?: number }

export async function textPage(
  c: WebContext,
  services: Services,
  holder: TextHolder,
  official: Official,
  again: Again = {},
): Promise<Response> {
  const view = await viewText(services, holder, official, c.get('lang'), c.req.param('id') ?? '')
  if (!view) throw notFound()
  const t = roomTexts(c.get('lang'))
  const done = {
    krijua: t.created,
    lexuar: t.read,
    zgjidh: t.doubtSettled,
    filloi: t.begun,
    hequr: t.dropped,
    publikua: t.publishedDone,
  }
  const { errors = {}, typed = '', status = 200 } = again
  const told = again.errors ? null : doneWords(done, c.req.query('u'))
  const page = pageOf(c, services, null)
  return html(c, <TextPage page={page} view={view} typed={typed} errors={errors} status={told} />, { status })
}
