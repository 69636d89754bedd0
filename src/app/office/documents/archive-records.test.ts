import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { documentRecords } from '#platform/documents/document-records.ts'
import { takedownRecords } from '#platform/takedowns/takedown-records.ts'
import { testDatabase } from '#test/database.ts'
import { entriesOf, recordOf, UNENTERED } from '#test/ledger.ts'
import { people } from '#test/people.ts'
import { testWeb } from '#test/web.ts'
import { takedownUrls } from '../takedowns/urls.ts'
import { officeDocumentUrls } from './urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const cookie = await web.signedInAs(people.albanianAdministrator)
const [prova] = await db<{ id: string }[]>`select id from platform.institutions where slug = 'prova'`

async function aPaper(title: string, klasa = 'public'): Promise<string> {
  const skedaret = new File([`Fjalët e ${title}`], `${title}.txt`)
  const form = { dergesa: randomUUID(), institucioni: prova?.id ?? '', klasa, gjuha: 'sq', skedaret }
  await web.post(officeDocumentUrls.archive(), { ...form, 'koha-year': '1998' }, { cookie })
  const [row] = await db<{ id: string }[]>`select id from platform.documents where title = ${title}`
  return row?.id ?? ''
}
const saidOf = async (id: string) =>
  (await entriesOf(db, `platform.document:${id}`)).map(({ version, ended }) => [version, ended])
const institutionEntries = async () => (await entriesOf(db, `institutions.institution:${prova?.id ?? ''}`)).length

async function takeDown(id: string, arsyeja: string): Promise<string> {
  const order = { dergesa: randomUUID(), rekordi: `platform.document:${id}`, arsyeja, konfirmimi: 'po' }
  expect((await web.post(takedownUrls.new(), { ...order, shenimi: 'Shënim i fshehur' }, { cookie })).status).toBe(303)
  const [row] = await db<{ id: string }[]>`select id from platform.takedowns where submission_id = ${order.dergesa}`
  return row?.id ?? ''
}

describe('a paper of the archive', () => {
  it('is entered when it is public, with the digest of its file and not its words, and never when it is not', async () => {
    const [paper, secret] = [await aPaper('Vendim nr. 12'), await aPaper('Vendim i brendshëm', 'internal')]
    expect(await entriesOf(db, `platform.document:${paper}`)).toEqual([
      { kind: 'platform.document', version: 1, ended: null, institution: 'prova' },
    ])
    expect(await saidOf(secret)).toEqual([])
    const record = await recordOf(db, documentRecords, paper)
    expect(record).toMatchObject({
      title: 'Vendim nr. 12',
      happened_precision: 'year',
      files: [{ lang: 'sq', version: 1 }],
    })
    expect(JSON.stringify(record)).not.toContain('Fjalët')
    const changes = [
      db`update platform.documents set title = 'Tjetër' where id = ${paper}`,
      db`update platform.documents set class = 'public' where id = ${secret}`,
      db`update platform.documents set removed_at = now() where id = ${paper}`,
      db`update platform.document_files set file_name = 'tjeter.txt' where document_id = ${paper}`,
      db`insert into platform.document_words (document_id, lang, title) values (${paper}, 'en', 'Decision')`,
    ]
    for (const change of changes) await expect(change).rejects.toMatchObject(UNENTERED)
    await db`update platform.document_files set reading = 'read', pages = 3 where document_id = any(${[paper, secret]}::uuid[])`
    await db`update platform.documents set title = 'Tjetër' where id = ${secret}`
  })

  it('that is taken down ends, and the takedown is entered: its ground and not the note of the office', async () => {
    const paper = await aPaper('Vendim nr. 13')
    const before = await institutionEntries()
    const takedown = await takeDown(paper, 'unlawful')
    expect(await saidOf(paper)).toEqual([
      [1, null],
      [2, 'taken-down'],
    ])
    const record = await recordOf(db, takedownRecords, takedown)
    expect(record).toMatchObject({ ground: 'unlawful', subject: `platform.document:${paper}`, lifted_at: null })
    expect(JSON.stringify(record)).not.toContain('fshehur')
    expect((await entriesOf(db, `platform.takedown:${takedown}`)).map(({ version }) => version)).toEqual([1])
    await expect(db`update platform.takedowns set ground = 'court-order' where id = ${takedown}`).rejects.toMatchObject(
      UNENTERED,
    )
    expect(await institutionEntries()).toBe(before)
  })

  it('whose bytes are removed keeps no salt; its institution stands as it was', async () => {
    const paper = await aPaper('Vendim nr. 14')
    const before = await institutionEntries()
    await takeDown(paper, 'personal-data')
    const [, last] = await saidOf(paper)
    expect(last?.[1]).toBe('erased')
    const salts = await db`
      select from platform.ledger_entries where subject = ${`platform.document:${paper}`} and salt is not null`
    expect(salts).toHaveLength(0)
    expect(await institutionEntries()).toBe(before)
  })
})
