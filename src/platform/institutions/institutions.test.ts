import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Official, Role } from '../auth/visitor.ts'
import { testDatabase } from '#test/database.ts'
import { givenPerson } from '#test/people.ts'
import { testServices } from '#test/web.ts'
import { listMembers, listPersons } from './body-queries.ts'
import { changeAddresses } from './change-addresses.ts'
import { changeBody, endBody, foundBody } from './change-body.ts'
import { addClosure, isClosedOn, removeClosure } from './change-closures.ts'
import { changeInstitution } from './change-institution.ts'
import { seatMember, unseatMember } from './change-members.ts'
import { changeSettings } from './change-settings.ts'
import { closeInstitution } from './close-institution.ts'
import { foundInstitution, type NewInstitutionForm } from './found-institution.ts'
import { findInstitution, listInstitutions, listRoleAddresses } from './institution-queries.ts'
import { findInstitutionRecord, findNameAt, listSuccessions } from './institution-record-queries.ts'
import { readSetting, readSettings } from './institution-settings-queries.ts'
import { renameInstitution } from './rename-institution.ts'

const db = await testDatabase()
const services = testServices(db)

async function official(role: Role, slug: string | null): Promise<Official> {
  const email = `${role}-${slug}@deeds.example`
  const accountId = await givenPerson(services, { email, name: 'Liri Prove', roles: [{ role, institution: slug }] })
  const institutionId = slug === null ? null : ((await findInstitution(db, 'sq', slug))?.id ?? null)
  return {
    kind: 'staff',
    level: 2,
    sessionId: randomUUID(),
    accountId,
    name: 'Liri Prove',
    email,
    roles: [{ role, institutionId }],
  }
}

const operator = await official('operator', null)
const administrator = await official('administrator', 'prova')
const foreigner = await official('administrator', 'provas')
const prova = (await findInstitution(db, 'sq', 'prova'))?.id ?? ''
const versionOf = async (id: string) => (await findInstitutionRecord(db, 'sq', id))?.version ?? 0
const historyOf = async (id: string, kind = 'institutions.institution') =>
  (await db<{ kind: string }[]>`select kind from platform.changes where subject = ${`${kind}:${id}`} order by id`).map(
    (one) => one.kind,
  )

let slugs = 0
async function anAgency(words: Partial<NewInstitutionForm> = {}): Promise<string> {
  const unknown = { placeId: null, website: null, registration: null, source: null, accent: null, frontDesk: null }
  const known = { slug: `agjencia-${++slugs}`, jurisdiction: 'AL', kind: 'agency', standing: 'member' } as const
  const outcome = await foundInstitution(services, operator, {
    ...known,
    names: { sq: 'Agjencia' },
    ...unknown,
    ...words,
  })
  if (outcome.kind !== 'founded') throw new Error(JSON.stringify(outcome))
  return outcome.id
}

describe('a new institution', () => {
  it('comes from the operator alone, with currency and clock of its country, and goes into history', async () => {
    const form = {
      slug: 'agjencia-ks',
      jurisdiction: 'XK',
      kind: 'agency',
      standing: 'member',
      names: { sq: 'Agjencia' },
    } as const
    const rest = {
      placeId: null,
      website: null,
      registration: null,
      source: null,
      accent: null,
      frontDesk: 'zyra@ks.example',
    }
    expect(await foundInstitution(services, administrator, { ...form, ...rest })).toEqual({ kind: 'not-permitted' })
    expect(await findInstitution(db, 'sq', 'agjencia-ks')).toBeNull()
    const founded = await foundInstitution(services, operator, { ...form, ...rest })
    const made = await findInstitution(db, 'sq', 'agjencia-ks')
    expect(founded).toMatchObject({ kind: 'founded', id: made?.id })
    expect(made).toMatchObject({ currency: 'EUR', zone: 'Europe/Belgrade', standing: 'member', closedOn: null })
    expect(await historyOf(made?.id ?? '')).toEqual(['created'])
  })

  it('is one, though its form arrives twice; a taken address and number are told', async () => {
    const id = randomUUID()
    expect(await anAgency({ id, slug: 'dy-here', registration: 'K1' })).toBe(id)
    expect(await anAgency({ id, slug: 'dy-here', registration: 'K1' })).toBe(id)
    expect(await historyOf(id)).toEqual(['created'])
    await expect(anAgency({ slug: 'dy-here' })).rejects.toThrow('slug-taken')
    await expect(anAgency({ registration: 'K1' })).rejects.toThrow('registered-twice')
  })

  it('outside the state is only listed, and does not stand among those who work here', async () => {
    await expect(anAgency({ kind: 'ngo' })).rejects.toThrow('outside-works-here')
    const id = await anAgency({ kind: 'ngo', standing: 'listed', names: { sq: 'Shoqata' } })
    expect((await listInstitutions(db, 'sq')).map((one) => one.id)).not.toContain(id)
  })
})

