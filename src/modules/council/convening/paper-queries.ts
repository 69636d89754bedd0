import { one, type Queryable, type Transaction } from '#platform/db/database.ts'
import { amongIds } from '#platform/db/among-ids.ts'
import type { PaperKind, PaperState, ProposerKind, Stance } from './paper-rules.ts'

export type PaperFields = {
  reference: string | null
  title: string
  titleEn: string | null
  summary: string | null
  kind: PaperKind
  actKind: string | null
  proposerKind: ProposerKind | null
  proposer: string | null
  proposerId: string | null
  datedOn: string | null
}

export type Paper = PaperFields & {
  id: string
  institutionId: string
  zone: string
  jurisdiction: 'AL' | 'XK'
  lang: string
  proposerName: string | null
  aboutRef: string | null
  state: PaperState
  version: number
  createdAt: Date
  changedAt: Date
  publishedAt: Date | null
}

export const paperColumns = (db: Queryable) => db`
  paper.id, paper.institution_id, institution.zone, institution.jurisdiction, paper.reference, paper.title, paper.title_en,
  paper.summary, paper.lang, paper.kind, paper.act_kind, paper.proposer_kind, paper.proposer, paper.proposer_id,
  person.name as proposer_name, paper.about_ref, paper.dated_on, paper.state, paper.version, paper.created_at,
  paper.changed_at, paper.published_at
  from council.papers as paper
  join platform.institutions as institution on institution.id = paper.institution_id
  left join platform.persons as person on person.id = paper.proposer_id`

export const findPaper = async (db: Queryable, id: string): Promise<Paper | null> =>
  one(await db<Paper[]>`select ${paperColumns(db)} where paper.id = ${id}`)

/** Locked until the transaction ends; after the meetings on whose agenda it lies. */
export async function lockPaper(tx: Transaction, id: string): Promise<Paper | null> {
  await tx`select from council.papers where id = ${id} for update`
  return findPaper(tx, id)
}

export const findPaperByForm = async (db: Queryable, formId: string): Promise<string | null> =>
  one(await db<{ id: string }[]>`select id from council.papers where form_id = ${formId}`)?.id ?? null

type NewPaper = PaperFields & {
  institutionId: string
  formId: string
  aboutRef: string | null
  createdBy: string | null
  at: Date
}

/** Null: this form has arrived before. */
export const insertPaper = async (tx: Transaction, row: NewPaper): Promise<string | null> =>
  one(
    await tx<{ id: string }[]>`
      insert into council.papers
        (institution_id, form_id, reference, title, title_en, summary, kind, act_kind, proposer_kind, proposer, proposer_id,
         about_ref, dated_on, created_by, created_at, changed_at)
      values (${row.institutionId}, ${row.formId}, ${row.reference}, ${row.title}, ${row.titleEn}, ${row.summary},
              ${row.kind}, ${row.actKind}, ${row.proposerKind}, ${row.proposer}, ${row.proposerId}, ${row.aboutRef},
              ${row.datedOn}, ${row.createdBy}, ${row.at}, ${row.at})
      on conflict (form_id) do nothing returning id`,
  )?.id ?? null

export async function updatePaper(tx: Transaction, id: string, row: PaperFields, at: Date): Promise<void> {
  await tx`
    update council.papers
    set reference = ${row.reference}, title = ${row.title}, title_en = ${row.titleEn}, summary = ${row.summary},
        kind = ${row.kind}, act_kind = ${row.actKind}, proposer_kind = ${row.proposerKind}, proposer = ${row.proposer},
        proposer_id = ${row.proposerId}, dated_on = ${row.datedOn}, changed_at = ${at}, version = version + 1
    where id = ${id}`
}

/** Something that belongs to it was written: its page is another one now. */
export async function touchPaper(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx`update council.papers set changed_at = ${at}, version = version + 1 where id = ${id}`
}

export async function setAboutRef(tx: Transaction, id: string, ref: string | null, at: Date): Promise<void> {
  await tx`update council.papers set about_ref = ${ref}, changed_at = ${at}, version = version + 1 where id = ${id}`
}

/** Those of them that are drafts; they are public from now on. */
export const publishPaperRows = async (tx: Transaction, ids: readonly string[], at: Date): Promise<string[]> =>
  (
    await tx<{ id: string }[]>`
      update council.papers
      set state = 'published', published_at = coalesce(published_at, ${at}), changed_at = ${at}, version = version + 1
      where id = any(${ids as string[]}::uuid[]) and state = 'draft' returning id`
  ).map(({ id }) => id)

