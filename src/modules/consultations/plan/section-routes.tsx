import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { consultationPermissions as may } from '../permissions.ts'
import { textsIn } from '../texts.ts'
import { officePlanUrls as urls } from '../urls.ts'
import { parseSection, SECTIONS, type NumberedSection, type Section } from './content-rules.ts'
import { rowsTyped, typedOfForm } from './field-form.ts'
import { sectionBlocks } from './plan-document-view.ts'
import { viewOwnWords, viewPlan, type PlanView } from './plan-view.ts'
import { saveSection } from './save-section.ts'
import { readSection, silentOf, typedOfSection } from './section-form.ts'
import { SectionPage, type SectionPageProps } from './section-page.tsx'

/** Each section is a page of its own: everything typed comes back, and nothing of somebody else's is written over unseen. */
export function sectionRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', urls.section(':id', ':pjesa'), may['plans.write'], async (c, official) => {
    const { view, section } = await sectionOf(c, services, official)
    const { content, version } = standing(view, section)
    return page(c, services, { view, section, typed: typedOf(section, content), version })
  })

  officeRoute(app, 'POST', urls.section(':id', ':pjesa'), may['plans.write'], async (c, official) => {
    const { view, section } = await sectionOf(c, services, official)
    const typed = typedOfForm(await readForm(c))
    const fromVersion = /^\d{1,9}$/.test(typed.versioni ?? '') ? Number(typed.versioni) : 0
    const again = { view, section, typed, version: fromVersion }
    if ((typed.veprimi ?? '').startsWith('shto-')) return page(c, services, { ...again, grow: typed.veprimi?.slice(5) })
    const read = readSection(section, typed, textsIn(c.get('lang')).plans.errors)
    if (!read.ok) return page(c, services, { ...again, errors: read.errors, status: 422 })
    // The reader of a section gives that section's content: the pair is one of the five.
    const order = { section, content: read.value } as NumberedSection
    const outcome = await saveSection(services, official, { ...order, id: view.plan.id, fromVersion })
    switch (outcome.kind) {
      case 'saved':
        return redirect(c, `${urls.one(view.plan.id)}?u=ruajt`)
      case 'changed-meanwhile':
        return meanwhile(c, services, official, typed)
      case 'taken-down':
        throw new Refused(409, 'conflict')
      case 'not-permitted':
        throw new Refused(403, 'not-permitted')
      case 'no-such-plan':
        throw notFound()
    }
  })
}

async function sectionOf(c: WebContext, services: Services, official: Official) {
  const section = SECTIONS.find((one) => String(one) === c.req.param('pjesa'))
  const view = await viewPlan(services, official, c.get('lang'), c.req.param('id') ?? '')
  if (!section || !view) throw notFound()
  if (!view.mayWrite) throw new Refused(403, 'not-permitted')
  return { view, section }
}

function standing(view: PlanView, section: Section) {
  const row = view.sections.find((one) => one.section === section)
  if (!row) throw notFound()
  return row
}

const typedOf = (section: Section, content: unknown): Typed => typedOfSection(section, parseSection(section, content))

/** What the other wrote, above the fields that keep what this one wrote; the next press saves over it knowingly. */
async function meanwhile(c: WebContext, services: Services, official: Official, typed: Typed): Promise<Response> {
  const { view, section } = await sectionOf(c, services, official)
  const row = standing(view, section)
  const errors = { pjesa: textsIn(c.get('lang')).plans.section.meanwhileError }
  const blocks = sectionBlocks(c.get('lang'), section, view.content)
  const theirs = { blocks, by: row.changedBy, at: row.changedAt }
  return page(c, services, { view, section, typed, version: row.version, errors, theirs, status: 409 })
}

type Shown = Pick<SectionPageProps, 'view' | 'section' | 'typed' | 'version'> & {
  errors?: FieldErrors
  theirs?: SectionPageProps['theirs']
  status?: number
  /** The list that gets one more row. */
  grow?: string | undefined
}

async function page(c: WebContext, services: Services, shown: Shown): Promise<Response> {
  const { errors = {}, theirs = null, status = 200, grow, ...props } = shown
  const used = await viewOwnWords(services, props.view.plan.institutionId)
  // Two empty rows where one more was asked for: the page always ends a list with one.
  const rows = (list: string): number[] => {
    const typed = rowsTyped(props.typed, list, silentOf(list))
    return grow === list ? [...typed, (typed.at(-1) ?? 0) + 1] : typed
  }
  const frame = pageOf(c, services, null)
  return html(c, <SectionPage {...props} page={frame} errors={errors} theirs={theirs} rows={rows} used={used} />, {
    status,
  })
}
