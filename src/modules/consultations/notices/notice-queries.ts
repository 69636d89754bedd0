import type { Queryable, Transaction } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { SenderKind } from '../comments/comment-rules.ts'
import type { NoticeWords } from './notice-rules.ts'

/** With the moment of its last change, by which two officials at once are told apart. */
export type StoredWords = NoticeWords & { changedAt: Date }

export const findNoticeWords = async (db: Queryable, consultationId: string): Promise<StoredWords | null> =>
  one(
    await db<StoredWords[]>`
      select reasons, reasons_en, effect, effect_en, questions, questions_en, changed_at
      from consultations.notice_words where consultation_id = ${consultationId}`,
  )

export async function setNoticeWords(
  tx: Transaction,
  order: { consultationId: string; institutionId: string; words: NoticeWords; at: Date },
): Promise<void> {
  const { words } = order
  await tx`
    insert into consultations.notice_words
      (consultation_id, institution_id, reasons, reasons_en, effect, effect_en, questions, questions_en, changed_at)
    values
      (${order.consultationId}, ${order.institutionId}, ${words.reasons}, ${words.reasonsEn}, ${words.effect},
       ${words.effectEn}, ${words.questions}, ${words.questionsEn}, ${order.at})
    on conflict (consultation_id) do update set
      reasons = excluded.reasons, reasons_en = excluded.reasons_en, effect = excluded.effect,
      effect_en = excluded.effect_en, questions = excluded.questions, questions_en = excluded.questions_en,
      changed_at = excluded.changed_at`
}

export type CoLeader = {
  id: string
  /** Another institution of the installation; null: an organisation by name. */
  partnerId: string | null
  partnerSlug: string | null
  name: string
  contactRole: string | null
  readsComments: boolean
}

/** In the order in which they joined; an institution under the name of the day. */
export const listCoLeaders = (db: Queryable, lang: Lang, consultationId: string): Promise<CoLeader[]> =>
  db<CoLeader[]>`
    select leader.id, leader.partner_id, partner.slug as partner_slug, leader.contact_role, leader.reads_comments,
           coalesce(leader.name, platform.institution_name(leader.partner_id, ${lang}, current_date)) as name
    from consultations.co_leaders as leader
    left join platform.institutions as partner on partner.id = leader.partner_id
    where leader.consultation_id = ${consultationId} and leader.ended_at is null
    order by leader.added_at, leader.id`

export type NewCoLeader = {
  institutionId: string
  consultationId: string
  partnerId: string | null
  name: string | null
  contactRole: string | null
  readsComments: boolean
  at: Date
  by: string | null
  formId: string | null
}

/** `form`: this very form has done so; `known`: the institution leads already. */
export async function insertCoLeader(tx: Transaction, leader: NewCoLeader): Promise<'added' | 'form' | 'known'> {
  const sent = leader.formId && (await tx`select from consultations.co_leaders where form_id = ${leader.formId}`)
  if (sent && sent.length > 0) return 'form'
  const rows = await tx`
    insert into consultations.co_leaders
      (institution_id, consultation_id, partner_id, name, contact_role, reads_comments, added_at, added_by, form_id)
    values
      (${leader.institutionId}, ${leader.consultationId}, ${leader.partnerId}, ${leader.name}, ${leader.contactRole},
       ${leader.readsComments}, ${leader.at}, ${leader.by}, ${leader.formId})
    on conflict do nothing returning id`
  return rows.length > 0 ? 'added' : 'known'
}

export const endCoLeaderRow = async (
  tx: Transaction,
  order: { id: string; consultationId: string; at: Date; by: string },
): Promise<boolean> => {
  const rows = await tx`
    update consultations.co_leaders set ended_at = ${order.at}, ended_by = ${order.by}
    where id = ${order.id} and consultation_id = ${order.consultationId} and ended_at is null returning id`
  return rows.length > 0
}

export type Posting = {
  id: string
  place: string
  postedOn: string
  takenDownOn: string | null
  /** The photograph as everybody may have it; null: none, or taken away. */
  documentId: string | null
}

export const listPostings = (db: Queryable, consultationId: string): Promise<Posting[]> =>
  db<Posting[]>`
    select posting.id, posting.place, posting.posted_on, posting.taken_down_on, document.id as document_id
    from consultations.postings as posting
    left join platform.documents as document
      on document.id = posting.document_id and document.removed_at is null and document.class = 'public'
    where posting.consultation_id = ${consultationId} and posting.removed_at is null
    order by posting.posted_on, posting.id`

