import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { entriesOf, recordOf, UNENTERED } from '#test/ledger.ts'
import { testServices } from '#test/web.ts'
import { changeAddresses } from './change-addresses.ts'
import { endBody, foundBody } from './change-body.ts'
import { addClosure, removeClosure } from './change-closures.ts'
import { changeInstitution } from './change-institution.ts'
import { seatMember, unseatMember } from './change-members.ts'
import { changeSettings } from './change-settings.ts'
import { closeInstitution } from './close-institution.ts'
import { foundInstitution } from './found-institution.ts'
import { importOrganisations } from './import-organisations.ts'
import { findInstitutionRecord } from './institution-record-queries.ts'
import { bodyRecords, closureRecords, institutionRecords } from './institution-records.ts'
import { readSettings } from './institution-settings-queries.ts'
import { renameInstitution } from './rename-institution.ts'

const db = await testDatabase()
const services = testServices(db)

const unknown = { placeId: null, website: null, registration: null, source: null, accent: null, frontDesk: null }
async function anAgency(slug: string): Promise<string> {
  const known = { slug, jurisdiction: 'AL', kind: 'agency', standing: 'member' } as const
  const outcome = await foundInstitution(services, 'program', { ...known, ...unknown, names: { sq: 'Agjencia' } })
  return outcome.kind === 'founded' ? outcome.id : ''
}
const versionOf = async (id: string) => (await findInstitutionRecord(db, 'sq', id))?.version ?? 0
const versions = async (subject: string) => (await entriesOf(db, subject)).map(({ version }) => version)
const saidOf = (id: string) => versions(`institutions.institution:${id}`)

describe('an institution', () => {
  it('is entered by each deed on what its page says: facts, names, addresses', async () => {
    const id = await anAgency('agjencia-e-faqes')
    const facts = { kind: 'agency', standing: 'member', currency: 'ALL', placeId: null, accent: '#123456' } as const
    const more = { website: 'https://agjencia.example', registration: null, source: null }
    await changeInstitution(services, 'program', id, { ...facts, ...more }, await versionOf(id))
    const renaming = { names: { sq: 'Agjencia e Re' }, validFrom: '2026-11-01', source: 'VKM 1/2026' }
    await renameInstitution(services, 'program', id, renaming, await versionOf(id))
    const desk = { role: 'front-desk', email: 'info@agjencia.example', telephone: null, postal: null }
    await changeAddresses(services, 'program', id, [desk], await versionOf(id))
    expect(await saidOf(id)).toEqual([1, 2, 3, 4])
    expect(await recordOf(db, institutionRecords, id)).toMatchObject({
      slug: 'agjencia-e-faqes',
      website: 'https://agjencia.example',
      accent: '#123456',
      names: [
        { lang: 'sq', name: 'Agjencia', valid_from: '1900-01-01', source: null },
        { lang: 'sq', name: 'Agjencia e Re', valid_from: '2026-11-01', source: 'VKM 1/2026' },
      ],
      addresses: [desk],
    })
  })

  it('that only sets something for itself, or asks for what stands, has no new entry', async () => {
    const id = await anAgency('agjencia-e-heshtur')
    const settings = { ...(await readSettings(db, id)), 'duty-digest': false }
    expect(await changeSettings(services, 'program', id, settings, await versionOf(id))).toEqual({ kind: 'done' })
    await changeAddresses(services, 'program', id, [], await versionOf(id))
    expect(await saidOf(id)).toEqual([1])
  })

  it('that is merged is entered together with the one that comes after it', async () => {
    const [old, next] = [await anAgency('agjencia-e-vjeter'), await anAgency('agjencia-pasuese')]
    const closing = { on: '2026-11-01', reason: 'VKM 5/2026', successorIds: [next] }
    expect(await closeInstitution(services, 'program', old, closing, await versionOf(old))).toEqual({ kind: 'done' })
    expect([await saidOf(old), await saidOf(next)]).toEqual([
      [1, 2],
      [1, 2],
    ])
    const [closed, follower] = [
      await recordOf(db, institutionRecords, old),
      await recordOf(db, institutionRecords, next),
    ]
    expect(closed).toMatchObject({ closed_on: '2026-11-01', successors: [{ institution: 'agjencia-pasuese' }] })
    expect(follower).toMatchObject({ predecessors: [{ institution: 'agjencia-e-vjeter', since: '2026-11-01' }] })
  })

  it('of a file of organisations is entered with all the others', async () => {
    const file = 'name,kind,jurisdiction\nShoqata Një,ngo,AL\nShoqata Dy,ngo,XK\n'
    expect(await importOrganisations(services, Buffer.from(file))).toMatchObject({ kind: 'imported' })
    const ids = await db<{ id: string }[]>`select id from platform.institutions where slug like 'shoqata-%'`
    expect(await Promise.all(ids.map(({ id }) => saidOf(id)))).toEqual([[1], [1]])
  })

  it('has its closed days entered, and their end when they are called off', async () => {
    const id = await anAgency('agjencia-e-mbyllur')
    const closure = { id: randomUUID(), fromOn: '2026-12-01', toOn: '2026-12-02', reason: 'Inventar', source: null }
    await addClosure(services, 'program', id, closure)
    expect(await recordOf(db, closureRecords, closure.id)).toMatchObject({ from_on: '2026-12-01', stops_clocks: false })
    await removeClosure(services, 'program', id, closure.id)
    expect((await entriesOf(db, `institutions.closure:${closure.id}`)).map(({ ended }) => ended)).toEqual([
      null,
      'withdrawn',
    ])
    expect(await saidOf(id)).toEqual([1])
  })
})

