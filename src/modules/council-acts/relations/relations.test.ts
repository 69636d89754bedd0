import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { staffWith } from '#modules/consultations/testing.ts'
import { listTextVersions } from '#platform/texts/text-queries.ts'
import { publishVersion } from '#platform/texts/versions/publish-version.ts'
import { testDatabase } from '#test/database.ts'
import { entriesOf, recordOf } from '#test/ledger.ts'
import { testWeb, TEST_NOW, type Fields } from '#test/web.ts'
import { findAct, type Act } from '../act-queries.ts'
import { enterActs, publishedActs } from '../act-records.ts'
import type { RelationKind } from '../act-rules.ts'
import { actTexts } from '../act-text-holder.ts'
import { announceAct } from '../announcing/announce-act.ts'
import { takeAct } from '../announcing/announcing-queries.ts'
import { comeIntoForce } from '../announcing/come-into-force.ts'
import { suspendAct } from '../announcing/suspend-act.ts'
import { secretaryOf } from '../making/testing.ts'
import { givenActText, givenRelation } from '../reading/testing.ts'
import { giveVerdict } from '../review/give-verdict.ts'
import { givenAct } from '../testing.ts'
import { proposedIn } from './proposal-rules.ts'
import { findPlan, listStates } from './state-queries.ts'
import { lackingOn, stateOn, wordsOn, type TextState } from './state-rules.ts'
import { viewTextOn } from './text-on-view.ts'
import { relationUrls as urls } from './urls.ts'
import { addRelation, dropRelation } from './write-relation.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const cookie = await web.signedInAs(staffWith('council-secretary', 'prova'))
const secretary = await secretaryOf(services)
const post = (path: string, fields: Fields = {}) => web.post(path, fields, { cookie })
const page = async (path: string) => (await web.get(path, { cookie })).text()
const now = async (id: string): Promise<Act> => (await findAct(db, id)) ?? Promise.reject(new Error('no act'))
const seen = async (id: string) => ({ versioni: String((await now(id)).version) })
const ref = (id: string) => `council-acts.act:${id}`
const rows = (id: string) =>
  db<
    {
      id: string
      state: string
      kind: string
      otherId: string | null
      effectiveOn: string | null
      carriedOutIn: string | null
    }[]
  >`
    select id, state, kind, other_id, effective_on, carried_out_in from council_acts.relations where act_id = ${id} order by id`
const kinds = async (id: string) =>
  (await db<{ kind: string }[]>`select kind from council_acts.act_events where act_id = ${id} order by id`).map(
    ({ kind }) => kind,
  )
const tasks = async (id: string) =>
  (await db<{ state: string }[]>`select state from platform.tasks where subject = ${ref(id)}`).map(({ state }) => state)
const day = (name: string, date: string): Record<string, string> => {
  const [year = '', month = '', on = ''] = date.split('-')
  return { [`${name}-day`]: on, [`${name}-month`]: month, [`${name}-year`]: year }
}
const relate = async (id: string, fields: Fields) =>
  post(urls.page(id), { dergesa: randomUUID(), ...(await seen(id)), ...fields })
const inForce = (wish: object = {}) => givenAct(services, { inForceFrom: '2026-10-17', ...wish })

const by = 'program' as const
const doing = (kind: RelationKind, otherId: string, effectiveOn: string | null = null) =>
  ({ kind, otherId, otherWords: null, byArticles: null, ofArticles: null, effectiveOn }) as const
const add = (id: string, ...does: Parameters<typeof doing>) =>
  addRelation(services, id, doing(...does), { by, seen: null, formId: randomUUID() })
const drop = async (id: string) =>
  dropRelation(services, id, (await rows(id))[0]?.id ?? '', { by, seen: null, reason: 'U shënua gabim' })
