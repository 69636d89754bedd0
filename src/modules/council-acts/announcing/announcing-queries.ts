import { one, type Queryable, type Transaction } from '#platform/db/database.ts'
import type { Channel, Readiness } from './announcing-rules.ts'

/** Whether its text was confirmed, how many files stand with it, and whether a mayor's return is open. */
export const findReadiness = async (db: Queryable, actId: string): Promise<Readiness> =>
  one(
    await db<Readiness[]>`
      select act.text_confirmed_at is not null and act.text_state = 'adopted' as confirmed,
             (select count(*)::int from platform.documents as document
              where document.subject = 'council-acts.act:' || act.id and document.removed_at is null
                and document.role <> 'picture') as files,
             exists (select from council_acts.mayor_returns as mayor
                     where mayor.act_id = act.id and mayor.outcome is null) as returned
      from council_acts.acts as act where act.id = ${actId}`,
  ) ?? { confirmed: false, files: 0, returned: false }

export async function setAnnounced(
  tx: Transaction,
  id: string,
  { on, at, article }: { on: string; at: Date; article: string | null },
): Promise<void> {
  await tx`
    update council_acts.acts set state = 'announced', announced_on = ${on}, announced_at = ${at}, force_article = ${article}
    where id = ${id}`
}

export async function setForceArticle(tx: Transaction, id: string, article: string): Promise<void> {
  await tx`update council_acts.acts set force_article = ${article} where id = ${id}`
}

export type Posting = {
  id: string
  place: string
  postedOn: string
  takenOffOn: string | null
  documentId: string | null
}

export const listPostings = (db: Queryable, actId: string): Promise<Posting[]> => db<Posting[]>`
  select posting.id, posting.place, posting.posted_on, posting.taken_off_on, posting.document_id
  from council_acts.postings as posting where posting.act_id = ${actId} order by posting.posted_on, posting.id`

export const postingWasSent = async (tx: Transaction, formId: string): Promise<boolean> =>
  (await tx`select from council_acts.postings as posting where posting.form_id = ${formId}`).length > 0

type NewPosting = Omit<Posting, 'id' | 'takenOffOn'> & {
  institutionId: string
  actId: string
  formId: string
  by: string | null
  at: Date
}

export async function insertPosting(tx: Transaction, row: NewPosting): Promise<void> {
  await tx`
    insert into council_acts.postings (institution_id, act_id, form_id, place, posted_on, document_id, by_account_id, entered_at)
    values (${row.institutionId}, ${row.actId}, ${row.formId}, ${row.place}, ${row.postedOn}, ${row.documentId}, ${row.by},
      ${row.at})`
}

export async function setTakenOff(tx: Transaction, id: string, day: string): Promise<void> {
  await tx`update council_acts.postings set taken_off_on = ${day} where id = ${id}`
}

export type Notification = {
  id: string
  /** Null: nobody was named, or it is forgotten by now. */
  addressee: string | null
  channel: Channel
  notifiedOn: string
  protocol: string | null
  forgetOn: string | null
}

export const listNotifications = (db: Queryable, actId: string): Promise<Notification[]> => db<Notification[]>`
  select notification.id, notification.addressee, notification.channel, notification.notified_on, notification.protocol,
         notification.forget_on
  from council_acts.notifications as notification
  where notification.act_id = ${actId} order by notification.notified_on, notification.id`

export const notificationWasSent = async (tx: Transaction, formId: string): Promise<boolean> =>
  (await tx`select from council_acts.notifications as notification where notification.form_id = ${formId}`).length > 0

type NewNotification = Omit<Notification, 'id'> & {
  institutionId: string
  actId: string
  formId: string
  by: string | null
  at: Date
}

export async function insertNotification(tx: Transaction, row: NewNotification): Promise<void> {
  await tx`
    insert into council_acts.notifications (institution_id, act_id, form_id, addressee, channel, notified_on, protocol,
      forget_on, entered_at, by_account_id)
    values (${row.institutionId}, ${row.actId}, ${row.formId}, ${row.addressee}, ${row.channel}, ${row.notifiedOn},
      ${row.protocol}, ${row.forgetOn}, ${row.at}, ${row.by})`
}

export async function countAddresseesDue(db: Queryable, day: string): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from council_acts.notifications as notification
    where notification.forget_on <= ${day} and notification.addressee is not null`
  return row?.count ?? 0
}

/** The day and the way stay; to whom does not. */
export const eraseAddressees = (
  tx: Transaction,
  day: string,
): Promise<{ actId: string; institutionId: string }[]> => tx`
  update council_acts.notifications set addressee = null, protocol = null
  where forget_on <= ${day} and addressee is not null returning act_id, institution_id`

/** Null: it names nobody, and everybody reads it. */
export async function setRestriction(
  tx: Transaction,
  id: string,
  restriction: { publicTitle: string; ground: string } | null,
): Promise<void> {
  await tx`
    update council_acts.acts
    set restricted = ${restriction !== null}, public_title = ${restriction?.publicTitle ?? null},
        restricted_ground = ${restriction?.ground ?? null}
    where id = ${id}`
}

export type CorrectedFacts = {
  title: string
  titleEn: string | null
  summary: string | null
  publicTitle: string | null
  adoptedOn: string | null
  announcedOn: string | null
  signedOn: string | null
  chairName: string | null
  secretaryName: string | null
  proposer: string | null
}

export async function setCorrected(tx: Transaction, id: string, facts: CorrectedFacts): Promise<void> {
  await tx`
    update council_acts.acts
    set title = ${facts.title}, title_en = ${facts.titleEn}, summary = ${facts.summary}, public_title = ${facts.publicTitle},
        adopted_on = ${facts.adoptedOn}, announced_on = ${facts.announcedOn}, signed_on = ${facts.signedOn},
        chair_name = ${facts.chairName}, secretary_name = ${facts.secretaryName}, proposer = ${facts.proposer}
    where id = ${id}`
}

export async function takeAct(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx`
    update council_acts.acts
    set state_before = state, state = 'taken-down', version = version + 1, changed_at = ${at} where id = ${id}`
}

export async function restoreAct(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx`
    update council_acts.acts
    set state = state_before, state_before = null, version = version + 1, changed_at = ${at} where id = ${id}`
}

export const findActAt = async (db: Queryable, slug: string): Promise<string | null> =>
  one(
    await db<{ id: string }[]>`
      select act.id from council_acts.acts as act where act.slug = ${slug} and act.published_at is not null`,
  )?.id ?? null

/** Announced here and in force by now, without anybody having been told. */
export const listComingIntoForce = async (db: Queryable, at: Date, limit: number): Promise<string[]> =>
  (
    await db<{ id: string }[]>`
      select act.id
      from council_acts.acts as act join platform.institutions as institution on institution.id = act.institution_id
      where act.state = 'announced' and not act.history
        and act.in_force_from <= (${at}::timestamptz at time zone institution.zone)::date
        and (act.in_force_to is null or act.in_force_to > act.in_force_from)
        and not exists (
          select from council_acts.act_events as event where event.act_id = act.id and event.kind = 'in-force')
      order by act.in_force_from, act.id limit ${limit}`
  ).map(({ id }) => id)
