import type { Queryable, Transaction } from '#platform/db/database.ts'
import { one } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { ActKind, Stage, Timing } from '../consultation-rules.ts'

/** A consultation as the office works on it. */
export type OfficeConsultation = Timing & {
  id: string
  institutionId: string
  institutionName: string
  institutionSlug: string
  zone: string
  slug: string | null
  registerYear: number | null
  registerNumber: number | null
  title: string
  titleEn: string | null
  summary: string
  summaryEn: string | null
  actKind: ActKind
  legalBasis: string
  /** The rule on which it rests; null: another basis, named in words alone. */
  basisRule: string | null
  opensOn: string | null
  closesOn: string | null
  /** The day the institution chose itself; null: the least that the rule asks. */
  closesChosenOn: string | null
  contactEmail: string
  officialPostingUrl: string | null
  officialPostedOn: string | null
  repeatsId: string | null
  stage: Stage
  /** The preliminary consultation that it grew out of. */
  followsId: string | null
  textId: string | null
  /** The newest version of the text, draft or published. */
  textVersionId: string | null
  textState: 'draft' | 'published' | null
  version: number
  changedAt: Date
  publishedAt: Date | null
  cancelReason: string | null
  comments: number
  waiting: number
}

const columns = (db: Queryable, lang: Lang) => db`
  c.id, c.institution_id, institution.slug as institution_slug, institution.zone, c.slug, c.register_year,
  c.register_number, c.title, c.summary, c.act_kind, c.legal_basis, c.basis_rule, c.opens_on, c.contact_email,
  c.official_posting_url, c.official_posted_on, c.repeats_id, c.stage, c.follows_id, c.text_id, c.version, c.changed_at,
  c.published_at, c.cancel_reason, c.state, c.history,
  c.opens_on::timestamp at time zone institution.zone as opens_at,
  deadline.due_on as closes_on, deadline.chosen_on as closes_chosen_on, deadline.due_at as closes_at,
  (select words from platform.translations where subject = 'consultations.consultation:' || c.id
   and field = 'title' and lang = 'en') as title_en,
  (select words from platform.translations where subject = 'consultations.consultation:' || c.id
   and field = 'summary' and lang = 'en') as summary_en,
  newest.id as text_version_id, newest.state as text_state,
  platform.institution_name(c.institution_id, ${lang}, coalesce(c.published_at, now())::date) as institution_name,
  (select count(*)::int from consultations.comments as comment
   where comment.consultation_id = c.id and comment.state = 'published') as comments,
  (select count(*)::int from consultations.comments as comment
   where comment.consultation_id = c.id and comment.state = 'waiting') as waiting`

const tables = (db: Queryable) => db`
  consultations.consultations as c
  join platform.institutions as institution on institution.id = c.institution_id
  -- A draft whose closing day was taken away has none.
  left join platform.deadlines as deadline
    on deadline.subject = 'consultations.consultation:' || c.id and deadline.slot = 'comments'
      and not (c.state = 'draft' and deadline.state = 'cancelled')
  left join lateral (
    select version.id, version.state from platform.text_versions as version
    where version.text_id = c.text_id order by version.n desc limit 1) as newest on true`

export async function findForOffice(db: Queryable, lang: Lang, id: string): Promise<OfficeConsultation | null> {
  return one(await db<OfficeConsultation[]>`select ${columns(db, lang)} from ${tables(db)} where c.id = ${id}`)
}

/** Locks the row for a deed: two officials at once change it one after the other. */
export async function holdForOffice(tx: Transaction, id: string): Promise<OfficeConsultation | null> {
  await tx`select from consultations.consultations where id = ${id} for update`
  return findForOffice(tx, 'sq', id)
}

export type OfficeListFilter = {
  institutions: readonly string[] | null
  words: string
  state: Timing['state'] | null
  before: { changedAt: Date; id: string } | null
  limit: number
}