/** What a court says of an act that lies with it. */
const judged = async (id: string, said: { kind: 'annulled' | 'mistake'; effectiveOn: string | null }) => {
  if (said.kind === 'annulled')
    await db.begin(async (tx) => {
      await tx`update council_acts.acts set legality = 'court', version = version + 1 where id = ${id}`
      await enterActs(tx, services, [id])
    })
  const words = { on: '2026-10-20', protocol: null, reasons: 'Kundër ligjit', correcting: said.kind === 'mistake' }
  return giveVerdict(services, { ...said, ...words, actIds: [id], formId: randomUUID(), as: 'secretary', by })
}

describe('what ends an act, and what stops it', () => {
  it('what was annulled is not brought back by a repeal that comes later, nor by its end', async () => {
    const [old, act] = [await inForce(), await inForce({ inForceFrom: '2026-11-20' })]
    expect(await judged(old.id, { kind: 'annulled', effectiveOn: '2026-10-18' })).toBe('done')
    expect(await add(act.id, 'repeals', old.id)).toBe('done')
    expect((await now(old.id)).inForceTo).toBe('2026-10-18')
    expect(await judged(old.id, { kind: 'mistake', effectiveOn: null })).toBe('done')
    expect((await now(old.id)).inForceTo).toBe('2026-11-20')
    const other = await inForce()
    expect(await add(act.id, 'repeals', other.id)).toBe('done')
    expect(await judged(other.id, { kind: 'annulled', effectiveOn: '2026-10-01' })).toBe('done')
    const mine = (await rows(act.id)).find(({ otherId }) => otherId === other.id)?.id ?? ''
    expect(await dropRelation(services, act.id, mine, { by, seen: null, reason: 'U shënua gabim' })).toBe('done')
    expect((await now(other.id)).inForceTo).toBe('2026-10-17')
    expect(await judged(other.id, { kind: 'mistake', effectiveOn: null })).toBe('done')
    expect((await now(other.id)).inForceTo).toBeNull()
  })

  it('what was repealed before it was announced never holds', async () => {
    const [old, act] = [await givenAct(services, { state: 'numbered', adoptedOn: '2026-11-16' }), await inForce()]
    await givenActText(services, old)
    expect(await add(act.id, 'repeals', old.id, '2026-10-20')).toBe('done')
    const order = { on: '2026-11-20', reason: null, forceDay: { day: '2026-11-25', article: '3' } }
    expect(await announceAct(services, old.id, { ...order, by, seen: null })).toBe('done')
    expect(await now(old.id)).toMatchObject({ inForceFrom: '2026-11-25', inForceTo: '2026-11-25' })
  })

  it('two that stop it: the earlier day counts, and each goes without the other', async () => {
    const [old, act] = [await inForce(), await inForce({ inForceFrom: '2026-11-20' })]
    expect(await suspendAct(services, old.id, { on: '2026-10-20', reason: 'Gjykata', by, seen: null })).toBe('done')
    expect(await add(act.id, 'suspends', old.id)).toBe('done')
    expect((await now(old.id)).suspendedFrom).toBe('2026-10-20')
    expect(await drop(act.id)).toBe('done')
    expect((await now(old.id)).suspendedFrom).toBe('2026-10-20')
  })

  it('what nobody reads any more by its day is told to nobody, night after night', async () => {
    const [old, act] = [await inForce(), await inForce({ inForceFrom: '2026-11-25' })]
    expect(await add(act.id, 'repeals', old.id)).toBe('done')
    await db.begin(async (tx) => {
      await takeAct(tx, old.id, services.clock.now())
      await enterActs(tx, services, [old.id])
    })
    services.clock.set(new Date('2026-11-26T05:00:00Z'))
    await comeIntoForce(services)
    const { version } = await now(act.id)
    for (let n = 0; n < 2; n += 1) await comeIntoForce(services)
    services.clock.set(TEST_NOW)
    expect((await now(act.id)).version).toBe(version)
  })
})

