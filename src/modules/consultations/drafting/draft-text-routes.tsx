import { doneWords } from '#platform/http/done-words.ts'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { readUpload, type Upload } from '#platform/files/upload.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import { DraftTextPage } from './draft-text-page.tsx'
import { viewDraftText } from './draft-view.ts'
import { readDraftText, type TextInput } from './read-draft-text.ts'
import { keepAllDoubts, settleTextDoubt, type SettleTextOutcome } from './settle-text-doubt.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A code of 1,200 articles is half a megabyte of text. */
const LIMITS = { files: 1, fileBytes: 20_000_000, fieldBytes: 4_000_000 }

/** The text of a draft: reading it in, and settling what the reader doubted. */
export function draftTextRoutes(app: WebApp, services: Services): void {
  const write = may['consultations.write']
  officeRoute(app, 'GET', officeUrls.text(':id'), may['consultations.read'], (c, official) =>
    textPage(c, services, official),
  )

  officeRoute(app, 'POST', officeUrls.text(':id'), write, async (c, official) => {
    const upload = await readUpload(c, services, LIMITS)
    const t = textsIn(c.get('lang')).office.textErrors
    if (upload.kind !== 'upload') {
      const error = upload.kind === 'too-large' ? t['too-large'] : t['not-a-docx']
      return textPage(c, services, official, {
        errors: { dokumenti: error },
        typed: textField(upload.fields, 'teksti'),
        status: 422,
      })
    }
    try {
      return await readIn(c, services, official, upload)
    } finally {
      await upload.discard()
    }
  })

  officeRoute(app, 'POST', officeUrls.doubts(':id'), write, async (c, official) =>
    settled(c, services, official, await keepAllDoubts(services, official, idOf(c))),
  )

  officeRoute(app, 'POST', officeUrls.doubt(':id', ':doubt'), write, async (c, official) => {
    const settlement = textField(await readForm(c), 'vendimi') === 'left-out' ? 'left-out' : 'kept'
    const doubtId = c.req.param('doubt') ?? ''
    if (!isUuid(doubtId)) throw notFound()
    return settled(c, services, official, await settleTextDoubt(services, official, idOf(c), doubtId, settlement))
  })
}

function idOf(c: WebContext): string {
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) throw notFound()
  return id
}

async function readIn(c: WebContext, services: Services, official: Official, upload: Upload): Promise<Response> {
  const t = textsIn(c.get('lang')).office
  const words = textField(upload.fields, 'teksti')
  const input = inputOf(upload, words)
  if (typeof input === 'string') {
    return textPage(c, services, official, { errors: { dokumenti: t.textErrors[input] }, typed: words, status: 422 })
  }
  const outcome = await readDraftText(services, official, idOf(c), input, t.documentRoles.draft ?? '')
  switch (outcome.kind) {
    case 'read':
      return redirect(c, officeUrls.text(idOf(c)))
    case 'unreadable':
      return textPage(c, services, official, {
        errors: { dokumenti: t.textErrors[outcome.why] },
        typed: words,
        status: 422,
      })
    case 'published':
      throw new Refused(409, 'conflict')
    case 'not-permitted':
      throw new Refused(403, 'not-permitted')
    case 'no-such-consultation':
      throw notFound()
  }
}

function inputOf(upload: Upload, words: string): TextInput | 'nothing' | 'both' | 'not-a-docx' {
  const [file] = upload.files
  if (file && words) return 'both'
  if (file) return file.mediaType === DOCX ? { kind: 'docx', file } : 'not-a-docx'
  return words ? { kind: 'pasted', words } : 'nothing'
}

async function settled(
  c: WebContext,
  services: Services,
  official: Official,
  outcome: SettleTextOutcome,
): Promise<Response> {
  switch (outcome.kind) {
    case 'settled':
    case 'settled-before':
      return redirect(c, `${officeUrls.text(idOf(c))}?u=zgjidh#dyshimet`)
    case 'not-alone':
      return textPage(c, services, official, {
        errors: { dyshimet: textsIn(c.get('lang')).office.doubtNotAlone },
        status: 409,
      })
    case 'published':
      throw new Refused(409, 'conflict')
    case 'not-permitted':
      throw new Refused(403, 'not-permitted')
    case 'no-such-consultation':
    case 'no-such-doubt':
      throw notFound()
  }
}

type Again = { errors?: FieldErrors; typed?: string; status?: number }

async function textPage(c: WebContext, services: Services, official: Official, again: Again = {}): Promise<Response> {
  const view = await viewDraftText(services, official, c.get('lang'), c.req.param('id') ?? '')
  if (!view) throw notFound()
  const t = textsIn(c.get('lang')).office
  const status = doneWords({ krijua: t.created, zgjidh: t.doubtSettled }, c.req.query('u'))
  const page = pageOf(c, services, null)
  return html(
    c,
    <DraftTextPage
      page={page}
      view={view}
      typed={again.typed ?? ''}
      errors={again.errors ?? {}}
      status={again.errors ? null : status}
    />,
    { status: again.status ?? 200 },
  )
}
