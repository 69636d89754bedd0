import { randomUUID } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { staffWith } from '#modules/consultations/testing.ts'
import { testDatabase } from '#test/database.ts'
import { testWeb } from '#test/web.ts'
import { enterActs } from '../act-records.ts'
import { takeAct } from '../announcing/announcing-queries.ts'
import { undoArchive } from '../archive/undo-archive.ts'
import { givenAct } from '../testing.ts'
import { findCopy } from './copy-queries.ts'
import { copyRetention } from './copies-at-door.ts'
import { copyOfficeUrls as urls, copyUrls } from './urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const cookie = await web.signedInAs(staffWith('council-secretary', 'prova'))
const kosovar = await web.signedInAs(staffWith('council-secretary', 'provas'))
const auditor = await web.signedInAs(staffWith('auditor', 'prova'))
const WORDS = 'Neni 1. Tarifa e pastrimit është 1 200 lekë.'

const request = (more: Record<string, string> = {}) => ({
  dergesa: randomUUID(),
  'kerkuar-day': '20',
  'kerkuar-month': '11',
  'kerkuar-year': '2026',
  'kerkuar-nga': 'Ana Shembull',
  menyra: 'Në sportel',
  ...more,
})
const idIn = (answer: Response): string =>
  /kopjet\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
const asked = async (actId: string, fields = request(), as = cookie) =>
  idIn(await web.post(urls.ofAct(actId), fields, { cookie: as }))

describe('a certified copy of an act', () => {
  it('is asked for once however often the form arrives, and is due ten days later, past the feasts', async () => {
    const act = await givenAct(services, { plainText: WORDS })
    const fields = request()
    const [one, other] = [await asked(act.id, fields), await asked(act.id, fields)]
    expect(one).toBe(other)
    expect(await findCopy(db, one)).toMatchObject({ state: 'asked', dueOn: '2026-12-02', askedBy: 'Ana Shembull' })
    expect(await (await web.get(urls.list(), { cookie })).text()).toContain('2 dhjetor 2026')
  })

  it('gets number and code, holds the words of the act, and is known by its code', async () => {
    const act = await givenAct(services, { plainText: WORDS, title: 'Për tarifën e pastrimit' })
    const id = await asked(act.id)
    expect((await web.post(urls.issue(id), { redaksia: 'arkivi' }, { cookie })).status).toBe(303)
    const copy = await findCopy(db, id)
    expect(copy).toMatchObject({ state: 'issued', year: 2026 })
    expect((await web.post(urls.issue(id), { redaksia: 'arkivi' }, { cookie })).status).toBe(409)
    const file = await web.get(urls.file(id, 'docx'), { cookie })
    const words = strFromU8(
      unzipSync(new Uint8Array(await file.arrayBuffer()))['word/document.xml'] ?? new Uint8Array(),
    )
    for (const part of [WORDS, 'Për tarifën e pastrimit', `Kopja nr. ${copy?.number}/2026`])
      expect(words).toContain(part)
    const check = await (await web.get(`${copyUrls.check()}?kodi=${copy?.code}`)).text()
    expect(check).toContain('Kjo kopje është lëshuar nga institucioni.')
    expect(check).not.toContain('Ana Shembull')
    expect((await web.post(urls.cancel(id), { arsyeja: 'Gabim në emër' }, { cookie })).status).toBe(303)
    expect(await (await web.get(`${copyUrls.check()}?kodi=${copy?.code}`)).text()).toContain('është anuluar')
  })

  it('says nothing of an act that was taken down; its act stays when the archive is undone that brought it', async () => {
    const act = await givenAct(services, { plainText: WORDS, title: 'Për diçka të hequr', history: true })
    const id = await asked(act.id)
    await web.post(urls.issue(id), { redaksia: 'arkivi' }, { cookie })
    const check = async () => (await web.get(`${copyUrls.check()}?kodi=${(await findCopy(db, id))?.code}`)).text()
    expect(await check()).toContain('Për diçka të hequr')
    const archive = randomUUID()
    await db.begin(async (tx) => {
      await tx`
        insert into council_acts.archives (id, institution_id, kind, file_name, file_digest, file_size, state, begun_at)
        values (${archive}, ${act.institutionId}, 'jsonl', 'akte.jsonl', ${'0'.repeat(64)}, 1, 'done', now())`
      await tx`update council_acts.acts set archive_id = ${archive}, version = version + 1 where id = ${act.id}`
      await enterActs(tx, services, [act.id])
    })
    const undone = await undoArchive(services, { archiveId: archive, by: null, progress: () => {} })
    expect(undone).toEqual({ kind: 'undone', removed: 0, kept: 1 })
    await db.begin(async (tx) => {
      await takeAct(tx, act.id, services.clock.now())
      await enterActs(tx, services, [act.id])
    })
    expect(await check()).not.toContain('Për diçka të hequr')
  })

  it('numbers without a gap, and a refused request takes no number', async () => {
    const act = await givenAct(services, { plainText: WORDS })
    const [first, refused, second] = [await asked(act.id), await asked(act.id), await asked(act.id)]
    expect((await web.post(urls.refuse(refused), { arsyeja: 'x' }, { cookie })).status).toBe(422)
    expect((await web.post(urls.refuse(refused), { arsyeja: 'Kërkesa u tërhoq' }, { cookie })).status).toBe(303)
    for (const id of [first, second]) await web.post(urls.issue(id), { redaksia: 'arkivi' }, { cookie })
    const numbers = [(await findCopy(db, first))?.number ?? 0, (await findCopy(db, second))?.number ?? 0]
    expect((numbers[1] ?? 0) - (numbers[0] ?? 0)).toBe(1)
    expect(await findCopy(db, refused)).toMatchObject({ state: 'refused', number: null })
  })

  it('is not asked for of what has not been announced, nor of a day to come, and keeps what was typed', async () => {
    const draft = await givenAct(services, { state: 'numbered' })
    expect((await web.post(urls.ofAct(draft.id), request(), { cookie })).status).toBe(409)
    const act = await givenAct(services, { plainText: WORDS })
    const late = await web.post(urls.ofAct(act.id), request({ 'kerkuar-year': '2027' }), { cookie })
    expect(late.status).toBe(422)
    expect(await late.text()).toContain('value="Ana Shembull"')
    expect(await db`select from council_acts.copies where act_id in (${draft.id}, ${act.id})`).toHaveLength(0)
  })

  it('has no clock in Kosovo, and is nothing to the secretary of another institution', async () => {
    const act = await givenAct(services, { institution: 'provas', plainText: WORDS })
    const id = await asked(act.id, request(), kosovar)
    expect((await findCopy(db, id))?.dueOn).toBe(null)
    expect((await web.get(urls.one(id), { cookie })).status).toBe(404)
    expect((await web.post(urls.issue(id), { redaksia: 'arkivi' }, { cookie })).status).toBe(404)
    expect(await (await web.get(urls.ofAct(act.id), { cookie: kosovar })).text()).toContain(
      'afati i kopjes nuk është parë',
    )
  })

  it('forgets who asked after two years, and not before', async () => {
    const act = await givenAct(services, { plainText: WORDS })
    const id = await asked(act.id)
    expect(await (await web.get(urls.one(id), { cookie: auditor })).text()).toContain('Ana Shembull')
    expect(await copyRetention.countDue(services)).toBe(0)
    const later = { ...services, clock: { now: () => new Date('2028-11-21T12:00:00Z') } }
    expect(await copyRetention.forget?.(later)).toBeGreaterThan(0)
    expect(await findCopy(db, id)).toMatchObject({ askedBy: null, reach: null, state: 'asked' })
  })
})
