import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { councilPermissions as may } from '../permissions.ts'
import { endMandate, giveMandate } from './give-mandate.ts'
import { FormPage, type Again } from './office-part.tsx'
import { PairsPage } from './office-people-page.tsx'
import { listTermBodies, viewOfficeTerm, viewPairs, viewTerms, type OfficeTermView } from './office-people-view.ts'
import { byOf, councillorPage, formIdIn, seenIn, writableCouncillor, type PeopleRoom } from './office-routes.tsx'
import { OfficeTermPage, TermListPage } from './office-term-page.tsx'
import { END_FIELDS, MANDATE_FIELDS, TERM_FIELDS } from './people-field-rules.ts'
import { readFields, typedFields, typedOfRecord } from './people-form.ts'
import { readResults, resultLines } from './people-rules.ts'
import { keepTwoPeople, mergePeople, type PairOutcome } from './settle-pair.ts'
import { textsIn } from './texts.ts'
import { peopleOfficeUrls as urls } from './urls.ts'
import { changeTerm, createTerm } from './write-term.ts'

const write = may['council-people.write']

/** Terms with what the election gave, mandates, and people who may be one. */
export function mandateRoutes(app: WebApp, room: PeopleRoom): void {
  const { services } = room
  officeRoute(app, 'GET', urls.terms(), may['council.read'], async (c, official) =>
    html(
      c,
      <TermListPage page={pageOf(c, services, null)} view={await viewTerms(services, c.get('lang'), official)} />,
    ),
  )
  officeRoute(app, 'GET', urls.newTerm(), write, (c, official) =>
    newTermPage(c, services, official, { typed: { dergesa: randomUUID() }, errors: {} }, 200),
  )
  officeRoute(app, 'POST', urls.newTerm(), write, (c, official) => create(c, services, official))
  officeRoute(app, 'GET', urls.term(':id'), may['council.read'], async (c, official) => {
    const view = await termFor(c, services, official)
    const done = doneWords(textsIn(c.get('lang')).done, c.req.query('u'))
    return html(c, <OfficeTermPage page={pageOf(c, services, null)} view={view} status={done} />)
  })
  officeRoute(app, 'GET', urls.changeTerm(':id'), write, async (c, official) => {
    const view = await writableTerm(c, services, official)
    return changeTermPage(c, services, view, { typed: typedOfTerm(view), errors: {} }, 200)
  })
  officeRoute(app, 'POST', urls.changeTerm(':id'), write, (c, official) => change(c, services, official))
  officeRoute(app, 'POST', urls.mandates(':id'), write, (c, official) => give(c, services, official))
  officeRoute(app, 'GET', urls.endMandate(':id', ':mandate'), write, (c, official) =>
    endPage(c, services, official, { typed: {}, errors: {} }, 200),
  )
  officeRoute(app, 'POST', urls.endMandate(':id', ':mandate'), write, (c, official) => end(c, services, official))
  officeRoute(app, 'GET', urls.pairs(), may['council.read'], (c, official) => pairsPage(c, services, official))
  officeRoute(app, 'POST', urls.pair(':id'), write, (c, official) => settle(c, room, official))
}

async function termFor(c: WebContext, services: Services, official: Official): Promise<OfficeTermView> {
  const view = await viewOfficeTerm(services, c.get('lang'), official, c.req.param('id') ?? '')
  if (!view) throw notFound()
  return view
}

async function writableTerm(c: WebContext, services: Services, official: Official): Promise<OfficeTermView> {
  const view = await termFor(c, services, official)
  if (!view.mayWrite) throw new Refused(403, 'not-permitted')
  return view
}

const typedOfTerm = ({ term, results }: OfficeTermView): Typed => ({
  ...typedOfRecord({ ...term, results: resultLines(results) }, TERM_FIELDS),
  versioni: String(term.version),
})