describe('relations', () => {
  it('a repeal ends the other act on its day, for everybody and in both ledgers, and goes back when it is dropped', async () => {
    const [old, act] = [await inForce(), await inForce({ inForceFrom: '2026-11-20' })]
    const before = (await entriesOf(db, ref(old.id))).length
    expect(await page(`${urls.page(act.id)}?kerkimi=${old.serial}/${old.year}`)).toContain(old.title)
    expect((await relate(act.id, { lloji: 'repeals', tjetri: old.id, 'me-nenin': '4' })).status).toBe(303)
    expect(await now(old.id)).toMatchObject({ inForceTo: '2026-11-20' })
    expect((await kinds(old.id)).at(-1)).toBe('repealed')
    expect((await entriesOf(db, ref(old.id))).length).toBe(before + 1)
    expect(await recordOf(db, publishedActs, act.id)).toMatchObject({ relations: [{ kind: 'repeals', other: old.id }] })
    expect((await relate(act.id, { lloji: 'repeals', tjetri: old.id })).status).toBe(409)
    const [one] = await rows(act.id)
    const drop = urls.drop(act.id, one?.id ?? '')
    expect((await post(drop, await seen(act.id))).status).toBe(422)
    expect((await post(drop, { ...(await seen(act.id)), arsyeja: 'U shënua gabim' })).status).toBe(303)
    expect((await now(old.id)).inForceTo).toBeNull()
    expect((await kinds(act.id)).at(-1)).toBe('corrected')
  })

  it('of an act without a day yet they begin with its force, and are told on that day, once', async () => {
    const [old, act] = [await inForce(), await givenAct(services, { state: 'numbered', adoptedOn: '2026-11-16' })]
    const other = await inForce()
    await givenActText(services, act)
    await givenActText(services, old)
    for (const [kind, id] of [
      ['replaces', other.id],
      ['amends', old.id],
    ] as const)
      expect((await relate(act.id, { lloji: kind, tjetri: id })).status).toBe(303)
    expect((await rows(act.id)).map(({ effectiveOn }) => effectiveOn)).toEqual([null, null])
    expect([(await now(other.id)).inForceTo, await tasks(old.id)]).toEqual([null, []])
    const order = { on: '2026-11-20', reason: null, forceDay: { day: '2026-11-25', article: '3' } }
    expect(await announceAct(services, act.id, { ...order, by: 'program', seen: null })).toBe('done')
    expect((await now(other.id)).inForceTo).toBe('2026-11-25')
    expect(await tasks(old.id)).toEqual(['open'])
    expect(await kinds(old.id)).not.toContain('changed')
    services.clock.set(new Date('2026-11-25T05:00:00Z'))
    for (let n = 0; n < 2; n += 1) await comeIntoForce(services)
    services.clock.set(TEST_NOW)
    expect((await kinds(old.id)).filter((kind) => kind === 'changed')).toHaveLength(1)
    expect((await kinds(other.id)).filter((kind) => kind === 'repealed')).toHaveLength(1)
  })

  it('shows of another institution what everybody reads, and no draft', async () => {
    const own = await inForce()
    const there = { institution: 'provas' }
    const draft = await givenAct(services, {
      ...there,
      state: 'draft',
      title: 'Titull i paparë',
      adoptedOn: '2026-11-10',
    })
    const closed = { restricted: true, publicTitle: 'Akt individual', restrictedGround: 'Emër privat' }
    const hidden = await givenAct(services, { ...there, ...closed, title: 'Ndihma për Ana Shembull' })
    for (const { id } of [draft, hidden]) expect(await add(id, 'implements', own.id)).toBe('done')
    const html = await page(urls.page(own.id))
    expect(html).toContain('Akt individual')
    expect(html).not.toMatch(/Titull i paparë|Ana Shembull/)
  })

  it('names an act that is not kept here in words; of another institution it only implements', async () => {
    const [act, foreign] = [await inForce(), await givenAct(services, { institution: 'provas' })]
    expect((await relate(act.id, { lloji: 'implements', fjale: 'Ligji nr. 9632/2006' })).status).toBe(303)
    expect((await relate(act.id, { lloji: 'amends', tjetri: foreign.id })).status).toBe(422)
    expect((await relate(act.id, { lloji: 'implements', tjetri: foreign.id })).status).toBe(303)
    const wrong = await relate(act.id, { lloji: 'amends', fjale: 'L', nenet: '7', ...day('dita', '2026-13-40') })
    const html = await wrong.text()
    expect([wrong.status, html.includes('value="7"'), html.includes('value="40"')]).toEqual([422, true, true])
    expect((await relate(act.id, { lloji: 'amends' })).status).toBe(422)
    expect((await relate(act.id, { lloji: 'amends', tjetri: act.id })).status).toBe(422)
    expect((await now(foreign.id)).inForceTo).toBeNull()
  })

  it('are found in its own articles, seen by nobody outside until a person confirms them, and found once', async () => {
    const old = await inForce({ serial: 912, adoptedOn: '2026-04-03' })
    const act = await inForce()
    const text = `VENDIM\n\nNeni 1\nVendimi nr. 912, datë 3.4.2026, ndryshohet si më poshtë.\n\nNeni 2\nShfuqizohet neni 5 i rregullores nr. 77, datë 1 mars 2019.`
    await givenActText(services, act, { text })
    for (let n = 0; n < 2; n += 1) expect((await post(urls.find(act.id))).status).toBe(303)
    const found = await rows(act.id)
    expect(found.map(({ kind, state, otherId }) => [kind, state, otherId]).toSorted()).toEqual([
      ['amends', 'doubt', old.id],
      ['repeals-partly', 'doubt', null],
    ])
    expect((await recordOf(db, publishedActs, act.id))?.relations).toEqual([])
    expect(await page(urls.doubts())).toContain(`912/2026`)
    const [amends, repeals] = ['amends', 'repeals-partly'].map(
      (kind) => found.find((one) => one.kind === kind)?.id ?? '',
    )
    const confirmed = { lloji: 'amends', tjetri: old.id, 'me-nenin': '1' }
    const confirm = urls.confirm(act.id, amends ?? '')
    expect((await post(confirm, { ...confirmed, versioni: '1' })).status).toBe(303)
    expect((await post(urls.drop(act.id, repeals ?? ''), await seen(act.id))).status).toBe(303)
    expect((await recordOf(db, publishedActs, act.id))?.relations).toMatchObject([{ kind: 'amends', other: old.id }])
    await post(urls.find(act.id))
    expect((await rows(act.id)).map(({ state }) => state).toSorted()).toEqual(['dropped', 'standing'])
  })

  it('of an archive run the other way: confirmed they end the act itself', async () => {
    const [act, other] = [await inForce({ history: true }), await inForce()]
    const wish = { kind: 'repeals', other: 'Vendimi nr. 5/2026', passive: true, state: 'doubt' } as const
    const id = await givenRelation(services, act, wish)
    const fields = { lloji: 'repeals', tjetri: other.id, ...(await seen(act.id)), ...day('dita', '2026-11-01') }
    expect((await post(urls.confirm(act.id, id), fields)).status).toBe(303)
    expect((await now(act.id)).inForceTo).toBe('2026-11-01')
    expect(await page(urls.page(other.id))).toContain('Shfuqizon')
  })
})

