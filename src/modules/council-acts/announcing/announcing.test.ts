import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { staffWith } from '#modules/consultations/testing.ts'
import { changeDeadlineDay } from '#platform/deadlines/change-deadline-day.ts'
import type { Transaction } from '#platform/db/database.ts'
import { findDeadline } from '#platform/deadlines/deadline-queries.ts'
import { termRecords } from '#platform/deadlines/terms/term-records.ts'
import { testDatabase } from '#test/database.ts'
import { entered, entriesOf, recordOf } from '#test/ledger.ts'
import { testWeb, TEST_NOW, type Fields } from '#test/web.ts'
import { findAct, type Act } from '../act-queries.ts'
import { enterActs, publishedActs } from '../act-records.ts'
import { FORCE_SLOT, PUBLICATION_SLOT } from '../act-rules.ts'
import { givenActText } from '../reading/testing.ts'
import { givenAct } from '../testing.ts'
import { actOfficeUrls } from '../urls.ts'
import { comeIntoForce, followClock } from './come-into-force.ts'
import { addresseeRetention } from './forget-addressees.ts'
import { startPublication } from './keep-clocks.ts'
import { actTakeDown } from './take-down-act.ts'
import { announcingUrls as urls } from './urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const cookie = await web.signedInAs(staffWith('council-secretary', 'prova'))
const kosovar = await web.signedInAs(staffWith('council-secretary', 'provas'))
const post = (path: string, fields: Fields, as = cookie) => web.post(path, fields, { cookie: as })
const page = async (id: string, as = cookie) => (await web.get(urls.page(id), { cookie: as })).text()
const now = async (id: string): Promise<Act> => (await findAct(db, id)) ?? Promise.reject(new Error('no act'))
const seen = async (id: string) => ({ versioni: String((await now(id)).version) })
const ref = (id: string) => `council-acts.act:${id}`
const clock = (id: string, slot: string) => findDeadline(db, ref(id), slot)
const kinds = async (id: string) =>
  (await db<{ kind: string }[]>`select kind from council_acts.act_events where act_id = ${id} order by id`).map(
    ({ kind }) => kind,
  )
const told = async (id: string) =>
  (await db<{ kind: string }[]>`select kind from platform.happenings where matter = ${ref(id)} order by id`).map(
    ({ kind }) => kind,
  )
const day = (name: string, date: string): Record<string, string> => {
  const [year = '', month = '', on = ''] = date.split('-')
  return { [`${name}-day`]: on, [`${name}-month`]: month, [`${name}-year`]: year }
}
const idOf = async (slug: string) =>
  (await db<{ id: string }[]>`select id from platform.institutions where slug = ${slug}`)[0]?.id ?? ''

/** What an administrator confirms, or sets where the law gives no number. */
const term = async (institution: string, rule: string, kind: 'confirmed' | 'own', n: number | null = null) => {
  const number = n === null ? {} : { n, unit: 'd', first_day: 'excluded', roll: 'none' }
  const row = { institution_id: await idOf(institution), rule_id: rule, rule_version: 1, kind, ...number }
  const said = {
    basis: 'Rregullorja e këshillit, neni 7',
    from_on: '2026-01-01',
    form_id: randomUUID(),
    set_at: TEST_NOW,
  }
  await entered(
    db,
    termRecords,
    (tx) => tx`insert into platform.institution_terms ${tx({ ...row, ...said })} returning id`,
  )
}
await term('prova', 'AL-LSG-PUBLISH', 'confirmed')
await term('prova', 'AL-LSG-FORCE', 'confirmed')

/** Numbered, with its clock and its text. */
async function numbered(wish: Parameters<typeof givenAct>[1] = {}): Promise<Act> {
  const act = await givenAct(services, { state: 'numbered', adoptedOn: '2026-11-16', ...wish })
  await db.begin((tx) => startPublication(tx, services, act, 'program').then(() => enter(tx, act.id)))
  await givenActText(services, act)
  return now(act.id)
}
const enter = (tx: Transaction, id: string) => enterActs(tx, services, [id])
const announce = async (id: string, on = '2026-11-20', more: Fields = {}, as = cookie) =>
  post(urls.page(id), { ...(await seen(id)), ...day('shpallur', on), ...more }, as)

