import type { Transaction } from '#platform/db/database.ts'
import { recordChange } from '#platform/history/record-change.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { findActByForm, insertAct, insertActEvent, type ActFields, type NewAct } from '../act-queries.ts'
import { ACT_RECORD, type Nature } from '../act-rules.ts'
import { kindOfPaper, titleOfAct } from './making-rules.ts'
import { insertAmendments, type NewAmendment } from './making-queries.ts'
import { makingTexts } from './texts.ts'
import { findActOfVote, findAdoptedVote, listAdoptedAmendments, type AdoptedVote } from './waiting-queries.ts'

export type MadeAct =
  | { kind: 'made'; id: string }
  /** A colleague was faster, or the first of two clicks: here it is. */
  | { kind: 'made-before'; id: string }
  | { kind: 'no-such-vote' }

type Order = { formId: string; by: { accountId: string } }

/** The draft act of what the council adopted: with its paper's words, and every amendment that was adopted with it. */
export const makeActOfVote = (
  services: Services,
  voteId: string,
  { nature, formId, by }: Order & { nature: Nature },
): Promise<MadeAct> =>
  services.db.begin(async (tx): Promise<MadeAct> => {
    const vote = await findAdoptedVote(tx, voteId)
    if (!vote) return { kind: 'no-such-vote' }
    const refs = { meetingRef: vote.meetingRef, voteRef: vote.ref, paperRef: vote.paperRef }
    const { institutionId, lang } = vote
    const at = services.clock.now()
    const act = { ...factsOf(vote, nature), ...refs, institutionId, lang, formId, createdBy: by.accountId, at }
    const id = await insertAct(tx, act)
    if (id === null) return foundBefore(tx, { formId, voteRef: vote.ref })
    const amendments = (await listAdoptedAmendments(tx, vote.itemId)).map(
      ({ ref, article, words, mover }): NewAmendment => ({ motionRef: ref, article, words, mover }),
    )
    await insertAmendments(tx, { institutionId, actId: id, closed: vote.closed }, amendments)
    await tellBegun(tx, { ...act, id }, by)
    return { kind: 'made', id }
  })

/** An act whose vote is not recorded here. */
export const makeActByHand = (
  services: Services,
  { fields, institutionId, formId, by }: Order & { fields: ActFields; institutionId: string },
): Promise<MadeAct> =>
  services.db.begin(async (tx): Promise<MadeAct> => {
    const refs = { meetingRef: null, voteRef: null, paperRef: null }
    const at = services.clock.now()
    const act: NewAct = { ...fields, ...refs, institutionId, lang: 'sq', formId, createdBy: by.accountId, at }
    const id = await insertAct(tx, act)
    if (id === null) return foundBefore(tx, { formId, voteRef: null })
    await tellBegun(tx, { ...act, id }, by)
    return { kind: 'made', id }
  })

/** What is individual names private persons: it is not shown unless the office says so. The same of what was behind doors. */
function factsOf(vote: AdoptedVote, nature: Nature): ActFields {
  const words = makingTexts('sq').restricted
  const kind = kindOfPaper(vote.paperKind)
  const restricted = vote.closed || nature === 'individual'
  const why = vote.closed ? (vote.closedReason ?? words.closedGround) : words.individualGround
  return {
    kind,
    kindWords: null,
    nature,
    title: titleOfAct(vote.title),
    titleEn: vote.titleEn,
    summary: vote.summary,
    restricted,
    publicTitle: restricted ? (vote.publicTitle ?? (vote.closed ? words.closedTitle : words.individualTitle)) : null,
    restrictedGround: restricted ? [...why].slice(0, 500).join('') : null,
    bodyId: vote.bodyId,
    adoptedOn: vote.adoptedOn,
    proposerKind: vote.proposerKind,
    proposer: vote.proposer,
    commissionId: vote.commissionId,
  }
}

async function foundBefore(tx: Transaction, of: { formId: string; voteRef: string | null }): Promise<MadeAct> {
  const id = (await findActByForm(tx, of.formId)) ?? (of.voteRef === null ? null : await findActOfVote(tx, of.voteRef))
  if (id === null) throw new Error('An act was neither made nor found')
  return { kind: 'made-before', id }
}

type Begun = { id: string; institutionId: string; adoptedOn: string | null; title: string; at: Date }

/** Its story begins with its adoption; nobody outside the office reads it yet. */
async function tellBegun(
  tx: Transaction,
  { id, institutionId, adoptedOn, title, at }: Begun,
  by: { accountId: string },
): Promise<void> {
  const event = { institutionId, actId: id, version: 1, at, by: by.accountId }
  await insertActEvent(tx, { ...event, kind: 'adopted', happenedOn: adoptedOn })
  const fields = [{ field: 'title', from: null, to: title }]
  await recordChange(tx, { institutionId, subject: refOf(ACT_RECORD, id), kind: 'created', by, at, fields })
}
