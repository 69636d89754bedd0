import { randomUUID } from 'node:crypto'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { isTooMany, type Limit } from '#platform/http/rate-limits.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebContext } from '#platform/http/web-context.ts'
import { formatIn, serveForm } from '#platform/papers/serve-form.ts'
import { streamOf } from '#platform/export/file-formats.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Services } from '#platform/services.ts'
import { ErrorPage } from '#ui/error-page.tsx'
import { giveVerdict } from './give-verdict.ts'
import { transmittalPaper } from './letter-view.ts'
import { makeBundle } from './make-bundle.ts'
import { spoken, viewAgain, wholeTransmittal, type TransmittalView } from './office-view.ts'
import { receiveTransmittal } from './receive-transmittal.ts'
import { readReceipt, readVerdict, RECEIPT_FIELDS, seenIn, typedDay, verdictFields } from './review-form.ts'
import { VERDICT_KINDS, type EnteredAs, type VerdictKind } from './review-rules.ts'
import { textsIn } from './texts.ts'
import { TransmittalPage, type Side } from './transmittal-page.tsx'
import { deskUrls, reviewUrls } from './urls.ts'

export type Again = { typed?: Typed; errors?: FieldErrors; status?: number }

/** A letter as one of the two sides has it before it. */
export type SeenLetter = { side: Side; view: TransmittalView }

const AS: Record<Side, EnteredAs> = { office: 'secretary', desk: 'authority' }
const urlOf = (side: Side, id: string): string => (side === 'desk' ? deskUrls : reviewUrls).one(id)

/** What this side may say of an act that was sent. */
const kindsOf = (side: Side): VerdictKind[] =>
  side === 'desk' ? spoken(VERDICT_KINDS) : VERDICT_KINDS.filter((kind) => kind !== 'not-needed' && kind !== 'mistake')

export function letterPage(
  c: WebContext,
  services: Services,
  { side, view }: SeenLetter,
  { typed = {}, errors = {}, status = 200 }: Again = {},
): Promise<Response> {
  const { transmittal, today } = view
  const filled = {
    ...typedDay('dergimi', today),
    ...typedDay('pranimi', today),
    menyra: transmittal.channel,
    protokolli: transmittal.protocol ?? '',
    ...typed,
  }
  const props = {
    page: pageOf(c, services, null),
    side,
    view,
    typed: filled,
    errors,
    formId: randomUUID(),
    kinds: kindsOf(side),
    status: doneWords(textsIn(c.get('lang')).one.done, c.req.query('u')),
  }
  return html(c, <TransmittalPage {...props} />, { status })
}

type Refusal = keyof ReturnType<typeof textsIn>['refusals']

/** On to the letter, or its page as it is now with what stood in the way. */
export async function answerLetter(
  c: WebContext,
  services: Services,
  { side, view }: SeenLetter,
  { outcome, done, field, typed = {} }: { outcome: 'done' | Refusal; done: string; field: string; typed?: Typed },
): Promise<Response> {
  const { transmittal } = view
  if (outcome === 'done') return redirect(c, `${urlOf(side, transmittal.id)}?u=${done}`)
  const errors = { [field]: textsIn(c.get('lang')).refusals[outcome] }
  const again = await viewAgain(services, c.get('lang'), view)
  const status = WRONG_WORDS.includes(outcome) ? 422 : 409
  return letterPage(c, services, { side, view: again ?? view }, { typed, errors, status })
}

/** What was typed does not fit; everything else has changed meanwhile. */
const WRONG_WORDS: readonly Refusal[] = [
  'no-address',
  'no-desk',
  'before-adoption',
  'before-sending',
  'too-early',
  'mixed',
]