describe('announcing in Albania', () => {
  it('meets its clock, starts that of its force, and everybody reads the words from then on', async () => {
    const { id, slug, announceBy } = await numbered()
    expect(announceBy).toBe('2026-11-26')
    expect((await recordOf(db, publishedActs, id))?.texts).toEqual([])
    expect((await announce(id, '2026-11-17')).status).toBe(303)
    const act = await now(id)
    expect([act.state, act.announcedOn, act.forceBasis]).toEqual(['announced', '2026-11-17', 'after-announcement'])
    const force = await clock(id, FORCE_SLOT)
    expect([act.inForceFrom, force?.dueOn, force?.n]).toEqual([force?.dueOn, force?.dueOn, 10])
    expect(act.inForceFrom).toBe('2026-11-27')
    expect((await clock(id, PUBLICATION_SLOT))?.state).toBe('met')
    const [state] = await db`select holds_from from council_acts.states where act_id = ${id}`
    expect(state?.holdsFrom).toBe('2026-11-27')
    expect(await kinds(id)).toEqual(['adopted', 'announced'])
    expect(await told(id)).toEqual(['council-acts.announced'])
    expect((await recordOf(db, publishedActs, id))?.texts).toHaveLength(1)
    expect(await (await web.get(`/aktet/${slug ?? ''}`)).text()).toContain('Familjet paguajnë')
    expect((await announce(id)).status).toBe(409)
  })

  it('late is announced all the same, with the reason; a day that cannot be is refused and the words are kept', async () => {
    const { id } = await numbered({ adoptedOn: '2026-11-02' })
    expect(await page(id)).toContain('Afati i shpalljes ka kaluar')
    for (const [on, words] of [
      ['2026-11-01', 'para miratimit'],
      ['2026-11-23', 'pas sotit'],
      ['2026-11-31', 'Shkruani një ditë që ekziston'],
    ] as const) {
      const answer = await announce(id, on, { 'arsyeja-vonese': 'Rrjeti nuk punonte' })
      const html = await answer.text()
      expect([answer.status, html.includes(words), html.includes('Rrjeti nuk punonte')]).toEqual([422, true, true])
    }
    expect((await announce(id, '2026-11-20')).status).toBe(422)
    expect((await now(id)).state).toBe('numbered')
    expect((await announce(id, '2026-11-20', { 'arsyeja-vonese': 'Rrjeti nuk punonte' })).status).toBe(303)
    const [event] = await db`select reason from council_acts.act_events where act_id = ${id} and kind = 'announced'`
    expect(event?.reason).toBe('Rrjeti nuk punonte')
  })

  it('waits for words or a file, and while the mayor’s return is open', async () => {
    const bare = await givenAct(services, { state: 'numbered', adoptedOn: '2026-11-16' })
    expect((await announce(bare.id)).status).toBe(409)
    const { id } = await numbered()
    await db.begin(async (tx) => {
      await tx`
        insert into council_acts.mayor_returns (institution_id, act_id, returned_on, reasons, created_at)
        select institution_id, id, '2026-11-18', 'Bie ndesh me buxhetin', ${TEST_NOW} from council_acts.acts where id = ${id}`
      await enter(tx, id)
    })
    expect(await page(id)).toContain('ka kthyer aktin')
    expect((await announce(id)).status).toBe(409)
  })

  it('takes the day of force that the act names, and comes into force on it, told once', async () => {
    const { id } = await numbered()
    const early = { ...day('fuqi', '2026-11-19'), 'fuqi-neni': '3' }
    expect((await announce(id, '2026-11-20', early)).status).toBe(422)
    expect((await announce(id, '2026-11-20', { ...day('fuqi', '2026-11-24'), 'fuqi-neni': '3' })).status).toBe(303)
    expect(await now(id)).toMatchObject({ forceBasis: 'on-day', forceArticle: '3', inForceFrom: '2026-11-24' })
    expect(await clock(id, FORCE_SLOT)).toBeNull()
    await comeIntoForce(services)
    expect(await kinds(id)).not.toContain('in-force')
    services.clock.set(new Date('2026-11-24T02:00:00Z'))
    await comeIntoForce(services)
    await comeIntoForce(services)
    services.clock.set(TEST_NOW)
    expect((await kinds(id)).filter((kind) => kind === 'in-force')).toHaveLength(1)
    expect((await told(id)).toSorted()).toEqual(['council-acts.announced', 'council-acts.in-force'])
  })

  it('follows its clock when the calendar moves it', async () => {
    const { id } = await numbered()
    await announce(id)
    const { by, subject } = { by: 'program', subject: ref(id) } as const
    await db.begin((tx) => changeDeadlineDay(tx, services, { subject, slot: FORCE_SLOT, by, day: '2026-12-10' }))
    await followClock(services, { act: id, slot: FORCE_SLOT })
    expect((await now(id)).inForceFrom).toBe('2026-12-10')
    const entries = (await entriesOf(db, subject)).length
    await followClock(services, { act: id, slot: FORCE_SLOT })
    expect((await entriesOf(db, subject)).length).toBe(entries)
  })
})

