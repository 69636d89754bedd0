import { describe, expect, it } from 'vitest'
import { permissions } from '#app/permissions.ts'
import { stateOf } from '#modules/consultations/counts-testing.ts'
import { publishedConsultations } from '#modules/consultations/ledger/consultation-records.ts'
import { givenConsultation, someAddress } from '#modules/consultations/testing.ts'
import { officeUrls } from '#modules/consultations/urls.ts'
import { officeRoutes } from '#platform/auth/official-gate.ts'
import { ROLES, type Role } from '#platform/auth/visitor.ts'
import type { Transaction } from '#platform/db/database.ts'
import { queueLetter } from '#platform/mail/outbox.ts'
import { testDatabase } from './database.ts'
import { entered } from './ledger.ts'
import { aComment, consultationRows } from './matrix/consultations.ts'
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

const world = { db, services, web }
const consultations = {
  prova: await givenConsultation(services, { institution: 'prova', title: 'Rregullore e bashkisë' }),
  provas: await givenConsultation(services, { institution: 'provas', title: 'Rregullore e komunës' }),
}

const ROWS: Rows = {
  ...roomRows(world),
  ...consultationRows(world, consultations),
  'GET /zyra': page('office.enter', '/zyra'),
  'GET /zyra/te-drejtat': page('office.enter', '/zyra/te-drejtat'),
  'GET /zyra/pamja': page('gallery.read', '/zyra/pamja'),
  'GET /zyra/posta': page('mail.read', '/zyra/posta'),
  'GET /zyra/posta/:id': record('mail.read', async (slug) => ({ path: `/zyra/posta/${await aFailedLetter(slug)}` })),
  'POST /zyra/posta/:id/dergimi': record('mail.send-again', async (slug) => ({
    path: `/zyra/posta/${await aFailedLetter(slug)}/dergimi`,
  })),
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
    const newest = {
      prova: await aComment(world, consultations.prova.slug),
      provas: await aComment(world, consultations.provas.slug),
    }
    for (const { institution, cookie, name, role } of everybody.filter((one) => one.role !== 'operator')) {
      const read = async (path: string) => (await web.get(path, { cookie })).text()
      const pages = (
        await Promise.all(['/zyra', officeUrls.consultations(), `${officeUrls.comments()}?pamja=te-gjitha`].map(read))
      ).join()
      for (const slug of SLUGS) {
        const mine = institution === null || institution === slug
        const { id } = consultations[slug]
        const seen = [pages.includes(`"${officeUrls.consultation(id)}"`), pages.includes(newest[slug].code)]
        const reads = (right: string) => mine && (permissions[right] ?? []).includes(role)
        expect([name, slug, ...seen]).toEqual([name, slug, reads('consultations.read'), reads('comments.read')])
        // Who enters comments may know of one that is open, at their own institution: never of another's.
        if (!reads('consultations.read') && !reads('comments.enter')) expect(pages).not.toContain(id)
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
  const { id } = await aComment(world, consultations.prova.slug)
  expect((await web.get(officeUrls.comment(id), { cookie })).status).toBe(200)
  await db`
    update platform.roles set valid_from = now() - interval '1 year', valid_to = ${services.clock.now()}
    where account_id = (select id from platform.accounts where email = ${person.email})`
  expect((await web.get(officeUrls.comment(id), { cookie })).status).toBe(403)
})
