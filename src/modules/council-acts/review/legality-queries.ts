import { one, type Queryable } from '#platform/db/database.ts'
import type { Jurisdiction } from '#law/jurisdiction.ts'
import type { ActState, Legality, Nature } from '../act-rules.ts'
import type { Channel, EnteredAs, ReExamination, Round, VerdictKind } from './review-rules.ts'

/** An act as far as everybody reads of its review. */
export type ReviewedAct = {
  id: string
  institutionId: string
  jurisdiction: Jurisdiction
  zone: string
  state: ActState
  nature: Nature | null
  history: boolean
  legality: Legality
  restricted: boolean
  announcedOn: string | null
}

export const findReviewedAct = async (db: Queryable, id: string): Promise<ReviewedAct | null> =>
  one(
    await db<ReviewedAct[]>`
      select act.id, act.institution_id, act.jurisdiction, act.zone, act.state, act.nature, act.history, act.legality,
             act.restricted, act.announced_on
      from council_acts.published_acts as act where act.id = ${id}`,
  )

export type ShownSending = {
  transmittalId: string
  number: string
  round: Round
  authorityName: string
  channel: Channel
  protocol: string | null
  sentOn: string
  receivedOn: string | null
  receivedProtocol: string | null
  withdrawnAt: Date | null
  withdrawnReason: string | null
  reExamined: ReExamination | null
  reExaminedOn: string | null
  reExaminedVote: string | null
}

/** Every letter with which it went, the first first; those that were withdrawn, too. */
export const listShownSendings = (db: Queryable, actId: string): Promise<ShownSending[]> =>
  db<ShownSending[]>`
    select sent.transmittal_id, one.title as number, sent.round, one.authority_name, one.channel, one.protocol, one.sent_on,
           one.received_on, one.received_protocol, one.withdrawn_at, one.withdrawn_reason, sent.re_examined,
           sent.re_examined_on, sent.re_examined_vote
    from council_acts.published_transmitted_acts as sent
    join council_acts.published_transmittals as one on one.id = sent.transmittal_id
    where sent.act_id = ${actId} order by one.published_at, one.id`

export type ShownVerdict = {
  id: string
  kind: VerdictKind
  decidedOn: string
  protocol: string | null
  reasons: string | null
  effectiveOn: string | null
  enteredAs: EnteredAs
  enteredAt: Date
  replacesId: string | null
}

/** All that was said of it, in its order; what was corrected, too. Of one that names a private person without reasons. */
export const listShownVerdicts = (db: Queryable, actId: string): Promise<ShownVerdict[]> =>
  db<ShownVerdict[]>`
    select said.id, said.verdict as kind, said.decided_on, said.protocol, said.body as reasons, said.effective_on,
           said.entered_as, said.published_at as entered_at, said.replaces_id
    from council_acts.published_verdicts as said
    where said.act_id = ${actId} order by said.n`