describe('in Kosovo', () => {
  it('no clock runs and no day of force is made up, until the assembly sets terms of its own', async () => {
    const first = await numbered({ institution: 'provas' })
    expect(first.announceBy).toBeNull()
    expect(await page(first.id, kosovar)).toContain('nuk jep afat shpalljeje')
    expect((await announce(first.id, '2026-11-20', {}, kosovar)).status).toBe(303)
    expect(await now(first.id)).toMatchObject({ inForceFrom: null, forceBasis: null })
    expect(await page(first.id, kosovar)).toContain('Shkruani ditën e hyrjes në fuqi')
    const named = { ...(await seen(first.id)), ...day('dita-fuqi', '2026-11-22'), 'dita-fuqi-neni': '8' }
    expect((await post(urls.forceDay(first.id), named, kosovar)).status).toBe(303)
    expect(await now(first.id)).toMatchObject({ inForceFrom: '2026-11-22', forceBasis: 'on-day' })
    expect(await kinds(first.id)).toContain('in-force')
    await term('provas', 'XK-LSG-PUBLISH', 'own', 7)
    await term('provas', 'XK-LSG-FORCE', 'own', 15)
    const second = await numbered({ institution: 'provas' })
    expect(second.announceBy).toBe('2026-11-23')
    await announce(second.id, '2026-11-20', {}, kosovar)
    expect((await now(second.id)).inForceFrom).toBe('2026-12-05')
    expect((await web.get(urls.page(second.id), { cookie })).status).toBe(404)
  })
})