async function newTermPage(c: WebContext, services: Services, official: Official, again: Again, status: number) {
  const lang = c.get('lang')
  const t = textsIn(lang).terms
  const bodies = await listTermBodies(services, lang, official)
  const choices = {
    bodyId: bodies.map(({ id, name, institutionName }) => ({ value: id, label: `${name}, ${institutionName}` })),
  }
  return html(
    c,
    <FormPage
      page={pageOf(c, services, null)}
      title={t.create}
      lead={bodies.length === 0 ? t.noBody : t.createLead}
      back={{ href: urls.terms(), label: t.title }}
      action={urls.newTerm()}
      fields={termFields(true)}
      choices={choices}
      submit={t.save}
      {...again}
    />,
    { status },
  )
}

/** Of a term that stands the council is not asked again; its name is called otherwise than a person’s. */
const termFields = (isNew: boolean) =>
  TERM_FIELDS.filter(({ key }) => isNew || key !== 'bodyId').map((field) =>
    field.key === 'name' ? { ...field, key: 'termName' } : field,
  )

function resultError(c: WebContext, typed: Typed): FieldErrors {
  const read = readResults(typed.rezultatet ?? '')
  return Array.isArray(read) ? {} : { rezultatet: textsIn(c.get('lang')).errors.results(read.line) }
}

async function create(c: WebContext, services: Services, official: Official): Promise<Response> {
  const lang = c.get('lang')
  const sent = await readForm(c)
  const form = readFields(sent, TERM_FIELDS, textsIn(lang))
  const typed = typedFields(sent, TERM_FIELDS)
  const body = (await listTermBodies(services, lang, official)).find(({ id }) => id === typed.organi)
  if (!body && isUuid(typed.organi ?? '')) throw new Refused(403, 'not-permitted')
  const errors = { ...(form.ok ? {} : form.errors), ...resultError(c, typed) }
  if (!form.ok || !body || Object.keys(errors).length > 0)
    return newTermPage(c, services, official, { typed, errors }, 422)
  const { institutionId } = body
  const order = { form: form.value, institutionId, formId: formIdIn(typed), by: byOf(official) }
  return redirect(c, `${urls.term(await createTerm(services, order))}?u=mandatiKrijimi`)
}

function changeTermPage(c: WebContext, services: Services, view: OfficeTermView, again: Again, status: number) {
  const t = textsIn(c.get('lang')).terms
  return html(
    c,
    <FormPage
      page={pageOf(c, services, null)}
      title={t.change}
      back={{ href: urls.term(view.term.id), label: view.term.name }}
      action={urls.changeTerm(view.term.id)}
      fields={termFields(false)}
      submit={t.save}
      {...again}
    />,
    { status },
  )
}

async function change(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await writableTerm(c, services, official)
  const texts = textsIn(c.get('lang'))
  const sent = await readForm(c)
  sent.set('organi', view.term.bodyId)
  const form = readFields(sent, TERM_FIELDS, texts)
  const typed = typedFields(sent, TERM_FIELDS)
  const errors = { ...(form.ok ? {} : form.errors), ...resultError(c, typed) }
  if (!form.ok || Object.keys(errors).length > 0) return changeTermPage(c, services, view, { typed, errors }, 422)
  const outcome = await changeTerm(services, view.term.id, { form: form.value, by: byOf(official), seen: seenIn(sent) })
  if (outcome === 'done') return redirect(c, `${urls.term(view.term.id)}?u=ndryshimi`)
  if (outcome === 'no-such-term') throw notFound()
  const field = outcome === 'too-few-seats' ? 'vende' : outcome === 'mandates-outside' ? 'nga' : 'titulli'
  const now = await termFor(c, services, official)
  return changeTermPage(c, services, now, { typed, errors: { [field]: texts.refusals[outcome] } }, 409)
}

