import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Official } from '#platform/auth/visitor.ts'
import { findInstitution } from '#platform/institutions/institution-queries.ts'
import type { Services } from '#platform/services.ts'
import { listTextVersions } from '#platform/texts/text-queries.ts'
import { publishVersion } from '#platform/texts/versions/publish-version.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { actTexts } from '../act-text-holder.ts'
import { importActs } from '../archive/import-acts.ts'
import { listAmendments } from '../making/making-queries.ts'
import { setActSettings } from '../making/set-act-settings.ts'
import { planState } from '../relations/plan-state.ts'
import { addRelation } from '../relations/write-relation.ts'
import { DemoActs, isFees, textOf, withAmendment, withLaterFee } from './demo-acts-rules.ts'
import {
  announce,
  confirmAct,
  draftAct,
  expectDone,
  fresh,
  giveNumber,
  on,
  readText,
  type Stage,
} from './demonstrate-act.ts'
import { writeOlderActs } from './demonstrate-older.ts'
import { findDemoSecretary, hasActs, listDemoVotes, listRelationsTo, type DemoVote } from './demonstrate-queries.ts'
import { reviewMeeting } from './demonstrate-review.ts'

const FOLDER = 'db/demo'

/** The acts of the two invented councils: what they adopted in two years, from the vote to the text in force. */
export async function demonstrateActs(services: Services): Promise<void> {
  const demo = DemoActs.parse(JSON.parse(await readFile(join(FOLDER, 'acts.json'), 'utf8')))
  for (const slug of ['bregas', 'fushas']) {
    const institution = await findInstitution(services.db, 'sq', slug)
    const account = institution && (await findDemoSecretary(services.db, institution.id))
    if (!institution || !account || (await hasActs(services.db, institution.id))) continue
    const { id: institutionId, jurisdiction, zone } = institution
    const roles: Official['roles'] = [{ role: 'council-secretary', institutionId }]
    const secretary: Official = { kind: 'staff', sessionId: '', level: 2, ...account, roles }
    const today = civilDateIn(zone, services.clock.now())
    const stage: Stage = { services, demo, secretary, jurisdiction, zone, today }
    await setUp(stage, institutionId)
    if (jurisdiction === 'AL') await takeArchive(services, institutionId)
    await goThroughMeetings(stage, await listDemoVotes(services.db, institutionId))
  }
}

async function setUp({ services, demo, secretary, jurisdiction, zone }: Stage, institutionId: string): Promise<void> {
  const { name: authorityName, address: authorityAddress } = demo.authority[jurisdiction] ?? { name: '', address: '' }
  const form = {
    numbering: jurisdiction === 'AL' ? ('one' as const) : ('by-kind' as const),
    mayorMayReturn: false,
    mayorReturnBasis: null,
    authorityName,
    authorityAddress,
    authorityEmail: null,
    authorityInstitutionId: null,
    secretarySigns: true,
  }
  expectDone(await setActSettings(services, secretary, { institutionId, zone, form, seen: 0 }), 'set how acts are kept')
}

/** Seven years ago, in another program: a number is missing, and the register says so. */
async function takeArchive(services: Services, institutionId: string): Promise<void> {
  const order = { institutionId, by: null, archiveId: null, progress: () => {} }
  const archive = await importActs(services, order, { path: join(FOLDER, 'acts-archive.jsonl') })
  if (archive.refused > 0) throw new Error(`The demonstration could not take in ${archive.refused} acts of its archive`)
}

/** So many of the newest meetings are played from the vote on, and those that set fees or change one. */
const PLAYED = { AL: 7, XK: 3 } as const

