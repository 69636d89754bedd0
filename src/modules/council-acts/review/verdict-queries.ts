import { one, type Queryable, type Transaction } from '#platform/db/database.ts'
import type { Legality } from '../act-rules.ts'
import type { EnteredAs, ReExamination, Round, VerdictKind } from './review-rules.ts'

export type Verdict = {
  id: string
  n: number
  actId: string
  transmittalId: string | null
  kind: VerdictKind
  decidedOn: string
  protocol: string | null
  reasons: string | null
  effectiveOn: string | null
  forceToBefore: string | null
  enteredAs: EnteredAs
  replacesId: string | null
  enteredAt: Date
  byName: string | null
}

/** All that was said of these acts, act by act, in its order. */
export const listVerdicts = (db: Queryable, actIds: readonly string[]): Promise<Verdict[]> =>
  db<Verdict[]>`
    select said.id, said.n, said.act_id, said.transmittal_id, said.kind, said.decided_on, said.protocol, said.reasons,
           said.effective_on, said.force_to_before, said.entered_as, said.replaces_id, said.entered_at,
           account.name as by_name
    from council_acts.verdicts as said left join platform.accounts as account on account.id = said.by_account_id
    where said.act_id = any(${[...actIds]}::uuid[]) order by said.act_id, said.n`

/** One time that an act went to the authority: sent and not withdrawn, the first first. */
export type Sending = {
  actId: string
  transmittalId: string
  round: Round
  number: number
  numberYear: number
  authorityName: string
  authorityInstitutionId: string | null
  sentOn: string
  sentAt: Date
  receivedOn: string | null
  receivedProtocol: string | null
  reExaminationId: string | null
}

export const listSendings = (db: Queryable, actIds: readonly string[]): Promise<Sending[]> =>
  db<Sending[]>`
    select sent.act_id, sent.transmittal_id, sent.round, one.number, one.number_year, one.authority_name,
           one.authority_institution_id, one.sent_on, one.sent_at, one.received_on, one.received_protocol,
           sent.re_examination_id
    from council_acts.transmitted_acts as sent
    join council_acts.transmittals as one on one.id = sent.transmittal_id and one.state = 'sent'
    where sent.act_id = any(${[...actIds]}::uuid[]) order by sent.act_id, sent.round, one.sent_at`

export type Looked = {
  id: string
  actId: string
  outcome: ReExamination
  decidedOn: string
  voteRef: string | null
  words: string
  enteredAt: Date
  byName: string | null
}

/** What the council did with these acts after they were returned, the newest last. */
export const listReExaminations = (db: Queryable, actIds: readonly string[]): Promise<Looked[]> =>
  db<Looked[]>`
    select looked.id, looked.act_id, looked.outcome, looked.decided_on, looked.vote_ref, looked.words, looked.entered_at,
           account.name as by_name
    from council_acts.re_examinations as looked
    left join platform.accounts as account on account.id = looked.by_account_id
    where looked.act_id = any(${[...actIds]}::uuid[]) order by looked.act_id, looked.entered_at, looked.id`

export type NewVerdict = Omit<Verdict, 'id' | 'n' | 'byName'> & {
  institutionId: string
  formId: string | null
  by: string | null
}

export async function insertVerdict(tx: Transaction, of: NewVerdict): Promise<{ id: string; n: number }> {
  const [row] = await tx<{ id: string; n: number }[]>`
    insert into council_acts.verdicts (institution_id, act_id, transmittal_id, form_id, kind, decided_on, protocol, reasons,
      effective_on, force_to_before, entered_as, replaces_id, entered_at, by_account_id)
    values (${of.institutionId}, ${of.actId}, ${of.transmittalId}, ${of.formId}, ${of.kind}, ${of.decidedOn}, ${of.protocol},
      ${of.reasons}, ${of.effectiveOn}, ${of.forceToBefore}, ${of.enteredAs}, ${of.replacesId}, ${of.enteredAt}, ${of.by})
    returning id, n`
  if (!row) throw new Error('An insert gives a row')
  return row
}

export const countVerdictsOfForms = async (db: Queryable, formIds: readonly string[]): Promise<number> =>
  one(
    await db<{ count: number }[]>`
      select count(*)::int as count from council_acts.verdicts where form_id = any(${[...formIds]}::uuid[])`,
  )?.count ?? 0

export type NewReExamination = Omit<Looked, 'id' | 'byName'> & {
  institutionId: string
  formId: string
  by: string | null
}

/** False: this form has one already. */
export async function insertReExamination(tx: Transaction, of: NewReExamination): Promise<boolean> {
  const rows = await tx`
    insert into council_acts.re_examinations (institution_id, form_id, act_id, outcome, decided_on, vote_ref, words, entered_at,
      by_account_id)
    values (${of.institutionId}, ${of.formId}, ${of.actId}, ${of.outcome}, ${of.decidedOn}, ${of.voteRef}, ${of.words},
      ${of.enteredAt}, ${of.by})
    on conflict (form_id) do nothing returning id`
  return rows.length > 0
}

/** The word that the act carries; of an annulled one also the first day on which it holds no more. */
export async function setLegality(
  tx: Transaction,
  id: string,
  { legality, inForceTo }: { legality: Legality; inForceTo?: string | null },
): Promise<void> {
  await tx`
    update council_acts.acts
    set legality = ${legality} ${inForceTo === undefined ? tx`` : tx`, in_force_to = ${inForceTo}`}
    where id = ${id}`
}

export type VoteChoice = { ref: string; title: string | null; takenAt: Date; day: string | null }

/** Votes of the institution that passed since that day, to say by which one an act was adopted again. */
export const listVotesSince = (
  db: Queryable,
  { institutionId, since }: { institutionId: string; since: string },
  limit: number,
): Promise<VoteChoice[]> =>
  db<VoteChoice[]>`
    select vote.subject as ref, vote.title, vote.published_at as taken_at, meeting.day
    from council.published_votes as vote
    join council.published_meetings as meeting on meeting.id = vote.meeting_id
    where vote.institution_id = ${institutionId} and vote.state = 'adopted' and meeting.day >= ${since}
    order by vote.published_at desc, vote.id limit ${limit}`

/** The e-mail address of a role of an institution; null: it has none. */
export const findRoleEmail = async (db: Queryable, institutionId: string, role: string): Promise<string | null> =>
  one(
    await db<{ email: string }[]>`
      select email from platform.role_addresses where institution_id = ${institutionId} and role = ${role}`,
  )?.email ?? null

/** The newest public words of an act: as adopted, else as they lay before the council. */
export const findTextVersion = async (db: Queryable, actId: string): Promise<string | null> =>
  one(
    await db<{ id: string }[]>`
      select state.version_id as id from council_acts.states as state
      join platform.text_versions as version on version.id = state.version_id
      where state.act_id = ${actId} and state.role in ('adopted', 'laid')
      order by state.role = 'adopted' desc, version.n desc limit 1`,
  )?.id ?? null

/** The words of an act that were not read into articles. */
export const findPlainText = async (db: Queryable, actId: string): Promise<string | null> =>
  one(await db<{ words: string | null }[]>`select plain_text as words from council_acts.acts where id = ${actId}`)
    ?.words ?? null