describe('what the articles say', () => {
  const found = (words: string) =>
    proposedIn([{ article: '2', words }]).map((one) => [
      one.kind,
      one.numberWords,
      one.adoptedOn ?? one.year,
      one.ofArticles,
    ])
  it.each([
    ['Shfuqizohet vendimi nr. 12, datë 3.4.2025.', ['repeals', '12', '2025-04-03', null]],
    ['Neni 5 i vendimit nr. 12/2024 ndryshohet si vijon:', ['amends', '12/2024', 2024, '5']],
    ['Vendimi i Këshillit Bashkiak nr. 7, datë 3 mars 2019, zëvendësohet.', ['replaces', '7', '2019-03-03', null]],
    ['Pezullohet zbatimi i rregullores nr. 3, dt. 01/02/2020.', ['suspends', '3', '2020-02-01', null]],
    ['Ky vendim nxirret në zbatim të vendimit nr. 44, datë 31.12.2024.', ['implements', '44', '2024-12-31', null]],
  ])('%s', (words, expected) => {
    expect(found(words)).toEqual([expected])
  })

  it('is nothing where no other act of the council is changed', () => {
    for (const words of [
      'Vendimi nr. 12 lexohet nga të gjithë.',
      'Ndryshohet ligji nr. 9632.',
      'Ky vendim hyn në fuqi.',
    ])
      expect(found(words)).toEqual([])
    expect(found('Shfuqizohet vendimi i Këshillit të Ministrave nr. 132.')).toEqual([])
  })
})

