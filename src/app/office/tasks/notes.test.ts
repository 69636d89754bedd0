import { describe, expect, it } from 'vitest'
import { givenConsultation } from '#modules/consultations/testing.ts'
import { mentionedIn } from '#platform/tasks/mention-rules.ts'
import { taskUrls } from '#platform/tasks/urls.ts'
import { sources } from '#test/law/sources.ts'
import { testDatabase } from '#test/database.ts'
import { givenPerson, people, type TestPerson } from '#test/people.ts'
import { testWeb } from '#test/web.ts'
import { sq } from './texts.sq.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web

await givenPerson(services, people.albanianModerator)
const consultation = await givenConsultation(services, { institution: 'prova', title: 'Rregullore për shënime' })
const subject = `consultations.consultation:${consultation.id}`
const clerk = {
  email: 'clerk@prova.example',
  name: 'Shpresa Prove',
  roles: [{ role: 'clerk', institution: 'prova' }],
} as const

async function write(person: TestPerson, shenimi: string, fields: Record<string, string> = {}): Promise<Response> {
  const cookie = await web.signedInAs(person)
  return web.post(taskUrls.notes(), { subjekti: subject, dergesa: crypto.randomUUID(), shenimi, ...fields }, { cookie })
}
const read = async (person: TestPerson, path: string) =>
  (await web.get(path, { cookie: await web.signedInAs(person) })).text()

describe('an internal note', () => {
  it('is read by colleagues who see the record, and by nobody else', async () => {
    expect((await write(people.albanianCoordinator, 'Shtojca e dytë mungon ende.')).status).toBe(303)
    const page = taskUrls.record(subject)
    expect(await read(people.albanianModerator, page)).toContain('Shtojca e dytë mungon ende.')
    const status = async (person: TestPerson) => (await web.get(page, { cookie: await web.signedInAs(person) })).status
    expect(await status(clerk)).toBe(404)
    expect(await status(people.kosovarCoordinator)).toBe(404)
  })

  it('counts once however often its form arrives', async () => {
    const dergesa = crypto.randomUUID()
    await write(people.albanianCoordinator, 'Një herë', { dergesa })
    await write(people.albanianCoordinator, 'Një herë', { dergesa })
    expect(await db`select from platform.notes where form_id = ${dergesa}`).toHaveLength(1)
  })

  it('comes back when it is empty or too long', async () => {
    const answer = await write(people.albanianCoordinator, ' ')
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(sq.form.errors.note)
    const long = await write(people.albanianCoordinator, 'a'.repeat(4001))
    expect(long.status).toBe(422)
    expect(await long.text()).toContain('a'.repeat(4001))
  })

  it('that names a colleague stands on their first page until they have seen it', async () => {
    await write(people.albanianCoordinator, '@mimoza, shihni nenin 3.')
    const first = await read(people.albanianModerator, '/zyra')
    expect(first).toContain(sq.mine.mention('Ilir Prove'))
    expect(first).not.toContain('shihni nenin 3')
    const seen = /action="(\/zyra\/puna\/shenime\/[0-9a-f-]+\/pashe)"/.exec(first)?.[1] ?? ''
    await web.post(seen, {}, { cookie: await web.signedInAs(people.albanianCoordinator) })
    expect(await read(people.albanianModerator, '/zyra')).toContain(seen)
    await web.post(seen, {}, { cookie: await web.signedInAs(people.albanianModerator) })
    expect(await read(people.albanianModerator, '/zyra')).not.toContain(seen)
  })

  it('names nobody who may not see the record', async () => {
    await givenPerson(services, clerk)
    await write(people.albanianCoordinator, '@Shpresa Prove, shihni këtë.')
    expect(await read(clerk, '/zyra')).not.toContain(sq.mine.mentions)
  })

  it('loses its words, and nothing else, when they should not have been written', async () => {
    await write(people.albanianModerator, 'Numri i tij është 069 00 00 000.')
    const [note] = await db<{ id: string }[]>`select id from platform.notes where words like 'Numri i tij%'`
    const id = note?.id ?? ''
    const cookie = await web.signedInAs(people.albanianAdministrator)
    const bare = await web.post(taskUrls.eraseNote(id), { [`arsyeja-${id}`]: '' }, { cookie })
    expect(bare.status).toBe(422)
    expect(
      (await web.post(taskUrls.eraseNote(id), { [`arsyeja-${id}`]: 'Të dhëna personale' }, { cookie })).status,
    ).toBe(303)
    const page = await read(people.albanianCoordinator, taskUrls.record(subject))
    expect(page).not.toContain('069 00 00 000')
    expect(page).toContain(sq.part.erased)
  })
})

describe('notes are never public', () => {
  it('no view that anything public is made of reads them', async () => {
    const views = await db<{ name: string; definition: string }[]>`
      select schemaname || '.' || viewname as name, definition from pg_views
      where schemaname not in ('pg_catalog', 'information_schema', 'graphile_worker')`
    expect(views.length).toBeGreaterThan(0)
    const leaking = views.filter(({ definition }) => /\b(notes|note_mentions|tasks)\b/.test(definition))
    expect(leaking.map(({ name }) => name)).toEqual([])
  })

  it('no file outside the office asks for them', () => {
    const asking = sources((file) => file.startsWith('src/')).filter(({ text }) =>
      /\bplatform\.(notes|note_mentions)\b|note-queries/.test(text),
    )
    // The desk's page of one comment stands behind the second factor too, and shows them beside it.
    const inOffice = /^src\/((platform|app\/office)\/tasks\/|modules\/consultations\/moderation\/moderation-view\.ts$)/
    const outside = asking.filter(({ file }) => !inOffice.test(file))
    expect(asking.length).toBeGreaterThan(3)
    expect(outside.map(({ file }) => file)).toEqual([])
  })

  it('no public page, and no data, of a record with a note holds a word of it', async () => {
    await write(people.albanianCoordinator, 'Fjala-kyçe-e-brendshme nuk del.')
    const paths = ['/', '/konsultime', consultation.slug ? `/konsultime/${consultation.slug}` : '/konsultime']
    for (const path of [...paths, `/konsultime/${consultation.slug}.json`]) {
      const answer = await web.get(path)
      expect([path, answer.status]).toEqual([path, 200])
      expect(await answer.text()).not.toContain('Fjala-kyçe-e-brendshme')
    }
  })
})

describe('a mention', () => {
  const drita = { id: '1', name: 'Drita Demo' }
  const dritan = { id: '2', name: 'Dritan Demo' }
  const other = { id: '3', name: 'Drita Shembull' }

  it.each([
    ['@Drita Demo, shihni', [drita, dritan], ['1']],
    ['(@drita demo)', [drita], ['1']],
    ['@Dritan', [drita, dritan], ['2']],
    ['@Drita', [drita, dritan], ['1']],
    ['@Drita', [drita, other], []],
    ['ana@drita.example', [drita], []],
    ['@Dritës', [drita], []],
    ['@Drita Demo dhe @Dritan Demo', [drita, dritan], ['1', '2']],
  ])('in “%s”', (words, known, expected) => {
    expect(mentionedIn(words, known)).toEqual(expected)
  })
})
