import type { Queryable, Transaction } from '../db/database.ts'
import { one } from '../db/database.ts'
import type { Lang } from '../i18n/language.ts'
import type { Pace } from './follow-rules.ts'

export type NewSelection = {
  address: string
  words: string
  matter: string | null
  kind: string | null
  institutionId: string | null
  year: number | null
  topicId: string | null
  placeId: string | null
  state: string | null
  wordsQuery: string | null
  stemVersion: number | null
  at: Date
}

/** What is the same is followed once, whoever asked first. */
export async function keepSelection(tx: Transaction, selection: NewSelection): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into platform.selections
      (address, words, matter, kind, institution_id, year, topic_id, place_id, state, words_query, stem_version, made_at)
    values
      (${selection.address}, ${selection.words}, ${selection.matter}, ${selection.kind}, ${selection.institutionId}, ${selection.year}, ${selection.topicId},
       ${selection.placeId}, ${selection.state}, ${selection.wordsQuery}::tsquery, ${selection.stemVersion}, ${selection.at})
    on conflict (address) do update set address = excluded.address
    returning id`
  if (!row) throw new Error('An upsert gives a row')
  return row.id
}

/** The contact of an address, made on first sight. */
export async function contactFor(tx: Transaction, email: string, lang: Lang, now: Date): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into platform.contacts (email, lang, created_at) values (${email.toLowerCase()}, ${lang}, ${now})
    on conflict (email) do update set email = excluded.email
    returning id`
  if (!row) throw new Error('An upsert gives a row')
  return row.id
}

export type Follower = {
  contactId: string
  email: string
  lang: Lang
  linkEpoch: number
  askedAt: Date | null
  pausedAt: Date | null
  pausedBecause: 'asked' | 'bounced' | null
}

const follower = (db: Queryable) => db`
  select follower.contact_id, contact.email, follower.lang, follower.link_epoch, follower.asked_at, follower.paused_at,
         follower.paused_because
  from platform.followers as follower join platform.contacts as contact on contact.id = follower.contact_id`

export async function findFollower(db: Queryable, contactId: string): Promise<Follower | null> {
  return one(await db<Follower[]>`${follower(db)} where follower.contact_id = ${contactId}`)
}

export async function findFollowerByEmail(db: Queryable, email: string): Promise<Follower | null> {
  return one(await db<Follower[]>`${follower(db)} where contact.email = ${email.toLowerCase()}`)
}

/** Held until the deed ends: whoever writes digests waits. First of all rows of somebody's followings. */
export async function holdFollower(tx: Transaction, contactId: string): Promise<Follower | null> {
  return one(await tx<Follower[]>`${follower(tx)} where follower.contact_id = ${contactId} for update of follower`)
}

export async function insertFollower(tx: Transaction, contactId: string, lang: Lang): Promise<void> {
  await tx`
    insert into platform.followers (contact_id, lang) values (${contactId}, ${lang}) on conflict do nothing`
}

export type Follow = {
  id: string
  contactId: string
  selectionId: string
  address: string
  pace: Pace
  askedAt: Date
  confirmedAt: Date | null
  endedAt: Date | null
}

const follow = (db: Queryable) => db`
  select follow.id, follow.contact_id, follow.selection_id, selection.address, follow.pace, follow.asked_at,
         follow.confirmed_at, follow.ended_at
  from platform.follows as follow join platform.selections as selection on selection.id = follow.selection_id`

export async function findFollow(db: Queryable, id: string): Promise<Follow | null> {
  return one(await db<Follow[]>`${follow(db)} where follow.id = ${id}`)
}

/** What somebody follows today, newest first; what waits for a confirmation too. */
export function listFollowsOf(db: Queryable, contactId: string): Promise<Follow[]> {
  return db<Follow[]>`
    ${follow(db)} where follow.contact_id = ${contactId} and follow.ended_at is null
    order by follow.asked_at desc, follow.id`
}

/** How many letters somebody was queued by pace lately: a follower sees how often. */
export async function countDigestsTo(db: Queryable, email: string, since: Date): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from platform.mail_messages
    where lower(recipient) = ${email.toLowerCase()} and kind = 'digest' and created_at >= ${since}`
  return row?.count ?? 0
}

export type NewFollow = {
  contactId: string
  selectionId: string
  pace: Pace
  at: Date
  /** Null: it waits for the confirmation. */
  confirmedAt: Date | null
  /** The last round that is whole: nothing older is told. */
  round: number
}

export async function insertFollow(tx: Transaction, fresh: NewFollow): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into platform.follows (contact_id, selection_id, pace, asked_at, confirmed_at, written_round)
    values (${fresh.contactId}, ${fresh.selectionId}, ${fresh.pace}, ${fresh.at}, ${fresh.confirmedAt}, ${fresh.round})
    returning id`
  if (!row) throw new Error('An insert gives a row')
  return row.id
}

