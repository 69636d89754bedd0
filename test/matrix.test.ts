import { describe, expect, it } from 'vitest'
import { permissions } from '#app/permissions.ts'
import { stateOf } from '#modules/consultations/counts-testing.ts'
import { dayInputs, typedOfConsultation } from '#modules/consultations/drafting/draft-form.ts'
import { findForOffice } from '#modules/consultations/drafting/draft-queries.ts'
import { publishedConsultations } from '#modules/consultations/ledger/consultation-records.ts'
import {
  aCommentForm,
  givenConsultation,
  givenDraft,
  newestCommentFrom,
  someAddress,
  tokenMailedTo,
} from '#modules/consultations/testing.ts'
import { consultationUrls, officeUrls, ownCommentUrls } from '#modules/consultations/urls.ts'
import { officeRoutes } from '#platform/auth/official-gate.ts'
import { ROLES, type Role } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import { PDF } from '#platform/files/testing.ts'
import { queueLetter } from '#platform/mail/outbox.ts'
import { addDays, civilDateIn } from '#platform/time/civil-date.ts'
import { testDatabase } from './database.ts'
import { entered } from './ledger.ts'
import { page, record, type Request, type Row, type Rows, type Slug } from './matrix/row.ts'
import { roomRows } from './matrix/rooms.ts'
import { people } from './people.ts'
import { INSTITUTIONS } from './template.ts'
import { testWeb } from './web.ts'
import { someOf } from './whole.ts'

/**
 * Role × route × institution. Every page and deed of the office is asked for by everybody, with requests that would
 * succeed: what the table of rights does not give is refused and leaves no trace, what it gives is done.
 */

const db = await testDatabase()
const web = testWeb(db)
const { services } = web

const SLUGS = Object.values(INSTITUTIONS).map(({ slug }) => slug)

