import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Official } from '#platform/auth/visitor.ts'
import type { Services } from '#platform/services.ts'
import { listNodeChanges, listTextVersions } from '#platform/texts/text-queries.ts'
import { isOpen } from '#platform/texts/versions/lineage-rules.ts'
import { readIntoVersion } from '#platform/texts/versions/read-into-version.ts'
import { settleChanges } from '#platform/texts/versions/settle-change.ts'
import { keepAllDoubts } from '#platform/texts/versions/settle-text-doubt.ts'
import { addDays, instantAt } from '#platform/time/civil-date.ts'
import { findAct, type Act } from '../act-queries.ts'
import { actTexts } from '../act-text-holder.ts'
import { announceAct } from '../announcing/announce-act.ts'
import { keepPosting } from '../announcing/keep-posting.ts'
import { confirmText } from '../making/confirm-text.ts'
import { layText } from '../making/lay-text.ts'
import { makeActOfVote } from '../making/make-act.ts'
import { listAmendments } from '../making/making-queries.ts'
import { numberAct } from '../making/number-act.ts'
import { settleAmendment } from '../making/settle-amendment.ts'
import { takeConsultedText } from '../making/take-text.ts'
import type { DemoVote } from './demonstrate-queries.ts'
import { natureOf, textOf, withAmendment, type DemoActs } from './demo-acts-rules.ts'

export type Stage = {
  services: Services
  demo: DemoActs
  secretary: Official
  jurisdiction: 'AL' | 'XK'
  zone: string
  today: string
}

/** The same services so many days after a day, at an hour; null: that is still to come. */
export function on({ services, zone, today }: Stage, day: string, days: number, hour: number): Services | null {
  const then = addDays(day, days)
  return then > today ? null : { ...services, clock: { now: () => instantAt(then, hour * 3600, zone) } }
}

export const fresh = async ({ services }: Stage, id: string): Promise<Act> => {
  const act = await findAct(services.db, id)
  if (!act) throw new Error(`The demonstration lost act ${id}`)
  return act
}

export function expectDone(outcome: unknown, what: string): void {
  if (outcome !== 'done') throw new Error(`The demonstration could not ${what}: ${JSON.stringify(outcome)}`)
}

/** The draft of what was adopted, with its text; null: the day after the vote is still to come. */
export async function draftAct(stage: Stage, vote: DemoVote): Promise<string | null> {
  const then = on(stage, vote.adoptedOn, 1, 10)
  if (!then) return null
  const { demo, secretary } = stage
  const order = { nature: natureOf(demo, vote.title), formId: randomUUID(), by: secretary }
  const made = await makeActOfVote(then, vote.id, order)
  if (made.kind !== 'made') throw new Error(`The demonstration could not make an act: ${made.kind}`)
  const seen = (await fresh(stage, made.id)).version
  const consulted = await takeConsultedText(then, made.id, { by: secretary, seen })
  if (consulted !== 'done') await readText(stage, then, made.id, textOf(demo, { ...stage, title: vote.title }))
  return made.id
}

/** As if it were pasted into the rooms of texts. */
export async function readText({ secretary }: Stage, then: Services, id: string, words: string): Promise<void> {
  const input = { source: { kind: 'pasted', words }, digest: null, file: null, titleOfDocument: '' } as const
  const read = await readIntoVersion(then, actTexts, secretary, { id, input })
  if (read.kind !== 'read') throw new Error(`The demonstration could not read a text: ${JSON.stringify(read)}`)
}

