import type { Transaction } from '../db/database.ts'
import type { SourceKind, TextLang } from './text-queries.ts'
import {
  deleteReading,
  holdTextVersion,
  insertReading,
  insertText,
  insertTextVersion,
  setVersionSource,
} from './text-writing-queries.ts'
import type { ReadText } from './text-rules.ts'

/** What was read, when, and the digest of the file if there was one. */
export type TextSource = { kind: SourceKind; document: string | null; readAt: Date }

/** Stores a text that was read as the first version, a draft. */
export async function storeText(
  tx: Transaction,
  text: { institutionId: string; lang: TextLang; read: ReadText; source: TextSource },
): Promise<{ textId: string; versionId: string }> {
  const { institutionId, lang, read, source } = text
  const textId = await insertText(tx, institutionId, source.readAt)
  const versionId = await insertTextVersion(tx, {
    textId,
    institutionId,
    lang,
    sourceKind: source.kind,
    sourceDocument: source.document,
    readAt: source.readAt,
  })
  await insertReading(tx, { institutionId, versionId }, read)
  return { textId, versionId }
}

type ReplaceOutcome = { kind: 'replaced' } | { kind: 'no-such-version' } | { kind: 'published' }

/** Reads the draft anew: what was settled about the earlier reading goes with it. */
export async function replaceDraftText(
  tx: Transaction,
  draft: { versionId: string; read: ReadText; source: TextSource },
): Promise<ReplaceOutcome> {
  const version = await holdTextVersion(tx, draft.versionId)
  if (!version) return { kind: 'no-such-version' }
  if (version.state === 'published') return { kind: 'published' }
  await deleteReading(tx, version.id)
  await setVersionSource(tx, version.id, draft.source)
  await insertReading(tx, { institutionId: version.institutionId, versionId: version.id }, draft.read)
  return { kind: 'replaced' }
}