const ROWS: Rows = {
  ...roomRows({ db, services, web }),
  'GET /zyra': page('office.enter', '/zyra'),
  'GET /zyra/te-drejtat': page('office.enter', '/zyra/te-drejtat'),
  'GET /zyra/pamja': page('gallery.read', '/zyra/pamja'),
  'GET /zyra/posta': page('mail.read', '/zyra/posta'),
  'GET /zyra/posta/:id': record('mail.read', async (slug) => ({ path: `/zyra/posta/${await aFailedLetter(slug)}` })),
  'POST /zyra/posta/:id/dergimi': record('mail.send-again', async (slug) => ({
    path: `/zyra/posta/${await aFailedLetter(slug)}/dergimi`,
  })),

  'GET /zyra/konsultime': page('consultations.read', officeUrls.consultations()),
  'GET /zyra/konsultime/e-re': page('consultations.write', officeUrls.newConsultation()),
  'POST /zyra/konsultime/e-re': record('consultations.write', async (slug) => {
    const { id } = await givenDraft(services, { institution: slug, text: null })
    return { path: officeUrls.newConsultation(), fields: await formOf(id) }
  }),
  'GET /zyra/konsultime/:id': record('consultations.read', async (slug) => ({
    path: officeUrls.consultation(await aDraft(slug)),
  })),
  'GET /zyra/konsultime/:id/ndryshimi': record('consultations.write', async (slug) => ({
    path: officeUrls.edit(await aDraft(slug)),
  })),
  'POST /zyra/konsultime/:id/ndryshimi': record('consultations.write', async (slug) => {
    const id = await aDraft(slug)
    return { path: officeUrls.edit(id), fields: { ...(await formOf(id)), titulli: 'Titull i ndryshuar' } }
  }),
  'POST /zyra/konsultime/:id/publikimi': record('consultations.publish', async (slug) => ({
    path: officeUrls.publication(await aDraft(slug)),
    fields: { 'hapja-kaluar': 'po' },
  })),
  'POST /zyra/konsultime/:id/anulimi': record('consultations.publish', async (slug) => ({
    path: officeUrls.cancellation((await givenConsultation(services, { institution: slug })).id),
    fields: { 'arsyeja-anulimit': 'Projekti u tërhoq nga këshilli.' },
  })),
  'GET /zyra/konsultime/:id/zgjatja': record('consultations.publish', async (slug) => ({
    path: officeUrls.extension((await givenConsultation(services, { institution: slug })).id),
  })),
  'POST /zyra/konsultime/:id/zgjatja': record('consultations.publish', async (slug) => {
    const { id } = await givenConsultation(services, { institution: slug })
    return { path: officeUrls.extension(id), fields: await anExtension(id) }
  }),
  'POST /zyra/konsultime/:id/perseritja': record('consultations.write', async (slug) => ({
    path: officeUrls.repetition((await givenConsultation(services, { institution: slug })).id),
    fields: { dergesa: crypto.randomUUID() },
  })),
  'GET /zyra/konsultime/:id/teksti': record('consultations.read', async (slug) => ({
    path: officeUrls.text(await aDraft(slug)),
  })),
  'POST /zyra/konsultime/:id/teksti': record('consultations.write', async (slug) => ({
    path: officeUrls.text(await aDraft(slug)),
    fields: { teksti: 'Neni 1\n\nTekst tjetër.', dokumenti: new File([], '') },
  })),
  'POST /zyra/konsultime/:id/teksti/dyshimet': record('consultations.write', async (slug) => ({
    path: officeUrls.doubts((await aDoubt(slug)).id),
  })),
  'POST /zyra/konsultime/:id/teksti/dyshimet/:doubt': record('consultations.write', async (slug) => {
    const { id, doubt } = await aDoubt(slug)
    return { path: officeUrls.doubt(id, doubt), fields: { vendimi: 'kept' } }
  }),
  'POST /zyra/konsultime/:id/dokumente': record('consultations.write', async (slug) => ({
    path: officeUrls.documents(await aDraft(slug)),
    fields: { 'titulli-dok': 'Relacioni', 'lloji-dok': 'reasoning', dokumenti: new File([PDF], 'relacioni.pdf') },
  })),
  'POST /zyra/konsultime/:id/dokumente/:document/heqja': record('consultations.write', async (slug) => {
    const id = await aDraft(slug)
    return { path: officeUrls.removeDocument(id, await aPaper(id)) }
  }),
  'GET /zyra/konsultime/:id/dokumente/:document': record('consultations.read', async (slug) => {
    const id = await aDraft(slug)
    return { path: officeUrls.document(id, await aPaper(id)) }
  }),

  // Bare, it opens with the view that somebody has chosen.
  'GET /zyra/komente': page('comments.read', `${officeUrls.comments()}?pamja=te-gjitha`),
  'GET /zyra/komente/:id': record('comments.read', async (slug) => ({
    path: officeUrls.comment((await aComment(slug)).id),
  })),
  'GET /zyra/komente/:id/dokumente/:document': record('comments.read', async (slug) => {
    const { id, document } = await aComment(slug)
    return { path: officeUrls.commentDocument(id, document) }
  }),
  'POST /zyra/komente/:id/mbajtja': record('comments.moderate', async (slug) => ({
    path: officeUrls.hold((await aComment(slug)).id),
    fields: { arsyeja: 'insult', shpjegimi: '', versioni: '1', gjendja: 'waiting' },
  })),
  'POST /zyra/komente/:id/lirimi': record('comments.moderate', async (slug) => ({
    path: officeUrls.release((await aComment(slug)).id),
    fields: { versioni: '1', gjendja: 'waiting' },
  })),
}

const aDraft = async (slug: Slug) => (await givenDraft(services, { institution: slug })).id

async function formOf(id: string): Promise<Record<string, string>> {
  const row = await findForOffice(db, 'sq', id)
  if (!row) throw new Error(`No consultation ${id}`)
  return typedOfConsultation(row)
}

/** Ten days more, decided today. */
async function anExtension(id: string): Promise<Record<string, string>> {
  const row = await findForOffice(db, 'sq', id)
  const today = civilDateIn(row?.zone ?? '', services.clock.now())
  return {
    ...dayInputs('mbyllet', addDays(row?.closesOn ?? today, 10)),
    ...dayInputs('vendosur', today),
    vendimi: '112',
    arsyeja: 'Shoqatat kërkuan më shumë kohë.',
    versioni: String(row?.version),
    dergesa: crypto.randomUUID(),
  }
}

