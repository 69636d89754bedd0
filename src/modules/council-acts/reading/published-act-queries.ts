import { amongIds } from '#platform/db/among-ids.ts'
import { one, type Queryable } from '#platform/db/database.ts'
import type { Jurisdiction } from '#law/jurisdiction.ts'
import type { Act, ProposerKind } from '../act-queries.ts'
import type { ActKind, ActState, Legality, Nature, StatedForce } from '../act-rules.ts'

/** An act as everybody may read it. */
export type PublishedAct = {
  id: string
  subject: string
  slug: string
  institutionId: string
  institutionSlug: string
  jurisdiction: Jurisdiction
  zone: string
  kind: ActKind
  kindWords: string | null
  nature: Nature | null
  series: string
  year: number | null
  serial: number | null
  numberWords: string | null
  number: string | null
  numberedAt: Date | null
  /** Its number leads to it, and to no other one. */
  numberLeads: boolean
  title: string
  titleEn: string | null
  summary: string | null
  lang: 'sq' | 'en'
  restricted: boolean
  restrictedGround: string | null
  adoptedOn: string | null
  adoptedWords: string | null
  bodyId: string | null
  bodyName: string | null
  bodyNameEn: string | null
  voteRef: string | null
  meetingRef: string | null
  paperRef: string | null
  proposerKind: ProposerKind | null
  proposer: string | null
  commissionName: string | null
  textId: string | null
  unreadable: boolean
  signedOn: string | null
  chairName: string | null
  secretaryName: string | null
  state: Exclude<ActState, 'draft' | 'taken-down'>
  voidReason: string | null
  history: boolean
  announcedOn: string | null
  announcedAt: Date | null
  announceBy: string | null
  forceBasis: Act['forceBasis']
  forceArticle: string | null
  inForceFrom: string | null
  inForceTo: string | null
  suspendedFrom: string | null
  statedForce: StatedForce | null
  legality: Legality
  source: Record<string, unknown> | null
  version: number
  publishedAt: Date
  changedAt: Date
  /** The words of one that was not read into articles: of one act alone. */
  plainText: string | null
}

const columns = (db: Queryable) => db`
  act.id, act.subject, act.slug, act.institution_id, act.institution_slug, act.jurisdiction, act.zone,
  act.act_kind as kind, act.kind_words, act.nature, act.series, act.year, act.serial, act.number_words, act.number,
  act.numbered_at, council_acts.number_leads_to(act.id) as number_leads, act.title, act.title_en, act.body as summary, act.lang, act.restricted, act.restricted_ground,
  act.adopted_on::text, act.adopted_words, act.body_id, act.body_name, act.body_name_en, act.vote_ref, act.meeting_ref,
  act.paper_ref, act.proposer_kind, act.proposer, act.commission_name, act.text_id, act.unreadable,
  act.signed_on::text, act.chair_name, act.secretary_name, act.state, act.void_reason, act.history,
  act.announced_on::text, act.announced_at, act.announce_by::text, act.force_basis, act.force_article,
  act.in_force_from::text, act.in_force_to::text, act.suspended_from::text, act.stated_force, act.legality, act.source,
  act.version, act.published_at, act.changed_at, act.plain_text`

export const findPublishedAct = async (db: Queryable, slug: string): Promise<PublishedAct | null> =>
  one(await db<PublishedAct[]>`select ${columns(db)} from council_acts.published_acts as act where act.slug = ${slug}`)

/** What stood at this address until its institution took it down: its number, and no word of it. */
export type WithdrawnAct = {
  institutionId: string
  kind: ActKind
  number: string | null
  at: Date
}

export const findWithdrawnAct = async (db: Queryable, slug: string): Promise<WithdrawnAct | null> =>
  one(
    await db<WithdrawnAct[]>`
      select act.institution_id, act.kind, coalesce(act.number_words, act.serial || '/' || act.year) as number,
             act.changed_at as at
      from council_acts.acts as act where act.slug = ${slug} and act.state = 'taken-down'`,
  )

/** With what search asks besides. */
export type FoundAct = PublishedAct & { topics: string[]; places: string[]; day: string }

export const listFoundActs = (db: Queryable, ids: readonly string[]): Promise<FoundAct[]> => db<FoundAct[]>`
  select ${columns(db)}, act.topics, act.places,
         coalesce(act.adopted_on, (act.published_at at time zone act.zone)::date)::text as day
  from council_acts.published_acts as act where ${amongIds(db, 'act.id', ids)}`

export const listPublicActIds = async (db: Queryable, after: string | null, limit: number): Promise<string[]> => {
  const rows = await db<{ id: string }[]>`
    select act.id from council_acts.acts as act
    where act.state in ('numbered', 'announced', 'void') ${after === null ? db`` : db`and act.id > ${after}`}
    order by act.id limit ${limit}`
  return rows.map(({ id }) => id)
}

/** The one to which a number leads. */
export const findSlugOfNumber = async (
  db: Queryable,
  wanted: { institution: string; jurisdiction: Jurisdiction; series: string; year: number; serial: number },
): Promise<string | null> =>
  one(
    await db<{ slug: string }[]>`
      select act.slug from council_acts.published_acts as act
      join platform.institutions as institution on institution.id = act.institution_id
      where institution.slug = ${wanted.institution} and institution.jurisdiction = ${wanted.jurisdiction}
        and act.series = ${wanted.series} and act.year = ${wanted.year} and act.serial = ${wanted.serial}
      order by act.numbered_at is null, act.id limit 1`,
  )?.slug ?? null