/** The authority's protocol: typed from the slip, or at its own desk. */
export async function receive(c: WebContext, services: Services, official: Official, seen: SeenLetter) {
  const { side, view } = seen
  const form = await readForm(c)
  const read = readReceipt(form, textsIn(c.get('lang')), view.today)
  if (!read.ok) return letterPage(c, services, seen, { ...read, status: 422 })
  const by = { accountId: official.accountId }
  const order = { ...read.value, as: AS[side], by, seen: seenIn(form) }
  const outcome = await receiveTransmittal(services, view.transmittal.id, order)
  if (outcome === 'no-such-transmittal') throw notFound()
  const field = outcome === 'before-sending' ? 'pranimi' : 'protokolli-organit'
  return answerLetter(c, services, seen, { outcome, done: 'pranimi', field, typed: typedIn(form, RECEIPT_FIELDS) })
}

/** One answer for one act of the letter or for several. */
export async function answerActs(c: WebContext, services: Services, official: Official, seen: SeenLetter) {
  const { side, view } = seen
  const texts = textsIn(c.get('lang'))
  const form = await readForm(c)
  const read = readVerdict(form, texts, { prefix: '', today: view.today, kinds: kindsOf(side) })
  if (!read.ok) return letterPage(c, services, seen, { ...read, status: 422 })
  const typed = { ...typedIn(form, verdictFields('')), aktet: read.value.actIds.join(' ') }
  const ofLetter = read.value.actIds.filter((id) => view.acts.some(({ actId }) => actId === id))
  if (ofLetter.length === 0)
    return letterPage(c, services, seen, { typed, errors: { aktet: texts.verdict.errors.acts }, status: 422 })
  const { authorityInstitutionId: to } = view.transmittal
  const outcome = await giveVerdict(services, {
    ...read.value,
    actIds: ofLetter,
    correcting: false,
    formId: formIn(form),
    as: AS[side],
    by: { accountId: official.accountId },
    ...(side === 'desk' && { authorities: to === null ? [] : [to] }),
  })
  const field = outcome === 'too-early' ? 'dita' : 'aktet'
  return answerLetter(c, services, seen, { outcome, done: 'pergjigjja', field, typed })
}

/** Files are made anew or read whole. */
const LIMIT: Limit = { count: 60, minutes: 10 }

export async function serveLetter(c: WebContext, services: Services, view: TransmittalView): Promise<Response> {
  const format = formatIn(c.req.param('format'))
  const { transmittal } = view
  const form = transmittalPaper(services, await inAlbanian(services, view))
  const order = { form, madeAt: transmittal.changedAt, name: fileName(view), format, open: false }
  const served = await serveForm(c, services, order)
  if (served) return served
  const t = textsIn(c.get('lang'))
  const page = pageOf(c, services, null)
  return html(c, <ErrorPage page={page} status={501} title={t.one.letter} paragraphs={[t.paper.noFile]} />, {
    status: 501,
  })
}

/** The letter and its acts as one archive. */
export async function serveBundle(c: WebContext, services: Services, view: TransmittalView): Promise<Response> {
  if (await isTooMany(services, 'acts.bundle', c.get('address'), LIMIT)) throw new Refused(429, 'too-many')
  const t = textsIn('sq').paper
  const bundle = await makeBundle(services, {
    form: transmittalPaper(services, await inAlbanian(services, view)),
    madeAt: view.transmittal.changedAt,
    acts: view.acts,
    words: { letter: t.letterFile, text: t.textFile, noText: t.noText },
  })
  return new Response(streamOf(bundle), {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${fileName(view)}.zip"`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  })
}

/** A letter speaks Albanian, whatever the reader does. */
const inAlbanian = async (services: Services, view: TransmittalView): Promise<TransmittalView> =>
  (await wholeTransmittal(services, 'sq', view.transmittal, view.mayWrite)) ?? view

const fileName = ({ transmittal: { institutionSlug, number, numberYear } }: TransmittalView): string =>
  [textsIn('sq').paper.folder, institutionSlug, ...(number === null ? [] : [number, numberYear])].join('-')

export const typedIn = (form: FormData, names: readonly string[]): Typed =>
  Object.fromEntries(names.map((name) => [name, textField(form, name)]))

/** The number of the form; one that nobody sent counts once. */
export function formIn(form: FormData): string {
  const sent = textField(form, 'dergesa')
  return isUuid(sent) ? sent : randomUUID()
}
