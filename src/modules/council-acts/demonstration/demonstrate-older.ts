import { randomUUID } from 'node:crypto'
import { addDays, instantAt } from '#platform/time/civil-date.ts'
import { enterActs } from '../act-records.ts'
import { takeNumber } from '../making/counter-queries.ts'
import { actSlug, seriesOf } from '../making/making-rules.ts'
import { findAdoptedVote, type AdoptedVote } from '../making/waiting-queries.ts'
import type { Stage } from './demonstrate-act.ts'
import type { DemoVote } from './demonstrate-queries.ts'
import { textOf } from './demo-acts-rules.ts'
import { insertOlderActs, type OlderAct } from './older-queries.ts'

/** Announced after six days, in force ten days later, as the law of Albania has it. */
const IN_FORCE = 16

/**
 * Acts of long ago, written as they stand in the end and entered in one deed: a demonstration that played each of them from the
 * vote on would keep whoever starts it waiting.
 */
export async function writeOlderActs(stage: Stage, votes: readonly DemoVote[]): Promise<void> {
  const { services, secretary, jurisdiction } = stage
  const series = seriesOf(jurisdiction === 'AL' ? 'one' : 'by-kind', 'decision')
  await services.db.begin(async (tx) => {
    const acts: OlderAct[] = []
    let of: AdoptedVote | null = null
    for (const { id } of votes) {
      const vote = await findAdoptedVote(tx, id)
      if (!vote || vote.closed) continue
      of = vote
      const year = Number(vote.adoptedOn.slice(0, 4))
      const serial = await takeNumber(tx, { institutionId: vote.institutionId, series, year })
      acts.push(olderAct(stage, vote, { serial, year, series }))
    }
    if (!of) return
    const whose = { institutionId: of.institutionId, bodyId: of.bodyId, accountId: secretary.accountId }
    await insertOlderActs(tx, whose, acts)
    await enterActs(
      tx,
      services,
      acts.map(({ id }) => id),
    )
  })
}

type Numbered = { serial: number; year: number; series: string }

function olderAct(
  { demo, jurisdiction, zone }: Stage,
  vote: AdoptedVote,
  { serial, year, series }: Numbered,
): OlderAct {
  const institution = jurisdiction === 'AL' ? 'bregas' : 'fushas'
  return {
    id: randomUUID(),
    formId: randomUUID(),
    title: vote.title,
    titleEn: vote.titleEn,
    serial,
    year,
    series,
    slug: actSlug({ institution, kind: 'decision', number: serial, year }, []),
    adoptedOn: vote.adoptedOn,
    announcedOn: addDays(vote.adoptedOn, 6),
    inForceFrom: addDays(vote.adoptedOn, IN_FORCE),
    meetingRef: vote.meetingRef,
    voteRef: vote.ref,
    paperRef: vote.paperRef,
    words: textOf(demo, { jurisdiction, title: vote.title }),
    at: instantAt(addDays(vote.adoptedOn, 6), 12 * 3600, zone),
  }
}
