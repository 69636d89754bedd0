import { randomUUID } from 'node:crypto'
import type { Transaction } from '#platform/db/database.ts'
import { keepDocument } from '#platform/documents/documents.ts'
import { withLocalFile } from '#platform/files/temporary-files.ts'
import { recordChanges } from '#platform/history/record-change.ts'
import { appendToLedger } from '#platform/ledger/append-to-ledger.ts'
import type { Services } from '#platform/services.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { publishTextVersion } from '#platform/texts/publish-text-version.ts'
import { storeText } from '#platform/texts/store-text.ts'
import { publishedActs } from '../act-records.ts'
import { ACT_RECORD } from '../act-rules.ts'
import { holdArchive, type Archive } from './archive-queries.ts'
import {
  slugBase,
  WORD_DOUBTS,
  type ArchiveAct,
  type ArchiveRow,
  type FoundRelation,
  type RefusedRow,
} from './archive-rules.ts'
import {
  addCounts,
  correctArchiveActs,
  countWordDoubts,
  holdKnownActs,
  insertArchiveActs,
  insertDoubts,
  insertRefused,
  listTakenActSlugs,
  type ActDoubt,
  type BatchCounts,
  type KnownAct,
  type NewArchiveAct,
  type WordDoubt,
} from './archive-writing-queries.ts'
import { insertAdoptedState, insertFoundRelations, listActsByNumber } from './relation-writing-queries.ts'
import { digestOfRow } from './row-digest.ts'
import { commissionOf, topicOf, type Vocabulary } from './vocabulary.ts'

export type BatchOrder = {
  archiveId: string
  by: string | null
  rows: readonly ArchiveRow[]
  vocabulary: Vocabulary
  /** Where an act that the source does not name is told, in words. */
  unnamed: string
}

type Place = { institutionId: string; archiveId: string; by: string | null; at: Date }
type Taking = { tx: Transaction; services: Services; place: Place; vocabulary: Vocabulary; unnamed: string }

/** So many rows of an archive, whole or not at all: acts, refused cells, doubts, the counts, and the ledger last. */
export async function takeBatch(tx: Transaction, services: Services, order: BatchOrder): Promise<BatchTaken> {
  const { archiveId, by, rows, vocabulary, unnamed } = order
  const archive = await holdArchive(tx, archiveId)
  if (archive?.state !== 'running') throw new Error(`archive ${archiveId} is not being taken in`)
  const place = { institutionId: archive.institutionId, archiveId, by, at: services.clock.now() }
  const taking = { tx, services, place, vocabulary, unnamed }
  const { fresh, changed, known, refused } = await sorted(tx, archive, rows)
  const news = await namedActs(taking, archive, fresh)
  const corrected = changed.map(({ act, of }) => withIds(vocabulary, act, of.id, of.slug))
  const doubts = await write(taking, news, corrected, refused)
  const counts = {
    rows: rows.length,
    added: news.length,
    known: known + changed.length,
    changed: changed.length,
    refused: refused.length,
    doubts,
  }
  await addCounts(tx, archiveId, counts)
  await appendToLedger(
    tx,
    services,
    { kind: publishedActs, ids: news.map(({ id }) => id), first: true },
    { kind: publishedActs, ids: corrected.map(({ id }) => id) },
  )
  return { ...counts, refusedRows: refused }
}

/** With the rows that were refused, for who tells them at once. */
export type BatchTaken = BatchCounts & { refusedRows: readonly RefusedRow[] }

type Sorted = {
  fresh: ArchiveAct[]
  changed: { act: ArchiveAct; of: KnownAct }[]
  known: number
  refused: RefusedRow[]
}

/** What is new, what stands as it is, what says something else now, and what cannot be taken. */
async function sorted(tx: Transaction, archive: Archive, rows: readonly ArchiveRow[]): Promise<Sorted> {
  const out: Sorted = { fresh: [], changed: [], known: 0, refused: [] }
  const keys = rows.flatMap((row) => (row.kind === 'act' ? [row.act.key] : []))
  const standing = new Map((await holdKnownActs(tx, archive.institutionId, keys)).map((one) => [one.key, one]))
  const seen = new Set<string>()
  for (const row of rows) {
    if (row.kind === 'refused') {
      out.refused.push(row.refused)
      continue
    }
    const { act } = row
    const of = standing.get(act.key)
    if (seen.has(act.key) || of?.archiveId === archive.id) out.refused.push(refusedOf(act, 'same-id-twice'))
    else if (!of) out.fresh.push(act)
    else if (of.digest === null) out.refused.push(refusedOf(act, 'id-of-another'))
    else if (of.digest === act.digest || of.state === 'taken-down') out.known += 1
    else out.changed.push({ act, of })
    seen.add(act.key)
  }
  return out
}

const refusedOf = ({ at, key }: ArchiveAct, reason: 'same-id-twice' | 'id-of-another'): RefusedRow => ({
  at,
  column: 'id',
  reason,
  words: key.slice(0, 300),
})

/** Addresses that nobody has yet: where a number stands twice, the key says which one is meant. */
async function namedActs(
  { tx, vocabulary, place, services }: Taking,
  archive: Archive,
  acts: readonly ArchiveAct[],
): Promise<Written[]> {
  const bases = acts.map((act) => slugBase(archive.institutionSlug, act))
  const held = new Set(await listTakenActSlugs(tx, bases))
  const out: Written[] = []
  for (const [index, act] of acts.entries()) {
    const base = bases[index] ?? ''
    const id = randomUUID()
    const slug = held.has(base) ? `${base.slice(0, 127)}-${digestOfRow(act.key).slice(0, 12)}` : base
    held.add(slug)
    const text = act.text ? await storedText(tx, services, place, act.text) : null
    out.push({
      ...withIds(vocabulary, act, id, slug),
      textId: text?.textId ?? null,
      versionId: text?.versionId ?? null,
    })
  }
  return out
}

