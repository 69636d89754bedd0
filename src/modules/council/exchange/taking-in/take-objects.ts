import type { Transaction } from '#platform/db/database.ts'
import { bodyRecords } from '#platform/institutions/institution-records.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import type { Services } from '#platform/services.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { publishedCouncilMeetings, publishedPapers } from '../../public/meeting-records.ts'
import { textsIn } from '../texts.ts'
import { bodyRow, itemRow, meetingRow, paperRow } from './oparl-row-rules.ts'
import { canonical, idOf, nodesOf, type SourceNode, type SourceObject } from './oparl-source-rules.ts'
import {
  deleteItems,
  findCouncilBody,
  insertBody,
  linkPapers,
  listBodiesAmong,
  orderItems,
  returnMeetings,
  returnPapers,
  withdrawMeetings,
  withdrawPapers,
  writeBodies,
  writeItems,
  writeMeetingBodies,
  writeMeetings,
  writePapers,
} from './oparl-writing-queries.ts'
import { findSources, keepSources, listPartsOf, withdrawSources, type KeptSource } from './source-queries.ts'

export type TakenFor = { institutionId: string; zone: string; now: Date }
/** How many came new, changed, stayed as they were, and went; of all nodes. */
export type Taken = { added: number; changed: number; same: number; withdrawn: number }

/** Takes in some objects of a source with all that is in them: at most a few hundred at a time. */
export async function takeObjects(
  tx: Transaction,
  services: Pick<Services, 'clock'>,
  of: TakenFor,
  objects: readonly SourceObject[],
): Promise<Taken> {
  const gone = objects.filter((one) => one.deleted === true).map((one) => idOf(of.institutionId, one.id))
  const nodes = objects.filter((one) => one.deleted !== true).flatMap((one) => nodesOf(of.institutionId, one))
  const kept = new Map((await findSources(tx, [...nodes.map(({ id }) => id), ...gone])).map((one) => [one.id, one]))
  const news = nodes.map((node) => joined(node, kept.get(node.id))).filter((node) => isNews(node, kept.get(node.id)))
  const lost = await lostParts(tx, nodes, news)
  const withdrawn = [...lost, ...gone.flatMap((id) => kept.get(id) ?? [])].filter((one) => one.withdrawnAt === null)
  await keepSources(tx, { ...of, format: 'oparl' }, news)
  await writeAll(tx, services, of, { news, nodes, withdrawn, kept })
  const added = news.filter(({ id }) => !kept.has(id)).length
  return { added, changed: news.length - added, same: nodes.length - news.length, withdrawn: withdrawn.length }
}

/** What comes by itself says less of its place than what came embedded: the older words stay. */
const joined = (node: SourceNode, before: KeptSource | undefined): SourceNode =>
  node.parentId === null && before && before.parentId !== null
    ? { ...node, parentId: before.parentId, object: { ...before.object, ...node.object } }
    : node

const isNews = (node: SourceNode, before: KeptSource | undefined): boolean =>
  !before || before.withdrawnAt !== null || canonical(before.object) !== canonical(node.object)

/** What was embedded in one of these and is not any more. */
async function lostParts(
  tx: Transaction,
  nodes: readonly SourceNode[],
  news: readonly SourceNode[],
): Promise<KeptSource[]> {
  const holders = news.filter(({ type }) => ['Meeting', 'AgendaItem', 'Paper', 'Organization'].includes(type))
  const here = new Set(nodes.map(({ id }) => id))
  const parts = await listPartsOf(
    tx,
    holders.map(({ id }) => id),
  )
  return parts.filter(({ id }) => !here.has(id))
}

type Work = {
  news: readonly SourceNode[]
  nodes: readonly SourceNode[]
  withdrawn: readonly KeptSource[]
  kept: ReadonlyMap<string, KeptSource>
}

