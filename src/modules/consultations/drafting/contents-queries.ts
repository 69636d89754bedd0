import type { Queryable } from '#platform/db/database.ts'
import { listDocuments } from '#platform/documents/document-queries.ts'
import { countOpenDoubts, listNodes } from '#platform/texts/text-queries.ts'

export type DraftContents = { openDoubts: number; articles: number; documents: number }

/** What a draft holds, for the rule of publishing and for the list of what is missing. */
export async function contentsOf(
  db: Queryable,
  draft: { id: string; textVersionId: string | null },
): Promise<DraftContents> {
  const [openDoubts, nodes, documents] = await Promise.all([
    draft.textVersionId ? countOpenDoubts(db, draft.textVersionId) : 0,
    draft.textVersionId ? listNodes(db, draft.textVersionId) : [],
    listDocuments(db, [`consultations.consultation:${draft.id}`]),
  ])
  return { openDoubts, articles: nodes.filter((node) => node.kind === 'article').length, documents: documents.length }
}
