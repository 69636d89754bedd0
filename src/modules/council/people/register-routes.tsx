import { randomUUID } from 'node:crypto'
import { officeRoute } from '#platform/auth/official-gate.ts'
import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import type { FieldErrors, Parsed, Typed } from '#platform/http/form.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import { html, pageOf, readForm, redirect } from '#platform/http/render.ts'
import type { WebApp, WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import { councilPermissions as may } from '../permissions.ts'
import type { Choices } from './fields-part.tsx'
import { FormPage, type Again } from './office-part.tsx'
import { listPersonChoices, listWritable, viewEntry, viewRegister } from './office-people-view.ts'
import { byOf, formIdIn, institutionIn, seenIn, type PeopleRoom } from './office-routes.tsx'
import {
  AFFILIATION_FIELDS,
  PARTY_FIELDS,
  PAYMENT_FIELDS,
  REGISTERS,
  REGISTER_WORDS,
  STAFF_FIELDS,
  type Register,
} from './people-field-rules.ts'
import { readFields, typedFields, typedOfRecord } from './people-form.ts'
import { PublishPart } from './publish-part.tsx'
import { RegisterPage } from './register-page.tsx'
import { textsIn } from './texts.ts'
import type { PeopleTexts } from './texts.sq.ts'
import { peopleOfficeUrls as urls } from './urls.ts'
import { changeEntry, createEntry, publishEntry, type RegisterForm, type RegisterOutcome } from './write-register.ts'

const write = may['council-people.write']

/** Parties, secretariat, payments, memberships: a list each, and one form. */
export function registerRoutes(app: WebApp, { services }: PeopleRoom): void {
  for (const register of REGISTER_WORDS) {
    officeRoute(app, 'GET', urls.register(register), may['council.read'], async (c, official) => {
      const view = await viewRegister(services, c.get('lang'), official, register, c.req.query('para'))
      const done = doneWords(textsIn(c.get('lang')).done, c.req.query('u'))
      return html(c, <RegisterPage page={pageOf(c, services, null)} view={view} status={done} />)
    })
    officeRoute(app, 'GET', urls.newEntry(register), write, (c, official) =>
      newPage(c, services, official, register, { typed: { dergesa: randomUUID() }, errors: {} }, 200),
    )
    officeRoute(app, 'POST', urls.newEntry(register), write, (c, official) => create(c, services, official, register))
    officeRoute(app, 'GET', urls.entry(register, ':id'), write, (c, official) =>
      entryPage(c, services, official, register, null, 200),
    )
    officeRoute(app, 'POST', urls.entry(register, ':id'), write, (c, official) =>
      change(c, services, official, register),
    )
    if (register !== 'partite')
      officeRoute(app, 'POST', urls.publishEntry(register, ':id'), write, (c, official) =>
        publish(c, services, official, register),
      )
  }
}

/** Each register is read by its own fields. */
function readEntry(sent: FormData, register: Register, texts: PeopleTexts): Parsed<RegisterForm> {
  switch (register) {
    case 'partite':
      return named(register, readFields(sent, PARTY_FIELDS, texts))
    case 'sekretaria':
      return named(register, readFields(sent, STAFF_FIELDS, texts))
    case 'pagesat':
      return named(register, readFields(sent, PAYMENT_FIELDS, texts))
    case 'anetaresimet':
      return named(register, readFields(sent, AFFILIATION_FIELDS, texts))
  }
}

const named = <Name extends Register, Value>(
  register: Name,
  form: Parsed<Value>,
): Parsed<{ register: Name; value: Value }> => (form.ok ? { ok: true, value: { register, value: form.value } } : form)

async function newPage(
  c: WebContext,
  services: Services,
  official: Official,
  register: Register,
  again: Again,
  status: number,
) {
  const t = textsIn(c.get('lang')).registers[register]
  const institutions = await listWritable(services, c.get('lang'), official)
  const first: Typed = register === 'pagesat' ? { monedha: institutions[0]?.currency ?? 'ALL' } : {}
  return html(
    c,
    <FormPage
      page={pageOf(c, services, null)}
      title={t.create}
      back={{ href: urls.register(register), label: t.title }}
      action={urls.newEntry(register)}
      fields={fieldsOf(register)}
      choices={await choicesOf(services, register, institutions)}
      institutions={institutions}
      submit={textsIn(c.get('lang')).councillor.save}
      typed={{ ...first, ...again.typed }}
      errors={again.errors}
    />,
    { status },
  )
}

/** Who stands for the council elsewhere is called so, and not “whom it was paid”. */
const fieldsOf = (register: Register) =>
  REGISTERS[register].map((field) =>
    register === 'anetaresimet' && field.key === 'personId' ? { ...field, key: 'representative' } : field,
  )

async function choicesOf(
  services: Services,
  register: Register,
  institutions: readonly { id: string }[],
): Promise<Choices> {
  if (register !== 'pagesat' && register !== 'anetaresimet') return {}
  const people = await listPersonChoices(services, institutions)
  return { personId: people, representative: people }
}

async function create(c: WebContext, services: Services, official: Official, register: Register): Promise<Response> {
  const texts = textsIn(c.get('lang'))
  const sent = await readForm(c)
  const form = readEntry(sent, register, texts)
  const typed = typedFields(sent, REGISTERS[register])
  const institutions = await listWritable(services, c.get('lang'), official)
  const { institution, errors } = institutionIn(c, institutions, typed)
  if (!form.ok || !institution) {
    const all = { ...(form.ok ? {} : form.errors), ...errors }
    return newPage(c, services, official, register, { typed, errors: all }, 422)
  }
  const order = { form: form.value, institutionId: institution.id, formId: formIdIn(typed), by: byOf(official) }
  const outcome = await createEntry(services, order)
  if (outcome.kind === 'done') return redirect(c, `${urls.register(register)}?u=krijimi`)
  const refused = errorsOf(texts, register, outcome)
  return newPage(c, services, official, register, { typed, errors: refused }, 409)
}

function errorsOf(texts: PeopleTexts, register: Register, { kind }: RegisterOutcome): FieldErrors {
  if (kind === 'done' || kind === 'no-such-row') return {}
  const field = kind === 'no-such-person' ? (register === 'pagesat' ? 'anetari' : 'perfaqesuesi') : 'emri'
  return { [register === 'pagesat' && field === 'emri' ? 'anetari' : field]: texts.refusals[kind] }
}

/** An entry in an institution where this official writes, or it is not there. */
async function entryFor(c: WebContext, services: Services, official: Official, register: Register) {
  const id = c.req.param('id') ?? ''
  const entry = isUuid(id) ? await viewEntry(services, register, id) : null
  if (!entry || !mayIn(official, may['council.read'], entry.institutionId)) throw notFound()
  if (!mayIn(official, write, entry.institutionId)) throw new Refused(403, 'not-permitted')
  return entry
}

async function entryPage(
  c: WebContext,
  services: Services,
  official: Official,
  register: Register,
  again: Again | null,
  status: number,
) {
  const { lang, t } = { lang: c.get('lang'), t: textsIn(c.get('lang')) }
  const entry = await entryFor(c, services, official, register)
  const typed = again?.typed ?? { ...typedOfRecord(entry, REGISTERS[register]), versioni: String(entry.version) }
  return html(
    c,
    <FormPage
      page={pageOf(c, services, null)}
      title={t.registers[register].change}
      back={{ href: urls.register(register), label: t.registers[register].title }}
      action={urls.entry(register, entry.id)}
      fields={fieldsOf(register)}
      choices={await choicesOf(services, register, [{ id: entry.institutionId }])}
      submit={t.councillor.save}
      typed={typed}
      errors={again?.errors ?? {}}
    >
      {register !== 'partite' && (
        <PublishPart
          lang={lang}
          action={urls.publishEntry(register, entry.id)}
          public={entry.publishedAt !== null}
          error={again?.errors.botimi}
        />
      )}
    </FormPage>,
    { status },
  )
}

async function change(c: WebContext, services: Services, official: Official, register: Register): Promise<Response> {
  const entry = await entryFor(c, services, official, register)
  const texts = textsIn(c.get('lang'))
  const sent = await readForm(c)
  const form = readEntry(sent, register, texts)
  const typed = typedFields(sent, REGISTERS[register])
  if (!form.ok) return entryPage(c, services, official, register, { typed, errors: form.errors }, 422)
  const outcome = await changeEntry(services, entry.id, { form: form.value, by: byOf(official), seen: seenIn(sent) })
  if (outcome.kind === 'done') return redirect(c, `${urls.register(register)}?u=ndryshimi`)
  if (outcome.kind === 'no-such-row') throw notFound()
  return entryPage(c, services, official, register, { typed, errors: errorsOf(texts, register, outcome) }, 409)
}

async function publish(
  c: WebContext,
  services: Services,
  official: Official,
  register: Exclude<Register, 'partite'>,
): Promise<Response> {
  const entry = await entryFor(c, services, official, register)
  const wish = (await readForm(c)).get('publike') === 'po'
  const outcome = await publishEntry(services, entry.id, { register, public: wish, by: byOf(official) })
  if (outcome.kind === 'done') return redirect(c, `${urls.register(register)}?u=${wish ? 'botimi' : 'terheqja'}`)
  if (outcome.kind === 'no-such-row') throw notFound()
  const typed = { ...typedOfRecord(entry, REGISTERS[register]), versioni: String(entry.version) }
  const errors = { botimi: textsIn(c.get('lang')).refusals[outcome.kind] }
  return entryPage(c, services, official, register, { typed, errors }, 409)
}