describe('states of the text', () => {
  it('are planned, written and published by a person, and carry out changes; what lacks is told until then', async () => {
    const [act, change] = [await inForce(), await inForce({ inForceFrom: '2026-11-15' })]
    await givenActText(services, act)
    await givenActText(services, change, { text: 'VENDIM\n\nNeni 1\nTarifa bëhet 3 000 lekë.' })
    await relate(change.id, { lloji: 'amends', tjetri: act.id, 'me-nenin': '1', nenet: '2' })
    const [relation] = await rows(change.id)
    const lacks = async (on: string) => (await viewTextOn(db, act.id, on))?.lacking.map(({ id }) => id)
    expect([await lacks('2026-11-14'), await lacks('2026-11-15')]).toEqual([[], [relation?.id]])
    const html = await page(urls.states(act.id))
    for (const words of ['Ndryshime që mungojnë në tekst', 'Tarifa bëhet 3 000 lekë', 'Familjet paguajnë'])
      expect(html).toContain(words)
    const plan = (fields: Fields) => post(urls.states(act.id), fields)
    expect((await plan({ pse: 'consolidated' })).status).toBe(422)
    const early = { pse: 'consolidated', ndryshimet: relation?.id ?? '', ...day('vlen', '2026-11-10') }
    expect((await plan(early)).status).toBe(422)
    expect((await plan({ pse: 'consolidated', ndryshimet: relation?.id ?? '' })).status).toBe(303)
    expect(await findPlan(db, act.id)).toMatchObject({ holdsFrom: '2026-11-15' })
    expect((await plan({ pse: 'consolidated', ndryshimet: relation?.id ?? '' })).status).toBe(409)
    const draft = (await listTextVersions(db, (await now(act.id)).textId ?? '', false)).find(
      ({ state }) => state === 'draft',
    )
    await db`update platform.text_nodes set body = replace(body, '2 000', '3 000') where version_id = ${draft?.id ?? ''}`
    const order = { id: act.id, versionId: draft?.id ?? '', summary: 'Tarifa e re', summaryEn: null }
    expect(await publishVersion(services, actTexts, secretary, order)).toMatchObject({ kind: 'published' })
    expect((await rows(change.id))[0]?.carriedOutIn).toBe(draft?.id)
    expect([await findPlan(db, act.id), await tasks(act.id)]).toEqual([null, ['done']])
    const on = async (asked: string) => (await viewTextOn(db, act.id, asked))?.state?.n ?? null
    expect([await on('2026-10-16'), await on('2026-10-17'), await on('2026-11-15')]).toEqual([null, 1, draft?.n])
    expect([await lacks('2026-11-14'), await lacks('2026-11-15')]).toEqual([[], []])
    expect((await kinds(act.id)).at(-1)).toBe('consolidated')
    expect(
      (await post(urls.drop(change.id, relation?.id ?? ''), { ...(await seen(change.id)), arsyeja: 'Gabim' })).status,
    ).toBe(409)
  })

  it('a mistake in the published words is put right by a version with a reason; what is given up leaves nothing', async () => {
    const act = await inForce()
    await givenActText(services, act)
    const fields = { pse: 'correction', shenim: 'Gabim shtypi te neni 2' }
    expect((await post(urls.states(act.id), { pse: 'correction' })).status).toBe(422)
    expect((await post(urls.states(act.id), fields)).status).toBe(303)
    expect((await post(urls.givePlanUp(act.id))).status).toBe(303)
    expect(await listTextVersions(db, (await now(act.id)).textId ?? '', false)).toHaveLength(1)
    await post(urls.states(act.id), fields)
    const draft = (await listTextVersions(db, (await now(act.id)).textId ?? '', false)).find(
      ({ state }) => state === 'draft',
    )
    await db`update platform.text_nodes set body = replace(body, 'nevojë', 'skamje') where version_id = ${draft?.id ?? ''}`
    const order = { id: act.id, versionId: draft?.id ?? '', summary: 'Ndreqet një fjalë', summaryEn: null }
    expect(await publishVersion(services, actTexts, secretary, order)).toMatchObject({ kind: 'published' })
    expect((await listStates(db, act.id)).map(({ note }) => note)).toEqual([null, 'Gabim shtypi te neni 2'])
    expect((await kinds(act.id)).at(-1)).toBe('corrected')
    expect((await viewTextOn(db, act.id, '2026-10-17'))?.state?.n).toBe(draft?.n)
  })

  it('nobody writes in the text of an announced act without saying first what the new state is to be', async () => {
    const act = await inForce()
    await givenActText(services, act)
    expect(await db.begin((tx) => actTexts.hold(tx, act.id))).toMatchObject({ stage: 'final' })
  })
})

