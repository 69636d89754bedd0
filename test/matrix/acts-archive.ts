import { randomUUID } from 'node:crypto'
import { listArchiveLines } from '#modules/council-acts/archive/archive-queries.ts'
import { givenArchive } from '#modules/council-acts/archive/testing.ts'
import { archiveUrls as urls } from '#modules/council-acts/archive/urls.ts'
import { page, record, type MatrixWorld, type Rows, type Slug } from './row.ts'

const READ = 'acts.read'
const WRITE = 'acts-archive.write'

/** The archive of acts. */
export const actArchiveRows = ({ db, services }: MatrixWorld): Rows => {
  const archive = async (slug: Slug) => (await givenArchive(services, slug)).id
  return {
    [`GET ${urls.list()}`]: page(READ, urls.list()),
    [`POST ${urls.list()}`]: record(WRITE, async (slug) => {
      const [row] = await db<{ id: string }[]>`select id from platform.institutions where slug = ${slug}`
      const file = new File(['{"id":"1","title":"Vendim nr. 1"}'], 'arkivi.jsonl')
      return { path: urls.list(), fields: { dergesa: randomUUID(), institucioni: row?.id ?? '', skedari: file } }
    }),
    [`GET ${urls.one(':id')}`]: record(READ, async (slug) => ({ path: urls.one(await archive(slug)) })),
    [`POST ${urls.undo(':id')}`]: record(WRITE, async (slug) => ({ path: urls.undo(await archive(slug)), fields: {} })),
    [`POST ${urls.settle(':id', ':line')}`]: record(WRITE, async (slug) => {
      const id = await archive(slug)
      const [line] = await listArchiveLines(db, id, 'doubt', null, 1)
      return { path: urls.settle(id, line?.id ?? ''), fields: { si: 'accepted' } }
    }),
  }
}
