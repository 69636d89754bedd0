import { expect, it } from 'vitest'
import { givenComment, givenConsultation, staffWith } from '#modules/consultations/testing.ts'
import { testDatabase } from '#test/database.ts'
import { testWeb } from '#test/web.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const consultation = await givenConsultation(services, { title: 'Rregullore me historik' })
const comment = await givenComment(services, consultation, { body: 'Fjalë të fshehta.', authorName: 'Arta Fshehtaj' })
await web.post(
  `/zyra/komente/${comment.id}/mbajtja`,
  { arsyeja: 'insult', shpjegimi: 'Arta, ju lutem.', versioni: '1' },
  { cookie: await web.signedInAs(staffWith('moderator', 'prova')) },
)
const ref = `consultations.comment:${comment.id}`
const read = async (path: string, role: Parameters<typeof staffWith>[0], institution: string | null = 'prova') => {
  const response = await web.get(path, { cookie: await web.signedInAs(staffWith(role, institution)) })
  return { status: response.status, text: await response.text() }
}

it('the history of a record says who did what, in which role, from what to what', async () => {
  const { status, text } = await read(`/zyra/historiku?rekordi=${ref}`, 'moderator')
  expect(status).toBe(200)
  for (const words of ['U dërgua', 'U mbajt i fshehur', 'moderatori', 'Gjendja: I publikuar → I mbajtur i fshehur'])
    expect(text).toContain(words)
})

it('no word, name or note of a citizen is in it, as a page or as a file', async () => {
  for (const path of ['/zyra/historiku', '/zyra/historiku.csv', '/zyra/historiku.json']) {
    const { text } = await read(`${path}?rekordi=${ref}`, 'auditor')
    expect(text).toContain('fshehur')
    expect(text).not.toMatch(/Fjalë të fshehta|Fshehtaj|ju lutem/)
  }
})

it('opens to who reads the record and to the auditor, and to nobody of another institution', async () => {
  expect((await read(`/zyra/historiku?rekordi=${ref}`, 'auditor', null)).status).toBe(200)
  expect((await read(`/zyra/historiku?rekordi=${ref}`, 'clerk')).status).toBe(404)
  expect((await read(`/zyra/historiku?rekordi=${ref}`, 'moderator', 'provas')).status).toBe(404)
})

it('the log shows an institution to its administrator, and to the others what they did themselves', async () => {
  expect((await read('/zyra/historiku', 'administrator')).text).toContain('Rregullore me historik')
  expect((await read('/zyra/historiku', 'administrator', 'provas')).text).not.toContain('Rregullore me historik')
  expect((await read('/zyra/historiku', 'clerk')).text).not.toContain('Rregullore me historik')
})

it('is narrowed by day and by kind of record, and a day that does not exist is told', async () => {
  const day = 'dita-month=11&dita-year=2026'
  const log = (query: string) => read(`/zyra/historiku?${query}`, 'administrator')
  expect((await log(`dita-day=22&${day}`)).text).toContain('U mbajt i fshehur')
  expect((await log(`dita-day=21&${day}`)).text).not.toContain('U mbajt i fshehur')
  expect((await log('lloji=consultations.consultation')).text).not.toContain('U mbajt i fshehur')
  expect((await log(`dita-day=31&${day}`)).text).toContain('Shkruani një ditë që ekziston')
})

it('what stands in the history can be neither changed nor deleted', async () => {
  await expect(db`update platform.changes set kind = 'tjeter' where subject = ${ref}`).rejects.toThrow('only added to')
  await expect(db`delete from platform.changes where subject = ${ref}`).rejects.toThrow('only added to')
})
