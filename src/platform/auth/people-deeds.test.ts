import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { lettersTo } from '#test/mailbox.ts'
import type { Door } from '../door.ts'
import { findAccountByEmail, listHeldRoles } from './account-queries.ts'
import { endAccount, endRole, grantRole } from './accounts.ts'
import { askForEmailChange, confirmEmailChange } from './email-changes.ts'
import { inviteOfficial, sendInvitationAgain, withdrawInvitation, type InvitationOrder } from './invitations.ts'
import { listPersonChanges } from './people-queries.ts'
import { listOpenProposals } from './proposal-queries.ts'
import { decideProposal } from './proposals.ts'
import { listSecurityEvents } from './security-event-queries.ts'
import { enterSubstitution, endSubstitution } from './substitutions.ts'
import { listSubstitutionsOf } from './substitution-queries.ts'
import { enrolled, givenAccount, someEmail, testServices, visitorWith, type TestServices } from './testing.ts'
import type { Official, Role } from './visitor.ts'
import { entered } from '#test/ledger.ts'
import { bodyRecords, institutionRecords } from '../institutions/institution-records.ts'

const db = await testDatabase()
const institutions = await db<{ id: string }[]>`select id from platform.institutions order by slug`
const [here = '', there = ''] = institutions.map(({ id }) => id)

type Person = { official: Official; token: string }

async function anOfficial(services: TestServices, role: Role, institutionId: string | null = here): Promise<Person> {
  const { email } = await givenAccount(services, { roles: [{ role, institutionId }] })
  const { staff, grant } = await enrolled(services, email)
  return { official: { ...staff, level: 2 }, token: grant.token }
}

const rolesOf = async (services: TestServices, { token }: { token: string }) => {
  const visitor = await visitorWith(services, { token })
  return visitor?.kind === 'staff' ? visitor.roles : null
}

const anInvitation = (changes: Partial<InvitationOrder> = {}): InvitationOrder => ({
  formId: randomUUID(),
  email: someEmail(),
  name: 'Liri Prove',
  post: 'Nëpunëse',
  institutionId: here,
  roles: [{ role: 'clerk', institutionId: here }],
  samePerson: false,
  lang: 'sq',
  letter: (link) => ({ subject: 'Ftesë', body: link ?? 'pa lidhje' }),
  ...changes,
})

const setTwoPersonRule = (institutionId: string, value: boolean) => db`
  insert into platform.institution_settings (institution_id, key, value, set_at)
  values (${institutionId}, 'two-person-rule', ${db.json(value)}, now())
  on conflict (institution_id, key) do update set value = excluded.value`

const DAYS = { startsOn: '2026-11-23', endsOn: '2026-11-27' }

describe('an invitation', () => {
  it('makes an account with its roles once, however often the form arrives, and sends one letter', async () => {
    const services = testServices(db)
    const { official } = await anOfficial(services, 'administrator')
    const order = anInvitation()
    const first = await inviteOfficial(services, official, order)
    const second = await inviteOfficial(services, official, order)
    if (first.kind === 'refused' || second.kind === 'refused') throw new Error('refused')
    expect(second.accountId).toBe(first.accountId)
    expect(await listHeldRoles(db, first.accountId, services.clock.now())).toMatchObject([{ role: 'clerk' }])
    expect(await lettersTo(db, order.email)).toHaveLength(1)
  })

  it('is accepted by showing both factors, and its roles count', async () => {
    const services = testServices(db)
    const { official } = await anOfficial(services, 'administrator')
    const order = anInvitation()
    await inviteOfficial(services, official, order)
    const { grant, staff } = await enrolled(services, order.email)
    expect(await rolesOf(services, grant)).toMatchObject([{ role: 'clerk', institutionId: here }])
    const kinds = (await listSecurityEvents(db, 'sq', staff.accountId)).map(({ kind }) => kind)
    expect(kinds).toContain('invitation-accepted')
    services.clock.pass(11 * 60)
    expect(await findAccountByEmail(db, order.email)).toMatchObject({ invitedUntil: null })
  })

  it('opens nothing after fourteen days, until it is sent again', async () => {
    const services = testServices(db)
    const { official } = await anOfficial(services, 'administrator')
    const order = anInvitation()
    const invited = await inviteOfficial(services, official, order)
    if (invited.kind === 'refused') throw new Error('refused')
    services.clock.pass(14 * 24 * 60)
    const { grant } = await enrolled(services, order.email)
    expect(await rolesOf(services, grant)).toEqual([])
    await sendInvitationAgain(services, official, invited.accountId, { lang: 'sq', letter: order.letter })
    expect(await rolesOf(services, grant)).toMatchObject([{ role: 'clerk' }])
  })

  it('is withdrawn with its roles, and the address can be invited again for the same person', async () => {
    const services = testServices(db)
    const { official } = await anOfficial(services, 'administrator')
    const order = anInvitation()
    const invited = await inviteOfficial(services, official, order)
    if (invited.kind === 'refused') throw new Error('refused')
    expect(await withdrawInvitation(services, official, invited.accountId)).toEqual({ kind: 'withdrawn' })
    services.clock.pass(1)
    expect(await listHeldRoles(db, invited.accountId, services.clock.now())).toEqual([])
    const again = { ...order, formId: randomUUID() }
    expect(await inviteOfficial(services, official, again)).toMatchObject({ reason: 'ended-account', name: order.name })
    expect(await inviteOfficial(services, official, { ...again, samePerson: true })).toMatchObject({ kind: 'invited' })
  })

  it('is refused where the official manages nobody', async () => {
    const services = testServices(db)
    const { official } = await anOfficial(services, 'administrator', there)
    const order = anInvitation()
    expect(await inviteOfficial(services, official, order)).toEqual({ kind: 'refused', reason: 'not-permitted' })
    expect(await findAccountByEmail(db, order.email)).toBeNull()
  })
})

