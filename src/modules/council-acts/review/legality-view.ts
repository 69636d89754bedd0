import { findDeadlines } from '#platform/deadlines/deadline-queries.ts'
import type { Deadline } from '#platform/deadlines/deadline-rules.ts'
import { wordsOf } from '#platform/institutions/institution-rules.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { ACT_RECORD, CHECK_AGAIN_SLOT, CHECK_SLOT, DEPOSIT_SLOT } from '../act-rules.ts'
import {
  findReviewedAct,
  listShownSendings,
  listShownVerdicts,
  type ReviewedAct,
  type ShownSending,
  type ShownVerdict,
} from './legality-queries.ts'

/** A clock of the review as everybody may know of it. */
export type ReviewClock = {
  dueOn: string
  /** When it was met; null: it runs. */
  metOn: string | null
  late: boolean
  running: boolean
}

export type LegalityView = {
  act: ReviewedAct
  /** The prefect, or the ministry. */
  authority: string
  sendings: ShownSending[]
  verdicts: (ShownVerdict & { replaced: boolean })[]
  deposit: ReviewClock | null
  /** Of the first round, and of the second. */
  checks: { 1: ReviewClock | null; 2: ReviewClock | null }
  /** The term has passed and the authority has not spoken: since this day. */
  silentSince: string | null
}

/** The story of the review of one act, from what everybody may read. Null: it is in no register. */
export async function viewLegality(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  lang: Lang,
  actId: string,
): Promise<LegalityView | null> {
  const act = await findReviewedAct(db, actId)
  if (!act) return null
  const [sendings, verdicts, deadlines] = await Promise.all([
    listShownSendings(db, actId),
    listShownVerdicts(db, actId),
    findDeadlines(db, [refOf(ACT_RECORD, actId)]),
  ])
  const today = civilDateIn(act.zone, clock.now())
  const replaced = new Set(verdicts.flatMap(({ replacesId }) => replacesId ?? []))
  const of = (slot: string) => clockOf(deadlines, slot, act.zone, today)
  const checks = { 1: of(CHECK_SLOT), 2: of(CHECK_AGAIN_SLOT) }
  const waits = act.legality === 'registered' ? checks[1] : act.legality === 're-examined' ? checks[2] : null
  return {
    act,
    authority: wordsOf(act.jurisdiction, lang).legalitySupervisor,
    sendings,
    verdicts: verdicts.map((one) => ({ ...one, replaced: replaced.has(one.id) })),
    deposit: of(DEPOSIT_SLOT),
    checks,
    silentSince: waits?.running && waits.late ? waits.dueOn : null,
  }
}

function clockOf(deadlines: readonly Deadline[], slot: string, zone: string, today: string): ReviewClock | null {
  const found = deadlines.find((one) => one.slot === slot && one.public)
  if (!found || found.state === 'cancelled' || found.state === 'planned') return null
  const { dueOn, endedAt, state } = found
  const metOn = state === 'met' && endedAt !== null ? civilDateIn(zone, endedAt) : null
  return { dueOn, metOn, late: (metOn ?? today) > dueOn, running: state === 'running' || state === 'paused' }
}