async function give(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await writableCouncillor(c, services, official)
  const texts = textsIn(c.get('lang'))
  const sent = await readForm(c)
  const form = readFields(sent, MANDATE_FIELDS, texts)
  const typed = typedFields(sent, MANDATE_FIELDS)
  const again = (errors: FieldErrors, status: number) => councillorPage(c, services, view, { typed, errors, status })
  if (!form.ok) return again(form.errors, 422)
  const { termId, partyId } = form.value
  if (!view.terms.some(({ id }) => id === termId)) return again({ mandati: texts.refusals['no-such-term'] }, 422)
  if (partyId !== null && !view.parties.some(({ id }) => id === partyId))
    return again({ partia: texts.errors.choice }, 422)
  const order = { form: form.value, formId: formIdIn(typed), by: byOf(official) }
  const outcome = await giveMandate(services, view.councillor.personId, order)
  if (outcome === 'done') return redirect(c, `${urls.one(view.councillor.personId)}?u=mandati`)
  if (outcome === 'no-such-person') throw notFound()
  const field =
    outcome === 'no-seat' || outcome === 'no-such-term' ? 'mandati' : FOLLOWS.includes(outcome) ? 'zevendeson' : 'nga'
  return again({ [field]: texts.refusals[outcome] }, 409)
}

const FOLLOWS: readonly string[] = ['other-term', 'same-person', 'still-held', 'replaced-already', 'follows-too-early']

async function endPage(c: WebContext, services: Services, official: Official, again: Again, status: number) {
  const { councillor, mandates } = await writableCouncillor(c, services, official)
  const mandate = mandates.find(({ id }) => id === c.req.param('mandate'))
  if (!mandate) throw notFound()
  const t = textsIn(c.get('lang')).mandates
  return html(
    c,
    <FormPage
      page={pageOf(c, services, null)}
      title={t.endTitle(councillor.name)}
      lead={t.endLead}
      back={{ href: urls.one(councillor.personId), label: councillor.name }}
      action={urls.endMandate(councillor.personId, mandate.id)}
      fields={END_FIELDS}
      submit={t.endSubmit}
      {...again}
    />,
    { status },
  )
}

async function end(c: WebContext, services: Services, official: Official): Promise<Response> {
  const { councillor, mandates } = await writableCouncillor(c, services, official)
  const mandate = mandates.find(({ id }) => id === c.req.param('mandate'))
  if (!mandate) throw notFound()
  const texts = textsIn(c.get('lang'))
  const sent = await readForm(c)
  const form = readFields(sent, END_FIELDS, texts)
  const typed = typedFields(sent, END_FIELDS)
  if (!form.ok) return endPage(c, services, official, { typed, errors: form.errors }, 422)
  const outcome = await endMandate(services, mandate.id, { form: form.value, by: byOf(official) })
  if (outcome === 'done') return redirect(c, `${urls.one(councillor.personId)}?u=mbarimi`)
  if (outcome === 'no-such-mandate') throw notFound()
  return endPage(c, services, official, { typed, errors: { deri: texts.refusals[outcome] } }, 409)
}

type PairsAgain = { error?: string; status?: number }

async function pairsPage(c: WebContext, services: Services, official: Official, again: PairsAgain = {}) {
  const view = await viewPairs(services, c.get('lang'), official)
  const done = doneWords(textsIn(c.get('lang')).done, c.req.query('u'))
  const page = pageOf(c, services, null)
  const { error = null, status = 200 } = again
  return html(c, <PairsPage page={page} view={view} error={error} status={done} />, { status })
}

async function settle(c: WebContext, { services, doors }: PeopleRoom, official: Official): Promise<Response> {
  const texts = textsIn(c.get('lang'))
  const id = c.req.param('id') ?? ''
  const found = (await viewPairs(services, c.get('lang'), official)).pairs.find((one) => one.id === id)
  if (!found) throw notFound()
  if (!mayIn(official, write, found.institutionId)) throw new Refused(403, 'not-permitted')
  const decision = textField(await readForm(c), 'vendimi')
  const known = decision === 'dy' || decision === found.keptId || decision === found.otherId
  if (!known) return pairsPage(c, services, official, { error: texts.pairs.choose, status: 422 })
  const outcome: PairOutcome =
    decision === 'dy'
      ? await keepTwoPeople(services, official, id)
      : await mergePeople(services, official, id, { keep: decision, doors })
  if (outcome === 'done') return redirect(c, `${urls.pairs()}?u=${decision === 'dy' ? 'dyVeta' : 'bashkimi'}`)
  if (outcome === 'no-such-pair') throw notFound()
  return pairsPage(c, services, official, { error: texts.refusals[outcome], status: 409 })
}