async function writeAll(tx: Transaction, services: Pick<Services, 'clock'>, of: TakenFor, work: Work): Promise<void> {
  const newsOf = (type: string) => work.news.filter((node) => node.type === type)
  const goneOf = (type: string) => work.withdrawn.filter((one) => one.type === type).map(({ id }) => id)
  const bodies = newsOf('Organization').map(bodyRow)
  if (bodies.length > 0) await writeBodies(tx, of, bodies)
  const papers = newsOf('Paper').map(paperRow)
  if (papers.length > 0) await writePapers(tx, of, papers)
  const council = await writeMeetingsOf(tx, of, newsOf('Meeting'), work.nodes)
  const agendas = await writeItemsOf(tx, of, newsOf('AgendaItem'), goneOf('AgendaItem'))
  const linked = await linkPapers(tx, of, {
    consultations: idsOf(newsOf('Consultation')),
    items: idsOf(newsOf('AgendaItem')),
  })
  await withdrawSources(tx, idsOf(work.withdrawn), of.now)
  await comeAndGo(tx, of, work, goneOf)
  const meetings = [...new Set([...idsOf(newsOf('Meeting')), ...agendas, ...linked])]
  await appendToLedger(
    tx,
    services,
    { kind: bodyRecords, ids: [...council, ...idsOf(bodies)] },
    { kind: publishedPapers, ids: idsOf(papers) },
    { kind: publishedPapers, ids: goneOf('Paper'), ended: { why: 'withdrawn' } },
    { kind: publishedCouncilMeetings, ids: meetings },
    { kind: publishedCouncilMeetings, ids: goneOf('Meeting'), ended: { why: 'withdrawn' } },
  )
}

const idsOf = (all: readonly { id: string }[]): string[] => all.map(({ id }) => id)

/** What the source gives again is public again, what it took back is not. */
async function comeAndGo(
  tx: Transaction,
  of: TakenFor,
  { news, kept }: Work,
  goneOf: (type: string) => string[],
): Promise<void> {
  const backOf = (type: string) => idsOf(news.filter((one) => one.type === type && kept.get(one.id)?.withdrawnAt))
  await returnPapers(tx, backOf('Paper'))
  await returnMeetings(tx, backOf('Meeting'))
  await withdrawMeetings(tx, goneOf('Meeting'), of.now)
  await withdrawPapers(tx, goneOf('Paper'), of.now)
}

/** Gives the body of the council, where it had to be made. */
async function writeMeetingsOf(
  tx: Transaction,
  of: TakenFor,
  news: readonly SourceNode[],
  nodes: readonly SourceNode[],
): Promise<string[]> {
  if (news.length === 0) return []
  const parts = new Map(nodes.map((node) => [node.id, node]))
  const rows = news.map((node) => meetingRow(node, parts, of.institutionId))
  const known = new Set(
    await listBodiesAmong(tx, of.institutionId, [...new Set(rows.flatMap((row) => row.organizations))]),
  )
  const council = await councilOf(tx, of)
  const meetings = rows.map(({ organizations, cancelled, ...row }) => {
    const starts = row.starts_at === null ? null : new Date(row.starts_at)
    const day = starts && civilDateIn(of.zone, starts)
    return {
      ...row,
      body_id: organizations.find((id) => known.has(id)) ?? council.id,
      slug: `mbledhje-${day ?? 'pa-date'}-${row.id.slice(0, 8)}${row.id.slice(9, 13)}`,
      day,
      state: cancelled ? 'cancelled' : starts !== null && starts > of.now ? 'convened' : 'closed',
    }
  })
  await writeMeetings(tx, of, meetings)
  const beside = rows.flatMap(({ id, organizations }) => {
    const all = organizations.filter((one) => known.has(one))
    return all.length > 1 ? all.map((body_id) => ({ meeting_id: id, body_id })) : []
  })
  await writeMeetingBodies(
    tx,
    of,
    rows.map(({ id }) => id),
    beside,
  )
  return council.isNew ? [council.id] : []
}

/** Of what says no body, or one that was not given out: the council itself. */
async function councilOf(tx: Transaction, of: TakenFor): Promise<{ id: string; isNew: boolean }> {
  const found = await findCouncilBody(tx, of.institutionId)
  if (found !== null) return { id: found, isNew: false }
  const id = idOf(of.institutionId, 'council')
  await insertBody(tx, of, { id, kind: 'council', name: textsIn('sq').council })
  return { id, isNew: true }
}

/** Gives the meetings whose agenda is another since. */
async function writeItemsOf(
  tx: Transaction,
  of: TakenFor,
  news: readonly SourceNode[],
  gone: readonly string[],
): Promise<string[]> {
  const rows = news.flatMap((node, at) => itemRow(node, at) ?? [])
  const emptied = gone.length === 0 ? [] : await deleteItems(tx, gone)
  if (rows.length > 0) await writeItems(tx, { ...of, closedReason: textsIn('sq').closedAtSource }, rows)
  const touched = [...new Set([...emptied, ...rows.map((row) => row.meeting_id)])]
  if (touched.length > 0) await orderItems(tx, touched)
  return touched
}
