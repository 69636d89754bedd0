import type { Database } from '#platform/db/database.ts'
import type { Services } from '#platform/services.ts'
import type { INSTITUTIONS } from '../template.ts'
import type { Fields, testWeb } from '../web.ts'

/** The institutions of every test database: one of each country. */
export type Slug = (typeof INSTITUTIONS)[keyof typeof INSTITUTIONS]['slug']

export type Request = { path: string; fields?: Fields }

export type Row = {
  /** The row of the table of rights that decides. */
  right: string
  /** A request that succeeds for who has the right. Records are of the institution named, and as they are needed. */
  request(institution: Slug): Request | Promise<Request>
  /** The route opens a record, or writes one, of one institution: a right elsewhere does not help. */
  ofInstitution?: boolean
  /** The route belongs to the whole installation: a role held in one institution does not help. */
  ofInstallation?: boolean
  /** A page that only leads on to another one. */
  leadsOn?: boolean
}

/** Routes of the office by method and path: `GET /zyra/posta/:id`. */
export type Rows = Record<string, Row>

export type MatrixWorld = { db: Database; services: Services; web: ReturnType<typeof testWeb> }

export const page = (right: string, path: string): Row => ({ right, request: () => ({ path }) })
export const record = (right: string, request: Row['request']): Row => ({ right, request, ofInstitution: true })
export const installation = (right: string, request: Row['request']): Row => ({ right, request, ofInstallation: true })
