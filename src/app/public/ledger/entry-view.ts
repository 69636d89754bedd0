import type { Door } from '#platform/door.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { tlogProofOf } from '#platform/ledger/tree/tlog-proof-rules.ts'
import { findHead, findInclusionProof } from '#platform/ledger/tree/tree-view.ts'
import type { Services } from '#platform/services.ts'
import { findEntry, findNeighbours, listKeys, type LogKey, type Neighbours, type WholeEntry } from './ledger-queries.ts'
import { headView, kindNames, publicRecords, recordKinds, type HeadView, type PublicRecordLink } from './log-view.ts'

/** What an entry tells besides the columns of its row. */
type Told = { v: number; ended: { why: string; ground?: string; role?: string } | null }

export type EntryView = {
  entry: WholeEntry
  told: Told
  kind: string
  record: PublicRecordLink | null
  /** The fields that its digest covers; none where the program does not know the shape any more. */
  fields: readonly string[]
  neighbours: Neighbours
  head: HeadView
  /** In base64, the leaf's sibling first. */
  proof: readonly string[]
  keys: readonly LogKey[]
  /** C2SP tlog-proof. */
  tlogProof: string
}

/** One entry with all that proves it. Null: the newest published checkpoint does not reach so far. */
export async function viewEntry(
  services: Services,
  doors: readonly Door[],
  lang: Lang,
  index: number,
): Promise<EntryView | null> {
  const { db } = services
  const found = await findHead(db)
  const entry = found && index < found.size ? await findEntry(db, lang, index) : null
  if (!found || !entry) return null
  const [hashes, neighbours, records, keys] = await Promise.all([
    findInclusionProof(db, index, found.size),
    findNeighbours(db, entry, found.size),
    publicRecords({ services, doors, lang }, [entry.subject]),
    listKeys(db),
  ])
  const head = headView(found)
  const told = toldBy(entry.entry)
  return {
    entry,
    told,
    kind: kindNames(doors, lang).get(entry.kind) ?? entry.kind,
    record: records.get(entry.subject) ?? null,
    fields: recordKinds(doors).find(({ kind }) => kind === entry.kind)?.shapes[told.v - 1] ?? [],
    neighbours,
    head,
    proof: hashes.map((hash) => hash.toString('base64')),
    keys: keys.filter(({ origin }) => origin === head.origin),
    tlogProof: tlogProofOf({ index, hashes, checkpoint: head.note }),
  }
}

function toldBy(entry: string): Told {
  const { v, ended } = JSON.parse(entry) as Partial<Told>
  return { v: v ?? 1, ended: ended ?? null }
}