export async function askAgain(tx: Transaction, id: string, pace: Pace, at: Date): Promise<void> {
  await tx`update platform.follows set pace = ${pace}, asked_at = ${at} where id = ${id} and confirmed_at is null`
}

export async function setConfirmed(tx: Transaction, id: string, at: Date, round: number): Promise<void> {
  await tx`
    update platform.follows set confirmed_at = ${at}, written_round = ${round}
    where id = ${id} and confirmed_at is null and ended_at is null`
}

/** The address is theirs: they read the letter. */
export async function confirmAddress(tx: Transaction, contactId: string, at: Date): Promise<void> {
  await tx`update platform.contacts set confirmed_at = coalesce(confirmed_at, ${at}) where id = ${contactId}`
}

export async function endFollows(
  tx: Transaction,
  contactId: string,
  ids: readonly string[],
  at: Date,
): Promise<number> {
  const result = await tx`
    update platform.follows set ended_at = ${at}
    where contact_id = ${contactId} and id = any(${ids as string[]}::uuid[]) and ended_at is null`
  return result.count
}

export async function endFollowsOf(tx: Transaction, contactId: string, pace: Pace | null, at: Date): Promise<number> {
  const result = await tx`
    update platform.follows set ended_at = ${at}
    where contact_id = ${contactId} and ended_at is null ${pace === null ? tx`` : tx`and pace = ${pace}`}`
  return result.count
}

export async function setPace(tx: Transaction, contactId: string, id: string, pace: Pace): Promise<void> {
  await tx`
    update platform.follows set pace = ${pace}
    where contact_id = ${contactId} and id = ${id} and ended_at is null`
}

export async function setPause(
  tx: Transaction,
  contactId: string,
  pause: { at: Date; because: 'asked' | 'bounced' } | null,
): Promise<void> {
  await tx`
    update platform.followers set paused_at = ${pause?.at ?? null}, paused_because = ${pause?.because ?? null}
    where contact_id = ${contactId}`
}

/** Nothing of what happened in a pause is told afterwards. */
export async function skipTo(tx: Transaction, contactId: string, round: number): Promise<void> {
  await tx`
    update platform.follows set written_round = ${round}
    where contact_id = ${contactId} and ended_at is null and written_round < ${round}`
}

export async function setFollowerLang(tx: Transaction, contactId: string, lang: Lang): Promise<void> {
  await tx`update platform.followers set lang = ${lang} where contact_id = ${contactId}`
}

export async function setAskedAt(tx: Transaction, contactId: string, at: Date): Promise<void> {
  await tx`update platform.followers set asked_at = ${at} where contact_id = ${contactId}`
}

/** Older links to the page of this address end. */
export async function raiseLinkEpoch(tx: Transaction, contactId: string): Promise<number | null> {
  const rows = await tx<{ linkEpoch: number }[]>`
    update platform.followers set link_epoch = link_epoch + 1 where contact_id = ${contactId} returning link_epoch`
  return rows[0]?.linkEpoch ?? null
}

/** Digests to an address came back: whose they were. */
export async function findBouncedContact(tx: Transaction, letterId: string): Promise<string | null> {
  const rows = await tx<{ id: string }[]>`
    select contact.id from platform.mail_messages as letter
    join platform.contacts as contact on contact.email = lower(letter.recipient)
    join platform.followers as follower on follower.contact_id = contact.id
    where letter.id = ${letterId} and letter.kind = 'digest'`
  return rows[0]?.id ?? null
}

export async function deleteFollowsOf(tx: Transaction, contactId: string): Promise<number> {
  const result = await tx`delete from platform.follows where contact_id = ${contactId}`
  await tx`delete from platform.followers where contact_id = ${contactId}`
  return result.count
}

/** How many confirmed follow each of these matters themselves: never who. */
export async function countFollowersOf(db: Queryable, matter: string): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(distinct follow.contact_id)::int as count from platform.selections as selection
    join platform.follows as follow on follow.selection_id = selection.id
    where selection.matter = ${matter} and follow.confirmed_at is not null and follow.ended_at is null`
  return row?.count ?? 0
}