describe('a substitution', () => {
  it('gives the roles for those days alone, says in whose stead, and goes no further', async () => {
    const services = testServices(db)
    const away = await anOfficial(services, 'consultation-coordinator')
    const stays = await anOfficial(services, 'clerk')
    const third = await anOfficial(services, 'moderator')
    const order = { institutionId: here, absentId: away.official.accountId, ...DAYS }
    const entered = { ...order, substituteId: stays.official.accountId, formId: randomUUID() }
    expect(await enterSubstitution(services, away.official, entered)).toEqual({ kind: 'entered' })
    const chain = { ...order, absentId: stays.official.accountId, substituteId: third.official.accountId }
    await enterSubstitution(services, stays.official, { ...chain, formId: randomUUID() })
    expect(await rolesOf(services, stays)).toMatchObject([{ role: 'clerk' }])
    services.clock.pass(2 * 24 * 60)
    const again = async (person: Person) => {
      const grant = (await enrolledAgain(services, person)).token
      return rolesOf(services, { token: grant })
    }
    expect(await again(stays)).toEqual([
      { role: 'clerk', institutionId: here },
      {
        role: 'consultation-coordinator',
        institutionId: here,
        insteadOf: { accountId: away.official.accountId, name: away.official.name },
      },
    ])
    expect((await again(third))?.map(({ role }) => role)).toEqual(['clerk', 'moderator'])
    services.clock.pass(5 * 24 * 60)
    expect(await again(stays)).toEqual([{ role: 'clerk', institutionId: here }])
  })

  it('is entered by the absent or the administrator, once for the same days, and never for oneself', async () => {
    const services = testServices(db)
    const away = await anOfficial(services, 'moderator')
    const stays = await anOfficial(services, 'clerk')
    const stranger = await anOfficial(services, 'administrator', there)
    const administrator = await anOfficial(services, 'administrator')
    const people = { absentId: away.official.accountId, substituteId: stays.official.accountId }
    const order = { institutionId: here, ...people, ...DAYS, formId: null }
    for (const by of [stays.official, stranger.official]) {
      expect(await enterSubstitution(services, by, order)).toMatchObject({ reason: 'not-permitted' })
    }
    const self = { ...order, substituteId: away.official.accountId }
    expect(await enterSubstitution(services, away.official, self)).toMatchObject({ reason: 'same-person' })
    expect(await enterSubstitution(services, administrator.official, order)).toEqual({ kind: 'entered' })
    expect(await enterSubstitution(services, away.official, order)).toMatchObject({ reason: 'substituted-already' })
    const past = { ...order, startsOn: '2026-11-02', endsOn: '2026-11-03' }
    expect(await enterSubstitution(services, away.official, past)).toMatchObject({ reason: 'over' })
    const [entered] = await listSubstitutionsOf(db, away.official.accountId)
    expect(await endSubstitution(services, stays.official, entered?.id ?? '')).toMatchObject({
      reason: 'not-permitted',
    })
    expect(await endSubstitution(services, away.official, entered?.id ?? '')).toEqual({ kind: 'ended' })
    expect(await listSubstitutionsOf(db, away.official.accountId)).toEqual([])
  })

  it('stands in the security event of what the substitute does', async () => {
    const services = testServices(db)
    const away = await anOfficial(services, 'administrator')
    const { official } = await anOfficial(services, 'clerk')
    const insteadOf = { accountId: away.official.accountId, name: away.official.name }
    const substitute = { ...official, roles: [{ role: 'administrator', institutionId: here, insteadOf } as const] }
    const { id } = await givenAccount(services)
    await grantRole(services, substitute, id, { role: 'moderator', institutionId: here })
    const [event] = await listSecurityEvents(db, 'sq', id)
    expect(event).toMatchObject({ kind: 'role-granted', by: official.name, insteadOf: away.official.name })
  })
})

