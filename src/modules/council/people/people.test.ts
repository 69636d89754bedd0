import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { UNENTERED } from '#test/ledger.ts'
import { testWeb } from '#test/web.ts'
import { givenPlayedMeeting } from '../minutes/testing.ts'
import { listMembersOn, seatsOn } from './member-queries.ts'
import { privateAddressRetention } from './forget-private-addresses.ts'
import { readContacts, readResults, refusalToGive } from './people-rules.ts'
import { peopleTables } from './take-people.ts'
import { givenCouncil, type GivenCouncil } from './testing.ts'
import { peopleOfficeUrls as urls, peopleUrls } from './urls.ts'

const db = await testDatabase()
const web = testWeb(db)
const { services } = web
const secretary = {
  email: 'sekretarja@prova.example',
  name: 'Sekretare Prove',
  roles: [{ role: 'council-secretary', institution: 'prova' }],
} as const
let cookie = ''
let council: GivenCouncil

beforeAll(async () => {
  cookie = await web.signedInAs(secretary)
  council = await givenCouncil(services, { members: 7, seats: 9 })
})

const textOf = async (path: string, as = '') => (await web.get(path, as ? { cookie: as } : {})).text()
const post = (path: string, fields: Record<string, string>) => web.post(path, fields, { cookie })
const day = (name: string, words: string): Record<string, string> => {
  const [year = '', month = '', date = ''] = words.split('-')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}

async function create(name: string, more: Record<string, string> = {}): Promise<string> {
  const fields = { dergesa: randomUUID(), institucioni: council.institutionId, emri: name, gjuha: 'sq', ...more }
  const response = await post(urls.create(), fields)
  expect(response.status).toBe(303)
  return /anetaret\/([0-9a-f-]{36})/.exec(response.headers.get('location') ?? '')?.[1] ?? ''
}

const versionOf = async (id: string) =>
  String((await db<{ version: number }[]>`select version from council.councillors where person_id = ${id}`)[0]?.version)
const slugOf = async (id: string) =>
  (await db<{ slug: string }[]>`select slug from council.councillors where person_id = ${id}`)[0]?.slug ?? ''
const publish = async (id: string) =>
  expect((await post(urls.publish(id), { versioni: await versionOf(id) })).status).toBe(303)

describe('a council', () => {
  it('knows who sits in it on a day, the chair first', async () => {
    const members = await listMembersOn(db, council.bodyId, '2026-11-22')
    expect(members).toHaveLength(7)
    expect(members.map(({ role }) => role).slice(0, 3)).toEqual(['chair', 'deputy', 'member'])
    expect(members[0]).toMatchObject({ id: council.members[0]?.id, party: 'LP' })
    expect(await listMembersOn(db, council.bodyId, '2020-01-01')).toEqual([])
    expect(await seatsOn(db, council.bodyId, '2026-11-22')).toBe(9)
    expect(await listMembersOn(db, council.commissionIds[0], '2026-11-22')).toHaveLength(5)
    expect(await seatsOn(db, council.commissionIds[0], '2026-11-22')).toBe(5)
  })

  it('shows its bodies with composition on a day and who chaired them', async () => {
    expect(await textOf(`${peopleUrls.bodies()}?institucioni=prova`)).toContain('Komisioni i financave të provës')
    const page = await textOf(peopleUrls.body(council.bodyId))
    expect(page).toContain('Kryetari i këshillit')
    expect(page).toContain(council.members[6]?.name)
    expect(await textOf(`${peopleUrls.body(council.bodyId)}?dita=2020-01-01`)).toContain('Askush nuk ishte anëtar')
  })

  it('uses the words of Kosovo for an assembly there', async () => {
    const assembly = await givenCouncil(services, { members: 3, institution: 'provas' })
    const page = await textOf(peopleUrls.one(assembly.members[0]?.slug ?? ''))
    expect(page).toContain('Anëtar i kuvendit')
    expect(page).not.toContain('Këshilltar,')
    expect(await textOf(`${peopleUrls.bodies()}?institucioni=provas`)).toContain('Komitet')
  })
})

