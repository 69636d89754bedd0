import { randomUUID } from 'node:crypto'
import { draftDigest } from '#modules/meetings/meeting-rules.ts'
import {
  aMeetingForm,
  aRegistration,
  givenHeldMeeting,
  givenMeeting,
  givenMeetingDraft,
} from '#modules/meetings/testing.ts'
import { officeUrls as urls } from '#modules/meetings/urls.ts'
import { enterRegistration } from '#platform/registrations/ask-to-come.ts'
import { meetingRegistrations } from '#modules/meetings/registering/meeting-registrations.ts'
import { page, record, type MatrixWorld, type Rows, type Slug } from './row.ts'

/** Meetings, from the draft to what came out of them, and who asked to come. */
export function meetingRows(world: MatrixWorld): Rows {
  const { services } = world
  const read = 'meetings.read'
  const write = 'meetings.write'
  const names = 'registrations.read'
  const draft = (institution: Slug) => givenMeetingDraft(services, { institution })
  const standing = (institution: Slug) => givenMeeting(services, { institution })
  const held = (institution: Slug) => givenHeldMeeting(services, { institution })
  const seen = { versioni: '2' }
  return {
    [`GET ${urls.list()}`]: page(read, urls.list()),
    [`GET ${urls.create()}`]: page(write, urls.create()),
    [`POST ${urls.create()}`]: record(write, async (slug) => ({
      path: urls.create(),
      fields: aMeetingForm(await institutionId(world, slug)),
    })),
    [`GET ${urls.one(':id')}`]: record(read, async (slug) => ({ path: urls.one((await draft(slug)).id) })),
    [`GET ${urls.change(':id')}`]: record(write, async (slug) => ({ path: urls.change((await draft(slug)).id) })),
    [`POST ${urls.change(':id')}`]: record(write, async (slug) => ({
      path: urls.change((await draft(slug)).id),
      fields: aMeetingForm('', { versioni: '1' }),
    })),
    [`POST ${urls.publish(':id')}`]: record(write, async (slug) => ({
      path: urls.publish((await draft(slug)).id),
      fields: { versioni: '1' },
    })),
    [`POST ${urls.postpone(':id')}`]: record(write, async (slug) => ({
      path: urls.postpone((await standing(slug)).id),
      fields: { ...seen, 'arsyeja-shtyrjes': 'Salla u mbyll' },
    })),
    [`POST ${urls.cancel(':id')}`]: record(write, async (slug) => ({
      path: urls.cancel((await standing(slug)).id),
      fields: { ...seen, 'arsyeja-anulimit': 'Salla u mbyll' },
    })),
    [`GET ${urls.writeUp(':id')}`]: record(write, async (slug) => ({ path: urls.writeUp((await standing(slug)).id) })),
    [`POST ${urls.writeUp(':id')}`]: record(write, async (slug) => ({
      path: urls.writeUp((await standing(slug)).id),
      fields: { ...seen, 'nr-citizen': '12' },
    })),
    [`GET ${urls.minutes(':id')}`]: record(write, async (slug) => ({ path: urls.minutes((await standing(slug)).id) })),
    [`POST ${urls.minutes(':id')}`]: record(write, async (slug) => ({
      path: urls.minutes((await standing(slug)).id),
      fields: { pare: draftDigest([null, null, null]), procesverbali: 'U fol.', si: 'ruaj' },
    })),
    [`POST ${urls.outcomes(':id')}`]: record(write, async (slug) => ({
      path: urls.outcomes((await held(slug)).id),
      fields: { dergesa: randomUUID(), lloji: 'decision', fjalet: 'U miratua rendi i ditës.' },
    })),
    [`POST ${urls.links(':id')}`]: record(write, async (slug) => ({
      path: urls.links((await standing(slug)).id),
      fields: { dokument: `/zyra/dokumentet/${await paperOf(world, slug)}` },
    })),
    [`POST ${urls.unlink(':id')}`]: record(write, async (slug) => ({
      path: urls.unlink((await standing(slug)).id),
      fields: { me: `consultations.consultation:${randomUUID()}`, lloji: 'about' },
    })),
    [`POST ${urls.documents(':id')}`]: record(write, async (slug) => ({
      path: urls.documents((await standing(slug)).id),
      fields: { 'titulli-dok': 'Njoftimi', 'lloji-dok': 'notice', 'gjuha-dok': 'sq', dokumenti: PAPER() },
    })),
    [`POST ${urls.removeDocument(':id', ':document')}`]: record(write, async (slug) => {
      const document = await paperOf(world, slug)
      const [row] = await world.db<{ id: string }[]>`
        select split_part(subject, ':', 2) as id from platform.documents where id = ${document}`
      return { path: urls.removeDocument(row?.id ?? '', document), fields: {} }
    }),
    [`GET ${urls.registrations(':id')}`]: record(names, async (slug) => ({
      path: urls.registrations((await standing(slug)).id),
    })),
    [`POST ${urls.registrations(':id')}`]: record(write, async (slug) => ({
      path: urls.registrations((await standing(slug)).id),
      fields: { ...aRegistration(''), kanali: 'counter' },
    })),
    [`POST ${urls.takeBack(':id', ':registration')}`]: record(write, async (slug) => {
      const { id } = await standing(slug)
      return { path: urls.takeBack(id, await registered(world, id)), fields: {} }
    }),
    [`GET ${urls.door(':id')}`]: record(names, async (slug) => ({ path: urls.door((await standing(slug)).id) })),
    [`POST ${urls.door(':id')}`]: record(write, async (slug) => ({
      path: urls.door((await standing(slug)).id),
      fields: {},
    })),
  }
}