async function aFailedLetter(slug: Slug): Promise<string> {
  const [institution] = await db<{ id: string }[]>`select id from platform.institutions where slug = ${slug}`
  const letter = {
    institutionId: institution?.id ?? null,
    kind: 'service',
    recipient: someAddress(),
    lang: 'sq',
  } as const
  const { id } = await db.begin((tx) =>
    queueLetter(tx, services, { ...letter, subject: 'Letër', body: 'Përshëndetje' }),
  )
  await db`update platform.mail_messages set state = 'failed' where id = ${id}`
  return id
}

async function aDoubt(slug: Slug): Promise<{ id: string; doubt: string }> {
  const { id } = await givenDraft(services, { institution: slug })
  const [row] = await db<{ doubt: string }[]>`
    insert into platform.text_doubts (version_id, institution_id, ordinal, reason, source)
    select version.id, version.institution_id, 99, 'note', 'Shënim' from platform.text_versions as version
    join consultations.consultations as consultation on consultation.text_id = version.text_id where consultation.id = ${id}
    returning id as doubt`
  return { id, doubt: row?.doubt ?? '' }
}

async function aPaper(consultationId: string): Promise<string> {
  await db`insert into platform.files (digest, size, media_type, created_at) values (${NO_CONTENT}, 1, 'text/plain', now()) on conflict do nothing`
  const add = (tx: Transaction) => tx<{ id: string; paper: string }[]>`
    with paper as (
      insert into platform.documents (institution_id, subject, role, class, title, added_at)
      select institution_id, 'consultations.consultation:' || id, 'annex', 'public', 'Shtojca', now()
      from consultations.consultations where id = ${consultationId} returning id, institution_id)
    insert into platform.document_files (institution_id, document_id, lang, version, digest, file_name, size, added_at)
    select institution_id, id, 'sq', 1, ${NO_CONTENT}, 'shtojca.txt', 1, now() from paper
    returning ${consultationId} as id, document_id as paper`
  const [row] = await entered(db, publishedConsultations, add)
  return row?.paper ?? ''
}
/** The headers alone are asked for, so no content is needed. */
const NO_CONTENT = '0'.repeat(64)

const consultations = {
  prova: await givenConsultation(services, { institution: 'prova', title: 'Rregullore e bashkisë' }),
  provas: await givenConsultation(services, { institution: 'provas', title: 'Rregullore e komunës' }),
}

/** Waits for a moderator, with an attachment. */
async function aComment(slug: Slug): Promise<{ id: string; code: string; document: string }> {
  const form = aCommentForm({ komenti: `Koment për ${slug}, me një shkresë.` })
  const fields = { ...form, dokumentet: new File(['Shkresa'], 'shkresa.txt') }
  const email = form.adresa ?? ''
  // Each from a network address of its own village.
  await db`delete from platform.rate_limits`
  await web.post(consultationUrls.comments(consultations[slug].slug), fields)
  await web.post(ownCommentUrls.confirmation(await tokenMailedTo(services, email)), {})
  const { id, code } = await newestCommentFrom(services, email)
  const [row] = await db<{ document: string }[]>`
    select id as document from platform.documents where subject = ${`consultations.comment:${id}`}`
  return { id, code: code ?? '', document: row?.document ?? '' }
}

type Somebody = { name: string; role: Role; institution: Slug | null; cookie: string }

/** Everyone who can hold a role: each role where it can be held. */
const everybody: Somebody[] = []
/**
 * Who passes no gate: a citizen, an account without a role, and with the mailed code alone those who may do most. The gate
 * asks for the second factor before it looks at any role.
 */
