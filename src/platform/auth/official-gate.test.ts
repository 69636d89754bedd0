import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { Refused } from '../http/refused.ts'
import type { WebApp, WebEnv } from '../http/web-context.ts'
import { officeRoute, officeRoutes, officialGate, officialOf } from './official-gate.ts'
import type { RoleGrant, StaffMember, Visitor } from './visitor.ts'

const HERE = '11111111-1111-4111-8111-111111111111'

const staff = (level: 1 | 2, ...roles: RoleGrant[]): StaffMember => ({
  kind: 'staff',
  sessionId: 'session',
  level,
  accountId: 'account',
  name: 'Ana Shembulli',
  email: 'ana@example.org',
  roles,
})
const citizen: Visitor = { kind: 'citizen', sessionId: 'session', contactId: 'contact', email: 'ana@example.org' }
const moderator: RoleGrant = { role: 'moderator', institutionId: HERE }

/** Three pages under the gate, one of them hung up without `officeRoute`. */
function officeFor(visitor: Visitor | null): WebApp {
  const app: WebApp = new Hono<WebEnv>()
  app.onError((error, c) =>
    error instanceof Refused ? c.text(error.reason, error.status) : c.text(String(error), 500),
  )
  app.use(async (c, next) => {
    c.set('lang', 'sq')
    c.set('visitor', visitor)
    await next()
  })
  app.use('/zyra', officialGate)
  app.use('/zyra/*', officialGate)
  officeRoute(app, 'GET', '/zyra', ['moderator', 'auditor'], (c, official) => c.text(official.name))
  officeRoute(app, 'POST', '/zyra/komente/:id', ['moderator'], (c) => c.text(c.req.param('id') ?? ''))
  app.get('/zyra/harruar', (c) => c.text('left out of the list'))
  app.get('/jashte', (c) => c.text(officialOf(c).name))
  return app
}

const answer = async (visitor: Visitor | null, method: string, path: string) => {
  const response = await officeFor(visitor).request(path, { method })
  return [response.status, response.headers.get('location') ?? (await response.text())]
}

describe('the gate of the office', () => {
  it('sends nobody to sign in, and back afterwards', async () => {
    expect(await answer(null, 'GET', '/zyra')).toEqual([303, '/hyr?pastaj=%2Fzyra'])
    expect(await answer(null, 'GET', '/zyra/harruar?a=1&b=2')).toEqual([
      303,
      '/hyr?pastaj=%2Fzyra%2Fharruar%3Fa%3D1%26b%3D2',
    ])
  })

  it('refuses what nobody sends', async () => {
    expect(await answer(null, 'POST', '/zyra/komente/7')).toEqual([401, 'not-signed-in'])
    expect(await answer(null, 'DELETE', '/zyra')).toEqual([401, 'not-signed-in'])
  })

  it.each([
    [
      'a mailed code alone, whatever the role',
      staff(1, { role: 'operator', institutionId: null }),
      'second-factor-needed',
    ],
    ['a citizen', citizen, 'not-permitted'],
    ['a second factor without any role', staff(2), 'not-permitted'],
  ])('is closed to %s', async (_, visitor, reason) => {
    for (const path of ['/zyra', '/zyra/', '/zyra/harruar', '/zyra/nothing']) {
      expect(await answer(visitor, 'GET', path)).toEqual([403, reason])
    }
    expect(await answer(visitor, 'POST', '/zyra/komente/7')).toEqual([403, reason])
  })

  it('opens to a second factor and a role of the page', async () => {
    expect(await answer(staff(2, moderator), 'GET', '/zyra')).toEqual([200, 'Ana Shembulli'])
    expect(await answer(staff(2, moderator), 'POST', '/zyra/komente/7')).toEqual([200, '7'])
    expect(await answer(staff(2, { role: 'auditor', institutionId: null }), 'POST', '/zyra/komente/7')).toEqual([
      403,
      'not-permitted',
    ])
  })

  it('makes no official where it does not stand', async () => {
    expect(await answer(staff(1, moderator), 'GET', '/jashte')).toEqual([403, 'second-factor-needed'])
    expect(await answer(null, 'GET', '/jashte')).toEqual([401, 'not-signed-in'])
    expect(await answer(staff(2, moderator), 'GET', '/jashte')).toEqual([200, 'Ana Shembulli'])
  })

  it('keeps the list of its routes, and takes none outside /zyra', () => {
    const app = officeFor(null)
    expect(officeRoutes(app)).toEqual([
      { method: 'GET', path: '/zyra', roles: ['moderator', 'auditor'] },
      { method: 'POST', path: '/zyra/komente/:id', roles: ['moderator'] },
    ])
    expect(officeRoutes(new Hono<WebEnv>())).toEqual([])
    expect(() => officeRoute(app, 'GET', '/zyrat', [], (c) => c.text(''))).toThrow('outside /zyra')
  })
})