export function listForOffice(db: Queryable, lang: Lang, filter: OfficeListFilter): Promise<OfficeConsultation[]> {
  return db<OfficeConsultation[]>`
    select ${columns(db, lang)} from ${tables(db)}
    where true
      ${filter.institutions ? db`and ${inInstitutions(db, filter.institutions)}` : db``}
      ${filter.state ? db`and c.state = ${filter.state}` : db``}
      ${filter.words ? db`and platform.plain(c.title) like ${filter.words}` : db``}
      ${filter.before ? db`and (c.changed_at, c.id) < (${filter.before.changedAt}, ${filter.before.id})` : db``}
    order by c.changed_at desc, c.id desc
    limit ${filter.limit}`
}

export async function countByState(
  db: Queryable,
  institutions: readonly string[] | null,
  now: Date,
): Promise<{ drafts: number; open: number }> {
  const mine = institutions ? db`and ${inInstitutions(db, institutions)}` : db``
  const row = one(
    await db<{ drafts: number; open: number }[]>`
      select
        (select count(*)::int from consultations.consultations as c where c.state = 'draft' ${mine}) as drafts,
        (select count(*)::int from platform.deadlines as deadline
         join consultations.consultations as c on c.id = split_part(deadline.subject, ':', 2)::uuid
         join platform.institutions as institution on institution.id = c.institution_id
         where deadline.slot = 'comments' and deadline.state = 'running' and deadline.due_at > ${now}
           and c.state = 'published' and not c.history
           and c.opens_on::timestamp at time zone institution.zone <= ${now} ${mine}) as open`,
  )
  return row ?? { drafts: 0, open: 0 }
}

/** One institution is most officials' case, and then the index gives the order too: no sorting of all there is. */
const inInstitutions = (db: Queryable, ids: readonly string[]) =>
  ids.length === 1 ? db`c.institution_id = ${ids[0] ?? ''}` : db`c.institution_id = any(${ids as string[]}::uuid[])`

export type ConsultationFields = {
  title: string
  summary: string
  actKind: ActKind
  legalBasis: string
  basisRule: string | null
  opensOn: string | null
  contactEmail: string
  officialPostingUrl: string | null
  officialPostedOn: string | null
}

type NewConsultation = {
  history: boolean
  id?: string | undefined
  repeatsId?: string
  stage?: Stage | undefined
  followsId?: string
}

/** `id`: the one its form brought, by which a form that arrives twice is known. */
export async function insertConsultation(
  tx: Transaction,
  institutionId: string,
  fields: ConsultationFields & NewConsultation,
  by: string | null,
  now: Date,
): Promise<{ id: string; isNew: boolean }> {
  const given = fields.id ?? null
  const [row] = await tx<{ id: string }[]>`
    insert into consultations.consultations
      (id, institution_id, title, summary, act_kind, legal_basis, basis_rule, opens_on, contact_email,
       official_posting_url, official_posted_on, history, repeats_id, stage, follows_id, created_by, created_at, changed_at)
    values
      (coalesce(${given}::uuid, gen_random_uuid()), ${institutionId}, ${fields.title}, ${fields.summary},
       ${fields.actKind}, ${fields.legalBasis}, ${fields.basisRule}, ${fields.opensOn}, ${fields.contactEmail},
       ${fields.officialPostingUrl}, ${fields.officialPostedOn}, ${fields.history}, ${fields.repeatsId ?? null},
       ${fields.stage ?? 'on-draft'}, ${fields.followsId ?? null}, ${by}, ${now}, ${now})
    on conflict (id) do nothing
    returning id`
  if (row) return { id: row.id, isNew: true }
  if (given === null) throw new Error('An insert gives a row')
  return { id: given, isNew: false }
}

