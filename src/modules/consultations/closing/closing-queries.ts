import type { Queryable, Transaction } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'

export type PutOffEvent = {
  institutionId: string
  consultationId: string
  kind: 'extended' | 'moved'
  version: number
  at: Date
  by: string | null
  reason: string
  /** Where the program wrote the reason. */
  reasonEn: string | null
  from: string
  to: string
  decision: string | null
  decidedOn: string | null
  formId: string | null
}

/** Null when this very form has done so already. */
export async function insertPutOff(tx: Transaction, event: PutOffEvent): Promise<string | null> {
  const row = one(
    await tx<{ id: string }[]>`
      insert into consultations.consultation_events
        (institution_id, consultation_id, kind, version, at, by_account_id, reason, reason_en, from_day, to_day, decision,
         decided_on, form_id)
      values
        (${event.institutionId}, ${event.consultationId}, ${event.kind}, ${event.version}, ${event.at}, ${event.by},
         ${event.reason}, ${event.reasonEn}, ${event.from}, ${event.to}, ${event.decision}, ${event.decidedOn},
         ${event.formId})
      on conflict (form_id) do nothing
      returning id`,
  )
  return row?.id ?? null
}

export async function formWasSent(db: Queryable, formId: string): Promise<boolean> {
  const rows = await db`select 1 from consultations.consultation_events where form_id = ${formId}`
  return rows.length > 0
}

/** What the letter about an event says, in both languages of the title. */
export type ToldFacts = {
  id: string
  institutionId: string
  consultationId: string
  /** `published`: of a draft that grew out of a preliminary consultation, whose authors are told. */
  kind: 'extended' | 'moved' | 'cancelled' | 'published' | 'concluded'
  slug: string
  title: string
  titleEn: string | null
  number: string | null
  closesOn: string | null
  followsId: string | null
  firstTitle: string | null
  firstTitleEn: string | null
  from: string | null
  to: string | null
  reason: string | null
  reasonEn: string | null
  decision: string | null
  decidedOn: string | null
}

/** Null where there is nothing to tell: it is not public any more. */
export async function findTold(db: Queryable, eventId: string): Promise<ToldFacts | null> {
  return one(
    await db<ToldFacts[]>`
      select event.id, event.institution_id, event.consultation_id, event.kind, c.slug, c.title, title.words as title_en,
             event.from_day as "from", event.to_day as "to", event.reason, event.reason_en, event.decision,
             event.decided_on, c.register_number || '/' || c.register_year as number, deadline.due_on as closes_on,
             c.follows_id, first.title as first_title, first_title.words as first_title_en
      from consultations.consultation_events as event
      join consultations.consultations as c on c.id = event.consultation_id
      left join platform.translations as title
        on title.subject = 'consultations.consultation:' || c.id and title.field = 'title' and title.lang = 'en'
      left join platform.deadlines as deadline
        on deadline.subject = 'consultations.consultation:' || c.id and deadline.slot = 'comments'
      left join consultations.consultations as first on first.id = c.follows_id
      left join platform.translations as first_title
        on first_title.subject = 'consultations.consultation:' || first.id and first_title.field = 'title'
          and first_title.lang = 'en'
      where event.id = ${eventId}
        and case event.kind
              when 'cancelled' then c.state = 'cancelled'
              when 'concluded' then c.state = 'published' and c.concluded_at is not null
              when 'published' then c.state = 'published' and first.state in ('published', 'cancelled')
              else event.kind in ('extended', 'moved') and c.state = 'published' end`,
  )
}

export type Participant = { contactId: string; email: string; lang: Lang }

/**
 * Some of those who are to be told and were not yet: everybody whose confirmed comment stands, once, in the language of
 * the newest one. They count as told from here on, so that no letter goes out twice.
 */
export function takeParticipants(
  tx: Transaction,
  order: { eventId: string; consultationId: string; institutionId: string; at: Date; limit: number },
): Promise<Participant[]> {
  return tx<Participant[]>`
    with told as (
      insert into consultations.event_letters (institution_id, event_id, contact_id, at)
      select distinct ${order.institutionId}::uuid, ${order.eventId}::bigint, comment.contact_id, ${order.at}::timestamptz
      from consultations.comments as comment
      where comment.consultation_id = ${order.consultationId} and comment.contact_id is not null
        and comment.confirmed_at is not null and comment.state in ('waiting', 'published', 'held', 'taken-down')
        and not exists (
          select from consultations.event_letters as letter
          where letter.event_id = ${order.eventId} and letter.contact_id = comment.contact_id)
      limit ${order.limit}
      on conflict do nothing
      returning contact_id)
    select told.contact_id, contact.email, newest.lang
    from told
    join platform.contacts as contact on contact.id = told.contact_id
    join lateral (
      select comment.lang from consultations.comments as comment
      where comment.consultation_id = ${order.consultationId} and comment.contact_id = told.contact_id
        and comment.confirmed_at is not null
      order by comment.sent_at desc, comment.id limit 1) as newest on true`
}

export type RunOut = { subject: string; institutionId: string; dueAt: Date }

