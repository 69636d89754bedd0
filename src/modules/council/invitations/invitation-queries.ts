import { one, type Queryable, type Transaction } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { InvitationAnswer, InvitationChannel } from './invitation-rules.ts'

export type Invitation = {
  id: string
  meetingId: string
  institutionId: string
  /** Null: a guest. */
  personId: string | null
  name: string
  post: string | null
  email: string | null
  phone: string | null
  postal: string | null
  lang: Lang
  channel: InvitationChannel
  linkNumber: number
  sentAt: Date | null
  handedAt: Date | null
  handedNote: string | null
  answer: InvitationAnswer | null
  answerNote: string | null
  answeredAt: Date | null
  answeredBy: string | null
  /** Up to which event they know of it; null: never called. */
  seenEventId: number | null
  endedAt: Date | null
}

const selected = (db: Queryable) => db`
  invitation.id, invitation.meeting_id, invitation.institution_id, invitation.person_id,
  coalesce(person.name, invitation.guest_name, invitation.guest_post) as name,
  case when invitation.guest_name is not null then invitation.guest_post end as post,
  coalesce(councillor.email, invitation.guest_email) as email, councillor.phone,
  coalesce(councillor.postal, invitation.guest_postal) as postal,
  case when coalesce(councillor.lang, invitation.lang) = 'en' then 'en' else 'sq' end as lang,
  invitation.channel, invitation.link_number, invitation.sent_at, invitation.handed_at, invitation.handed_note,
  invitation.answer, invitation.answer_note, invitation.answered_at, invitation.answered_by,
  invitation.seen_event_id::int as seen_event_id, invitation.ended_at
  from council.invitations as invitation
  left join platform.persons as person on person.id = invitation.person_id
  left join council.councillors as councillor on councillor.person_id = invitation.person_id`

/** Members by family name, then guests in the order in which they were added. */
export const listInvitations = (db: Queryable, meetingId: string): Promise<Invitation[]> =>
  db<Invitation[]>`
    select ${selected(db)}
    where invitation.meeting_id = ${meetingId}
    order by invitation.person_id is null, coalesce(councillor.family_name, person.name) collate "sq-x-icu",
             person.name collate "sq-x-icu", invitation.created_at, invitation.id limit 1200`

export const findInvitation = async (db: Queryable, id: string): Promise<Invitation | null> =>
  one(await db<Invitation[]>`select ${selected(db)} where invitation.id = ${id}`)

export const findInvitationByToken = async (db: Queryable, digest: Buffer): Promise<Invitation | null> =>
  one(
    await db<Invitation[]>`
      select ${selected(db)} where invitation.token_digest = ${digest} and invitation.ended_at is null`,
  )

/** Whoever is called already stays as they are; one who was a member, was not, and is again, is called again. */
export async function insertMembers(
  tx: Transaction,
  meeting: { id: string; institutionId: string },
  personIds: readonly string[],
  at: Date,
): Promise<void> {
  await tx`
    insert into council.invitations (institution_id, meeting_id, person_id, channel, created_at, changed_at)
    select councillor.institution_id, ${meeting.id}, councillor.person_id,
           case when councillor.email is not null then 'mail' else 'letter' end, ${at}, ${at}
    from council.councillors as councillor
    where councillor.person_id = any(${personIds as string[]}::uuid[])
      and councillor.institution_id = ${meeting.institutionId}
    on conflict (meeting_id, person_id) where person_id is not null
    do update set ended_at = null, changed_at = excluded.changed_at where council.invitations.ended_at is not null`
}

/** Who is no member any longer, of those who are called. */
export async function endMembersBut(
  tx: Transaction,
  meetingId: string,
  personIds: readonly string[],
  at: Date,
): Promise<void> {
  await tx`
    update council.invitations set ended_at = ${at}, changed_at = ${at}
    where meeting_id = ${meetingId} and person_id is not null and ended_at is null
      and person_id <> all(${personIds as string[]}::uuid[])`
}

export type NewGuest = {
  meetingId: string
  institutionId: string
  formId: string
  name: string | null
  post: string | null
  email: string | null
  postal: string | null
  lang: Lang
  channel: InvitationChannel
  at: Date
}

export async function insertGuest(tx: Transaction, row: NewGuest): Promise<boolean> {
  const result = await tx`
    insert into council.invitations
      (institution_id, meeting_id, form_id, guest_name, guest_post, guest_email, guest_postal, lang, channel, created_at,
       changed_at)
    values (${row.institutionId}, ${row.meetingId}, ${row.formId}, ${row.name}, ${row.post}, ${row.email}, ${row.postal},
            ${row.lang}, ${row.channel}, ${row.at}, ${row.at})
    on conflict (form_id) do nothing`
  return result.count > 0
}

export async function setChannel(tx: Transaction, id: string, channel: InvitationChannel, at: Date): Promise<void> {
  await tx`update council.invitations set channel = ${channel}, changed_at = ${at} where id = ${id}`
}

export async function setLink(tx: Transaction, id: string, link: { number: number; digest: Buffer }): Promise<void> {
  await tx`
    update council.invitations set link_number = ${link.number}, token_digest = ${link.digest} where id = ${id}`
}

export async function setHanded(
  tx: Transaction,
  id: string,
  handed: { at: Date; note: string; seen: number; now: Date },
): Promise<void> {
  await tx`
    update council.invitations
    set handed_at = ${handed.at}, handed_note = ${handed.note}, seen_event_id = ${handed.seen}, changed_at = ${handed.now}
    where id = ${id}`
}