/** Signs in once more: staff sessions last a day. */
async function enrolledAgain(services: TestServices, { official }: Person): Promise<{ token: string }> {
  await db`delete from platform.second_factors where account_id = ${official.accountId}`
  return (await enrolled(services, official.email)).grant
}

describe('two people for a right', () => {
  it('are needed where the institution wants it: who proposed cannot confirm, a second person can', async () => {
    const services = testServices(db)
    const [first, second] = [
      await anOfficial(services, 'administrator', there),
      await anOfficial(services, 'administrator', there),
    ]
    const { id } = await givenAccount(services)
    await setTwoPersonRule(there, true)
    const order = { role: 'moderator', institutionId: there } as const
    expect(await grantRole(services, first.official, id, order)).toEqual({ kind: 'proposed' })
    expect(await grantRole(services, first.official, id, order)).toEqual({ kind: 'proposed' })
    const waiting = await listOpenProposals(db, [there], services.clock.now(), id)
    expect(waiting).toHaveLength(1)
    const proposal = waiting[0]?.id ?? ''
    expect(await listHeldRoles(db, id, services.clock.now())).toEqual([])
    expect(await decideProposal(services, first.official, proposal, 'confirmed')).toMatchObject({
      reason: 'own-proposal',
    })
    const stranger = await anOfficial(services, 'administrator', here)
    expect(await decideProposal(services, stranger.official, proposal, 'confirmed')).toMatchObject({
      reason: 'not-permitted',
    })
    expect(await decideProposal(services, second.official, proposal, 'confirmed')).toEqual({ kind: 'decided' })
    expect(await listHeldRoles(db, id, services.clock.now())).toMatchObject([order])
    expect(await decideProposal(services, second.official, proposal, 'refused')).toMatchObject({
      reason: 'decided-already',
    })
    await setTwoPersonRule(there, false)
  })

  it('are waited for fourteen days', async () => {
    const services = testServices(db)
    const [first, second] = [
      await anOfficial(services, 'administrator', there),
      await anOfficial(services, 'administrator', there),
    ]
    const { id } = await givenAccount(services)
    await setTwoPersonRule(there, true)
    await grantRole(services, first.official, id, { role: 'clerk', institutionId: there })
    const [waiting] = await listOpenProposals(db, [there], services.clock.now(), id)
    services.clock.pass(14 * 24 * 60)
    expect(await decideProposal(services, second.official, waiting?.id ?? '', 'confirmed')).toMatchObject({
      reason: 'expired',
    })
    await setTwoPersonRule(there, false)
  })
})

describe('the last of them', () => {
  it('keeps the role of administrator: neither the role nor the account ends', async () => {
    const services = testServices(db)
    const [place] = await entered(
      db,
      institutionRecords,
      (tx) => tx<{ id: string }[]>`
        insert into platform.institutions (slug, jurisdiction, kind, zone)
        values ('e-vetme', 'AL', 'other', 'Europe/Tirane') returning id`,
    )
    const only = await givenAccount(services, { roles: [{ role: 'administrator', institutionId: place?.id ?? '' }] })
    const [held] = await listHeldRoles(db, only.id, services.clock.now())
    services.clock.pass(1)
    const last = { kind: 'refused', reason: 'last-administrator' }
    expect(await endRole(services, 'command-line', held?.id ?? '')).toEqual(last)
    expect(await endAccount(services, 'command-line', only.id)).toEqual(last)
    await givenAccount(services, { roles: [{ role: 'administrator', institutionId: place?.id ?? '' }] })
    expect(await endRole(services, 'command-line', held?.id ?? '')).toEqual({ kind: 'ended' })
  })
})