async function goThroughMeetings(stage: Stage, votes: readonly DemoVote[]): Promise<void> {
  const meetings = Map.groupBy(votes, ({ meetingId }) => meetingId)
  const older = [...meetings.values()].slice(0, -PLAYED[stage.jurisdiction])
  const { demo } = stage
  const onFees = ({ title }: DemoVote) => isFees(demo, title) || title === demo.fees_changed
  const early = older.filter((ofMeeting) => !ofMeeting.some(onFees))
  const fees: { id: string; vote: DemoVote }[] = []
  let nth = 0
  for (const [n, ofMeeting] of [...meetings.values()].entries()) {
    if (early.includes(ofMeeting)) {
      await writeOlderActs(stage, ofMeeting)
      continue
    }
    const isLast = n >= meetings.size - 2
    const announced: string[] = []
    // One of the last meeting waits for somebody to make its act.
    for (const vote of isLast && ofMeeting.length > 1 ? ofMeeting.slice(0, -1) : ofMeeting) {
      nth += 1
      const id = await draftAct(stage, vote)
      if (id === null || !(await confirmAct(stage, id, vote)) || !(await giveNumber(stage, id, vote))) continue
      await relate(stage, id, vote, fees.at(-1)?.id ?? null)
      if (!(await announce(stage, id, vote, nth % 9 === 4 && vote.title !== stage.demo.consulted.title))) continue
      announced.push(id)
      if (vote.title === stage.demo.fees_changed && fees.length > 0) await consolidate(stage, id, vote, fees.at(-1))
      if (isFees(stage.demo, vote.title)) fees.push({ id, vote })
    }
    await reviewMeeting(stage, announced, { day: ofMeeting[0]?.adoptedOn ?? '', fromEnd: meetings.size - 1 - n })
  }
}

/** The fees of a year end those of the year before; a change of the fee for cleaning amends them. */
async function relate(stage: Stage, id: string, vote: DemoVote, fees: string | null): Promise<void> {
  const then = on(stage, vote.adoptedOn, 4, 9)
  const repeals = isFees(stage.demo, vote.title)
  if (!then || fees === null || !(repeals || vote.title === stage.demo.fees_changed)) return
  const kind = repeals ? ('repeals' as const) : ('amends' as const)
  const articles =
    kind === 'amends' ? { byArticles: 'Neni 1', ofArticles: 'Neni 3' } : { byArticles: 'Neni 6', ofArticles: null }
  const form = { kind, otherId: fees, otherWords: null, ...articles, effectiveOn: null }
  const order = { by: stage.secretary, seen: (await fresh(stage, id)).version, formId: randomUUID() }
  expectDone(await addRelation(then, id, form, order), `relate ${vote.title}`)
}

/** The text of the fees as it holds after the change: written and confirmed by the secretary. */
async function consolidate(
  stage: Stage,
  id: string,
  vote: DemoVote,
  fees: { id: string; vote: DemoVote } | undefined,
): Promise<void> {
  const { services, demo, secretary, jurisdiction, today } = stage
  const { inForceFrom } = await fresh(stage, id)
  if (!fees || inForceFrom === null || inForceFrom > today) return
  const then = on(stage, inForceFrom, 0, 15)
  const relations = await listRelationsTo(services.db, fees.id)
  if (!then || relations.length === 0) return
  const plan = {
    purpose: 'consolidated',
    holdsFrom: inForceFrom,
    note: null,
    relationIds: relations.map((one) => one.id),
  } as const
  expectDone(await planState(then, fees.id, plan, secretary), 'plan a state of a text')
  const laid = textOf(demo, { jurisdiction, title: fees.vote.title })
  const amended = (await listAmendments(services.db, fees.id)).length > 0
  const adopted = amended ? withAmendment(demo, laid) : laid
  await readText(stage, then, fees.id, withLaterFee(demo, jurisdiction, adopted))
  const { textId } = await fresh(stage, fees.id)
  const draft = (await listTextVersions(services.db, textId ?? '', false)).find(({ state }) => state === 'draft')
  const order = {
    id: fees.id,
    versionId: draft?.id ?? '',
    summary: `${vote.title}: ${fees.vote.title}`,
    summaryEn: null,
  }
  const published = await publishVersion(then, actTexts, secretary, order)
  if (published.kind !== 'published')
    throw new Error(`The demonstration could not publish a state: ${JSON.stringify(published)}`)
}