describe('a renaming', () => {
  it('holds from its day; before it the old name does, and a language that is left out says the Albanian one', async () => {
    const id = await anAgency({ names: { sq: 'Emri i parë', en: 'First name' } })
    const renaming = { names: { sq: 'Emri i dytë' }, validFrom: '2026-06-01', source: 'Vendimi nr. 5' }
    expect(await renameInstitution(services, operator, id, renaming, await versionOf(id))).toEqual({ kind: 'done' })
    expect(await findNameAt(db, 'sq', id, '2026-05-31')).toBe('Emri i parë')
    expect(await findNameAt(db, 'sq', id, '2026-06-01')).toBe('Emri i dytë')
    expect(await findNameAt(db, 'en', id, '2020-01-01')).toBe('First name')
    expect(await findNameAt(db, 'en', id, '2026-07-01')).toBe('Emri i dytë')
    expect((await db`select listed_name, listed_name_en from platform.institutions where id = ${id}`)[0]).toEqual({
      listedName: 'Emri i dytë',
      listedNameEn: 'Emri i dytë',
    })
  })

  it('that arrives again is the same one; from an old form it is refused and nothing is changed', async () => {
    const id = await anAgency()
    const first = { names: { sq: 'I pari' }, validFrom: '2026-01-01', source: null }
    expect(await renameInstitution(services, operator, id, first, 1)).toEqual({
      kind: 'changed-meanwhile',
      version: await versionOf(id),
    })
    const version = await versionOf(id)
    await renameInstitution(services, operator, id, first, version)
    expect(await renameInstitution(services, operator, id, first, version)).toEqual({ kind: 'done' })
    const late = { ...first, names: { sq: 'I voni' } }
    expect(await renameInstitution(services, operator, id, late, version)).toMatchObject({ kind: 'changed-meanwhile' })
    expect(await findNameAt(db, 'sq', id, '2026-02-01')).toBe('I pari')
    expect((await historyOf(id)).filter((kind) => kind === 'renamed')).toHaveLength(1)
  })
})

describe('facts', () => {
  it('are changed by the own administrator, not by another; only the operator says who works here', async () => {
    const record = await findInstitutionRecord(db, 'sq', prova)
    if (!record) throw new Error('no record')
    const { kind, standing, currency, placeId, website, registration, source, accent } = record
    const facts = { kind, standing, currency, placeId, website, registration, source, accent }
    const changed = { ...facts, website: 'https://prova.example' }
    expect(await changeInstitution(services, foreigner, prova, changed, record.version)).toEqual({
      kind: 'not-permitted',
    })
    expect(await changeInstitution(services, administrator, prova, changed, record.version)).toEqual({ kind: 'done' })
    const listed = { ...changed, standing: 'listed' } as const
    expect(await changeInstitution(services, administrator, prova, listed, await versionOf(prova))).toEqual({
      kind: 'refused',
      refusal: 'standing-by-operator',
    })
    expect(await findInstitutionRecord(db, 'sq', prova)).toMatchObject({
      website: 'https://prova.example',
      standing: 'member',
    })
  })
})