describe('who leaves', () => {
  it('hands the open work to a successor in the same deed, and is out at once', async () => {
    const services = testServices(db)
    const { official } = await anOfficial(services, 'administrator')
    const leaves = await anOfficial(services, 'clerk')
    const takes = await anOfficial(services, 'clerk')
    const handed: unknown[] = []
    const door = {
      handOver: async (_tx: unknown, _services: unknown, order: object) => {
        handed.push(order)
        return 3
      },
    } as unknown as Door
    const successor = { services, doors: [door], accountId: takes.official.accountId }
    const alone = { ...successor, accountId: leaves.official.accountId }
    const from = leaves.official.accountId
    expect(await endAccount(services, official, from, alone)).toMatchObject({ reason: 'no-such-successor' })
    expect(await endAccount(services, official, from, successor)).toEqual({ kind: 'ended', handedOver: 3 })
    const at = services.clock.now()
    expect(handed).toEqual([{ from, to: takes.official.accountId, byAccountId: official.accountId, at }])
    expect(await visitorWith(services, leaves)).toBeNull()
    const kinds = (await listPersonChanges(db, from, null)).map(({ kind }) => kind)
    expect(kinds.slice(0, 3)).toEqual(['account-ended', 'role-ended', 'work-handed-over'])
  })

  it('is never oneself', async () => {
    const services = testServices(db)
    const { official } = await anOfficial(services, 'administrator')
    expect(await endAccount(services, official, official.accountId)).toMatchObject({ reason: 'own-account' })
  })
})

describe('another address', () => {
  it('counts once its own mailbox confirms it, the old one is told, and sessions end', async () => {
    const services = testServices(db)
    const { official } = await anOfficial(services, 'administrator')
    const person = await anOfficial(services, 'clerk')
    const { accountId, email } = person.official
    const newEmail = someEmail()
    const letters = {
      lang: 'sq' as const,
      confirm: (link: string) => ({ subject: 'Konfirmoni', body: link }),
      warn: (address: string) => ({ subject: 'Kujdes', body: address }),
    }
    const taken = await askForEmailChange(services, official, accountId, official.email, letters)
    expect(taken).toMatchObject({ reason: 'email-taken' })
    expect(await askForEmailChange(services, official, accountId, newEmail, letters)).toEqual({ kind: 'asked' })
    const toOld = await lettersTo(db, email)
    expect(toOld.find(({ subject }) => subject === 'Kujdes')).toMatchObject({ body: newEmail })
    const token = (await lettersTo(db, newEmail))[0]?.body?.split('/').at(-1) ?? ''
    expect(await visitorWith(services, person)).toMatchObject({ email })
    expect(await confirmEmailChange(services, token)).toEqual({ kind: 'confirmed', email: newEmail })
    expect(await confirmEmailChange(services, token)).toEqual({ kind: 'dead-link' })
    expect(await visitorWith(services, person)).toBeNull()
    expect(await findAccountByEmail(db, newEmail)).toMatchObject({ id: accountId })
  })
})

describe('a role', () => {
  it('begins and ends on its days, and one in a body opens nothing in the institution', async () => {
    const services = testServices(db)
    const { official } = await anOfficial(services, 'administrator')
    const person = await anOfficial(services, 'clerk')
    const [body] = await entered(
      db,
      bodyRecords,
      (tx) => tx<{ id: string }[]>`
        insert into platform.bodies (institution_id, kind, name) values (${here}, 'council', 'Këshilli') returning id`,
    )
    const id = person.official.accountId
    const hours = (count: number) => new Date(services.clock.now().getTime() + count * 3_600_000)
    const order = { institutionId: here, from: hours(1), to: hours(2) }
    expect(await grantRole(services, official, id, { role: 'moderator', ...order })).toEqual({ kind: 'granted' })
    expect(await grantRole(services, official, id, { role: 'moderator', ...order })).toEqual({ kind: 'already-held' })
    await grantRole(services, official, id, { role: 'head', institutionId: here, bodyId: body?.id ?? '' })
    const names = async () => (await rolesOf(services, person))?.map(({ role }) => role)
    expect(await names()).toEqual(['clerk'])
    expect(await visitorWith(services, person)).toMatchObject({ bodyRoles: [{ role: 'head', bodyId: body?.id }] })
    services.clock.pass(90)
    expect(await names()).toEqual(['clerk', 'moderator'])
    services.clock.pass(45)
    expect(await names()).toEqual(['clerk'])
  })
})