describe('a body', () => {
  it('is entered by each deed on it and on its seats, with the names of the order and no reason why somebody left', async () => {
    const institutionId = await anAgency('agjencia-me-organ')
    const id = randomUUID()
    const order = {
      orderIssuer: 'Titullari',
      orderNumber: '14',
      orderDate: '2026-03-03',
      orderSubject: 'Ngritja e grupit',
    }
    const names = { name: 'Grupi i punës', nameEn: null, nameSr: null }
    const facts = { kind: 'working-group', ...names, parentId: null, foundedOn: '2026-03-03', ...order } as const
    await foundBody(services, 'program', institutionId, id, facts)
    const nobody = { personId: null, organisationId: null, organisation: null, post: 'Jurist', toOn: null }
    const seat = { ...nobody, name: 'Ana Shembull', role: 'chair', fromOn: '2026-03-03' } as const
    const member = randomUUID()
    await seatMember(services, 'program', id, member, seat)
    await unseatMember(services, 'program', id, member, { on: '2026-10-01', reason: 'Arsye e fshehur' })
    const record = await recordOf(db, bodyRecords, id)
    expect(record).toMatchObject({ order_number: '14', members: [{ name: 'Ana Shembull', to_on: '2026-10-01' }] })
    expect(JSON.stringify(record)).not.toContain('Arsye e fshehur')
    await endBody(services, 'program', id, { on: '2026-11-01', reason: 'Përfundoi puna' })
    expect(await versions(`institutions.body:${id}`)).toEqual([1, 2, 3, 4])
    await db`update platform.body_members set end_reason = 'Tjetër', version = version + 1 where id = ${member}`
    await expect(db`update platform.persons set name = 'Beni Shembull'`).rejects.toMatchObject(UNENTERED)
  })
})

it('a change that nobody entered does not stand, whichever table of the page it is in', async () => {
  const id = await anAgency('agjencia-e-ruajtur')
  const body = randomUUID()
  const changes = [
    db`insert into platform.institutions (slug, jurisdiction, kind, zone) values ('e-re', 'AL', 'other', 'Europe/Tirane')`,
    db`update platform.institutions set website = 'https://tjeter.example' where id = ${id}`,
    db`update platform.institutions set emblem = ${'a'.repeat(64)} where id = ${id}`,
    db`insert into platform.institution_names (institution_id, lang, name) values (${id}, 'en', 'Agency')`,
    db`update platform.institution_names set name = 'Tjetër' where institution_id = ${id}`,
    db`delete from platform.institution_names where institution_id = ${id}`,
    db`insert into platform.role_addresses (institution_id, role, email) values (${id}, 'press', 'shtypi@prova.example')`,
    db`insert into platform.institution_successors (predecessor_id, successor_id, since, reason)
       select ${id}, id, '2026-01-01', 'Bashkim' from platform.institutions where slug = 'prova'`,
    db`insert into platform.bodies (id, institution_id, kind, name) values (${body}, ${id}, 'council', 'Këshilli')`,
    db`update platform.bodies set name = 'Tjetër'`,
    db`delete from platform.body_members`,
    db`insert into platform.institution_closures (institution_id, from_on, to_on, reason, created_at)
       values (${id}, '2026-12-01', '2026-12-01', 'Inventar', now())`,
  ]
  for (const change of changes) await expect(change).rejects.toMatchObject(UNENTERED)
  // What today's lists keep, and what the office alone counts.
  await db`update platform.institutions set listed_name = 'Agjencia sot', version = version + 1, changed_at = now() where id = ${id}`
  expect(await saidOf(id)).toEqual([1])
})
