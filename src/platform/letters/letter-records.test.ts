import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { entriesOf, recordOf, UNENTERED } from '#test/ledger.ts'
import { givenPerson } from '#test/people.ts'
import { testServices } from '#test/web.ts'
import type { Official } from '../auth/visitor.ts'
import { addProtocol, cancelLetter } from './cancel-letter.ts'
import { issue } from './issue-letter.ts'
import { letterRecords } from './letter-records.ts'
import { letterRef } from './letter-subject.ts'
import { insertOfficialLetter } from './letter-writing-queries.ts'
import { givenIssuedLetter, givenLetter, someLetter, theLetter } from './letters-testing.ts'
import { makeLetterFiles } from './make-letter-files.ts'

const db = await testDatabase()
const services = testServices(db)
const [prova] = await db<{ id: string }[]>`select id from platform.institutions where slug = 'prova'`
const institutionId = prova?.id ?? ''

async function head(): Promise<Official> {
  const person = {
    email: 'titullari@prova.example',
    name: 'Liri Prove',
    roles: [{ role: 'head', institution: 'prova' }],
  }
  const accountId = await givenPerson(services, person as Parameters<typeof givenPerson>[1])
  const who = { accountId, name: person.name, email: person.email, roles: [{ role: 'head' as const, institutionId }] }
  return { kind: 'staff', level: 2, sessionId: randomUUID(), ...who }
}
const saidOf = async (id: string) => (await entriesOf(db, letterRef(id))).map(({ version, ended }) => [version, ended])

it('a draft is not entered; an issued letter is, again with its files, and nothing of its words or its addressee', async () => {
  const draft = await givenLetter(services, { addresseeName: 'Hatixhe Fshehur', body: 'Fjalë të fshehura' })
  expect(await saidOf(draft.id)).toEqual([])
  await db`update platform.official_letters set body = 'Fjalë të tjera të fshehura' where id = ${draft.id}`
  const letter = await givenIssuedLetter(services, {
    addresseeName: 'Hatixhe Fshehur',
    addresseePostal: 'Rruga e Fshehur 1',
    addresseeEmail: 'fshehur@posta.example',
    subjectLine: 'Titull i fshehur',
    body: 'Fjalë të fshehura',
    subjects: [`intake.case:${randomUUID()}`],
    files: false,
  })
  expect(await entriesOf(db, letterRef(letter.id))).toEqual([
    { kind: 'letters.letter', version: 1, ended: null, institution: 'prova' },
  ])
  await makeLetterFiles(services, letter.id)
  await makeLetterFiles(services, letter.id)
  const { pdfDigest, docxDigest, code } = await theLetter(services, letter.id)
  expect(await saidOf(letter.id)).toEqual([
    [1, null],
    [2, null],
  ])
  const record = await recordOf(db, letterRecords, letter.id)
  expect(record).toMatchObject({
    number: letter.number,
    pdf_digest: pdfDigest,
    docx_digest: docxDigest,
    about: ['intake.case'],
  })
  expect(JSON.stringify(record)).not.toMatch(/fshehur/i)
  expect(JSON.stringify(record)).not.toContain(code)
})

it('a letter that corrects another is entered with it, and so is its cancelling with the reason', async () => {
  const first = await givenIssuedLetter(services, { files: false })
  const { id } = await db.begin((tx) => {
    const draft = { ...someLetter, institutionId, submissionId: randomUUID(), contactId: null, correctsId: first.id }
    return insertOfficialLetter(tx, { ...draft, template: null, by: null, at: services.clock.now() })
  })
  const written = await theLetter(services, id)
  const { number, year } = await db.begin((tx) => issue(tx, services, [], written, 'program'))
  expect(await recordOf(db, letterRecords, first.id)).toMatchObject({ corrected_by: [`${number}/${year}`] })
  const official = await head()
  expect(await addProtocol(services, official, id, { number: '12', date: '2026-11-20' })).toBe('done')
  expect(await cancelLetter(services, official, id, 'U lëshua gabimisht')).toBe('done')
  expect([await saidOf(first.id), await saidOf(id)]).toEqual([
    [
      [1, null],
      [2, null],
      [3, null],
    ],
    [
      [1, null],
      [2, null],
    ],
  ])
  const records = await Promise.all([first.id, id].map((one) => recordOf(db, letterRecords, one)))
  expect(records).toMatchObject([
    { corrected_by: [] },
    { state: 'cancelled', cancel_reason: 'U lëshua gabimisht', corrects: `${first.number}/${first.year}` },
  ])
})

it('a change of what everybody may check does not stand without an entry', async () => {
  const letter = await givenIssuedLetter(services, { files: false })
  const changes = [
    db`update platform.official_letters set state = 'cancelled', cancelled_at = now(), cancel_reason = 'Pa shënim'
       where id = ${letter.id}`,
    db`update platform.official_letters set pdf_digest = ${'a'.repeat(64)} where id = ${letter.id}`,
  ]
  for (const change of changes) await expect(change).rejects.toMatchObject(UNENTERED)
  await db`update platform.official_letters set addressee_email = null, files_state = 'failed' where id = ${letter.id}`
})