describe('closing and merging', () => {
  it('closes two in favour of a third, keeps their records, and tells both ways who followed whom', async () => {
    const [one, two, heir] = [await anAgency(), await anAgency(), await anAgency({ names: { sq: 'Trashëgimtarja' } })]
    const closing = { on: '2026-11-01', reason: 'VKM nr. 1 për bashkimin', successorIds: [heir] }
    expect(await closeInstitution(services, administrator, one, closing, await versionOf(one))).toEqual({
      kind: 'not-permitted',
    })
    for (const id of [one, two])
      expect(await closeInstitution(services, operator, id, closing, await versionOf(id))).toEqual({ kind: 'done' })
    expect(await closeInstitution(services, operator, one, closing, 1)).toEqual({ kind: 'done' })
    expect(await listSuccessions(db, 'sq', one)).toMatchObject([
      { kind: 'successor', id: heir, name: 'Trashëgimtarja' },
    ])
    expect((await listSuccessions(db, 'sq', heir)).map(({ kind }) => kind)).toEqual(['predecessor', 'predecessor'])
    const open = (await listInstitutions(db, 'sq')).map(({ id }) => id)
    expect([open.includes(one), open.includes(two), open.includes(heir)]).toEqual([false, false, true])
    expect(await historyOf(one)).toEqual(['created', 'merged'])
    expect(await historyOf(heir)).toEqual(['created', 'succeeded', 'succeeded'])
  })

  it('refuses a day to come, itself as its own successor, and one that is closed', async () => {
    const [one, closed] = [await anAgency(), await anAgency()]
    const close = async (id: string, on: string, ...successorIds: string[]) =>
      closeInstitution(services, operator, id, { on, reason: 'Vendim i provës', successorIds }, await versionOf(id))
    await close(closed, '2026-01-01')
    expect(await close(one, '2026-11-23')).toMatchObject({ refusal: 'in-the-future' })
    expect(await close(one, '2026-11-01', one)).toMatchObject({ refusal: 'successor-is-itself' })
    expect(await close(one, '2026-11-01', closed)).toMatchObject({ refusal: 'successor-closed' })
    expect(await close(one, '2026-11-01', randomUUID())).toMatchObject({ refusal: 'no-such-successor' })
    expect(await findInstitutionRecord(db, 'sq', one)).toMatchObject({ closedOn: null })
  })
})

describe('addresses, closures and settings', () => {
  it('keep the addresses of posts as one list: what is left out is gone', async () => {
    const id = await anAgency()
    const address = (role: string) => ({ role, email: `${role}@zyra.example`, telephone: null, postal: null })
    await changeAddresses(services, operator, id, [address('front-desk'), address('information')], await versionOf(id))
    await changeAddresses(services, operator, id, [address('information')], await versionOf(id))
    expect((await listRoleAddresses(db, id)).map(({ role }) => role)).toEqual(['information'])
  })

  it('know the days on which an institution is closed, once for each form, until they are taken away', async () => {
    const closure = { id: randomUUID(), fromOn: '2026-12-28', toOn: '2026-12-31', reason: 'Pushim', source: null }
    for (let n = 0; n < 2; n += 1) await addClosure(services, administrator, prova, closure)
    expect(
      await Promise.all(['2026-12-27', '2026-12-28', '2026-12-31'].map((day) => isClosedOn(db, prova, day))),
    ).toEqual([false, true, true])
    await removeClosure(services, administrator, prova, closure.id)
    expect(await isClosedOn(db, prova, '2026-12-28')).toBe(false)
    expect((await historyOf(prova)).filter((kind) => kind.startsWith('closure'))).toEqual([
      'closure-added',
      'closure-removed',
    ])
  })

  it('have the program’s values until they are set', async () => {
    expect(await readSetting(db, prova, 'two-person-rule')).toBe(false)
    const wanted = { ...(await readSettings(db, prova)), 'two-person-rule': true, 'duty-digest-hour': 6 }
    expect(await changeSettings(services, administrator, prova, wanted, await versionOf(prova))).toEqual({
      kind: 'done',
    })
    expect([await readSetting(db, prova, 'two-person-rule'), await readSetting(db, prova, 'duty-digest-hour')]).toEqual(
      [true, 6],
    )
    // One of the two does not end the rule alone.
    const ended = { ...wanted, 'two-person-rule': false }
    expect(await changeSettings(services, administrator, prova, ended, await versionOf(prova))).toEqual({
      kind: 'refused',
      refusal: 'two-people-by-operator',
    })
    expect(await changeSettings(services, 'command-line', prova, ended, await versionOf(prova))).toEqual({
      kind: 'done',
    })
    await db`update platform.institution_settings set value = '"often"' where key = 'duty-digest-hour'`
    expect(await readSetting(db, prova, 'duty-digest-hour')).toBe(7)
  })
})

