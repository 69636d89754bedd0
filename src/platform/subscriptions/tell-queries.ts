import type { Database, Queryable, Transaction } from '../db/database.ts'

/** Sets apart the number of our advisory lock: rounds are made one after the other. The number itself means nothing. */
const TELL_LOCK = 5_880_641

/** False when another worker is about it already. */
export async function holdRounds(tx: Transaction): Promise<boolean> {
  const [row] = await tx<{ held: boolean }[]>`select pg_try_advisory_xact_lock(${TELL_LOCK}) as held`
  return row?.held ?? false
}

/** The last round that is whole, made before a moment; 0: none. */
export async function lastRound(db: Queryable, until: Date | null = null): Promise<number> {
  const [row] = await db<{ round: number }[]>`
    select coalesce(max(round), 0)::int as round from platform.tell_rounds
    where true ${until ? db`and at <= ${until}` : db``}`
  return row?.round ?? 0
}

export type UntoldHappening = {
  id: string
  kind: string
  subject: string
  matter: string
  happenedAt: Date
  standing: boolean
  pending: boolean
}

/**
 * What nobody was told yet, oldest first. `standing`: the index holds its matter. `pending`: a change of it waits to be read.
 */
export function listUntold(tx: Transaction, now: Date, limit: number): Promise<UntoldHappening[]> {
  return tx<UntoldHappening[]>`
    select happening.id, happening.kind, happening.subject, happening.matter, happening.happened_at,
           exists (select from platform.search_documents as document
                   where document.subject in (happening.subject, happening.matter) and document.part = '') as standing,
           exists (select from platform.changed_subjects as changed
                             where changed.subject in (happening.subject, happening.matter)
                               and (changed.retry_at <= ${now} or changed.attempts > 0)) as pending
    from platform.happenings as happening
    where happening.told_at is null
    order by happening.happened_at, happening.id limit ${limit} for update of happening`
}

export async function markTold(tx: Transaction, ids: readonly string[], at: Date): Promise<void> {
  await tx`update platform.happenings set told_at = ${at} where id = any(${ids as string[]}::uuid[])`
}

export async function insertRound(tx: Transaction, round: number, at: Date): Promise<void> {
  await tx`insert into platform.tell_rounds (round, at) values (${round}, ${at})`
}

/**
 * Who follows what happened, by selection: a matter that is followed itself, or one that lies in what is followed. Of what
 * is quiet, or told of another matter too, only the first. A topic holds those below it, a place those within it; words are sought in the record and in
 * every article of its text. Gives how many.
 */
export async function matchHappenings(
  tx: Transaction,
  { loud, quiet, round }: { loud: readonly string[]; quiet: readonly string[]; round: number },
): Promise<number> {
  const result = await tx`
    with happened as (
      select id, matter, subject, id = any(${quiet as string[]}::uuid[]) as quiet, facts ? 'also-told-of' as own
      from platform.happenings
      where id = any(${[...loud, ...quiet]}::uuid[])),
    matched as (
      select selection.id as selection_id, happened.id as happening_id, happened.quiet
      from happened join platform.selections as selection on selection.matter = happened.matter
      where (${plain(tx)}) or exists (
        select from platform.search_documents as document ${above(tx)}
        where document.subject in (happened.subject, happened.matter) and ${lies(tx)})
      union
      select selection.id, happened.id, happened.quiet
      from happened
      join platform.search_documents as document on document.subject in (happened.subject, happened.matter)
      ${above(tx)}
      join platform.selections as selection on selection.matter is null and ${lies(tx)}
      where not happened.quiet and not happened.own)
    insert into platform.selection_happenings (selection_id, happening_id, round, quiet)
    select matched.selection_id, matched.happening_id, ${round}, matched.quiet from matched
    where exists (
      select from platform.follows as follow
      where follow.selection_id = matched.selection_id and follow.confirmed_at is not null and follow.ended_at is null)
    on conflict do nothing`
  return result.count
}

/** A selection of one matter that nothing else narrows: the index need not be asked. */
const plain = (db: Queryable) => db`
  selection.words = '' and num_nonnulls(selection.kind, selection.institution_id, selection.year, selection.topic_id,
                                        selection.place_id, selection.state) = 0`

/** The topics and places of a document with all above them. */
const above = (db: Queryable) => db`
  cross join lateral (
    with recursive topic (id, parent_id) as (
      select topics.id, topics.parent_id from platform.topics where topics.id::text = any(document.topics)
      union
      select parent.id, parent.parent_id from platform.topics as parent join topic on topic.parent_id = parent.id)
    select array(select topic.id from topic) as topics) as filed
  cross join lateral (
    with recursive place (id, parent_id) as (
      select places.id, places.parent_id from platform.places where places.id::text = any(document.places)
      union
      select parent.id, parent.parent_id from platform.places as parent join place on place.parent_id = parent.id)
    select array(select place.id from place) as places) as lain`

/** Whether a document lies in a selection, by the columns of `selection`. */
const lies = (db: Queryable) => db`
  (selection.kind is null or selection.kind = document.kind)
  and (selection.institution_id is null or selection.institution_id = document.institution_id)
  and (selection.year is null or selection.year = document.year)
  and (selection.state is null or selection.state = document.state)
  and (selection.topic_id is null or selection.topic_id = any(filed.topics))
  and (selection.place_id is null or selection.place_id = any(lain.places))
  and (selection.words_query is null or document.words @@ selection.words_query)`

/** What was matched before a moment has been written or never will be. */
export async function forgetMatched(db: Database, before: Date): Promise<number> {
  const result = await db`
    delete from platform.selection_happenings
    where (selection_id, happening_id) in (
      select matched.selection_id, matched.happening_id from platform.selection_happenings as matched
      join platform.tell_rounds as round on round.round = matched.round
      where round.at < ${before} limit 20000)`
  return result.count
}

/** The last one stays, whatever its age: the next is counted from it. */
export async function forgetRounds(db: Database, before: Date): Promise<void> {
  await db`
    delete from platform.tell_rounds as round
    where round.at < ${before} and round.round < (select max(round) from platform.tell_rounds)
      and not exists (select from platform.selection_happenings as matched where matched.round = round.round)`
  await db`delete from platform.digest_runs where cut < ${before}`
}

/** Whose stems are of an older program. */
export function listStaleSelections(db: Queryable, version: number): Promise<{ id: string; words: string }[]> {
  return db<{ id: string; words: string }[]>`
    select id, words from platform.selections
    where words <> '' and stem_version <> ${version} order by id limit 1000`
}

export async function setWordsQuery(db: Queryable, id: string, query: string, version: number): Promise<void> {
  await db`
    update platform.selections set words_query = ${query}::tsquery, stem_version = ${version} where id = ${id}`
}