export async function setAnswer(
  tx: Transaction,
  id: string,
  said: { answer: InvitationAnswer; note: string | null; by: string | null; at: Date },
): Promise<void> {
  await tx`
    update council.invitations
    set answer = ${said.answer}, answer_note = ${said.note}, answered_at = ${said.at}, answered_by = ${said.by},
        changed_at = ${said.at}
    where id = ${id}`
}

export async function endInvitation(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx`update council.invitations set ended_at = ${at}, changed_at = ${at} where id = ${id} and ended_at is null`
}

export type NewLetter = {
  invitationId: string
  what: 'call' | 'changes'
  from: number
  upto: number
  channel: 'mail' | 'letter' | 'hand'
  letterId: string | null
  at: Date
  by: string | null
}

/** False: this very letter went out before. */
export async function noteLetter(tx: Transaction, row: NewLetter): Promise<boolean> {
  const result = await tx`
    insert into council.invitation_letters
      (invitation_id, upto_event_id, what, from_event_id, channel, letter_id, at, by_account_id)
    values (${row.invitationId}, ${row.upto}, ${row.what}, ${row.from}, ${row.channel}, ${row.letterId}, ${row.at}, ${row.by})
    on conflict do nothing`
  if (result.count === 0) return false
  await tx`
    update council.invitations set seen_event_id = ${row.upto}, sent_at = ${row.at}, changed_at = ${row.at}
    where id = ${row.invitationId}`
  return true
}

export type LastLetter = { invitationId: string; what: 'call' | 'changes'; from: number; upto: number; at: Date }

/** The newest of each letter of paper, as it is to be printed. */
export const listPaperLetters = (db: Queryable, meetingId: string): Promise<LastLetter[]> =>
  db<LastLetter[]>`
    select distinct on (letter.invitation_id) letter.invitation_id, letter.what, letter.from_event_id::int as "from",
           letter.upto_event_id::int as upto, letter.at
    from council.invitation_letters as letter
    join council.invitations as invitation on invitation.id = letter.invitation_id
    where invitation.meeting_id = ${meetingId} and invitation.ended_at is null and letter.channel = 'letter'
    order by letter.invitation_id, letter.at desc, letter.upto_event_id desc`

/** Another body than the council counts its own seats; a fraction that the institution set for its quorum. */
export const findSetQuorum = async (
  db: Queryable,
  institutionId: string,
): Promise<{ of: string; numerator: number; denominator: number; strict: boolean } | null> =>
  one(
    await db<{ of: string; numerator: number; denominator: number; strict: boolean }[]>`
      select majority_of as "of", numerator, denominator, strict from council.majority_settings
      where institution_id = ${institutionId} and act_kind = 'quorum'`,
  )

/** Of meetings that are long over: what was kept of guests, and what people wrote beside their answers. */
export async function countForgettable(db: Queryable, before: string): Promise<number> {
  const row = one(
    await db<{ count: number }[]>`
      select count(*)::int as count from council.invitations as invitation
      join council.meetings as meeting on meeting.id = invitation.meeting_id
      where meeting.day < ${before}
        and (invitation.token_digest is not null or invitation.answer_note is not null or invitation.guest_email is not null
          or invitation.guest_postal is not null or (invitation.guest_name is not null and invitation.guest_post is not null))`,
  )
  return row?.count ?? 0
}

/** The post stays, where there is one, for the record of who was called; the link opens nothing any more. */
export async function forgetInvitationRows(db: Queryable, before: string): Promise<number> {
  const result = await db`
    update council.invitations as invitation
    set token_digest = null, answer_note = null, guest_email = null, guest_postal = null,
        guest_name = case when invitation.guest_post is null then invitation.guest_name end
    from council.meetings as meeting
    where meeting.id = invitation.meeting_id and meeting.day < ${before}
      and (invitation.token_digest is not null or invitation.answer_note is not null or invitation.guest_email is not null
        or invitation.guest_postal is not null or (invitation.guest_name is not null and invitation.guest_post is not null))`
  return result.count
}

export type PersonalInvitation = Invitation & { slug: string; meeting: string; startsAt: Date | null; at: Date }

/** Of the guest or the member whose address this is. */
export const listOfContact = (db: Queryable, contactId: string): Promise<PersonalInvitation[]> =>
  db<PersonalInvitation[]>`
    select meeting.slug, coalesce(meeting.title, body.name) as meeting, meeting.starts_at, own.created_at as at, called.*
    from (select ${selected(db)}
          where coalesce(councillor.email, lower(invitation.guest_email)) =
            (select email from platform.contacts where id = ${contactId})) as called
    join council.invitations as own on own.id = called.id
    join council.meetings as meeting on meeting.id = called.meeting_id
    join platform.bodies as body on body.id = meeting.body_id
    order by own.created_at desc, called.id limit 500`

/** What a guest left; of a member the note alone: that they were called belongs to the record of the council. */
export async function eraseOfContact(tx: Transaction, contactId: string, at: Date): Promise<number> {
  const result = await tx`
    update council.invitations as invitation
    set guest_email = null, guest_postal = null, answer_note = null, changed_at = ${at},
        guest_post = case when invitation.person_id is null then coalesce(invitation.guest_post, '……') end,
        guest_name = null, ended_at = case when invitation.person_id is null then ${at}::timestamptz else invitation.ended_at end,
        token_digest = case when invitation.person_id is not null then invitation.token_digest end
    where invitation.id in (
      select one.id from council.invitations as one
      left join council.councillors as councillor on councillor.person_id = one.person_id
      where coalesce(councillor.email, lower(one.guest_email)) =
        (select email from platform.contacts where id = ${contactId}))`
  return result.count
}
