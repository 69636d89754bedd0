import { randomUUID } from 'node:crypto'
import { A_REPLY, givenReply, givenYearReport } from '#modules/consultations/transparency/transparency-testing.ts'
import { yearReportOfficeUrls as urls } from '#modules/consultations/transparency/urls.ts'
import { page, record, type MatrixWorld, type Rows, type Slug } from './row.ts'

/** The yearly reports, and the replies to the comparison of institutions. */
export function yearReportRows({ services }: MatrixWorld): Rows {
  const [read, write, publish, reply] = [
    'year-reports.read',
    'year-reports.write',
    'year-reports.publish',
    'year-reports.reply',
  ]
  let year = 1990
  const at = (path: (year: string, slug: string) => string) => path(':year', ':slug')
  return {
    [`GET ${urls.list()}`]: page(read, urls.list()),
    [`GET ${at(urls.one)}`]: record(read, (slug: Slug) => ({ path: urls.one(2025, slug) })),
    [`POST ${at(urls.one)}`]: record(write, (slug: Slug) => ({
      path: urls.one(++year, slug),
      fields: { hyrja: 'Viti', rishikimi: '0' },
    })),
    [`POST ${at(urls.publish)}`]: record(publish, async (slug: Slug) => {
      const { revision } = await givenYearReport(services, { institution: slug, year: ++year, published: false })
      return { path: urls.publish(year, slug), fields: { rishikimi: String(revision), dergesa: randomUUID() } }
    }),
    [`GET ${at(urls.reply)}`]: record(read, (slug: Slug) => ({ path: urls.reply(2025, slug) })),
    [`POST ${at(urls.reply)}`]: record(reply, (slug: Slug) => ({
      path: urls.reply(2025, slug),
      fields: { pergjigjja: A_REPLY, dergesa: randomUUID() },
    })),
    [`POST ${at(urls.withdraw)}`]: record(reply, async (slug: Slug) => {
      await givenReply(services, slug, ++year)
      return { path: urls.withdraw(year, slug), fields: {} }
    }),
  }
}