const withIds = (vocabulary: Vocabulary, act: ArchiveAct, id: string, slug: string) => ({
  ...act,
  id,
  slug,
  bodyId: null,
  commissionId: act.commissionWords === null ? null : commissionOf(vocabulary, act.commissionWords),
  textId: null,
  versionId: null as string | null,
  topicIds: [...new Set(act.topics.flatMap((word) => topicOf(vocabulary, word) ?? []))],
})

async function storedText(tx: Transaction, _services: Services, place: Place, read: NonNullable<ArchiveAct['text']>) {
  const source = { kind: 'pasted', document: null, readAt: place.at } as const
  return storeText(tx, { institutionId: place.institutionId, lang: 'sq', read, source })
}

type Written = NewArchiveAct & { versionId: string | null }

async function write(
  taking: Taking,
  news: readonly Written[],
  corrected: readonly Written[],
  refused: readonly RefusedRow[],
): Promise<number> {
  const { tx, services, place } = taking
  if (news.length > 0) await insertArchiveActs(tx, place, news)
  for (const act of news) if (act.versionId !== null) await publishText(taking, act.id, act.versionId)
  for (const act of news) for (const file of act.files) await keepFile(taking, act.id, file)
  if (corrected.length > 0) await correctArchiveActs(tx, place, corrected)
  await insertRefused(tx, place, refused)
  const doubts = await writeDoubts(taking, [...news, ...corrected])
  await writeRelations(taking, news)
  const by = place.by === null ? 'command-line' : { accountId: place.by }
  await recordChanges(
    tx,
    corrected.map(({ id }) => ({
      institutionId: place.institutionId,
      subject: refOf(ACT_RECORD, id),
      kind: 'archive-corrected',
      by,
      at: services.clock.now(),
    })),
  )
  return doubts
}

async function publishText({ tx, place }: Taking, actId: string, versionId: string): Promise<void> {
  await insertAdoptedState(tx, place, { actId, versionId, note: null })
  const { kind } = await publishTextVersion(tx, versionId, place.at)
  if (kind !== 'published') throw new Error(`text of ${actId}: ${kind}`)
}

/** A file that was looked at before: of a kind that is kept. */
async function keepFile(
  { tx, services, place }: Taking,
  actId: string,
  file: { path: string; name: string },
): Promise<void> {
  await withLocalFile(services.settings, file.path, async (found) => {
    if (!found) return
    await keepDocument(tx, services, {
      institutionId: place.institutionId,
      subject: refOf(ACT_RECORD, actId),
      role: 'archive',
      class: 'public',
      title: file.name,
      lang: 'sq',
      file: found,
      addedBy: place.by,
    })
  })
}

async function writeDoubts({ tx, place, vocabulary }: Taking, acts: readonly Written[]): Promise<number> {
  const ofActs: ActDoubt[] = []
  const ofWords = new Map<string, WordDoubt>()
  for (const act of acts) {
    const unknown = act.topics.filter((word) => topicOf(vocabulary, word) === null)
    const topics = unknown.map(
      (words) => ({ column: 'topics', reason: 'topic-unknown', words: words.slice(0, 300) }) as const,
    )
    for (const doubt of [...act.doubts, ...topics]) {
      if (!WORD_DOUBTS.includes(doubt.reason)) {
        ofActs.push({ ...doubt, at: act.at, actId: act.id })
        continue
      }
      const key = JSON.stringify([doubt.column, doubt.reason, doubt.words])
      const before = ofWords.get(key)
      ofWords.set(key, { ...doubt, at: before?.at ?? act.at, count: (before?.count ?? 0) + 1 })
    }
  }
  await insertDoubts(tx, place, ofActs)
  return ofActs.length + (await countWordDoubts(tx, place, [...ofWords.values()]))
}

/** Where the words name an act that is kept here, to it; else in doubt, for a person to look at. */
async function writeRelations({ tx, place, unnamed }: Taking, acts: readonly Written[]): Promise<void> {
  const found = acts.flatMap((act) => act.relations.map((relation) => ({ act, relation })))
  const named = [...new Set(found.flatMap(({ relation }) => relation.to ?? []))]
  if (found.length === 0) return
  const targets = new Map<string, string[]>()
  for (const { id, number } of await listActsByNumber(tx, place.institutionId, named))
    targets.set(number, [...(targets.get(number) ?? []), id])
  await insertFoundRelations(
    tx,
    place,
    found.map(({ act, relation }) => ({ actId: act.id, ...relationTo(relation, act.id, targets, unnamed) })),
  )
}

function relationTo(relation: FoundRelation, own: string, targets: Map<string, string[]>, unnamed: string) {
  const ids = relation.to === null ? [] : (targets.get(relation.to) ?? []).filter((id) => id !== own)
  const otherId = ids.length === 1 ? (ids[0] ?? null) : null
  return {
    kind: relation.kind,
    passive: relation.passive,
    otherId,
    otherWords: otherId === null ? (relation.otherWords ?? unnamed) : null,
    state: otherId === null ? ('doubt' as const) : ('standing' as const),
    foundIn: relation.foundIn.slice(0, 2000),
  }
}