describe('an individual act', () => {
  const RESTRICTED = {
    restricted: true,
    publicTitle: 'Për një ndihmë ekonomike',
    restrictedGround: 'Të dhëna personale',
  }
  const secret = 'Për ndihmën e familjes Zefirini'
  const given = (more: object = {}) => numbered({ nature: 'individual', title: secret, ...RESTRICTED, ...more })

  it('holds from its notification; to whom stays inside and is forgotten on its day', async () => {
    const { id, slug } = await given()
    expect((await announce(id)).status).toBe(303)
    expect(await now(id)).toMatchObject({ inForceFrom: null, forceBasis: 'on-notification' })
    const form = { dergesa: randomUUID(), ...day('njoftuar', '2026-11-21'), menyra: 'hand', marresi: 'Zef Zefirini' }
    for (let n = 0; n < 2; n += 1) expect((await post(urls.notifications(id), form)).status).toBe(303)
    expect(await now(id)).toMatchObject({ inForceFrom: '2026-11-21' })
    expect(await page(id)).toContain('Zef Zefirini')
    const chair = await web.signedInAs(staffWith('council-chair', 'prova'))
    expect(await page(id, chair)).not.toContain('Zef Zefirini')
    const everything = [
      await (await web.get(`/aktet/${slug ?? ''}`)).text(),
      JSON.stringify(await recordOf(db, publishedActs, id)),
    ]
    const history = JSON.stringify(await db`select kind, fields from platform.changes where subject = ${ref(id)}`)
    for (const words of [...everything, history]) expect(words).not.toContain('Zefirini')
    expect(await db`select 1 from council_acts.notifications where act_id = ${id}`).toHaveLength(1)
    services.clock.set(new Date('2029-11-22T02:00:00Z'))
    expect(await addresseeRetention.countDue(services)).toBe(1)
    expect(await addresseeRetention.forget?.(services)).toBe(1)
    services.clock.set(TEST_NOW)
    expect(await page(id)).not.toContain('Zef Zefirini')
    expect(await db`select notified_on from council_acts.notifications where act_id = ${id}`).toHaveLength(1)
  })

  it('is opened and restricted again with the ledger; of what was public no salt stays', async () => {
    const { id } = await given()
    await announce(id)
    const opened = { ...(await seen(id)), 'arsyeja-hapjes': 'Nuk përmend askënd' }
    expect((await post(urls.opening(id), { ...opened, 'arsyeja-hapjes': '' })).status).toBe(422)
    expect((await post(urls.opening(id), opened)).status).toBe(303)
    expect((await recordOf(db, publishedActs, id))?.title).toBe(secret)
    const again = { 'titulli-kufizuar': 'Për një ndihmë', 'arsyeja-kufizimit': 'Përmend një familje' }
    expect((await post(urls.restriction(id), { ...again, ...(await seen(id)) })).status).toBe(303)
    expect((await recordOf(db, publishedActs, id))?.title).toBe('Për një ndihmë')
    const entries = await entriesOf(db, ref(id))
    expect(entries.at(-2)?.ended).toContain('erased')
    expect(entries.at(-1)?.ended).toBeNull()
    const salts = await db`select salt from platform.ledger_entries where subject = ${ref(id)} and salt is not null`
    expect(salts).toHaveLength(1)
  })

  it('in Kosovo is notified without coming into force by it', async () => {
    const { id } = await given({ institution: 'provas' })
    await announce(id, '2026-11-20', {}, kosovar)
    const form = { dergesa: randomUUID(), ...day('njoftuar', '2026-11-21'), menyra: 'registered-mail' }
    expect((await post(urls.notifications(id), form, kosovar)).status).toBe(303)
    expect((await now(id)).inForceFrom).toBeNull()
  })
})