/** Windows whose time has run: the oldest first. */
export function listRunOut(db: Queryable, now: Date, limit: number): Promise<RunOut[]> {
  return db<RunOut[]>`
    select subject, institution_id, due_at from platform.deadlines
    where slot = 'comments' and state = 'running' and due_at <= ${now}
    order by due_at, id limit ${limit}`
}

export type MovedConsultation = { id: string; institutionId: string; state: string; zone: string }

/** Locks it: a correction waits, or is waited for. */
export async function holdMoved(tx: Transaction, id: string): Promise<MovedConsultation | null> {
  return one(
    await tx<MovedConsultation[]>`
      select c.id, c.institution_id, c.state, institution.zone from consultations.consultations as c
      join platform.institutions as institution on institution.id = c.institution_id
      where c.id = ${id} for update of c`,
  )
}

export type LinkedConsultation = {
  id: string
  slug: string | null
  title: string
  lang: Lang
  number: string | null
  state: string
  /** Whether it repeats the one asked about, or is repeated by it. */
  side: 'repeats' | 'repeated-by'
}

/** What this one repeats, and by what it was repeated. `published`: only what everybody may read. */
export function listRepetitions(
  db: Queryable,
  lang: Lang,
  consultationId: string,
  published: boolean,
): Promise<LinkedConsultation[]> {
  return db<LinkedConsultation[]>`
    select other.id, case when other.state in ('published', 'cancelled') then other.slug end as slug, other.state,
           case when title.words is null then other.lang else ${lang} end as lang,
           coalesce(title.words, other.title) as title, other.register_number || '/' || other.register_year as number,
           case when own.repeats_id = other.id then 'repeats' else 'repeated-by' end as side
    from consultations.consultations as own
    join consultations.consultations as other on other.id = own.repeats_id or other.repeats_id = own.id
    left join platform.translations as title
      on title.subject = 'consultations.consultation:' || other.id and title.field = 'title' and title.lang = ${lang}
    where own.id = ${consultationId} and other.state <> 'taken-down'
      ${published ? db`and other.state in ('published', 'cancelled')` : db``}
    order by other.created_at, other.id`
}

/** A copy of the newest version of a text, as a draft of its own; articles keep their lineage. Null: it has none. */
export async function copyText(tx: Transaction, order: { versionId: string; at: Date }): Promise<string | null> {
  const row = one(
    await tx<{ textId: string; versionId: string }[]>`
      with text as (
        insert into platform.texts (institution_id, created_at)
        select institution_id, ${order.at} from platform.text_versions where id = ${order.versionId}
        returning id, institution_id)
      insert into platform.text_versions
        (text_id, institution_id, n, lang, state, source_kind, source_document, read_at)
      select text.id, text.institution_id, 1, version.lang, 'draft', version.source_kind, version.source_document,
             version.read_at
      from text, platform.text_versions as version where version.id = ${order.versionId}
      returning text_id, id as version_id`,
  )
  if (!row) return null
  await tx`
    insert into platform.text_nodes
      (version_id, node_id, institution_id, parent_id, ordinal, kind, label, heading, body, printed, digest)
    select ${row.versionId}, node_id, institution_id, parent_id, ordinal, kind, label, heading, body, printed, digest
    from platform.text_nodes where version_id = ${order.versionId}`
  await tx`
    insert into platform.text_sources (version_id, institution_id, paragraphs)
    select ${row.versionId}, institution_id, paragraphs from platform.text_sources where version_id = ${order.versionId}`
  return row.textId
}

/** The public documents of a record, standing with another one too. Gives their files, which are read anew. */
export async function copyDocuments(
  tx: Transaction,
  order: { from: string; to: string; at: Date; by: string },
): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    with source as materialized (
      select document.*, gen_random_uuid() as new_id from platform.documents as document
      where document.subject = ${order.from} and document.removed_at is null and document.class = 'public'
        and exists (select from platform.document_files as file
                    where file.document_id = document.id and file.replaced_at is null and file.digest is not null)),
    copied as (
      insert into platform.documents
        (id, institution_id, subject, role, class, title, lang, decorative, happened_on, happened_precision, added_at,
         added_by)
      select new_id, institution_id, ${order.to}, role, class, title, lang, decorative, happened_on,
             happened_precision, ${order.at}::timestamptz, ${order.by}::uuid
      from source),
    worded as (
      insert into platform.document_words (document_id, lang, title, alt)
      select source.new_id, words.lang, words.title, words.alt
      from source join platform.document_words as words on words.document_id = source.id)
    insert into platform.document_files
      (institution_id, document_id, lang, version, digest, file_name, size, added_at, added_by, signed, reading)
    select file.institution_id, source.new_id, file.lang, 1, file.digest, file.file_name, file.size,
           ${order.at}::timestamptz, ${order.by}::uuid, file.signed, 'waiting'
    from source
    join platform.document_files as file
      on file.document_id = source.id and file.replaced_at is null and file.digest is not null
    returning id`
  return rows.map(({ id }) => id)
}
