import { randomUUID } from 'node:crypto'
import { inviteGuest } from '#modules/council/invitations/change-invitation.ts'
import { councilRegistrations } from '#modules/council/invitations/council-registrations.ts'
import { listInvitations } from '#modules/council/invitations/invitation-queries.ts'
import { offerRegistration } from '#modules/council/invitations/keep-offer.ts'
import { sendInvitations } from '#modules/council/invitations/send-invitations.ts'
import { invitationOfficeUrls as urls } from '#modules/council/invitations/urls.ts'
import { givenBody, givenMeeting } from '#modules/council/convening/testing.ts'
import { enterRegistration } from '#platform/registrations/ask-to-come.ts'
import { record, type MatrixWorld, type Rows, type Slug } from './row.ts'

/** Who is called to a meeting of a council, and who asks to come. */
export function councilInvitationRows({ db, services }: MatrixWorld): Rows {
  const read = 'council.read'
  const write = 'council-meetings.write'
  const names = 'council-private.read'
  const enters = 'council-sitting.write'
  const by = async () => {
    const [account] = await db<{ id: string }[]>`select id from platform.accounts limit 1`
    return { accountId: account?.id ?? '' }
  }
  const standing = async (institution: Slug) =>
    (await givenMeeting(services, { bodyId: (await givenBody(services, { institution })).id })).id
  /** With a guest whose letter is one of paper and went out. */
  const called = async (institution: Slug) => {
    const id = await standing(institution)
    const guest = {
      name: null,
      post: 'Kryetari i bashkisë',
      email: 'k@posta.example',
      postal: null,
      lang: 'sq',
    } as const
    await inviteGuest(services, id, { ...guest, formId: randomUUID(), channel: 'letter' }, await by())
    await sendInvitations(services, id, await by())
    const one = (await listInvitations(db, id)).find(({ personId }) => personId === null)
    return { id, one: one?.id ?? '' }
  }
  const offered = async (institution: Slug) => {
    const id = await standing(institution)
    await offerRegistration(services, id, { kind: 'attend', closesAt: null, capacity: null }, await by())
    return id
  }
  const wish = { emri: 'Prova Provë', adresa: '', kanali: 'counter' }
  return {
    [`GET ${urls.list(':id')}`]: record(read, async (slug) => ({ path: urls.list(await standing(slug)) })),
    [`POST ${urls.list(':id')}`]: record(write, async (slug) => ({
      path: urls.list(await standing(slug)),
      fields: {},
    })),
    [`POST ${urls.send(':id')}`]: record(write, async (slug) => ({
      path: urls.send(await standing(slug)),
      fields: {},
    })),
    [`POST ${urls.guests(':id')}`]: record(write, async (slug) => ({
      path: urls.guests(await standing(slug)),
      fields: { dergesa: randomUUID(), detyra: 'Ekspert', kanali: 'hand' },
    })),
    [`GET ${urls.letters(':id')}`]: record(write, async (slug) => ({ path: urls.letters((await called(slug)).id) })),
    [`GET ${urls.one(':id', ':invitation')}`]: record(write, async (slug) => {
      const { id, one } = await called(slug)
      return { path: urls.one(id, one) }
    }),
    [`POST ${urls.channel(':id', ':invitation')}`]: record(write, async (slug) => {
      const { id, one } = await called(slug)
      return { path: urls.channel(id, one), fields: { kanali: 'hand' } }
    }),
    [`POST ${urls.answer(':id', ':invitation')}`]: record(write, async (slug) => {
      const { id, one } = await called(slug)
      return { path: urls.answer(id, one), fields: { pergjigja: 'coming', shenimi: '' } }
    }),
    [`POST ${urls.handed(':id', ':invitation')}`]: record(write, async (slug) => {
      const { id, one } = await called(slug)
      const when = { 'kur-day': '20', 'kur-month': '11', 'kur-year': '2026', 'kur-ora': '14:30' }
      return { path: urls.handed(id, one), fields: { ...when, kujt: 'Sekretares' } }
    }),
    [`POST ${urls.link(':id', ':invitation')}`]: record(write, async (slug) => {
      const { id, one } = await called(slug)
      return { path: urls.link(id, one), fields: {} }
    }),
    [`POST ${urls.end(':id', ':invitation')}`]: record(write, async (slug) => {
      const { id, one } = await called(slug)
      return { path: urls.end(id, one), fields: {} }
    }),
    [`GET ${urls.offer(':id')}`]: record(read, async (slug) => ({ path: urls.offer(await standing(slug)) })),
    [`POST ${urls.offer(':id')}`]: record(enters, async (slug) => ({
      path: urls.offer(await standing(slug)),
      fields: { lloji: 'attend', vende: '30' },
    })),
    [`GET ${urls.registrations(':id')}`]: record(names, async (slug) => ({
      path: urls.registrations(await offered(slug)),
    })),
    [`POST ${urls.registrations(':id')}`]: record(enters, async (slug) => ({
      path: urls.registrations(await offered(slug)),
      fields: { ...wish, dergesa: randomUUID() },
    })),
    [`POST ${urls.takeBack(':id', ':registration')}`]: record(enters, async (slug) => {
      const id = await offered(slug)
      const person = { email: null, name: 'Prova', organisation: null, sector: null, phone: null, needs: null } as const
      const order = { ...person, formId: randomUUID(), speaks: false, itemId: null, channel: 'counter' } as const
      await enterRegistration(services, councilRegistrations, id, { ...order, by: await by() })
      const [row] = await db<{ id: string }[]>`
        select id from platform.registrations where subject = ${`council.meeting:${id}`}`
      return { path: urls.takeBack(id, row?.id ?? ''), fields: {} }
    }),
    [`GET ${urls.door(':id')}`]: record(names, async (slug) => ({ path: urls.door(await offered(slug)) })),
    [`POST ${urls.door(':id')}`]: record(enters, async (slug) => ({
      path: urls.door(await offered(slug)),
      fields: {},
    })),
  }
}
