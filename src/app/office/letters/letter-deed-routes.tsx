import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { PaperWay } from '#platform/dispatch/dispatch-rules.ts'
import type { Door } from '#platform/door.ts'
import { isUuid, lengthOf } from '#platform/http/field-rules.ts'
import { textField, typedOf, type FieldErrors } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { addProtocol, cancelLetter, makeFilesAgain, type LetterDeedOutcome } from '#platform/letters/cancel-letter.ts'
import { issueLetter } from '#platform/letters/issue-letter.ts'
import { letterPermissions as may } from '#platform/letters/letter-permissions.ts'
import { LETTER_LIMITS } from '#platform/letters/official-letter-rules.ts'
import { sendOfficialLetter } from '#platform/letters/send-official-letter.ts'
import { removeDraft } from '#platform/letters/write-letter.ts'
import type { Services } from '#platform/services.ts'
import { readProtocolForm, readSubmission } from './letter-form.ts'
import { letterPage } from './letter-routes.tsx'
import { textsIn } from './letters-texts.ts'
import { letterUrls } from './urls.ts'

/** What is done with a letter besides writing it. */
export function letterDeedRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  const desk: Desk = { services, doors }
  officeRoute(app, 'POST', letterUrls.issuing(':id'), may['letters.issue'], (c, official) => issueIt(c, desk, official))
  officeRoute(app, 'POST', letterUrls.removal(':id'), may['letters.write'], (c, official) =>
    removeIt(c, desk, official),
  )
  officeRoute(app, 'POST', letterUrls.cancellation(':id'), may['letters.issue'], (c, official) =>
    cancelIt(c, desk, official),
  )
  officeRoute(app, 'POST', letterUrls.protocol(':id'), may['letters.write'], (c, official) =>
    protocolIt(c, desk, official),
  )
  officeRoute(app, 'POST', letterUrls.sending(':id'), may['letters.write'], (c, official) => sendIt(c, desk, official))
  officeRoute(app, 'POST', letterUrls.files(':id'), may['letters.write'], async (c, official) => {
    const outcome = await makeFilesAgain(services, official, idOf(c))
    return answer(c, desk, official, outcome, 'serish')
  })
}

type Desk = { services: Services; doors: readonly Door[] }

function idOf(c: WebContext): string {
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) throw notFound()
  return id
}

const again = (
  c: WebContext,
  { services, doors }: Desk,
  official: Official,
  errors: FieldErrors,
  status: number,
  typed: Record<string, string> = {},
) => letterPage(c, services, doors, official, { errors, status, typed })

async function issueIt(c: WebContext, desk: Desk, official: Official): Promise<Response> {
  const t = textsIn(c.get('lang'))
  const revision = Number(textField(await readForm(c), 'revisioni'))
  const outcome = await issueLetter(desk.services, desk.doors, official, idOf(c), revision)
  switch (outcome.kind) {
    case 'issued':
      return redirect(c, `${letterUrls.one(idOf(c))}?u=leshoi`)
    case 'refused':
      return again(c, desk, official, { leshimi: t.refusals[outcome.refusal] }, 422)
    case 'changed-meanwhile':
      return again(c, desk, official, { permbajtja: t.letter.changedMeanwhile }, 409)
    case 'issued-meanwhile':
      return again(c, desk, official, { permbajtja: t.letter.meanwhile }, 409)
    case 'not-permitted':
    case 'no-such-letter':
      throw outcome.kind === 'not-permitted' ? new Refused(403, 'not-permitted') : notFound()
  }
}

async function removeIt(c: WebContext, desk: Desk, official: Official): Promise<Response> {
  const t = textsIn(c.get('lang')).letter
  const revision = Number(textField(await readForm(c), 'revisioni'))
  const outcome = await removeDraft(desk.services, official, idOf(c), revision)
  switch (outcome.kind) {
    case 'written':
      return redirect(c, `${letterUrls.list()}?u=fshi`)
    case 'changed-meanwhile':
      return again(c, desk, official, { permbajtja: t.changedMeanwhile }, 409)
    case 'issued-meanwhile':
      return again(c, desk, official, { permbajtja: t.meanwhile }, 409)
    case 'not-permitted':
    case 'no-such-letter':
      throw outcome.kind === 'not-permitted' ? new Refused(403, 'not-permitted') : notFound()
  }
}

async function cancelIt(c: WebContext, desk: Desk, official: Official): Promise<Response> {
  const typed = typedOf(await readForm(c), ['arsyeja'])
  const reason = typed.arsyeja ?? ''
  const error = textsIn(c.get('lang')).errors.reason
  if (lengthOf(reason) < 2 || lengthOf(reason) > LETTER_LIMITS.reason)
    return again(c, desk, official, { arsyeja: error }, 422, typed)
  return answer(c, desk, official, await cancelLetter(desk.services, official, idOf(c), reason), 'anuloi')
}

async function protocolIt(c: WebContext, desk: Desk, official: Official): Promise<Response> {
  const { typed, errors, value } = readProtocolForm(await readForm(c), textsIn(c.get('lang')))
  if (!value) return again(c, desk, official, errors, 422, typed)
  return answer(c, desk, official, await addProtocol(desk.services, official, idOf(c), value), 'protokolloi')
}

const WAYS: readonly ('e-mail' | PaperWay)[] = ['e-mail', 'hand', 'registered-post', 'post', 'pickup']

async function sendIt(c: WebContext, desk: Desk, official: Official): Promise<Response> {
  const form = await readForm(c)
  const t = textsIn(c.get('lang'))
  const typed = typedOf(form, ['menyra', 'dergesa'])
  const way = WAYS.find((one) => one === typed.menyra)
  const submission = readSubmission(form)
  if (!way || !submission) return again(c, desk, official, { menyra: t.errors.way }, 422)
  const outcome = await sendOfficialLetter(desk.services, official, idOf(c), { way, form: submission })
  switch (outcome.kind) {
    case 'sent':
      return redirect(c, `${letterUrls.one(idOf(c))}?u=dergoi`)
    case 'no-address':
    case 'not-ready':
      return again(
        c,
        desk,
        official,
        { menyra: outcome.kind === 'no-address' ? t.letter.noAddress : t.letter.notReady },
        422,
        typed,
      )
    case 'not-issued':
      return again(c, desk, official, { permbajtja: t.letter.meanwhile }, 409)
    case 'not-permitted':
    case 'no-such-letter':
      throw outcome.kind === 'not-permitted' ? new Refused(403, 'not-permitted') : notFound()
  }
}

function answer(
  c: WebContext,
  desk: Desk,
  official: Official,
  outcome: LetterDeedOutcome,
  done: string,
): Promise<Response> | Response {
  if (outcome === 'done') return redirect(c, `${letterUrls.one(idOf(c))}?u=${done}`)
  if (outcome === 'not-permitted') throw new Refused(403, 'not-permitted')
  if (outcome === 'no-such-letter') throw notFound()
  return again(c, desk, official, { permbajtja: textsIn(c.get('lang')).letter.meanwhile }, 409)
}
