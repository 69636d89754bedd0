import type { Queryable, Transaction } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { TakedownGround } from '#platform/takedowns/takedown-rules.ts'
import type { CommentState } from '../comments/comment-rules.ts'
import type { Timing } from '../consultation-rules.ts'

/** Its state before this deed; null when there is none. Locked until the transaction ends. */
export async function holdConsultationState(tx: Transaction, id: string): Promise<Timing['state'] | null> {
  const row = one(
    await tx<{ state: Timing['state'] }[]>`
      select state from consultations.consultations where id = ${id} for update`,
  )
  return row?.state ?? null
}

export async function takeConsultation(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx`
    update consultations.consultations set state_before = state, state = 'taken-down', changed_at = ${at} where id = ${id}`
}

export async function restoreConsultation(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx`
    update consultations.consultations set state = state_before, state_before = null, changed_at = ${at}
    where id = ${id} and state = 'taken-down'`
}

/** The earlier wordings do not come back with it: who reads a takedown has not read all of them. */
export async function hideEarlierVersions(tx: Transaction, commentId: string, before: number): Promise<void> {
  await tx`
    update consultations.comment_versions set hidden = true, hidden_by_hold_at = null
    where comment_id = ${commentId} and n < ${before}`
}

/** What was told of a document in public names it by its title: from now on without. */
export async function forgetDocumentTitle(
  tx: Transaction,
  event: { consultationId: string; told: readonly string[]; words: string },
): Promise<void> {
  await tx`
    update consultations.consultation_events set reason = ${event.words}
    where consultation_id = ${event.consultationId} and reason = any(${event.told as string[]}::text[])`
}

export type RefsAt = {
  consultationId: string
  commentId: string | null
  documentId: string | null
  documentOf: string | null
}

/** What stands, or stood, at an address; nothing that was never public. */
export async function findRefsAt(
  db: Queryable,
  at: { slug: string; code: string | null; documentId: string | null },
): Promise<RefsAt | null> {
  return one(
    await db<RefsAt[]>`
      select consultation.id as consultation_id, comment.id as comment_id, document.id as document_id,
             document.subject as document_of
      from consultations.consultations as consultation
      left join consultations.comments as comment
        on comment.consultation_id = consultation.id and comment.code = ${at.code}
      left join platform.documents as document
        on document.id = ${at.documentId}::uuid and document.institution_id = consultation.institution_id
          and (document.subject = 'consultations.consultation:' || consultation.id or exists (
            select from consultations.comments as owner
            where owner.consultation_id = consultation.id and document.subject = 'consultations.comment:' || owner.id))
      where consultation.slug = ${at.slug} and consultation.state <> 'draft'`,
  )
}

/** The consultation with this number of a register, public or taken down. */
export async function findSlugOfNumber(
  db: Queryable,
  at: { jurisdiction: string; institution: string; year: number; number: number },
): Promise<string | null> {
  const row = one(
    await db<{ slug: string }[]>`
      select consultation.slug from consultations.consultations as consultation
      join platform.institutions as institution on institution.id = consultation.institution_id
      where institution.slug = ${at.institution} and lower(institution.jurisdiction) = ${at.jurisdiction}
        and consultation.register_year = ${at.year} and consultation.register_number = ${at.number}
        and consultation.state <> 'draft'`,
  )
  return row?.slug ?? null
}

export type VersionOf = { institutionId: string; version: number }

export async function findVersion(db: Queryable, consultationId: string): Promise<VersionOf | null> {
  return one(
    await db<VersionOf[]>`
      select institution_id, version from consultations.consultations where id = ${consultationId}`,
  )
}

export type NumberOf = { registerNumber: number | null; registerYear: number | null; slug: string | null }

export async function findNumber(db: Queryable, consultationId: string): Promise<NumberOf | null> {
  return one(
    await db<NumberOf[]>`
      select register_number, register_year, slug from consultations.consultations where id = ${consultationId}`,
  )
}

export async function findCode(db: Queryable, commentId: string): Promise<string | null> {
  const row = one(await db<{ code: string | null }[]>`select code from consultations.comments where id = ${commentId}`)
  return row?.code ?? null
}

/** For the letter to its author, and the wording that was seen. */
export type TakenComment = {
  institutionId: string
  state: CommentState
  version: number
  code: string | null
  email: string | null
  lang: Lang
  title: string
  slug: string
}

export async function holdTakenComment(tx: Transaction, id: string): Promise<TakenComment | null> {
  await tx`select from consultations.comments where id = ${id} for update`
  return one(
    await tx<TakenComment[]>`
      select comment.institution_id, comment.state, comment.version, comment.code, contact.email, comment.lang,
             consultation.slug, consultation.title
      from consultations.comments as comment
      join consultations.consultations as consultation on consultation.id = comment.consultation_id
      left join platform.contacts as contact on contact.id = comment.contact_id
      where comment.id = ${id}`,
  )
}

export type TakenNumber = {
  id: string
  number: string
  slug: string
  institution: string
  ground: TakedownGround
  at: Date
  zone: string
}

/** Numbers of the register whose consultations are taken down, newest first: a register has no gaps that nobody explains. */
export function listTakenNumbers(
  db: Queryable,
  lang: Lang,
  wanted: { institutionId: string | null; limit: number },
): Promise<TakenNumber[]> {
  return db<TakenNumber[]>`
    select c.id, coalesce(c.register_number || '/' || c.register_year, c.slug) as number, c.slug, takedown.ground,
           takedown.taken_at as at, institution.zone,
           (select name.name from platform.institution_names as name
            where name.institution_id = c.institution_id and name.lang in (${lang}, 'sq')
            order by (name.lang = ${lang}) desc, name.valid_from desc limit 1) as institution
    from consultations.consultations as c
    join platform.institutions as institution on institution.id = c.institution_id
    join platform.takedowns as takedown
      on takedown.subject = 'consultations.consultation:' || c.id and takedown.lifted_at is null
    where c.state = 'taken-down' ${wanted.institutionId ? db`and c.institution_id = ${wanted.institutionId}` : db``}
    order by c.published_at desc, c.id desc limit ${wanted.limit}`
}