describe('which words hold on a day', () => {
  const date = fc.integer({ min: 0, max: 60 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10))
  const facts = fc.record({
    from: fc.option(date),
    to: fc.option(date),
    days: fc.array(date, { maxLength: 5 }),
    on: date,
  })
  const of = (from: string | null, to: string | null) =>
    ({
      state: 'announced',
      inForceFrom: from,
      inForceTo: to,
      suspendedFrom: null,
      statedForce: null,
      legality: 'none',
    }) as const
  const statesOf = (days: readonly string[]): TextState[] => [
    { versionId: 'laid', n: 1, role: 'laid', holdsFrom: null },
    { versionId: 'adopted', n: 2, role: 'adopted', holdsFrom: null },
    ...days
      .toSorted()
      .map((holdsFrom, at) => ({ versionId: `v${at}`, n: at + 3, role: 'consolidated' as const, holdsFrom })),
  ]

  it('is none outside its force, never the laid ones, and else the newest not later than the day', () => {
    fc.assert(
      fc.property(facts, ({ from, to, days, on }) => {
        const states = statesOf(days)
        const state = stateOn(on, of(from, to), states)
        const outside = (from !== null && on < from) || (to !== null && on >= to)
        const newest = states.findLast(({ role, holdsFrom }) => role === 'adopted' || (holdsFrom ?? '9') <= on)
        expect(state?.role).not.toBe('laid')
        expect(state?.versionId).toBe(outside ? undefined : newest?.versionId)
      }),
    )
  })

  it('lacks a change from its day until the day of the state that carries it out, and no other', () => {
    fc.assert(
      fc.property(facts, date, fc.nat(5), ({ days, on }, effectiveOn, pick) => {
        const states = statesOf(days)
        const carrying = states.filter(({ role }) => role === 'consolidated')[pick] ?? null
        const change = { id: 'c', kind: 'amends' as const, effectiveOn, carriedOutIn: carrying?.versionId ?? null }
        const lacking = lackingOn(on, wordsOn(on, states), states, [change]).length === 1
        const carried = carrying !== null && (carrying.holdsFrom ?? '') <= on
        expect(lacking).toBe(effectiveOn <= on && !carried)
      }),
    )
  })
})
