import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Door } from '#platform/door.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { boardPermissions as may } from '../board/board-permissions.ts'
import { boardTexts } from '../board/board-texts.ts'
import { boardUrls } from '../board/board-urls.ts'
import { moveByHand, type HandMove, type HandOutcome } from './move-by-hand.ts'
import { groundField, readHandMove } from './one-form.ts'
import { OnePage } from './one-page.tsx'
import { hrefOfRecord, viewOne } from './one-view.ts'
import { HAND_DEEDS, type HandDeed } from '../board/reach-rules.ts'
import { kindsOf } from '../board/titles-view.ts'

/** One deadline, and all that is done with it by hand. Hung up last: `:id` would answer for every other page. */
export function oneRoutes(app: WebApp, services: Services, doors: readonly Door[]): void {
  const house: House = { services, doors }
  officeRoute(app, 'GET', boardUrls.one(':id'), may['deadlines.read'], (c, official) => onePage(c, house, official))
  for (const deed of HAND_DEEDS) {
    officeRoute(app, 'POST', boardUrls.deed(':id', deed), may['deadlines.move'], (c, official) =>
      postDeed(c, house, official, deed),
    )
  }
}

type House = { services: Services; doors: readonly Door[] }
type Again = { open?: HandDeed; typed?: Typed; errors?: FieldErrors; status?: number; form?: string }

async function onePage(c: WebContext, house: House, official: Official, again: Again = {}): Promise<Response> {
  const { services, doors } = house
  const { status = 200, form = randomUUID(), ...rest } = again
  const view = await viewOne(services, doors, c.get('lang'), official, c.req.param('id') ?? '')
  if (!view) throw notFound()
  if (status !== 200 && !view.mayMove) throw new Refused(403, 'not-permitted')
  const done = status === 200 ? doneWords(boardTexts(c.get('lang')).done, c.req.query('u')) : null
  const page = pageOf(c, services, null)
  return html(c, <OnePage page={page} view={view} form={form} done={done} {...rest} />, { status })
}

const DONE: Record<HandDeed, string> = {
  pause: 'pezulluar',
  resume: 'vazhduar',
  extend: 'zgjatur',
  meet: 'kryer',
  cancel: 'anuluar',
  give: 'dhene',
  reopen: 'rihapur',
}

async function postDeed(c: WebContext, house: House, official: Official, deed: HandDeed): Promise<Response> {
  const { services, doors } = house
  const lang = c.get('lang')
  const id = c.req.param('id') ?? ''
  const sent = await readForm(c)
  const form = textField(sent, 'dergesa')
  if (!isUuid(id) || !isUuid(form)) throw notFound()
  const read = readHandMove(lang, sent, deed)
  if (!read.ok) return onePage(c, house, official, { open: deed, ...read, form, status: 422 })
  const seen = { form, version: Number(textField(sent, 'versioni')) }
  const outcome = await moveByHand(services, kindsOf(doors), official, id, seen, read.value)
  switch (outcome.kind) {
    case 'done':
      return redirect(c, `${boardUrls.one(id)}?u=${DONE[deed]}`)
    case 'elsewhere': {
      const href = await hrefOfRecord(services, doors, lang, official, outcome.row)
      return redirect(c, href ?? boardUrls.one(id))
    }
    case 'no-such-deadline':
      throw notFound()
    case 'not-permitted':
      throw new Refused(403, 'not-permitted')
    default:
      return refusedPage(c, house, official, { outcome, move: read.value, form, sent })
  }
}

type Refusal = Exclude<
  HandOutcome,
  { kind: 'done' } | { kind: 'elsewhere' } | { kind: 'no-such-deadline' } | { kind: 'not-permitted' }
>
type RefusedDeed = { outcome: Refusal; move: HandMove; form: string; sent: FormData }

/** The same page again: what stands now, why it was not done, and everything that was typed. */
function refusedPage(c: WebContext, house: House, official: Official, refused: RefusedDeed): Promise<Response> {
  const { outcome, move, sent, form } = refused
  const { deed } = move
  const words = refusalWords(c.get('lang'), outcome)
  // What somebody else has changed meanwhile is looked at anew: the form begins with what stands now.
  const stale = outcome.kind === 'moved-meanwhile' || outcome.kind === 'not-possible'
  if (stale) return onePage(c, house, official, { errors: { permbajtja: words }, status: 409 })
  const field = fieldOf(deed, outcome)
  const typed = Object.fromEntries(
    [...sent].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
  return onePage(c, house, official, { open: deed, typed, errors: { [field]: words }, form, status: 422 })
}

function fieldOf(deed: HandDeed, { kind }: Refusal): string {
  if (kind === 'no-such-holder') return 'kujt'
  if (kind === 'too-late') return 'dita'
  if (deed === 'extend') return 'menyra'
  return deed === 'pause' ? groundField(deed) : 'permbajtja'
}

function refusalWords(lang: Lang, outcome: Refusal): string {
  const { states, form } = boardTexts(lang)
  const t = form.errors
  switch (outcome.kind) {
    case 'moved-meanwhile':
      return t.meanwhile(states[outcome.state])
    case 'not-possible':
      return t.impossible(states[outcome.state])
    case 'no-such-holder':
      return t.noSuchHolder
    case 'over':
      return t.over
    case 'not-longer':
      return t.notLonger
    case 'too-late':
      return t.tooLate(formatDate(lang, outcome.latest))
    case 'too-long':
      return t.tooLong(outcome.most)
    case 'extended-before':
      return t.extendedBefore
    case 'no-such-extension':
    case 'not-in-this-way':
      return t.noExtension
    case 'off':
      return t.off
  }
}