const AT_THE_GATE: readonly Role[] = ['operator', 'administrator', 'clerk', 'auditor']
const outsiders = [
  await web.signedInAsCitizen('qytetare@posta.example'),
  await web.signedInAs({ email: 'pa-rol@prova.example', name: 'Liri Prove', roles: [] }),
]
for (const role of ROLES) {
  const places: (Slug | null)[] = role === 'operator' ? [null] : role === 'auditor' ? [null, ...SLUGS] : SLUGS
  for (const institution of places) {
    const email = `matrix-${role}@${institution ?? 'kuvend'}.example`
    const person = { email, name: 'Liri Prove', roles: [{ role, institution }] }
    if (institution !== 'provas' && AT_THE_GATE.includes(role))
      outsiders.push(await web.signedInAs(person, { level: 1 }))
    everybody.push({
      name: `${role} of ${institution ?? 'all'}`,
      role,
      institution,
      cookie: await web.signedInAs(person),
    })
  }
}

const send = (method: string, { path, fields = {} }: Request, cookie?: string): Promise<Response> => {
  const sending = cookie === undefined ? {} : { cookie }
  return method === 'GET' ? web.get(path, sending) : web.post(path, fields, sending)
}

/** A request by name of its method; of a document only the headers, for some have no content here. */
async function statusOf(route: string, request: Request, cookie?: string): Promise<number> {
  const [method = ''] = route.split(' ')
  if (!route.includes(':document') || method === 'POST') return (await send(method, request, cookie)).status
  return (await web.app.request(request.path, { method: 'HEAD', headers: cookie ? { cookie } : {} })).status
}

const hasRight = (
  { role, institution }: Somebody,
  { right, ofInstitution = false, ofInstallation = false }: Row,
  of: Slug,
): boolean =>
  (permissions[right] ?? []).includes(role) &&
  (!ofInstitution || institution === null || institution === of) &&
  (!ofInstallation || institution === null)

const rows = Object.entries(ROWS)

/** Open no route of their own, but more behind one; tried in `src/platform/documents` and at the desk. */
const ASKED_INSIDE = ['documents.confidential', 'comments.export-names']

