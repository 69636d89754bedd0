import { describe, expect, it } from 'vitest'
import { officeRoutes } from '#platform/auth/official-gate.ts'
import { ROLES, type Role } from '#platform/auth/visitor.ts'
import { testDatabase } from '#test/database.ts'
import { testWeb } from '#test/web.ts'

const db = await testDatabase()
const web = testWeb(db)

/** Every page and deed of the office, of every module, with numbers that lead nowhere. */
const routes = officeRoutes(web.app).map((route) => ({
  ...route,
  path: route.path.replaceAll(/:\w+(\{[^}]*\})?/g, () => crypto.randomUUID()),
}))

const signedInAsNothingBut = (role: Role): Promise<string> =>
  web.signedInAs({
    email: `nothing-but-${role}@prova.example`,
    name: `Vetëm ${role}`,
    roles: [{ role, institution: role === 'operator' ? null : 'prova' }],
  })

describe('role by route', () => {
  it.each(ROLES)('%s reaches what its row of the table says, and is refused all else', async (role) => {
    const cookie = await signedInAsNothingBut(role)
    const wrong: string[] = []
    for (const { method, path, roles } of routes) {
      const response = method === 'GET' ? await web.get(path, { cookie }) : await web.post(path, {}, { cookie })
      const reached = response.status !== 403
      if (reached !== roles.includes(role)) wrong.push(`${method} ${path}: ${response.status}`)
      expect([path, response.status < 500]).toEqual([path, true])
    }
    expect(wrong).toEqual([])
  })

  it('has a role for every route: none is open to nobody', () => {
    expect(routes.length).toBeGreaterThan(10)
    expect(routes.filter(({ roles }) => roles.length === 0)).toEqual([])
  })
})
