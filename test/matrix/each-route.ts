import { describe, expect, it } from 'vitest'
import { permissions } from '#app/permissions.ts'
import { stateOf } from '#modules/consultations/counts-testing.ts'
import { someOf } from '../whole.ts'
import { hasRight, rightsOfAll, SLUGS, type Rights } from './rights.ts'
import type { Request, Row, Slug } from './row.ts'

/**
 * Tries each route of one part of the table. In parts, for what nobody may leave is looked for in the whole database, which
 * grows with each route.
 */
export async function tryEachRoute(part: number, parts: number): Promise<void> {
  const rights = await rightsOfAll()
  const rows = Object.entries(rights.rows).filter((_, at) => at % parts === part)
  describe.each(rows)('%s', (route, row) => {
    const records = new Records(row)
    it('opens to nobody without a second factor and a role, and leaves no trace', () =>
      isClosed(rights, route, records))
    it('is refused to everybody to whom the table does not give it, in both countries, and leaves no trace', () =>
      isRefused(rights, route, row, records))
    it('is done for everybody to whom the table gives it, at their own institution', () =>
      isDone(rights, route, row, records))
  })
}

/** What nobody has touched serves the next test as well: records cost much to make. */
class Records {
  readonly #row: Row
  readonly #made = new Map<Slug, Request>()

  constructor(row: Row) {
    this.#row = row
  }

  async untouched(slug: Slug): Promise<Request> {
    const request = this.#made.get(slug) ?? (await this.#row.request(slug))
    this.#made.set(slug, request)
    return request
  }

  /** What is done is done: the next one gets a record of their own. */
  async next(slug: Slug): Promise<Request> {
    this.#made.delete(slug)
    return this.untouched(slug)
  }
}

async function isClosed({ db, send, statusOf, outsiders }: Rights, route: string, records: Records): Promise<void> {
  const [method = ''] = route.split(' ')
  const request = await records.untouched('prova')
  const before = await stateOf(db)
  const nobody = await send(method, request)
  expect(nobody.status).toBe(method === 'GET' ? 303 : 401)
  if (method === 'GET') expect(nobody.headers.get('location')).toMatch(/^\/hyr\?pastaj=%2Fzyra/)
  for (const cookie of outsiders) expect(await statusOf(route, request, cookie)).toBe(403)
  expect(await stateOf(db)).toBe(before)
}

async function isRefused(
  { db, statusOf, everybody }: Rights,
  route: string,
  row: Row,
  records: Records,
): Promise<void> {
  const refused: [string, number, boolean][] = []
  const requests = { prova: await records.untouched('prova'), provas: await records.untouched('provas') }
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
}

async function isDone({ statusOf, everybody }: Rights, route: string, row: Row, records: Records): Promise<void> {
  const [method = ''] = route.split(' ')
  const answers: [string, number][] = []
  for (const slug of row.ofInstitution ? SLUGS : SLUGS.slice(0, 1)) {
    let request = await records.untouched(slug)
    const holders = everybody.filter((one) => hasRight(one, row, slug))
    // In every run some holders of the right, others for other routes; all of them in the proof.
    for (const [n, somebody] of someOf(holders, route, slug === 'prova' ? 3 : 2).entries()) {
      if (method === 'POST' && n > 0) request = await records.next(slug)
      answers.push([`${somebody.name} at ${slug}`, await statusOf(route, request, somebody.cookie)])
    }
  }
  expect(answers.length).toBeGreaterThan(0)
  const right = method === 'GET' && !row.leadsOn ? 200 : 303
  expect(answers.filter(([, status]) => status !== right)).toEqual([])
}