export async function insertPosting(
  tx: Transaction,
  posting: {
    institutionId: string
    consultationId: string
    place: string
    postedOn: string
    takenDownOn: string | null
    documentId: string | null
    at: Date
    by: string | null
    formId: string | null
  },
): Promise<void> {
  await tx`
    insert into consultations.postings
      (institution_id, consultation_id, place, posted_on, taken_down_on, document_id, entered_at, entered_by, form_id)
    values
      (${posting.institutionId}, ${posting.consultationId}, ${posting.place}, ${posting.postedOn},
       ${posting.takenDownOn}, ${posting.documentId}, ${posting.at}, ${posting.by}, ${posting.formId})`
}

export const postingWasSent = async (db: Queryable, formId: string): Promise<boolean> =>
  (await db`select 1 from consultations.postings where form_id = ${formId}`).length > 0

export const findPosting = async (db: Queryable, consultationId: string, id: string): Promise<Posting | null> =>
  one(
    await db<Posting[]>`
      select id, place, posted_on, taken_down_on, document_id from consultations.postings
      where id = ${id} and consultation_id = ${consultationId} and removed_at is null`,
  )

export async function setTakenDown(tx: Transaction, id: string, day: string): Promise<void> {
  await tx`update consultations.postings set taken_down_on = ${day} where id = ${id}`
}

export async function removePostingRow(tx: Transaction, id: string, at: Date, by: string): Promise<void> {
  await tx`update consultations.postings set removed_at = ${at}, removed_by = ${by}, document_id = null where id = ${id}`
}

export type InvitedCount = { kind: SenderKind; count: number }

/** How many stakeholders were written to, each counted once, by what they are. */
export const countInvited = (db: Queryable, consultationId: string): Promise<InvitedCount[]> =>
  db<InvitedCount[]>`
    select kind, count(distinct coalesce(stakeholder_id, id))::int as count from consultations.invitations
    where consultation_id = ${consultationId} group by kind order by kind`

export type StageLink = {
  id: string
  slug: string | null
  title: string
  lang: Lang
  number: string | null
  side: 'grew-out-of' | 'grew-into'
}

/** The preliminary consultation that this one grew out of, or those that grew out of it. `published`: for everybody. */
export const listStages = (
  db: Queryable,
  lang: Lang,
  consultationId: string,
  published: boolean,
): Promise<StageLink[]> =>
  db<StageLink[]>`
    select other.id, case when other.state in ('published', 'cancelled') then other.slug end as slug,
           case when title.words is null then other.lang else ${lang} end as lang,
           coalesce(title.words, other.title) as title, other.register_number || '/' || other.register_year as number,
           case when own.follows_id = other.id then 'grew-out-of' else 'grew-into' end as side
    from consultations.consultations as own
    join consultations.consultations as other on other.id = own.follows_id or other.follows_id = own.id
    left join platform.translations as title
      on title.subject = 'consultations.consultation:' || other.id and title.field = 'title' and title.lang = ${lang}
    where own.id = ${consultationId} and other.state <> 'taken-down'
      ${published ? db`and other.state in ('published', 'cancelled')` : db``}
    order by other.created_at, other.id`

export type NamesOverTime = { before: string; now: string }

/** What the institution was called on a day, and what it is called today. */
export const findNames = async (
  db: Queryable,
  lang: Lang,
  institutionId: string,
  day: string,
  today: string,
): Promise<NamesOverTime> => {
  const [row] = await db<NamesOverTime[]>`
    select platform.institution_name(${institutionId}, ${lang}, ${day}::date) as before,
           platform.institution_name(${institutionId}, ${lang}, ${today}::date) as now`
  return row ?? { before: '', now: '' }
}

/** Another institution of this installation that works here. */
export const listPartners = (
  db: Queryable,
  lang: Lang,
  institutionId: string,
): Promise<{ id: string; name: string }[]> =>
  db<{ id: string; name: string }[]>`
    select institution.id, platform.institution_name(institution.id, ${lang}, current_date) as name
    from platform.institutions as institution
    where institution.standing = 'member' and institution.closed_on is null and institution.id <> ${institutionId}
    order by institution.listed_name collate "sq-x-icu", institution.id limit 500`
