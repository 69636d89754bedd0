import type { Queryable, Transaction } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { SenderKind } from '../comments/comment-rules.ts'
import type { InvitingEvent } from './notice-rules.ts'

export type ToldEvent = { id: string; kind: InvitingEvent; at: Date; reason: string | null }

/** What stakeholders can be told of a consultation, newest first; of a cancelled one its end alone. */
export const listInvitingEvents = (db: Queryable, consultationId: string): Promise<ToldEvent[]> =>
  db<ToldEvent[]>`
    select event.id, event.kind, event.at, event.reason from consultations.consultation_events as event
    join consultations.consultations as c on c.id = event.consultation_id
    where event.consultation_id = ${consultationId} and event.kind in ('published', 'extended', 'cancelled')
      and not c.history and (c.state = 'published' or (c.state = 'cancelled' and event.kind = 'cancelled'))
    order by event.id desc`

export type Invitable = { id: string; name: string; kind: SenderKind; suggested: boolean; invited: boolean }

/** Whom the institution may write to: suggested first, those that share a topic with the consultation. */
export const listInvitable = (
  db: Queryable,
  order: { consultationId: string; institutionId: string; eventId: string | null; today: string },
): Promise<Invitable[]> =>
  db<Invitable[]>`
    select one.id, one.name, one.kind,
           exists (select from consultations.stakeholder_topics as wanted
                   join platform.subject_topics as topic on topic.topic_id = wanted.topic_id
                     and topic.subject = 'consultations.consultation:' || ${order.consultationId}::uuid
                   where wanted.stakeholder_id = one.id) as suggested,
           exists (select from consultations.invitations as sent
                   where sent.stakeholder_id = one.id and sent.event_id = ${order.eventId}::bigint) as invited
    from consultations.stakeholders as one
    where one.institution_id = ${order.institutionId} and one.left_at is null and one.keep_until >= ${order.today}::date
    order by suggested desc, one.name, one.id limit 2000`

export type NewInvitation = {
  id: string
  email: string
  lang: Lang
  leaveToken: string
}

/** Those of them that were not written to about this event; from here on they count as invited. */
export const takeInvited = (
  tx: Transaction,
  order: {
    institutionId: string
    consultationId: string
    eventId: string
    stakeholderIds: readonly string[]
    at: Date
    today: string
    by: string
  },
): Promise<NewInvitation[]> =>
  tx<NewInvitation[]>`
    with taken as (
      insert into consultations.invitations
        (institution_id, consultation_id, event_id, stakeholder_id, kind, at, by_account_id)
      select ${order.institutionId}::uuid, ${order.consultationId}::uuid, ${order.eventId}::bigint, one.id, one.kind,
             ${order.at}::timestamptz, ${order.by}::uuid
      from consultations.stakeholders as one
      where one.id = any(${order.stakeholderIds as string[]}::uuid[]) and one.institution_id = ${order.institutionId}
        and one.left_at is null and one.keep_until >= ${order.today}::date
      order by one.name, one.id
      on conflict (event_id, stakeholder_id) do nothing
      returning id, stakeholder_id)
    select taken.id, one.email, one.lang, one.leave_token
    from taken join consultations.stakeholders as one on one.id = taken.stakeholder_id`

export async function setInvitationLetters(
  tx: Transaction,
  letters: readonly { id: string; letterId: string }[],
): Promise<void> {
  await tx`
    update consultations.invitations as sent set letter_id = given.letter_id
    from unnest(${letters.map(({ id }) => id)}::uuid[], ${letters.map(({ letterId }) => letterId)}::uuid[])
      as given (id, letter_id)
    where sent.id = given.id`
}

export type SentInvitation = {
  id: string
  /** Null once the address was erased. */
  name: string | null
  kind: SenderKind
  eventKind: InvitingEvent
  at: Date
  letterState: string | null
}

/** Who was invited, for the office alone, newest first. */
export const listInvitations = (db: Queryable, consultationId: string, limit: number): Promise<SentInvitation[]> =>
  db<SentInvitation[]>`
    select sent.id, one.name, sent.kind, event.kind as event_kind, sent.at, letter.state as letter_state
    from consultations.invitations as sent
    join consultations.consultation_events as event on event.id = sent.event_id
    left join consultations.stakeholders as one on one.id = sent.stakeholder_id
    left join platform.mail_messages as letter on letter.id = sent.letter_id
    where sent.consultation_id = ${consultationId}
    order by sent.at desc, sent.id desc limit ${limit}`
