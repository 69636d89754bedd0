import { findRule } from '#law/rules/rules.ts'
import type { Rule } from '#law/rules/rule.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { notFound } from '#platform/http/refused.ts'
import { html, json, pageOf, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { answerAsData, clockAsData, rulesAsData } from './clock-data-view.ts'
import { askAddress, readAsk } from './clock-form.ts'
import { ClockListPage } from './clock-list-page.tsx'
import { countsHours, readClockQuestion } from './clock-list-rules.ts'
import { viewClockList } from './clock-list-view.ts'
import { ClockPage } from './clock-page.tsx'
import { answer, viewClock, type ClockAnswer } from './clock-view.ts'
import { ComputePage } from './compute-page.tsx'
import { clockTexts } from './texts.ts'
import { clockUrls } from './urls.ts'

/** The rules of the law, and a date by them for anyone. */
export function clockRoutes(app: WebApp, services: Services): void {
  app.get(clockUrls.list(), async (c) => {
    const view = await viewClockList(services, readClockQuestion(c.req.query()))
    return html(c, <ClockListPage page={pageOf(c, services, null)} view={view} />, { cache: 'public' })
  })
  app.get(clockUrls.listData(), (c) => json(c, rulesAsData(services.settings.url)))
  app.get(clockUrls.compute(), (c) => compute(c, services))
  app.get('/afatet/:file{(?:AL|XK)-[A-Z0-9-]{2,40}\\.json}', (c) =>
    ruleData(c, services, ruleOf(c.req.param('file').replace('.json', ''))),
  )
  app.get('/afatet/:id{(?:AL|XK)-[A-Z0-9-]{2,40}}', (c) => rulePage(c, services, ruleOf(c.req.param('id'))))
}

function ruleOf(id: string): Rule {
  const rule = findRule(id)
  if (!rule) throw notFound()
  return rule
}

/** Leads to the page of the rule that was chosen. */
function compute(c: WebContext, services: Services): Response | Promise<Response> {
  const { lang, query } = { lang: c.get('lang'), query: c.req.query() }
  const rule = findRule(query.rregulli ?? '')
  const asked = readAsk(lang, query, countsHours(rule))
  if (asked.kind === 'nothing' && query.rregulli === undefined) return again(c, services, asked.typed, {}, 200)
  const errors = {
    ...(rule ? {} : { rregulli: clockTexts(lang).calculator.errors.rule }),
    ...(asked.kind === 'wrong' ? asked.errors : {}),
    ...(asked.kind === 'nothing' ? { data: clockTexts(lang).calculator.errors.date } : {}),
  }
  if (!rule || asked.kind !== 'asked') return again(c, services, asked.typed, errors, 422)
  return redirect(c, `${clockUrls.rule(rule.id)}?${askAddress(asked.ask, countsHours(rule))}`)
}

const again = (c: WebContext, services: Services, typed: Typed, errors: FieldErrors, status: number) =>
  html(c, <ComputePage page={pageOf(c, services, null)} typed={typed} errors={errors} />, {
    status,
    ...(status === 200 && { cache: 'public' as const }),
  })

async function rulePage(c: WebContext, services: Services, rule: Rule): Promise<Response> {
  const lang = c.get('lang')
  const asked = readAsk(lang, c.req.query(), countsHours(rule))
  if (asked.kind === 'asked' && !asked.settled) {
    return redirect(c, `${clockUrls.rule(rule.id)}?${askAddress(asked.ask, countsHours(rule))}`)
  }
  const answered = asked.kind === 'asked' ? await answer(services, lang, rule, asked.ask) : null
  const unknown = answered?.kind === 'unknown-institution'
  const errors: FieldErrors = unknown
    ? { institucioni: clockTexts(lang).calculator.errors.institution }
    : asked.kind === 'wrong'
      ? asked.errors
      : {}
  const view = await viewClock(services, lang, rule)
  const status = Object.keys(errors).length > 0 ? 422 : 200
  const node = (
    <ClockPage
      page={pageOf(c, services, null)}
      view={view}
      typed={asked.typed}
      errors={errors}
      answer={shown(answered)}
      address={asked.kind === 'asked' && !unknown ? askAddress(asked.ask, countsHours(rule)) : null}
    />
  )
  return html(c, node, { status, ...(status === 200 && { cache: 'public' as const }) })
}

const shown = (answered: ClockAnswer | null) => (answered?.kind === 'unknown-institution' ? null : answered)

/** The rule as data; with a date the answer, in the keys of the command line. */
async function ruleData(c: WebContext, services: Services, rule: Rule): Promise<Response> {
  const lang = c.get('lang')
  const asked = readAsk(lang, c.req.query(), countsHours(rule))
  if (asked.kind === 'wrong') return json(c, { rule: rule.id, errors: asked.errors }, { status: 422 })
  if (asked.kind === 'nothing')
    return json(c, clockAsData(await viewClock(services, lang, rule), services.settings.url))
  const answered = await answer(services, lang, rule, asked.ask)
  if (answered.kind === 'unknown-institution') {
    const errors = { institucioni: clockTexts(lang).calculator.errors.institution }
    return json(c, { rule: rule.id, errors }, { status: 422 })
  }
  return json(c, answerAsData(answered))
}
