import type { Official } from '../../auth/visitor.ts'
import type { Transaction } from '../../db/database.ts'
import { listDocuments } from '../../documents/document-queries.ts'
import { keepDocument, removeDocument } from '../../documents/documents.ts'
import type { IncomingFile } from '../../files/incoming-file.ts'
import type { Services } from '../../services.ts'
import { proposeLineage } from '../compare/propose-lineage-rules.ts'
import type { ComparedNode } from '../compare/comparison.ts'
import { nodeDigest } from '../node-rules.ts'
import { readSource, type TextSource } from '../read-source.ts'
import type { ReadRefusal } from '../refusal-rules.ts'
import { storeText, type TextSource as StoredSource } from '../store-text.ts'
import type { TextHolder } from '../text-holder.ts'
import { listNodeChanges, listNodes, type TextLang, type TextVersion } from '../text-queries.ts'
import type { ReadText } from '../text-rules.ts'
import { deleteReading, insertReading, insertTextVersion, setVersionSource } from '../text-writing-queries.ts'
import { earlierDoubts, rememberSettlements } from './carry-settlements.ts'
import { holdText, isRefusal, type HeldText, type TextRefusal } from './hold-text.ts'
import type { ChangeRow } from './change-row.ts'
import { lineagesOf, takeOver } from './lineage-rules.ts'
import { storeChanges } from './refresh-changes.ts'
import { deleteChanges, hasArticles } from './version-writing-queries.ts'

export type SourceOfText = {
  source: TextSource
  /** Of a file: the digest of what came in. */
  digest: string | null
  /** A file of a kind that is kept; it stands with a first version as its document. */
  file: IncomingFile | null
  titleOfDocument: string
  lang?: TextLang
}

export type ReadIntoOutcome =
  | { kind: 'read'; versionId: string; remembered: number }
  | ReadRefusal
  /** It is public, and no later version may be begun here. */
  | { kind: 'published' }
  /** The text has articles, and what was read has none: a wrong file, more likely than a text without. */
  | { kind: 'no-articles' }
  | TextRefusal

/** Four times the Civil Code. More is no act, and no page could show it. */
const MOST_NODES = 20_000

/**
 * Reads a source into the draft of a text, or begins one: the first version of a record that is not public yet, else the
 * version that continues the newest. Nodes that are found again keep their lineage, settled doubts stay settled.
 */
export async function readIntoVersion(
  services: Services,
  holder: TextHolder,
  official: Official,
  { id, input }: { id: string; input: SourceOfText },
): Promise<ReadIntoOutcome> {
  const read = await readSource(input.source, services.settings)
  if ('why' in read) return read
  if (read.nodes.length > MOST_NODES) return { kind: 'unreadable', why: 'too-large' }
  const at = services.clock.now()
  return services.db.begin(async (tx): Promise<ReadIntoOutcome> => {
    const held = await holdText(tx, holder, official, { id, roles: holder.writers })
    if (isRefusal(held)) return held
    const { record } = held
    if (record.stage === 'final' || (record.stage === 'open' && !held.published)) return { kind: 'published' }
    if (await losesArticles(tx, held, read)) return { kind: 'no-articles' }
    const source = { kind: input.source.kind, document: input.digest, readAt: at }
    const stored = await storeReading(tx, held, { read, source, lang: input.lang ?? 'sq' })
    if (record.textId === null) await holder.take(tx, { id, textId: stored.textId, at })
    if (record.stage === 'draft' && input.file) await keepAsDraft(tx, services, held, official, input, input.file)
    const fields = [{ field: 'text', from: null, to: input.source.kind }]
    await holder.note(tx, { institutionId: record.institutionId, id, kind: 'text-read', by: official, at, fields })
    return { kind: 'read', versionId: stored.versionId, remembered: stored.remembered }
  })
}

async function losesArticles(tx: Transaction, { draft, published }: HeldText, { nodes }: ReadText): Promise<boolean> {
  const stands = draft ?? published
  return stands !== null && !nodes.some(({ kind }) => kind === 'article') && (await hasArticles(tx, stands.id))
}

