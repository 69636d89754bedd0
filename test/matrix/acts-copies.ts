import { randomUUID } from 'node:crypto'
import { askForCopy } from '#modules/council-acts/copies/ask-for-copy.ts'
import { issueCopy } from '#modules/council-acts/copies/issue-copy.ts'
import { copyOfficeUrls as urls } from '#modules/council-acts/copies/urls.ts'
import { givenAct } from '#modules/council-acts/testing.ts'
import { page, record, type MatrixWorld, type Rows, type Slug } from './row.ts'

const READ = 'acts.read'
const WRITE = 'acts.write'
const REQUEST = { askedBy: null, reach: null, askedOn: '2026-11-20', protocol: null } as const

/** Certified copies of acts. */
export const actCopyRows = ({ services }: MatrixWorld): Rows => {
  const act = async (institution: Slug) => (await givenAct(services, { institution, plainText: 'Neni 1' })).id
  const asked = async (slug: Slug): Promise<string> => {
    const order = { request: REQUEST, formId: randomUUID(), by: 'program' } as const
    const outcome = await askForCopy(services, await act(slug), order)
    return outcome.kind === 'asked' ? outcome.id : ''
  }
  const issued = async (slug: Slug): Promise<string> => {
    const id = await asked(slug)
    await issueCopy(services, id, { versionId: null, by: 'program' })
    return id
  }
  return {
    [`GET ${urls.list()}`]: page(READ, urls.list()),
    [`GET ${urls.ofAct(':id')}`]: record(READ, async (slug) => ({ path: urls.ofAct(await act(slug)) })),
    [`POST ${urls.ofAct(':id')}`]: record(WRITE, async (slug) => ({
      path: urls.ofAct(await act(slug)),
      fields: { dergesa: randomUUID(), 'kerkuar-day': '20', 'kerkuar-month': '11', 'kerkuar-year': '2026' },
    })),
    [`GET ${urls.one(':id')}`]: record(READ, async (slug) => ({ path: urls.one(await asked(slug)) })),
    [`GET ${urls.file(':id', ':format')}`]: record(READ, async (slug) => ({
      path: urls.file(await issued(slug), 'docx'),
    })),
    [`POST ${urls.issue(':id')}`]: record(WRITE, async (slug) => ({
      path: urls.issue(await asked(slug)),
      fields: { redaksia: 'arkivi' },
    })),
    [`POST ${urls.refuse(':id')}`]: record(WRITE, async (slug) => ({
      path: urls.refuse(await asked(slug)),
      fields: { arsyeja: 'Kërkesa u tërhoq' },
    })),
    [`POST ${urls.cancel(':id')}`]: record('acts.decide', async (slug) => ({
      path: urls.cancel(await issued(slug)),
      fields: { arsyeja: 'Gabim në emër' },
    })),
  }
}