/** Counts as a new version only once it is public: a draft has none to compare with. */
export async function updateConsultation(
  tx: Transaction,
  id: string,
  fields: ConsultationFields,
  now: Date,
): Promise<number> {
  const [row] = await tx<{ version: number }[]>`
    update consultations.consultations set
      title = ${fields.title}, summary = ${fields.summary}, act_kind = ${fields.actKind},
      legal_basis = ${fields.legalBasis}, basis_rule = ${fields.basisRule}, opens_on = ${fields.opensOn},
      contact_email = ${fields.contactEmail}, official_posting_url = ${fields.officialPostingUrl},
      official_posted_on = ${fields.officialPostedOn}, changed_at = ${now}, version = version + 1
    where id = ${id} returning version`
  return row?.version ?? 1
}

export async function setTranslation(
  tx: Transaction,
  translation: {
    institutionId: string
    subject: string
    field: string
    lang: string
    words: string
    sourceVersion: number
    by: string | null
    at: Date
  },
): Promise<void> {
  if (translation.words === '') {
    await tx`delete from platform.translations
      where subject = ${translation.subject} and field = ${translation.field} and lang = ${translation.lang}`
    return
  }
  await tx`
    insert into platform.translations (institution_id, subject, field, lang, words, source_version, translated_by, translated_at)
    values (${translation.institutionId}, ${translation.subject}, ${translation.field}, ${translation.lang},
            ${translation.words}, ${translation.sourceVersion}, ${translation.by}, ${translation.at})
    on conflict (subject, field, lang) do update set
      words = excluded.words, source_version = excluded.source_version, translated_by = excluded.translated_by,
      translated_at = excluded.translated_at`
}

export async function setText(tx: Transaction, id: string, textId: string, now: Date): Promise<void> {
  await tx`update consultations.consultations set text_id = ${textId}, changed_at = ${now} where id = ${id}`
}

/** The next number of the register, without gaps: taken as the last lock, given back if the deed fails. */
export async function nextNumber(tx: Transaction, institutionId: string, year: number): Promise<number> {
  const [row] = await tx<{ number: number }[]>`
    insert into platform.counters (institution_id, register, year, next) values (${institutionId}, 'consultations', ${year}, 2)
    on conflict (institution_id, register, year) do update set next = counters.next + 1
    returning next - 1 as number`
  if (!row) throw new Error('An upsert gives a row')
  return row.number
}

export async function markPublished(
  tx: Transaction,
  id: string,
  published: { slug: string; year: number | null; number: number | null; at: Date },
): Promise<void> {
  await tx`
    update consultations.consultations set
      state = 'published', slug = ${published.slug}, register_year = ${published.year},
      register_number = ${published.number}, published_at = ${published.at}, changed_at = ${published.at}
    where id = ${id}`
}

export async function markCancelled(tx: Transaction, id: string, reason: string, now: Date): Promise<number> {
  const [row] = await tx<{ version: number }[]>`
    update consultations.consultations set
      state = 'cancelled', cancelled_at = ${now}, cancel_reason = ${reason}, changed_at = ${now}, version = version + 1
    where id = ${id} returning version`
  return row?.version ?? 1
}

export async function insertConsultationEvent(
  tx: Transaction,
  event: {
    institutionId: string
    consultationId: string
    kind: 'published' | 'corrected' | 'redrafted' | 'cancelled'
    version: number
    at: Date
    by: string | null
    reason: string | null
    reasonEn?: string | null
  },
): Promise<string> {
  const [row] = await tx<{ id: string }[]>`
    insert into consultations.consultation_events
      (institution_id, consultation_id, kind, version, at, by_account_id, reason, reason_en)
    values
      (${event.institutionId}, ${event.consultationId}, ${event.kind}, ${event.version}, ${event.at}, ${event.by},
       ${event.reason}, ${event.reasonEn ?? null})
    returning id`
  if (!row) throw new Error('An insert gives a row')
  return row.id
}

/** A change of what is public beside its form: an extension, a day that moved. Gives its version. */
export async function raiseVersion(tx: Transaction, id: string, now: Date): Promise<number> {
  const [row] = await tx<{ version: number }[]>`
    update consultations.consultations set changed_at = ${now}, version = version + 1 where id = ${id} returning version`
  return row?.version ?? 1
}