type Reading = { read: ReadText; source: StoredSource; lang: TextLang }

/** What was read goes into the draft of a text that is held, or begins one. */
export async function storeReading(
  tx: Transaction,
  { record, draft, published }: HeldText,
  reading: Reading,
): Promise<{ textId: string; versionId: string; remembered: number }> {
  const { read, source, lang } = reading
  const { institutionId, textId } = record
  if (textId === null) {
    const stored = await storeText(tx, { institutionId, lang, read, source })
    return { ...stored, remembered: 0 }
  }
  const base = record.stage === 'open' ? published : null
  const known = await knownLineages(tx, read, { draft, base })
  const earlier = await earlierDoubts(tx, [draft, base])
  const version = draft
    ? await emptyDraft(tx, draft, source)
    : await continued(tx, base, textId, { ...reading, institutionId })
  await insertReading(tx, { institutionId, versionId: version.id }, read, known.ids)
  const remembered = await rememberSettlements(tx, version.id, { read, earlier, at: source.readAt })
  await storeChanges(tx, version, known.rows)
  return { textId, versionId: version.id, remembered }
}

/** The lineages of the nodes in their order, and what is known of changes. */
async function knownLineages(
  tx: Transaction,
  read: ReadText,
  { draft, base }: { draft: TextVersion | null; base: TextVersion | null },
): Promise<{ ids: string[]; rows: ChangeRow[] }> {
  const fresh = comparedOf(read)
  const proposal = async (version: TextVersion | null) =>
    version && takeOver(proposeLineage(await listNodes(tx, version.id), fresh))
  const decided = draft?.basedOn ? await listNodeChanges(tx, draft.id) : []
  const { ids, known } = lineagesOf(fresh, await proposal(draft), await proposal(base), decided)
  return { ids, rows: known }
}

/** What was read as it can be compared: with ids that name the nodes for now. */
function comparedOf({ nodes }: ReadText): ComparedNode[] {
  const ids = nodes.map(() => crypto.randomUUID())
  return nodes.map((node, at) => ({
    nodeId: ids[at] ?? '',
    parentId: node.parent === null ? null : (ids[node.parent] ?? null),
    kind: node.kind,
    label: node.label,
    heading: node.heading,
    body: node.body,
    digest: nodeDigest(node),
  }))
}

async function emptyDraft(tx: Transaction, draft: TextVersion, source: StoredSource): Promise<TextVersion> {
  await deleteChanges(tx, draft.id)
  await deleteReading(tx, draft.id)
  await setVersionSource(tx, draft.id, source)
  return draft
}

async function continued(
  tx: Transaction,
  base: TextVersion | null,
  textId: string,
  { source, lang, institutionId }: Omit<Reading, 'read'> & { institutionId: string },
): Promise<Pick<TextVersion, 'id' | 'basedOn' | 'institutionId'>> {
  const { kind: sourceKind, document: sourceDocument, readAt } = source
  const version = { textId, institutionId, lang: base?.lang ?? lang, sourceKind, sourceDocument, readAt }
  const id = await insertTextVersion(tx, { ...version, ...(base && { basedOn: base.id }) })
  return { id, basedOn: base?.id ?? null, institutionId }
}

/** The file stands with the record as its draft; the one that was read before would only confuse beside it. */
async function keepAsDraft(
  tx: Transaction,
  services: Services,
  { record: { institutionId, subject } }: HeldText,
  official: Official,
  { titleOfDocument: title }: SourceOfText,
  file: IncomingFile,
): Promise<void> {
  for (const earlier of await listDocuments(tx, [subject])) {
    if (earlier.role === 'draft') await removeDocument(tx, services, { institutionId, id: earlier.id })
  }
  const document = { institutionId, subject, role: 'draft', title, lang: 'sq' } as const
  await keepDocument(tx, services, { ...document, file, addedBy: official.accountId })
}
