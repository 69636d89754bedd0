import { expect, it } from 'vitest'
import { officeRoutes } from '#platform/auth/official-gate.ts'
import { ROLES } from '#platform/auth/visitor.ts'
import { testDatabase } from '#test/database.ts'
import { testWeb } from '#test/web.ts'

const db = await testDatabase()
const web = testWeb(db)

/** Somebody who holds every role there is, so that no gate stands before the fault. */
const cookie = await web.signedInAs({
  email: 'gjithcka@prova.example',
  name: 'Liri Prove',
  roles: ROLES.map((role) => ({ role, institution: role === 'operator' ? null : 'prova' })),
})

it('pages and deeds of the office whose number leads nowhere answer without a fault', async () => {
  const routes = officeRoutes(web.app)
  expect(routes.length).toBeGreaterThan(100)
  const faults: string[] = []
  for (const { method, path } of routes) {
    for (const nowhere of [crypto.randomUUID(), 'jo-numer']) {
      const address = path.replaceAll(/:\w+(\{[^}]*\})?/g, nowhere)
      const { status } = method === 'GET' ? await web.get(address, { cookie }) : await web.post(address, {}, { cookie })
      if (status >= 500) faults.push(`${method} ${address}: ${status}`)
    }
  }
  expect(faults).toEqual([])
})

it('every route of the office has a role: none is open to nobody', () => {
  expect(officeRoutes(web.app).filter(({ roles }) => roles.length === 0)).toEqual([])
})