describe('a profile', () => {
  it('is written, corrected with a reason, published and withdrawn; private addresses never leave the office', async () => {
    const id = await create('Zefirinë Profili', {
      biografia: 'Inxhiniere.',
      kontaktet: 'zefirina@publike.example\nhttps://facebook.com/zefirina',
      posta: 'zefirina@private.example',
      telefoni: '069 111 22 33',
      gjinia: 'female',
    })
    const slug = await slugOf(id)
    expect(slug).toBe('zefirine-profili')
    expect((await web.get(peopleUrls.one(slug))).status).toBe(404)
    await publish(id)
    const [page, data] = [await textOf(peopleUrls.one(slug)), await textOf(peopleUrls.data(slug))]
    for (const shown of [page, data]) {
      expect(shown).toContain('zefirina@publike.example')
      for (const hidden of ['private.example', '069 111', 'female', 'Grua']) expect(shown).not.toContain(hidden)
    }
    const without = { emri: 'Zefirinë Profili', gjuha: 'sq', versioni: await versionOf(id) }
    const refused = await post(urls.change(id), { ...without, biografia: 'Inxhiniere e ujit.' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Inxhiniere e ujit.')
    const reason = { 'arsyeja-ndryshimit': 'U saktësua profesioni' }
    expect((await post(urls.change(id), { ...without, ...reason, biografia: 'Inxhiniere e ujit.' })).status).toBe(303)
    expect((await post(urls.change(id), { ...without, ...reason })).status).toBe(409)
    expect(await textOf(peopleUrls.one(slug))).toContain('Inxhiniere e ujit.')
    expect((await post(urls.unpublish(id), { versioni: await versionOf(id) })).status).toBe(303)
    expect((await web.get(peopleUrls.one(slug))).status).toBe(404)
  })

  it('comes once from a form that is sent twice', async () => {
    const dergesa = randomUUID()
    expect(await create('Dyfish Herash', { dergesa })).toBe(await create('Dyfish Herash', { dergesa }))
  })

  it('does not change for everybody without an entry in the ledger', async () => {
    const id = council.members[0]?.id ?? ''
    await expect(
      db`update council.councillors set profession = 'Tjetër' where person_id = ${id}`,
    ).rejects.toMatchObject(UNENTERED)
    await expect(db`update council.mandates set area = 'Tjetër' where person_id = ${id}`).rejects.toMatchObject(
      UNENTERED,
    )
    await expect(db`update platform.persons set name = 'Tjetër Kush' where id = ${id}`).rejects.toMatchObject(UNENTERED)
    await expect(db`update council.terms set seats = 10 where id = ${council.termId}`).rejects.toMatchObject(UNENTERED)
  })
})

describe('a mandate', () => {
  it('cannot overlap another of the same person, by rule and by the database', async () => {
    const { id = '' } = council.members[0] ?? {}
    const again = { dergesa: randomUUID(), mandati: council.termId, ...day('nga', '2024-01-01') }
    const response = await post(urls.mandates(id), again)
    expect(response.status).toBe(409)
    expect(await response.text()).toContain('tashmë një mandat')
    await expect(
      db`insert into council.mandates (institution_id, term_id, person_id, from_on, created_at, changed_at)
         values (${council.institutionId}, ${council.termId}, ${id}, '2024-01-01', now(), now())`,
    ).rejects.toMatchObject({ constraint_name: 'mandate_once_at_a_time' })
  })

  it('ends with a reason, and somebody follows in the same seat', async () => {
    const { id = '', slug = '', name = '' } = council.members[6] ?? {}
    const [held] = await db<{ id: string }[]>`select id from council.mandates where person_id = ${id}`
    const mandate = held?.id ?? ''
    const end = { ...day('deri', '2026-03-31'), arsyeja: 'resigned' }
    expect((await post(urls.endMandate(id, mandate), end)).status).toBe(303)
    expect((await post(urls.endMandate(id, mandate), { ...end, arsyeja: 'died' })).status).toBe(409)
    const next = await create('Zëvendësuese Prove')
    const give = { dergesa: randomUUID(), mandati: council.termId, zevendeson: mandate }
    expect((await post(urls.mandates(next), { ...give, ...day('nga', '2026-03-31') })).status).toBe(409)
    const fits = { ...give, ...day('nga', '2026-04-01') }
    expect((await post(urls.mandates(next), fits)).status).toBe(303)
    expect((await post(urls.mandates(next), fits)).status).toBe(303)
    await publish(next)
    const page = await textOf(peopleUrls.one(slug))
    expect(page).toContain('Dha dorëheqjen')
    expect(page).toContain('E zëvendëson: Zëvendësuese Prove')
    expect(await textOf(peopleUrls.one(await slugOf(next)))).toContain(`Në vend të: ${name}`)
    const members = await listMembersOn(db, council.bodyId, '2026-04-01')
    expect(members.map((one) => one.id)).toContain(next)
    expect(members.map((one) => one.id)).not.toContain(id)
  })

  it('is refused where no seat is free or the day lies outside the term', () => {
    const term = { seats: 1, fromOn: '2023-01-01', toOn: null }
    const held = [{ personId: 'a', fromOn: '2023-01-01', toOn: '2023-06-30' }]
    const give = (fromOn: string) => refusalToGive(term, { personId: 'b', fromOn, toOn: null }, held)
    expect([give('2022-12-31'), give('2023-06-30'), give('2023-07-01')]).toEqual(['outside-term', 'no-seat', null])
  })
})

describe('an election', () => {
  it('is read by list and seat, and stands on its public page with its source', async () => {
    expect(readResults('Lista A; 1 234; 5\nLista B;;2')).toEqual([
      { listName: 'Lista A', votes: 1234, seats: 5 },
      { listName: 'Lista B', votes: null, seats: 2 },
    ])
    expect(readResults('Lista A; shumë; 5')).toEqual({ line: 1 })
    const fields = {
      dergesa: randomUUID(),
      organi: council.bodyId,
      titulli: 'Mandati 2019–2023',
      vende: '7',
      ...day('nga', '2019-07-01'),
      ...day('deri', '2023-05-31'),
      burimi: 'Buletini i zgjedhjeve',
    }
    const wrong = await post(urls.newTerm(), { ...fields, rezultatet: 'Lista A' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('Rreshti 1 nuk lexohet')
    expect(
      (await post(urls.newTerm(), { ...fields, rezultatet: 'Lista e Provës; 1 234; 5\nTë tjerë; 321; 2' })).status,
    ).toBe(303)
    const page = await textOf(`${peopleUrls.elections()}?institucioni=prova`)
    for (const words of ['Mandati 2019–2023', '1\u00a0234', 'Buletini i zgjedhjeve']) expect(page).toContain(words)
  })
})

describe('registers', () => {
  it('publish a payment only of somebody who is published, and add it up by year', async () => {
    const [shown, hidden] = [council.members[1]?.id ?? '', await create('Pa Botim')]
    const payment = (anetari: string) => ({
      dergesa: randomUUID(),
      institucioni: council.institutionId,
      anetari,
      ...day('nga', '2026-01-01'),
      ...day('deri', '2026-01-31'),
      lloji: 'allowance',
      shuma: '25 000,50',
      monedha: 'ALL',
    })
    for (const id of [shown, hidden]) expect((await post(urls.newEntry('pagesat'), payment(id))).status).toBe(303)
    expect(await textOf(peopleUrls.payments())).not.toContain('25\u00a0000,50')
    const rows = await db<{ id: string; person: string }[]>`select id, person_id as person from council.payments`
    const of = (person: string) => rows.find((row) => row.person === person)?.id ?? ''
    expect((await post(urls.publishEntry('pagesat', of(hidden)), { publike: 'po' })).status).toBe(409)
    expect((await post(urls.publishEntry('pagesat', of(shown)), { publike: 'po' })).status).toBe(303)
    expect(await textOf(`${peopleUrls.payments()}?viti=2026`)).toContain('25\u00a0000,50')
  })

  it('show staff and memberships once published', async () => {
    const base = { dergesa: randomUUID(), institucioni: council.institutionId }
    await post(urls.newEntry('sekretaria'), { ...base, emri: 'Sekretare e Provës', detyra: 'Sekretare e këshillit' })
    await post(urls.newEntry('anetaresimet'), { ...base, emri: 'Shoqata e Provave' })
    expect(await textOf(peopleUrls.staff())).not.toContain('Sekretare e Provës')
    for (const [register, table] of [
      ['sekretaria', 'council.staff'],
      ['anetaresimet', 'council.affiliations'],
    ] as const) {
      const [row] = await db<{ id: string }[]>`select id from ${db(table)}`
      expect((await post(urls.publishEntry(register, row?.id ?? ''), { publike: 'po' })).status).toBe(303)
    }
    expect(await textOf(peopleUrls.staff())).toContain('Sekretare e Provës')
    expect(await textOf(peopleUrls.affiliations())).toContain('Shoqata e Provave')
  })
})

describe('two of one name', () => {
  it('are proposed, never merged by themselves, and merged by an official with a trace', async () => {
    const [kept, other] = [await create('Njëjtë Emri'), await create('NJËJTË EMRI')]
    await publish(kept)
    await publish(other)
    const [gone, stays] = [await slugOf(other), await slugOf(kept)]
    const fields = { dergesa: randomUUID(), mandati: council.termId, ...day('nga', '2026-05-01') }
    expect((await post(urls.mandates(other), fields)).status).toBe(303)
    const [pair] = await db<{ id: string }[]>`
      select id from council.person_pairs where ${kept} in (kept_id, other_id) and decision is null`
    expect(await textOf(urls.pairs(), cookie)).toContain('NJËJTË EMRI')
    expect((await post(urls.pair(pair?.id ?? ''), { vendimi: 'asgjë' })).status).toBe(422)
    expect((await post(urls.pair(pair?.id ?? ''), { vendimi: kept })).status).toBe(303)
    const moved = await web.get(peopleUrls.one(gone))
    expect([moved.status, moved.headers.get('location')]).toEqual([301, peopleUrls.one(stays)])
    expect(await textOf(peopleUrls.one(stays))).toContain('Mandati 2023–2027')
    const trace = await db<{ kind: string }[]>`
      select kind from platform.changes where subject = ${`council.councillor:${kept}`} and kind = 'merged'`
    expect(trace).toHaveLength(1)
  })

  it('stay two where both sat at once, or where an official says so', async () => {
    const [a, b] = [council.members[2]?.id ?? '', council.members[3]?.id ?? '']
    const [pair] = await db<{ id: string }[]>`
      insert into council.person_pairs (institution_id, kept_id, other_id, why, proposed_at)
      values (${council.institutionId}, ${a}, ${b}, 'like-name', now()) returning id`
    const id = pair?.id ?? ''
    expect((await post(urls.pair(id), { vendimi: a })).status).toBe(409)
    expect((await post(urls.pair(id), { vendimi: 'dy' })).status).toBe(303)
    expect(await textOf(urls.pairs(), cookie)).not.toContain(id)
  })
})

describe('tables', () => {
  const table = (name: string) => peopleTables.find((one) => one.name === name)
  const rows = (...cells: Record<string, string | number>[]) =>
    cells.map((one, index) => ({ at: index + 2, cells: one }))
  const order = () => ({
    institutionId: council.institutionId,
    importId: randomUUID(),
    by: 'command-line' as const,
    at: services.clock.now(),
  })

  it('bring members with mandates once, name what they refuse, and are undone', async () => {
    const target = table('council.councillors')
    const given = {
      ...order(),
      rows: rows(
        { name: 'Tabelë Rreshti', party: 'Parti e Re', fromOn: '2026-06-01' },
        { name: 'X', term: '' },
        { name: 'Tjetër Rresht', term: 'Nuk ka' },
      ),
    }
    const take = () => db.begin((tx) => target?.take(tx, services, given))
    const first = await take()
    expect([first?.added, first?.known]).toEqual([1, 0])
    expect(first?.refused.map(({ at, column }) => [at, column])).toEqual([
      [3, 'name'],
      [4, 'term'],
    ])
    expect(await take()).toMatchObject({ added: 0, known: 1 })
    const undone = await db.begin((tx) => target?.undo(tx, services, given))
    expect(undone).toEqual({ removed: 1, kept: 0 })
    expect(await db`select from platform.persons where name = 'Tabelë Rreshti'`).toHaveLength(0)
  })

  it('bring payments that nobody reads before they are published, and election results', async () => {
    const payments = {
      ...order(),
      rows: rows(
        { name: council.members[4]?.name ?? '', fromOn: '2026-02-01', toOn: '2026-02-28', amount: 12000 },
        { name: 'Askush Fare', fromOn: '2026-02-01', toOn: '2026-02-28', amount: 1 },
      ),
    }
    const taken = await db.begin((tx) => table('council.payments')?.take(tx, services, payments))
    expect([taken?.added, taken?.refused.length]).toEqual([1, 1])
    expect(await textOf(peopleUrls.payments())).not.toContain('12\u00a0000')
    const results = {
      ...order(),
      rows: rows({ list: 'Lista e Tabelës', votes: 77, seats: 1, term: 'Mandati 2023–2027' }),
    }
    expect(await db.begin((tx) => table('council.election-results')?.take(tx, services, results))).toMatchObject({
      added: 1,
    })
    expect(await db.begin((tx) => table('council.election-results')?.undo(tx, services, results))).toEqual({
      removed: 1,
      kept: 0,
    })
  })
})

it('lists members by institution, term, party and body, and finds nobody who is a draft', async () => {
  await create('Draft Askushi')
  const list = await textOf(`${peopleUrls.list()}?institucioni=prova&partia=none`)
  expect(list).toContain(council.members[2]?.name)
  expect(list).not.toContain(council.members[0]?.name)
  expect(await textOf(peopleUrls.list())).not.toContain('Draft Askushi')
  expect(await textOf(urls.list(), cookie)).toContain('Draft Askushi')
  expect((await web.get(urls.list())).status).toBe(303)
})

it('reads contacts as people write them, and refuses what is none', () => {
  expect(readContacts('a@b.al\n+355 69 1\nhttps://x.com/a\nother: nën lis')).toEqual([
    { type: 'email', value: 'a@b.al' },
    { type: 'phone', value: '+355 69 1' },
    { type: 'x', value: 'https://x.com/a' },
    { type: 'other', value: 'nën lis' },
  ])
  expect(readContacts('thjesht fjalë')).toBeNull()
})

it('erases private addresses half a year after the last mandate', async () => {
  const { id = '' } = council.members[6] ?? {}
  expect(await privateAddressRetention.countDue(services)).toBe(1)
  expect(await privateAddressRetention.forget?.(services)).toBe(1)
  const [row] = await db<{ email: string | null }[]>`select email from council.councillors where person_id = ${id}`
  expect(row?.email).toBeNull()
})

it('moves votes and attendance of a held meeting with a merge, each entered in the ledger', async () => {
  const { council: played, votes } = await givenPlayedMeeting(services)
  const [voted] = await db<{ id: string }[]>`
    select person_id as id from council.ballots where vote_id = ${votes.byName} and choice = 'for' order by person_id limit 1`
  const other = voted?.id ?? ''
  const kept = await create('Vota Që Shkon')
  const [pair] = await db<{ id: string }[]>`
    insert into council.person_pairs (institution_id, kept_id, other_id, why, proposed_at)
    values (${played.institutionId}, ${kept}, ${other}, 'like-name', now()) returning id`
  expect((await post(urls.pair(pair?.id ?? ''), { vendimi: kept })).status).toBe(303)
  const left = await db`select from council.ballots where person_id = ${other}`
  expect(left).toHaveLength(0)
  const page = await textOf(peopleUrls.one(await slugOf(kept)))
  expect(page).toContain('Pro')
  expect(page).toContain(`/votimet/${votes.byName}`)
  expect(page).not.toContain(votes.inside)
})
