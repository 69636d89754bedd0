import type { Transaction } from '../db/database.ts'
import type { SourceKind, TextLang } from './text-queries.ts'
import { insertReading, insertText, insertTextVersion } from './text-writing-queries.ts'
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
