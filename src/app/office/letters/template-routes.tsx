import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { textField, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import { defaultTemplate } from '#platform/letters/default-templates-texts.ts'
import { letterPermissions as may } from '#platform/letters/letter-permissions.ts'
import { LETTER_KINDS } from '#platform/letters/official-letter-rules.ts'
import {
  changeTemplate,
  chooseTwoPeople,
  endTemplate,
  startTemplate,
  type TemplateOutcome,
} from '#platform/letters/write-template.ts'
import type { Services } from '#platform/services.ts'
import { readSubmission } from './letter-form.ts'
import { textsIn } from './letters-texts.ts'
import { readTemplateForm, typedOfTemplate } from './template-form.ts'
import { TemplateListPage } from './template-list-page.tsx'
import { TemplateFormPage } from './template-form-page.tsx'
import { TemplatePage } from './template-page.tsx'
import { sampleOf, viewGoverned, viewTemplate, viewTemplates } from './template-view.ts'
import { letterUrls } from './urls.ts'

/** Templates, and whether two people see each letter. */
export function templateRoutes(app: WebApp, services: Services): void {
  officeRoute(app, 'GET', letterUrls.templates(), may['letters.read'], async (c, official) => {
    const t = textsIn(c.get('lang')).templates
    const view = await viewTemplates(services, c.get('lang'), official)
    const status = doneWords({ hoqi: t.endedDone, cilesoi: t.twoPeopleSaved }, c.req.query('u'))
    return html(c, <TemplateListPage page={pageOf(c, services, null)} view={view} status={status} />)
  })

  officeRoute(app, 'GET', letterUrls.newTemplate(), may['letters.templates'], (c, official) =>
    begin(c, services, official),
  )
  officeRoute(app, 'POST', letterUrls.newTemplate(), may['letters.templates'], (c, official) =>
    start(c, services, official),
  )

  officeRoute(app, 'GET', letterUrls.template(':id'), may['letters.read'], async (c, official) => {
    const view = await viewTemplate(services, c.get('lang'), official, c.req.param('id') ?? '')
    if (!view) throw notFound()
    const status = doneWords({ ruajt: textsIn(c.get('lang')).templates.saved }, c.req.query('u'))
    return html(c, <TemplatePage page={pageOf(c, services, null)} view={view} status={status} />)
  })

  officeRoute(app, 'GET', letterUrls.editTemplate(':id'), may['letters.templates'], async (c, official) => {
    const view = await viewTemplate(services, c.get('lang'), official, c.req.param('id') ?? '')
    if (!view?.mayChange || view.template.endedAt) throw notFound()
    return formPage(c, services, official, view.template.id, { typed: typedOfTemplate(view.template) })
  })
  officeRoute(app, 'POST', letterUrls.editTemplate(':id'), may['letters.templates'], (c, official) =>
    change(c, services, official),
  )

  officeRoute(app, 'POST', letterUrls.endTemplate(':id'), may['letters.templates'], async (c, official) => {
    const id = c.req.param('id') ?? ''
    const outcome = isUuid(id) ? await endTemplate(services, official, id) : null
    if (outcome?.kind === 'not-permitted') throw new Refused(403, 'not-permitted')
    if (outcome?.kind !== 'written') throw notFound()
    return redirect(c, `${letterUrls.templates()}?u=hoqi`)
  })

  officeRoute(app, 'POST', letterUrls.settings(), may['letters.templates'], async (c, official) => {
    const form = await readForm(c)
    const institutionId = textField(form, 'institucioni')
    if (!isUuid(institutionId)) throw notFound()
    const outcome = await chooseTwoPeople(services, official, institutionId, textField(form, 'dy') === 'po')
    if (outcome === 'not-permitted') throw new Refused(403, 'not-permitted')
    return redirect(c, `${letterUrls.templates()}?u=cilesoi`)
  })
}

type Shown = { typed: Typed; errors?: FieldErrors; status?: number; preview?: Parameters<typeof sampleOf>[3] }

async function formPage(
  c: WebContext,
  services: Services,
  official: Official,
  id: string | null,
  shown: Shown,
): Promise<Response> {
  const lang = c.get('lang')
  const institutions = await viewGoverned(services, lang, official)
  const paper = shown.preview ? await sampleOf(services, lang, shown.typed.institucioni ?? '', shown.preview) : null
  return html(
    c,
    <TemplateFormPage
      page={pageOf(c, services, null)}
      id={id}
      institutions={institutions}
      typed={shown.typed}
      errors={shown.errors ?? {}}
      paper={paper}
    />,
    { status: shown.status ?? 200, cache: 'kept' },
  )
}

/** A new one begins with the words that come with the program, in the terms of the country. */
async function begin(c: WebContext, services: Services, official: Official): Promise<Response> {
  const t = textsIn(c.get('lang'))
  const [institution] = await viewGoverned(services, c.get('lang'), official)
  const kind = LETTER_KINDS.find((one) => one === c.req.query('lloji')) ?? 'answer'
  const { sq } = defaultTemplate(kind, institution?.jurisdiction ?? 'AL')
  const typed = {
    institucioni: institution?.id ?? '',
    lloji: kind,
    emri: t.kinds[kind],
    lenda: sq.subjectLine,
    teksti: sq.body,
    ankimi: sq.remedy,
    dergesa: randomUUID(),
  }
  return formPage(c, services, official, null, { typed })
}

async function start(c: WebContext, services: Services, official: Official): Promise<Response> {
  const form = await readForm(c)
  const t = textsIn(c.get('lang'))
  const read = readTemplateForm(form, t)
  const submissionId = readSubmission(form)
  const institutionId = read.typed.institucioni ?? ''
  const errors = { ...(isUuid(institutionId) ? {} : { institucioni: t.errors.institution }), ...read.errors }
  const typed = { ...read.typed, dergesa: submissionId ?? randomUUID() }
  if (Object.keys(errors).length > 0 || !submissionId)
    return formPage(c, services, official, null, { typed, errors, status: 422, preview: read.fields })
  const outcome = await startTemplate(services, official, {
    ...read.fields,
    kind: read.kind,
    institutionId,
    submissionId,
  })
  return written(c, services, official, null, outcome, { typed })
}

async function change(c: WebContext, services: Services, official: Official): Promise<Response> {
  const view = await viewTemplate(services, c.get('lang'), official, c.req.param('id') ?? '')
  if (!view?.mayChange) throw notFound()
  const { id } = view.template
  const { typed, errors, fields, version } = readTemplateForm(await readForm(c), textsIn(c.get('lang')))
  if (Object.keys(errors).length > 0)
    return formPage(c, services, official, id, { typed, errors, status: 422, preview: fields })
  const outcome = await changeTemplate(services, official, id, version, fields)
  // Saved once more after a look at what the other one wrote, it counts.
  const seen = { typed: { ...typed, versioni: String(view.template.version) }, preview: fields }
  return written(c, services, official, id, outcome, seen)
}

function written(
  c: WebContext,
  services: Services,
  official: Official,
  id: string | null,
  outcome: TemplateOutcome,
  shown: Shown,
): Promise<Response> | Response {
  switch (outcome.kind) {
    case 'written':
      return redirect(c, `${letterUrls.template(outcome.id)}?u=ruajt`)
    case 'changed-meanwhile': {
      const errors = { permbajtja: textsIn(c.get('lang')).errors.changedMeanwhile }
      return formPage(c, services, official, id, { ...shown, errors, status: 409 })
    }
    case 'not-permitted':
    case 'no-such-template':
      throw outcome.kind === 'not-permitted' ? new Refused(403, 'not-permitted') : notFound()
  }
}
