import type { Queryable, Transaction } from '#platform/db/database.ts'
import type { CommentPlaceRow } from './comment-place-rules.ts'

/**
 * Writes where comments stand in a version, from what was found there. What is certain, or was confirmed, is followed; of
 * what is still in doubt nothing moves: it stays under its own article, or under none where that is gone. A place in an
 * older version than the newest changes nothing.
 */
export async function setCommentPlaces(
  tx: Transaction,
  { versionId, subjects }: { versionId: string; subjects: readonly string[] },
): Promise<void> {
  await tx`
    with recursive found as (
      select comment.id,
             case when place.certain or place.confirmed_at is not null then place.node_id else comment.node_id end as node_id
      from platform.anchor_places as place
      join consultations.comments as comment on place.subject = 'consultations.comment:' || comment.id
      where place.version_id = ${versionId} and place.subject = any(${subjects as string[]}::text[])
        and comment.id = any(
          select split_part(subject, ':', 2)::uuid from unnest(${subjects as string[]}::text[]) as asked (subject)
          where subject like 'consultations.comment:%')
        and not exists (
          select from platform.text_versions as version
          join platform.text_versions as later on later.text_id = version.text_id
          where version.id = place.version_id and later.n > version.n and later.state = 'published')),
    above as (
      select node.node_id as start, node.node_id, node.parent_id, node.kind
      from platform.text_nodes as node
      where node.version_id = ${versionId} and node.node_id in (select node_id from found)
      union all
      select above.start, parent.node_id, parent.parent_id, parent.kind
      from above
      join platform.text_nodes as parent on parent.version_id = ${versionId} and parent.node_id = above.parent_id
      where above.kind <> 'article'),
    standing as (
      select found.id, article.node_id
      from found left join above as article on article.start = found.node_id and article.kind = 'article')
    update consultations.comments as comment
    set place_node_id = standing.node_id, place_lost = standing.node_id is null
    from standing
    where comment.id = standing.id
      and (comment.place_node_id, comment.place_lost) is distinct from (standing.node_id, standing.node_id is null)`
}

/** Of those among them that speak about an article of another version. */
export const listCommentPlaces = (
  db: Queryable,
  versionId: string,
  ids: readonly string[],
): Promise<CommentPlaceRow[]> => db<CommentPlaceRow[]>`
  select comment.id, made.n as made_in, comment.node_id as made_node_id, place.outcome,
         coalesce(place.certain or place.confirmed_at is not null, false) as settled,
         node.node_id, node.label
  from consultations.comments as comment
  join platform.text_versions as made on made.id = comment.text_version_id
  left join platform.anchor_places as place
    on place.subject = 'consultations.comment:' || comment.id and place.version_id = ${versionId}
  left join platform.text_nodes as node
    on node.version_id = ${versionId} and node.node_id = comment.stands_node_id
  where comment.id = any(${ids as string[]}::uuid[]) and comment.about <> 'whole' and made.id <> ${versionId}`
