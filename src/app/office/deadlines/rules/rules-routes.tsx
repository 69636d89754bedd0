import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { confirmRule } from '#platform/deadlines/terms/confirm-rule.ts'
import { endTerm, type EndRefusal } from '#platform/deadlines/terms/end-term.ts'
import { setOwnTerm } from '#platform/deadlines/terms/set-own-term.ts'
import { termPermissions as may } from '#platform/deadlines/terms/term-rights-rules.ts'
import type { TermRefusal } from '#platform/deadlines/terms/write-term.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { ChangeOutcome } from '#platform/institutions/change-institution.ts'
import type { Services } from '#platform/services.ts'
import { textsIn } from '../../institutions/texts.ts'
import { RulePage } from './rule-page.tsx'
import { readConfirmForm, readEndForm, readOwnTermForm, type Texts } from './rules-form.ts'
import { RulesPage } from './rules-page.tsx'
import { rulesTexts } from './rules-texts.ts'
import { rulesUrls as urls } from './rules-urls.ts'
import { readRulesQuestion, viewPlace, viewRule, viewRules, type Place } from './rules-view.ts'

/** The rules of an institution's country, and what its administrator sets about them. */
export function rulesRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', urls.list(), may['rules.read'], async (c, official) => {
    const place = await placeOf(c, services, official, c.req.query('institucioni') ?? '')
    const view = await viewRules(services, place, c.get('lang'), readRulesQuestion(c.req.query()))
    return html(c, <RulesPage page={pageOf(c, services, null)} view={view} />)
  })
  officeRoute(app, 'GET', urls.rule(':rule'), may['rules.read'], async (c, official) => {
    const place = await placeOf(c, services, official, c.req.query('institucioni') ?? '')
    return rulePage(c, services, place, {})
  })
  confirmRoute(app, services)
  setRoute(app, services)
  endRoute(app, services)
}

function confirmRoute(app: WebApp, services: Services): void {
  officeRoute(app, 'POST', urls.confirm(':rule'), may['rules.write'], async (c, official) => {
    const { form, place, texts } = await sent(c, services, official)
    const { reader, value } = readConfirmForm(form, texts, { ruleId: ruleOf(c), today: place.today })
    const again = { open: 'confirm' as const, typed: reader.typed, errors: reader.errors }
    if (!reader.ok) return rulePage(c, services, place, again, 422)
    const outcome = await confirmRule(services, official, place.institution.id, withId(value))
    return settle(c, services, place, { outcome, again, done: 'konfirmuar', field: FIELD_OF_TERM })
  })
}

function setRoute(app: WebApp, services: Services): void {
  officeRoute(app, 'POST', urls.set(':rule'), may['rules.write'], async (c, official) => {
    const { form, place, texts } = await sent(c, services, official)
    const { reader, value } = readOwnTermForm(form, texts, { ruleId: ruleOf(c), today: place.today })
    const again = { open: 'set' as const, typed: reader.typed, errors: reader.errors }
    if (!reader.ok) return rulePage(c, services, place, again, 422)
    const outcome = await setOwnTerm(services, official, place.institution.id, withId(value.order), value.number)
    return settle(c, services, place, { outcome, again, done: 'caktuar', field: FIELD_OF_TERM })
  })
}

function endRoute(app: WebApp, services: Services): void {
  officeRoute(app, 'POST', urls.end(':rule'), may['rules.write'], async (c, official) => {
    const { form, place, texts } = await sent(c, services, official)
    const { reader, value } = readEndForm(form, texts)
    const again = { open: 'end' as const, typed: reader.typed, errors: reader.errors }
    if (!reader.ok) return rulePage(c, services, place, again, 422)
    if (!isUuid(value.termId)) throw notFound()
    const outcome = await endTerm(services, official, place.institution.id, value)
    return settle(c, services, place, { outcome, again, done: 'mbaruar', field: FIELD_OF_END })
  })
}

/** At which field a refusal is told. */
const FIELD_OF_TERM: Record<TermRefusal, string> = {
  'no-such-rule': 'baza',
  settled: 'baza',
  'other-deed': 'baza',
  'before-standing': 'nga',
  'set-meanwhile': 'baza',
}
const FIELD_OF_END: Record<EndRefusal, string> = {
  'no-such-term': 'deri',
  'ended-already': 'deri',
  'before-its-start': 'deri',
}

/** What somebody else did since the form was opened. */
const MEANWHILE: readonly string[] = ['set-meanwhile', 'ended-already']

type Again = { open?: 'confirm' | 'set' | 'end'; typed?: Typed; errors?: FieldErrors }

async function rulePage(
  c: WebContext,
  services: Services,
  place: Place,
  again: Again,
  status = 200,
): Promise<Response> {
  const view = await viewRule(services, place, ruleOf(c))
  if (!view) throw notFound()
  const done = status === 200 ? doneWords(rulesTexts(c.get('lang')).done, c.req.query('u')) : null
  const { open = null, typed = {}, errors = {} } = again
  const props = { view, open, errors, done, typed: { ...typed, form: randomUUID() } }
  return html(c, <RulePage page={pageOf(c, services, null)} {...props} />, { status })
}

async function sent(c: WebContext, services: Services, official: Official) {
  const form = await readForm(c)
  const place = await placeOf(c, services, official, textField(form, 'institucioni'))
  if (!place.mayWrite) throw new Refused(403, 'not-permitted')
  const lang = c.get('lang')
  const texts: Texts = { t: rulesTexts(lang), common: textsIn(lang) }
  return { form, place, texts }
}

async function placeOf(c: WebContext, services: Services, official: Official, asked: string): Promise<Place> {
  const place = await viewPlace(services, c.get('lang'), official, asked)
  if (!place) throw notFound()
  return place
}

const ruleOf = (c: WebContext): string => c.req.param('rule') ?? ''

/** A form without a number of its own still counts, once for each time it is sent. */
const withId = <T extends { formId: string }>(order: T): T =>
  order.formId ? order : { ...order, formId: randomUUID() }

type Settled<Refusal extends string> = {
  outcome: ChangeOutcome<Refusal>
  again: Again
  done: string
  field: Record<Refusal, string>
}

async function settle<Refusal extends TermRefusal | EndRefusal>(
  c: WebContext,
  services: Services,
  place: Place,
  { outcome, again, done, field }: Settled<Refusal>,
): Promise<Response> {
  const t = rulesTexts(c.get('lang'))
  if (outcome.kind === 'not-permitted') throw new Refused(403, 'not-permitted')
  if (outcome.kind === 'no-such-institution') throw notFound()
  if (outcome.kind !== 'refused') return redirect(c, `${urls.ruleOf(ruleOf(c), place.institution.id)}&u=${done}`)
  const words: Record<string, string> = { ...t.refusals, ...t.endRefusals }
  const errors = { [field[outcome.refusal]]: words[outcome.refusal] ?? '' }
  const status = MEANWHILE.includes(outcome.refusal) ? 409 : 422
  return rulePage(c, services, place, { ...again, errors }, status)
}