describe('beside it', () => {
  it('postings are noted once with a photograph, and taken off', async () => {
    const { id } = await numbered()
    const posting = { dergesa: randomUUID(), 'vendi-afishimit': 'Hyrja e bashkisë', ...day('afishuar', '2026-11-21') }
    expect((await post(urls.postings(id), { ...posting, ...day('afishuar', '2026-11-25') })).status).toBe(422)
    for (let n = 0; n < 2; n += 1) expect((await post(urls.postings(id), posting)).status).toBe(303)
    const [row, ...more] = await db<{ id: string }[]>`select id from council_acts.postings where act_id = ${id}`
    expect(more).toEqual([])
    const off = urls.takeOff(id, row?.id ?? '')
    expect((await post(off, day('hequr', '2026-11-20'))).status).toBe(422)
    expect((await post(off, day('hequr', '2026-11-22'))).status).toBe(303)
    expect((await post(off, day('hequr', '2026-11-22'))).status).toBe(409)
    expect((await recordOf(db, publishedActs, id))?.postings).toMatchObject([{ taken_off_on: '2026-11-22' }])
  })

  it('facts are corrected with a reason that everybody reads, never silently', async () => {
    const { id, title } = await numbered()
    await announce(id)
    const facts = async () => ({
      ...(await seen(id)),
      titulli: title,
      ...day('miratuar', '2026-11-16'),
      ...day('botuar', '2026-11-20'),
    })
    const reasoned = { propozuesi: 'Kryetari', 'arsyeja-ndreqjes': 'Mungonte propozuesi' }
    expect((await post(urls.correction(id), { ...(await facts()), propozuesi: 'Kryetari' })).status).toBe(422)
    expect((await post(urls.correction(id), { ...(await facts()), 'arsyeja-ndreqjes': 'Asgjë këtu' })).status).toBe(422)
    const entries = (await entriesOf(db, ref(id))).length
    expect((await post(urls.correction(id), { ...(await facts()), ...reasoned })).status).toBe(303)
    expect((await post(urls.correction(id), { ...(await facts()), ...reasoned, versioni: '1' })).status).toBe(409)
    expect([(await now(id)).proposer, (await kinds(id)).at(-1)]).toEqual(['Kryetari', 'corrected'])
    expect((await entriesOf(db, ref(id))).length).toBe(entries + 1)
  })

  it('a correction announces nothing, and leaves no day out', async () => {
    const [given, waits] = [await givenAct(services), await givenAct(services, { state: 'numbered' })]
    const facts = { titulli: 'Titull i ndrequr', 'arsyeja-ndreqjes': 'Gabim shtypi', ...day('miratuar', '2026-10-05') }
    const correct = async (id: string, more: Record<string, string>) =>
      (await post(urls.correction(id), { ...facts, ...day('botuar', '2026-10-07'), ...(await seen(id)), ...more }))
        .status
    for (const wrong of [
      day('botuar', ''),
      day('miratuar', ''),
      day('miratuar', '0001-01-01'),
      day('nenshkruar', '2020-01-01'),
      { 'titulli-publik': 'x' },
    ])
      expect(await correct(given.id, wrong)).toBe(422)
    expect([await correct(given.id, {}), await correct(waits.id, {})]).toEqual([303, 303])
    expect(await now(waits.id)).toMatchObject({ title: 'Titull i ndrequr', announcedOn: null, state: 'numbered' })
  })

  it('is suspended and applied again, each with its day and reason', async () => {
    const { id } = await numbered()
    await announce(id)
    const stop = async (words: Record<string, string>) => post(urls.suspension(id), { ...(await seen(id)), ...words })
    const court = { ...day('pezulluar', '2026-11-21'), 'arsyeja-pezullimit': 'Gjykata Administrative, vendimi 4' }
    expect((await stop(day('pezulluar', '2026-11-21'))).status).toBe(422)
    expect((await stop(court)).status).toBe(303)
    expect((await now(id)).suspendedFrom).toBe('2026-11-21')
    const early = { ...day('rifilluar', '2026-11-20'), 'arsyeja-rifillimit': 'Gjykata e hoqi masën' }
    expect((await post(urls.resumption(id), { ...(await seen(id)), ...early })).status).toBe(422)
    const back = { ...early, ...day('rifilluar', '2026-11-22') }
    expect((await post(urls.resumption(id), { ...(await seen(id)), ...back })).status).toBe(303)
    expect([(await now(id)).suspendedFrom, ...(await kinds(id)).slice(-2)]).toEqual([null, 'suspended', 'resumed'])
  })

  it('taken down it leaves a tombstone with its number, and stands again as it was', async () => {
    const { id, slug } = await numbered()
    await announce(id)
    const order = { id, ground: 'unlawful', byAccountId: '', at: TEST_NOW } as const
    const deed = (move: 'take' | 'lift') =>
      db.begin(async (tx) => {
        const outcome = await actTakeDown[move](tx, services, order)
        await enterActs(tx, services, [id])
        return outcome
      })
    expect(await deed('take')).toBe('taken-down')
    expect((await web.get(`/aktet/${slug ?? ''}`)).status).toBe(410)
    expect((await post(urls.page(id), { ...day('shpallur', '2026-11-20') })).status).toBe(409)
    expect(await actTakeDown.recordsAt(services, `/aktet/${slug ?? ''}/versionet/1`)).toEqual([ref(id)])
    expect(await deed('lift')).toBe('lifted')
    expect((await now(id)).state).toBe('announced')
    expect((await web.get(actOfficeUrls.announcing(id), { cookie })).status).toBe(200)
  })
})
