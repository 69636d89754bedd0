import type { Queryable } from '#platform/db/database.ts'
import type { PublishedConsultation } from '../consultation-queries.ts'
import { placeOfComment, type CommentPlaces } from './comment-place-rules.ts'
import { listCommentPlaces } from './place-queries.ts'

type Placed = { id: string; about: 'whole' | 'article' | 'passage'; articleLabel: string | null }

/** Where those among them stand now that speak about an article of an earlier version. With one version nothing is asked. */
export async function viewCommentPlaces(
  db: Queryable,
  {
    textVersionId,
    textVersion,
    textEarlier,
  }: Pick<PublishedConsultation, 'textVersionId' | 'textVersion' | 'textEarlier'>,
  comments: readonly Placed[],
): Promise<CommentPlaces> {
  const placed = comments.filter(({ about }) => about !== 'whole')
  if (textVersionId === null || textVersion === null || textEarlier === null || placed.length === 0) return new Map()
  const labels = new Map(placed.map(({ id, articleLabel }) => [id, articleLabel]))
  const rows = await listCommentPlaces(db, textVersionId, [...labels.keys()])
  return new Map(rows.map((row) => [row.id, placeOfComment(row, textVersion, labels.get(row.id) ?? null)]))
}