const A_BODY = {
  kind: 'working-group',
  name: 'Grupi i punës',
  nameEn: null,
  nameSr: null,
  parentId: null,
  foundedOn: '2026-02-01',
  orderIssuer: 'Kryetari i bashkisë',
  orderNumber: '14',
  orderDate: '2026-01-30',
  orderSubject: 'Për ngritjen e grupit',
} as const
const A_SEAT = {
  personId: null,
  name: null,
  organisationId: null,
  organisation: null,
  post: null,
  role: 'member',
  fromOn: null,
  toOn: null,
} as const

describe('a body', () => {
  it('is founded with its order, once for each form; two groups of one institution stay apart', async () => {
    const [one, two] = [randomUUID(), randomUUID()]
    for (const id of [one, one, two])
      expect(await foundBody(services, administrator, prova, id, A_BODY)).toEqual({ kind: 'done', id })
    expect(await foundBody(services, foreigner, prova, randomUUID(), A_BODY)).toEqual({ kind: 'not-permitted' })
    expect(await historyOf(one, 'institutions.body')).toEqual(['founded'])
    const change = { ...A_BODY, name: 'Grupi i ri i punës' }
    expect(await changeBody(services, administrator, one, change, 1)).toEqual({ kind: 'done', id: one })
    expect(await changeBody(services, administrator, one, A_BODY, 1)).toEqual({ kind: 'changed-meanwhile', version: 2 })
    expect(await historyOf(one, 'institutions.body')).toEqual(['founded', 'renamed'])
    expect((await db`select name from platform.body_names where body_id = ${one}`).map(({ name }) => name)).toEqual([
      'Grupi i punës',
    ])
    expect(await endBody(services, administrator, two, { on: '2026-01-01', reason: 'Mbaroi puna' })).toMatchObject({
      refusal: 'ends-before-it-began',
    })
    expect(await endBody(services, administrator, two, { on: '2026-10-01', reason: 'Mbaroi puna' })).toEqual({
      kind: 'done',
      id: two,
    })
    expect(
      await seatMember(services, administrator, two, randomUUID(), { ...A_SEAT, name: 'Teuta Prove' }),
    ).toMatchObject({ refusal: 'ended' })
  })

  it('has people of the record, institutions and organisations as members, and one chair at a time', async () => {
    const body = randomUUID()
    await foundBody(services, administrator, prova, body, { ...A_BODY, kind: 'inter-institutional-group' })
    const ministry = await anAgency({ kind: 'ministry', standing: 'listed', names: { sq: 'Ministria e Provës' } })
    const chair = { ...A_SEAT, role: 'chair', name: 'Teuta Prove', fromOn: '2026-02-01' } as const
    const seat = (words: Partial<Parameters<typeof seatMember>[4]>) =>
      seatMember(services, administrator, body, randomUUID(), { ...A_SEAT, ...words })
    const chairId = randomUUID()
    for (let n = 0; n < 2; n += 1)
      expect(await seatMember(services, administrator, body, chairId, chair)).toEqual({ kind: 'done' })
    expect(await seat({ ...chair, name: 'Ylli Prove', fromOn: '2026-03-01' })).toMatchObject({
      refusal: 'chaired-already',
    })
    expect(await seat({ organisationId: ministry })).toEqual({ kind: 'done' })
    expect(await seat({ organisation: 'Shoqata e Peshkatarëve', post: 'përfaqësues', role: 'expert' })).toEqual({
      kind: 'done',
    })
    expect(await seat({})).toMatchObject({ refusal: 'nobody' })
    expect(await seat({ name: 'Gjergj Prove', fromOn: '2026-01-01' })).toMatchObject({ refusal: 'before-the-body' })
    expect(
      (await listMembers(db, 'sq', [body])).map(({ role, name, organisation }) => [role, name, organisation]),
    ).toEqual([
      ['chair', 'Teuta Prove', null],
      ['member', null, 'Ministria e Provës'],
      ['expert', null, 'Shoqata e Peshkatarëve'],
    ])
    expect(await unseatMember(services, administrator, body, chairId, { on: '2026-05-01', reason: null })).toEqual({
      kind: 'done',
    })
    const known = (await listPersons(db, prova)).find(({ name }) => name === 'Teuta Prove')
    expect(await seat({ ...chair, name: null, personId: known?.id ?? '', fromOn: '2026-06-01' })).toEqual({
      kind: 'done',
    })
    expect((await listPersons(db, prova)).filter(({ name }) => name === 'Teuta Prove')).toHaveLength(1)
  })
})
