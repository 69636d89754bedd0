import { describe, expect, it } from 'vitest'
import { permissions } from '#app/permissions.ts'
import { publishedConsultations } from '#modules/consultations/ledger/consultation-records.ts'
import { officeUrls } from '#modules/consultations/urls.ts'
import { officeRoutes } from '#platform/auth/official-gate.ts'
import type { Transaction } from '#platform/db/database.ts'
import { entered } from './ledger.ts'
import { aComment } from './matrix/consultations.ts'
import { rightsOfAll, SLUGS } from './matrix/rights.ts'
import { people } from './people.ts'

/**
 * Role × route × institution. Every page and deed of the office is asked for by everybody, with requests that would
 * succeed: what the table of rights does not give is refused and leaves no trace, what it gives is done. Route by route in
 * `matrix-routes-*.test.ts`; here what is told of the table as a whole, and of lists.
 */

const world = await rightsOfAll()
const { db, web, consultations, everybody, rows: ROWS } = world
const { services } = web

const rows = Object.entries(ROWS)

/** Open no route of their own, but more behind one; tried in `src/platform/documents`, at the desk and where acts are announced. */
const ASKED_INSIDE = ['documents.confidential', 'comments.export-names', 'acts-private.read']

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