const PAPER = (): File => new File([`Njoftim ${randomUUID()}`], 'njoftim.txt', { type: 'text/plain' })

async function institutionId({ db }: MatrixWorld, slug: Slug): Promise<string> {
  const [row] = await db<{ id: string }[]>`select id from platform.institutions where slug = ${slug}`
  return row?.id ?? ''
}

/** A paper of a meeting of its own. */
async function paperOf(world: MatrixWorld, slug: Slug): Promise<string> {
  const { id } = await givenMeetingDraft(world.services, { institution: slug })
  const subject = `meetings.meeting:${id}`
  const [row] = await world.db<{ id: string }[]>`
    insert into platform.documents (institution_id, subject, role, class, title, added_at)
    select institution_id, ${subject}, 'annex', 'public', 'Shtojca', now() from meetings.meetings where id = ${id}
    returning id`
  await withFile(world, row?.id ?? '')
  return row?.id ?? ''
}

async function withFile({ db }: MatrixWorld, id: string): Promise<void> {
  const digest = 'b'.repeat(64)
  await db`
    insert into platform.files (digest, size, media_type, created_at) values (${digest}, 1, 'text/plain', now())
    on conflict do nothing`
  await db`
    insert into platform.document_files (institution_id, document_id, lang, version, digest, file_name, size, added_at)
    select institution_id, id, 'sq', 1, ${digest}, 'shtojca.txt', 1, now() from platform.documents where id = ${id}`
}

async function registered({ db, services }: MatrixWorld, meetingId: string): Promise<string> {
  const [account] = await db<{ id: string }[]>`select id from platform.accounts limit 1`
  const by = { accountId: account?.id ?? '' }
  const wish = {
    formId: randomUUID(),
    email: null,
    name: 'Prova',
    organisation: null,
    sector: null,
    phone: null,
  } as const
  const order = { ...wish, speaks: false, itemId: null, needs: null, channel: 'counter', by } as const
  await enterRegistration(services, meetingRegistrations, meetingId, order)
  const [row] = await db<{ id: string }[]>`select id from platform.registrations
    where subject = ${`meetings.meeting:${meetingId}`}`
  return row?.id ?? ''
}
