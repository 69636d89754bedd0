import type { Queryable, Transaction } from '#platform/db/database.ts'
import type { Jurisdiction } from '#law/jurisdiction.ts'
import type { ActEventKind, ActKind, ActState, Legality, Nature, StatedForce } from './act-rules.ts'

export type ProposerKind = 'mayor' | 'councillor' | 'group' | 'commission' | 'secretariat' | 'citizens' | 'other'

/** What the office writes about an act. */
export type ActFields = {
  kind: ActKind
  kindWords: string | null
  nature: Nature | null
  title: string
  titleEn: string | null
  summary: string | null
  restricted: boolean
  publicTitle: string | null
  restrictedGround: string | null
  bodyId: string | null
  adoptedOn: string | null
  proposerKind: ProposerKind | null
  proposer: string | null
  commissionId: string | null
}

/** An act as the office has it. */
export type Act = ActFields & {
  id: string
  institutionId: string
  institutionSlug: string
  jurisdiction: Jurisdiction
  zone: string
  series: string
  year: number | null
  serial: number | null
  numberWords: string | null
  numberedAt: Date | null
  slug: string | null
  lang: 'sq' | 'en'
  adoptedWords: string | null
  meetingRef: string | null
  voteRef: string | null
  paperRef: string | null
  commissionWords: string | null
  textId: string | null
  textState: 'none' | 'laid' | 'adopted'
  hasPlainText: boolean
  unreadable: boolean
  signedOn: string | null
  chairName: string | null
  secretaryName: string | null
  state: ActState
  stateBefore: ActState | null
  voidReason: string | null
  history: boolean
  announcedOn: string | null
  announcedAt: Date | null
  announceBy: string | null
  forceBasis: 'after-announcement' | 'on-notification' | 'on-day' | 'stated' | null
  /** Which article of it names the day. */
  forceArticle: string | null
  inForceFrom: string | null
  inForceTo: string | null
  suspendedFrom: string | null
  statedForce: StatedForce | null
  legality: Legality
  archiveId: string | null
  version: number
  createdAt: Date
  changedAt: Date
  publishedAt: Date | null
}

/** The columns of an `Act`; the table is called `act`, its institution `institution`. */
export const actColumns = (db: Queryable) => db`
  act.id, act.institution_id, institution.slug as institution_slug, institution.jurisdiction, institution.zone, act.kind,
  act.kind_words, act.nature, act.series, act.year, act.serial, act.number_words, act.numbered_at, act.slug, act.title,
  act.title_en, act.summary, act.lang, act.restricted, act.public_title, act.restricted_ground, act.body_id,
  act.adopted_on, act.adopted_words, act.meeting_ref, act.vote_ref, act.paper_ref, act.proposer_kind, act.proposer,
  act.commission_id, act.commission_words, act.text_id, act.text_state, act.plain_text is not null as has_plain_text,
  act.unreadable, act.signed_on, act.chair_name, act.secretary_name, act.state, act.state_before, act.void_reason,
  act.history, act.announced_on, act.announced_at, act.announce_by, act.force_basis, act.force_article, act.in_force_from, act.in_force_to,
  act.suspended_from, act.stated_force, act.legality, act.archive_id, act.version, act.created_at, act.changed_at,
  act.published_at`

const acts = (db: Queryable) => db`
  select ${actColumns(db)}
  from council_acts.acts as act join platform.institutions as institution on institution.id = act.institution_id`

export async function findAct(db: Queryable, id: string): Promise<Act | null> {
  const [row] = await db<Act[]>`${acts(db)} where act.id = ${id}`
  return row ?? null
}

/** Kept as it is until the deed ends. Lock order: acts (by id), transmittals, then tasks, links, ledger. */
export async function lockAct(tx: Transaction, id: string): Promise<Act | null> {
  const [row] = await tx<Act[]>`${acts(tx)} where act.id = ${id} for no key update of act`
  return row ?? null
}

export async function findActByForm(db: Queryable, formId: string): Promise<string | null> {
  const [row] = await db<{ id: string }[]>`select act.id from council_acts.acts as act where act.form_id = ${formId}`
  return row?.id ?? null
}

export type NewAct = ActFields & {
  institutionId: string
  formId: string
  meetingRef: string | null
  voteRef: string | null
  paperRef: string | null
  lang: 'sq' | 'en'
  createdBy: string | null
  at: Date
}

/** A draft. Null: this form, or this vote, has one already. */
export async function insertAct(tx: Transaction, act: NewAct): Promise<string | null> {
  const [row] = await tx<{ id: string }[]>`
    insert into council_acts.acts (institution_id, form_id, kind, kind_words, nature, title, title_en, summary, restricted,
      public_title, restricted_ground, body_id, adopted_on, proposer_kind, proposer, commission_id, meeting_ref, vote_ref,
      paper_ref, lang, created_by, created_at, changed_at)
    values (${act.institutionId}, ${act.formId}, ${act.kind}, ${act.kindWords}, ${act.nature}, ${act.title}, ${act.titleEn},
      ${act.summary}, ${act.restricted}, ${act.publicTitle}, ${act.restrictedGround}, ${act.bodyId}, ${act.adoptedOn},
      ${act.proposerKind}, ${act.proposer}, ${act.commissionId}, ${act.meetingRef}, ${act.voteRef}, ${act.paperRef},
      ${act.lang}, ${act.createdBy}, ${act.at}, ${act.at})
    on conflict do nothing returning id`
  return row?.id ?? null
}

/** Every deed raises the version, so that nobody overwrites what somebody else has changed meanwhile. */
export const raiseActVersion = async (tx: Transaction, id: string, at: Date): Promise<void> => {
  await tx`update council_acts.acts set version = version + 1, changed_at = ${at} where id = ${id}`
}

export type NewActEvent = {
  institutionId: string
  actId: string
  kind: ActEventKind
  /** The version of the act after the deed. */
  version: number
  at: Date
  by: string | null
  happenedOn?: string | null
  reason?: string | null
  byActId?: string | null
  textVersionId?: string | null
  protocol?: string | null
  formId?: string | null
}

/** What everybody reads in the story of the act. */
export async function insertActEvent(tx: Transaction, event: NewActEvent): Promise<void> {
  await tx`
    insert into council_acts.act_events (institution_id, act_id, form_id, kind, happened_on, reason, by_act_id,
      text_version_id, protocol, version, at, by_account_id)
    values (${event.institutionId}, ${event.actId}, ${event.formId ?? null}, ${event.kind}, ${event.happenedOn ?? null},
      ${event.reason ?? null}, ${event.byActId ?? null}, ${event.textVersionId ?? null}, ${event.protocol ?? null},
      ${event.version}, ${event.at}, ${event.by})`
}

export type ActSettings = {
  institutionId: string
  numbering: 'one' | 'by-kind'
  mayorMayReturn: boolean
  mayorReturnBasis: string | null
  authorityName: string | null
  authorityAddress: string | null
  authorityEmail: string | null
  authorityInstitutionId: string | null
  secretarySigns: boolean
  version: number
}

/** Null: the institution has set nothing yet, and what stands by default holds. */
export async function findActSettings(db: Queryable, institutionId: string): Promise<ActSettings | null> {
  const [row] = await db<ActSettings[]>`
    select setting.institution_id, setting.numbering, setting.mayor_may_return, setting.mayor_return_basis,
           setting.authority_name, setting.authority_address, setting.authority_email, setting.authority_institution_id,
           setting.secretary_signs, setting.version
    from council_acts.settings as setting where setting.institution_id = ${institutionId}`
  return row ?? null
}
