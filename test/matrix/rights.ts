import { permissions } from '#app/permissions.ts'
import { givenConsultation, someAddress } from '#modules/consultations/testing.ts'
import { ROLES, type Role } from '#platform/auth/visitor.ts'
import { queueLetter } from '#platform/mail/outbox.ts'
import { testDatabase } from '../database.ts'
import { INSTITUTIONS } from '../template.ts'
import { testWeb } from '../web.ts'
import { consultationRows } from './consultations.ts'
import { roomRows } from './rooms.ts'
import { page, record, type MatrixWorld, type Request, type Row, type Rows, type Slug } from './row.ts'

/** Everybody who can hold a role, and every route of the office with a request that would succeed. */

export const SLUGS = Object.values(INSTITUTIONS).map(({ slug }) => slug)

export type Somebody = { name: string; role: Role; institution: Slug | null; cookie: string }

export type Rights = MatrixWorld & {
  consultations: Record<Slug, Awaited<ReturnType<typeof givenConsultation>>>
  rows: Rows
  everybody: readonly Somebody[]
  outsiders: readonly string[]
  send: (method: string, request: Request, cookie?: string) => Promise<Response>
  statusOf: (route: string, request: Request, cookie?: string) => Promise<number>
}

export async function rightsOfAll(): Promise<Rights> {
  const db = await testDatabase()
  const web = testWeb(db)
  const world = { db, services: web.services, web }
  const consultations = {
    prova: await givenConsultation(web.services, { institution: 'prova', title: 'Rregullore e bashkisë' }),
    provas: await givenConsultation(web.services, { institution: 'provas', title: 'Rregullore e komunës' }),
  }
  const send = (method: string, { path, fields = {} }: Request, cookie?: string): Promise<Response> => {
    const sending = cookie === undefined ? {} : { cookie }
    return method === 'GET' ? web.get(path, sending) : web.post(path, fields, sending)
  }
  /** A request by name of its method; of a document only the headers, for some have no content here. */
  const statusOf = async (route: string, request: Request, cookie?: string): Promise<number> => {
    const [method = ''] = route.split(' ')
    if (!route.includes(':document') || method === 'POST') return (await send(method, request, cookie)).status
    return (await web.app.request(request.path, { method: 'HEAD', headers: cookie ? { cookie } : {} })).status
  }
  const rows = { ...roomRows(world), ...consultationRows(world, consultations), ...ownRows(world) }
  return { ...world, consultations, rows, ...(await peopleOf(world)), send, statusOf }
}

const ownRows = (world: MatrixWorld): Rows => ({
  'GET /zyra': page('office.enter', '/zyra'),
  'GET /zyra/te-drejtat': page('office.enter', '/zyra/te-drejtat'),
  'GET /zyra/pamja': page('gallery.read', '/zyra/pamja'),
  'GET /zyra/posta': page('mail.read', '/zyra/posta'),
  'GET /zyra/posta/:id': record('mail.read', async (slug) => ({
    path: `/zyra/posta/${await aFailedLetter(world, slug)}`,
  })),
  'POST /zyra/posta/:id/dergimi': record('mail.send-again', async (slug) => ({
    path: `/zyra/posta/${await aFailedLetter(world, slug)}/dergimi`,
  })),
})

async function aFailedLetter({ db, services }: MatrixWorld, slug: Slug): Promise<string> {
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

/**
 * Who passes no gate: a citizen, an account without a role, and with the mailed code alone those who may do most. The gate
 * asks for the second factor before it looks at any role.
 */
const AT_THE_GATE: readonly Role[] = ['operator', 'administrator', 'clerk', 'auditor']
/** Each role where it can be held. */
async function peopleOf({ web }: MatrixWorld): Promise<Pick<Rights, 'everybody' | 'outsiders'>> {
  const everybody: Somebody[] = []
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
  return { everybody, outsiders }
}

export const hasRight = (
  { role, institution }: Somebody,
  { right, ofInstitution = false, ofInstallation = false }: Row,
  of: Slug,
): boolean =>
  (permissions[right] ?? []).includes(role) &&
  (!ofInstitution || institution === null || institution === of) &&
  (!ofInstallation || institution === null)
