import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { ConsistencyView } from './consistency-view.ts'
import type { EntryView } from './entry-view.ts'
import type { LogKey } from './ledger-queries.ts'
import type { HeadView, LogLine, LogView, PublicRecordLink } from './log-view.ts'
import { ledgerUrls } from './urls.ts'

/** Where machines find the tree (C2SP tlog-tiles). */
const logAsData = (url: string, { origin }: HeadView, keys: readonly LogKey[]) => ({
  origin,
  url: url + ledgerUrls.log(),
  keys: keys.map(({ vkey }) => vkey),
})

const checkpointAsData = ({ size, root, signedAt, note }: HeadView) => ({ size, root, signed_at: signedAt, note })

const recordAsData = (url: string, lang: Lang, record: PublicRecordLink | null) =>
  record && { title: record.title, url: url + inLanguage(lang, record.href) }

const lineAsData = (lang: Lang, { entry, record }: LogLine, url: string) => ({
  index: entry.index,
  at: entry.at,
  institution: entry.institution,
  kind: entry.kind,
  subject: entry.subject,
  version: entry.version,
  digest: entry.digest,
  ended: entry.ended,
  record: recordAsData(url, lang, record),
  url: url + inLanguage(lang, ledgerUrls.entry(entry.index)),
})

/** The entries that were asked for. `next` goes on where this file ends. */
export const listAsData = (lang: Lang, { head, lines }: LogView, url: string, next: string | null) => ({
  checkpoint: head && checkpointAsData(head),
  entries: lines.map((line) => lineAsData(lang, line, url)),
  next,
})

/** One entry with all that proves it: the keys of a receipt's proof. */
export const entryAsData = (lang: Lang, view: EntryView, url: string) => ({
  ...lineAsData(lang, view, url),
  ended: view.told.ended,
  shape: { version: view.told.v, fields: view.fields },
  entry: view.entry.entry,
  leaf_hash: view.entry.leafHash,
  previous: view.neighbours.previous,
  next: view.neighbours.next,
  proof: { index: view.entry.index, size: view.head.size, hashes: view.proof, checkpoint: view.head.note },
  log: logAsData(url, view.head, view.keys),
})

export const consistencyAsData = ({ from, to, proof }: ConsistencyView) => ({
  from: { size: from.size, root: from.root, checkpoint: from.note },
  to: { size: to.size, root: to.root, checkpoint: to.note },
  hashes: proof,
})