describe('the table of rights', () => {
  it('knows every route of the office, and every route asks for the roles of its right', () => {
    const routes = officeRoutes(web.app)
    expect(routes.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual(Object.keys(ROWS).toSorted())
    for (const { method, path, roles } of routes) {
      const right = ROWS[`${method} ${path}`]?.right ?? ''
      expect([path, right, [...roles].toSorted()]).toEqual([path, right, [...(permissions[right] ?? [])].toSorted()])
    }
  })

  it('knows also what was hung up without asking for a role', () => {
    const hung = web.app.routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/zyra'))
    expect([...new Set(hung.map(({ method, path }) => `${method} ${path}`))].toSorted()).toEqual(
      Object.keys(ROWS).toSorted(),
    )
  })

  it('has no right that opens nothing', () => {
    const asked = [...rows.map(([, { right }]) => right), ...ASKED_INSIDE]
    expect(Object.keys(permissions).toSorted()).toEqual([...new Set(asked)].toSorted())
  })

  it('lets an auditor do nothing, and an operator touch no content', () => {
    const deeds = rows.filter(([route]) => route.startsWith('POST')).map(([, { right }]) => permissions[right] ?? [])
    expect(deeds.filter((roles) => roles.includes('auditor'))).toEqual([])
    const ofContent = Object.entries(permissions).filter(([right]) => /^(consultations|comments)\./.test(right))
    expect(ofContent.filter(([, roles]) => roles.includes('operator'))).toEqual([])
  })
})

describe.each(rows)('%s', (route, row) => {
  const [method = ''] = route.split(' ')

  it('opens to nobody without a second factor and a role, and leaves no trace', async () => {
    const request = await row.request('prova')
    const before = await stateOf(db)
    const nobody = await send(method, request)
    expect(nobody.status).toBe(method === 'GET' ? 303 : 401)
    if (method === 'GET') expect(nobody.headers.get('location')).toMatch(/^\/hyr\?pastaj=%2Fzyra/)
    for (const cookie of outsiders) expect(await statusOf(route, request, cookie)).toBe(403)
    expect(await stateOf(db)).toBe(before)
  })

  it('is refused to everybody to whom the table does not give it, in both countries, and leaves no trace', async () => {
    const refused: [string, number, boolean][] = []
    const requests = { prova: await row.request('prova'), provas: await row.request('provas') }
    const before = await stateOf(db)
    for (const slug of SLUGS) {
      for (const somebody of everybody.filter((one) => !hasRight(one, row, slug))) {
        const holds = (permissions[row.right] ?? []).includes(somebody.role)
        // Without the right anywhere nobody gets past the door, whose record it may be: asked for one of them is enough.
        if (!holds && slug !== (somebody.institution ?? 'prova')) continue
        const status = await statusOf(route, requests[slug], somebody.cookie)
        // With the right elsewhere, the record may as well not be there.
        refused.push([`${somebody.name} at ${slug}`, status, status === 403 || (holds && status === 404)])
      }
    }
    expect(await stateOf(db)).toBe(before)
    expect(refused.filter(([, , right]) => !right)).toEqual([])
  })

  it('is done for everybody to whom the table gives it, at their own institution', async () => {
    const answers: [string, number][] = []
    for (const slug of row.ofInstitution ? SLUGS : SLUGS.slice(0, 1)) {
      let request = await row.request(slug)
      const holders = everybody.filter((one) => hasRight(one, row, slug))
      // Records cost much to make: in every run some holders of the right, others for other routes; all of them in the proof.
      for (const somebody of someOf(holders, route, slug === 'prova' ? 3 : 2)) {
        answers.push([`${somebody.name} at ${slug}`, await statusOf(route, request, somebody.cookie)])
        // What is done is done: the next one gets a record of their own.
        if (method === 'POST') request = await row.request(slug)
      }
    }
    expect(answers.length).toBeGreaterThan(0)
    const right = method === 'GET' && !row.leadsOn ? 200 : 303
    expect(answers.filter(([, status]) => status !== right)).toEqual([])
  })
})

describe('lists', () => {
  it('hold the records of the own institution, and no word of another', async () => {
    // All that the other tests have made would else push them off the first page.
    const ids = Object.values(consultations).map(({ id }) => id)
    const touch = (tx: Transaction) => tx<{ id: string }[]>`
      update consultations.consultations set changed_at = '2099-01-01' where id = any(${ids}) returning id`
    await entered(db, publishedConsultations, touch)
    // The newest stand first; without this minute chance would order them.
    services.clock.passMinutes(1)
    const newest = { prova: await aComment('prova'), provas: await aComment('provas') }
    for (const { institution, cookie, name, role } of everybody.filter((one) => one.role !== 'operator')) {
      const read = async (path: string) => (await web.get(path, { cookie })).text()
      const pages = (
        await Promise.all(['/zyra', officeUrls.consultations(), `${officeUrls.comments()}?pamja=te-gjitha`].map(read))
      ).join()
      for (const slug of SLUGS) {
        const mine = institution === null || institution === slug
        const seen = [pages.includes(consultations[slug].id), pages.includes(newest[slug].code)]
        const reads = (right: string) => mine && (permissions[right] ?? []).includes(role)
        const knows = reads('consultations.read') || reads('comments.enter')
        expect([name, slug, ...seen]).toEqual([name, slug, knows, reads('comments.read')])
        const letters = await read('/zyra/posta')
        if (role === 'administrator' && !mine) expect(letters).not.toContain(consultations[slug].form.title)
      }
    }
  })

  it('offer in the form of a new consultation the own institutions alone', async () => {
    const page = await (
      await web.get(officeUrls.newConsultation(), { cookie: await web.signedInAs(people.kosovarCoordinator) })
    ).text()
    expect(page).toContain('Komuna Provas')
    expect(page).not.toContain('Bashkia Prova')
  })
})

it('a role that has ended opens nothing from the next request on', async () => {
  const person = {
    email: 'ish-moderatore@prova.example',
    name: 'Liri Prove',
    roles: [{ role: 'moderator', institution: 'prova' }],
  } as const
  const cookie = await web.signedInAs(person)
  const { id } = await aComment('prova')
  expect((await web.get(officeUrls.comment(id), { cookie })).status).toBe(200)
  await db`
    update platform.roles set valid_from = now() - interval '1 year', valid_to = ${services.clock.now()}
    where account_id = (select id from platform.accounts where email = ${person.email})`
  expect((await web.get(officeUrls.comment(id), { cookie })).status).toBe(403)
})