/** Each amendment that was adopted is written into Article 4, and the final text confirmed. */
export async function confirmAct(stage: Stage, id: string, vote: DemoVote): Promise<boolean> {
  const then = on(stage, vote.adoptedOn, 2, 11)
  if (!then) return false
  const { secretary, demo, services } = stage
  const amendments = await listAmendments(services.db, id)
  if (amendments.length > 0) {
    expectDone(await layText(then, id, { by: secretary, seen: (await fresh(stage, id)).version }), 'lay a text')
    await readText(stage, then, id, withAmendment(demo, textOf(demo, { ...stage, title: vote.title })))
    const { textId } = await fresh(stage, id)
    const draft = (await listTextVersions(services.db, textId ?? '', false)).find(({ state }) => state === 'draft')
    const changes = await listNodeChanges(services.db, draft?.id ?? '')
    const nodeIds = changes.flatMap(({ nodeId, earlierNodeId }) => nodeId ?? earlierNodeId ?? [])
    for (const { id: amendmentId } of amendments) {
      const settlement = { state: 'made', nodeIds, note: null } as const
      const { version: seen } = await fresh(stage, id)
      expectDone(
        await settleAmendment(then, id, { amendmentId, settlement, by: secretary, seen }),
        'settle an amendment',
      )
    }
  }
  const aside = vote.title === demo.consulted.title ? await takeOffDraft(stage, then, id) : null
  const order = { seen: (await fresh(stage, id)).version, aside }
  expectDone(await confirmText(then, secretary, id, order), `confirm ${vote.title}`)
  return true
}

/** The text that people were consulted on calls itself a draft; gives why it differs from what lay before the council. */
async function takeOffDraft(stage: Stage, then: Services, id: string): Promise<string> {
  const { secretary, demo, services } = stage
  const { file, from, to, aside } = demo.consulted
  const laid = await layText(then, id, { by: secretary, seen: (await fresh(stage, id)).version })
  if (laid !== 'laid-before') expectDone(laid, 'lay a text')
  await readText(stage, then, id, (await readFile(join('db/demo', file), 'utf8')).replace(from, to))
  await keepAllDoubts(then, actTexts, secretary, id)
  const { textId } = await fresh(stage, id)
  const draft = (await listTextVersions(services.db, textId ?? '', false)).find(({ state }) => state === 'draft')
  const versionId = draft?.id ?? ''
  const changeIds = (await listNodeChanges(services.db, versionId)).filter(isOpen).map((change) => change.id)
  const order = { id, versionId, changeIds, decision: { kind: 'accept' } } as const
  if (changeIds.length > 0) await settleChanges(then, actTexts, secretary, order)
  return aside
}

export async function giveNumber(stage: Stage, id: string, vote: DemoVote): Promise<boolean> {
  const then = on(stage, vote.adoptedOn, 3, 9)
  if (!then) return false
  const order = { seen: (await fresh(stage, id)).version, reason: null }
  expectDone(await numberAct(then, stage.secretary, id, order), `number ${vote.title}`)
  return true
}

/** Announced within a week, a few of them late; and hung up on the boards. */
export async function announce(stage: Stage, id: string, vote: DemoVote, late: boolean): Promise<boolean> {
  const { demo, secretary } = stage
  const days = late ? 15 : 6
  const then = on(stage, vote.adoptedOn, days, 12)
  if (!then) return false
  const day = addDays(vote.adoptedOn, days)
  const act = await fresh(stage, id)
  const forceDay = act.nature === 'individual' ? null : ownDay(stage, act, day)
  const order = { on: day, reason: late ? demo.late_reason : null, forceDay, by: secretary, seen: act.version }
  expectDone(await announceAct(then, id, order), `announce ${vote.title}`)
  const [place = ''] = demo.boards
  const posting = { place, on: day, photograph: null }
  expectDone(await keepPosting(then, id, posting, { by: secretary, formId: randomUUID() }), 'post it up')
  return true
}

/** In Kosovo no term of force was seen: the act names its own day. So does a decision that binds the house alone. */
function ownDay({ jurisdiction }: Stage, { nature }: Act, announced: string): { day: string; article: string } | null {
  if (nature === 'internal') return { day: announced, article: 'Neni 5' }
  if (jurisdiction === 'AL') return null
  const [year = '', month = ''] = announced.split('-')
  const next = month === '12' ? `${Number(year) + 1}-01` : `${year}-${String(Number(month) + 1).padStart(2, '0')}`
  return { day: `${next}-01`, article: 'Neni 6' }
}