/** In one order, so that two deeds never wait for each other. */
export async function lockPapers(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx`select from council.papers where id = any(${ids as string[]}::uuid[]) order by id for update`
}

export async function takePaper(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx`update council.papers set state = 'taken-down', changed_at = ${at} where id = ${id} and state = 'published'`
}

export async function restorePaper(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx`update council.papers set state = 'published', changed_at = ${at} where id = ${id} and state = 'taken-down'`
}

export type PaperLies = {
  meetingId: string
  itemId: string
  body: string
  day: string | null
  number: number | null
  numberYear: number | null
  state: string
  itemState: string
  closed: boolean
}

/** The agendas on which it lies, newest first. */
export const listWherePaperLies = (db: Queryable, paperId: string): Promise<PaperLies[]> =>
  db<PaperLies[]>`
    select meeting.id as meeting_id, item.id as item_id, body.name as body, meeting.day, meeting.number,
           meeting.number_year, meeting.state, item.state as item_state, item.closed or meeting.closed as closed
    from council.agenda_items as item
    join council.meetings as meeting on meeting.id = item.meeting_id
    join platform.bodies as body on body.id = meeting.body_id
    where item.paper_id = ${paperId} order by meeting.day desc nulls first, meeting.id limit 100`

/** Locks the meetings that are read in public and on whose agenda the paper lies, in one order. */
export const lockMeetingsOfPaper = async (
  tx: Transaction,
  paperId: string,
): Promise<{ meetingId: string; itemId: string; closed: boolean }[]> =>
  tx<{ meetingId: string; itemId: string; closed: boolean }[]>`
    select meeting.id as meeting_id, item.id as item_id, item.closed or meeting.closed as closed
    from council.meetings as meeting join council.agenda_items as item on item.meeting_id = meeting.id
    where item.paper_id = ${paperId} and item.state in ('planned', 'open')
      and meeting.state in ('convened', 'postponed', 'under-way', 'suspended')
    order by meeting.id for update of meeting`

export type Opinion = {
  id: string
  bodyId: string
  body: string
  bodyEn: string | null
  meetingId: string | null
  meetingDay: string | null
  stance: Stance
  words: string | null
  givenOn: string
  votesFor: number | null
  votesAgainst: number | null
  votesAbstain: number | null
}

export const listOpinions = (db: Queryable, paperIds: readonly string[]): Promise<(Opinion & { paperId: string })[]> =>
  db<(Opinion & { paperId: string })[]>`
    select opinion.id, opinion.paper_id, opinion.body_id, body.name as body, body.name_en as body_en, opinion.meeting_id,
           meeting.day as meeting_day, opinion.stance, opinion.words, opinion.given_on, opinion.votes_for,
           opinion.votes_against, opinion.votes_abstain
    from council.opinions as opinion
    join platform.bodies as body on body.id = opinion.body_id
    left join council.meetings as meeting on meeting.id = opinion.meeting_id
    where ${amongIds(db, 'opinion.paper_id', paperIds)} order by opinion.given_on, opinion.id`

export type NewOpinion = Omit<Opinion, 'id' | 'body' | 'bodyEn' | 'meetingDay'>

/** What the commission said that day, put right where it was written down before. */
export async function keepOpinionRow(
  tx: Transaction,
  paper: { id: string; institutionId: string },
  row: NewOpinion & { formId: string },
  at: Date,
): Promise<void> {
  await tx`
    insert into council.opinions
      (institution_id, form_id, paper_id, body_id, meeting_id, stance, words, given_on, votes_for, votes_against,
       votes_abstain, created_at, changed_at)
    values (${paper.institutionId}, ${row.formId}, ${paper.id}, ${row.bodyId}, ${row.meetingId}, ${row.stance},
            ${row.words}, ${row.givenOn}, ${row.votesFor}, ${row.votesAgainst}, ${row.votesAbstain}, ${at}, ${at})
    on conflict (paper_id, body_id, given_on) do update
    set meeting_id = excluded.meeting_id, stance = excluded.stance, words = excluded.words, votes_for = excluded.votes_for,
        votes_against = excluded.votes_against, votes_abstain = excluded.votes_abstain, changed_at = ${at},
        version = opinions.version + 1`
}

export const opinionWasSent = async (db: Queryable, formId: string): Promise<boolean> =>
  (await db`select from council.opinions where form_id = ${formId}`).length > 0

/** Whether everybody reads it, as the published view says. */
export const isPaperPublic = async (db: Queryable, id: string): Promise<boolean> =>
  (await db`select from council.published_papers where id = ${id}`).length > 0
