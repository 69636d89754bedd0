import { amongIds } from '#platform/db/among-ids.ts'
import type { Queryable } from '#platform/db/database.ts'
import type { Decision } from '../answers/answer-rules.ts'
import type { Chain, EffectChange } from './effect-rules.ts'

/** A place of a published version that changed because of a published answer: what everybody can read. */
export type EffectRow = {
  id: string
  answerId: string
  /** Of the answer. */
  code: string
  slug: string
  consultationId: string
  decision: Decision
  versionId: string
  n: number
  /** The number of the version before it. */
  earlier: number | null
  nodeId: string
  gone: boolean
  change: EffectChange
  publicAt: Date
  chain: Chain
}

/** Of effects that are chosen here: with all that stands above each, in one round. */
const withPlaces = (db: Queryable, chosen: ReturnType<Queryable>) => db<EffectRow[]>`
  with recursive chosen as materialized (${chosen}),
  above as (
    select chosen.id, chosen.stands_in, node.node_id, node.parent_id, node.kind, node.label, 0 as depth, node.ordinal
    from chosen join platform.text_nodes as node on node.version_id = chosen.stands_in and node.node_id = chosen.node_id
    union all
    select above.id, above.stands_in, parent.node_id, parent.parent_id, parent.kind, parent.label, above.depth + 1, above.ordinal
    from above join platform.text_nodes as parent on parent.version_id = above.stands_in and parent.node_id = above.parent_id
  ), placed as (
    select id, min(ordinal) as ordinal,
           jsonb_agg(jsonb_build_object('nodeId', node_id, 'kind', kind, 'label', label) order by depth desc) as chain
    from above group by id
  )
  select chosen.id, chosen.answer_id, chosen.code, consultation.slug, chosen.consultation_id, chosen.decision,
         chosen.version_id, chosen.n, earlier.n as earlier, chosen.node_id, chosen.gone, chosen.change, chosen.public_at,
         placed.chain
  from chosen
  join placed on placed.id = chosen.id
  join consultations.consultations as consultation
    on consultation.id = chosen.consultation_id and consultation.state in ('published', 'cancelled')
  left join platform.text_versions as earlier on earlier.id = chosen.based_on
  order by chosen.n, placed.ordinal, chosen.code, chosen.id`

const COLUMNS = (db: Queryable) => db`
  effect.id, effect.answer_id, effect.code, effect.consultation_id, effect.decision, effect.version_id, effect.n,
  effect.based_on, effect.node_id, effect.gone, effect.stands_in, effect.change, effect.public_at`

export const listEffectsOfAnswers = (db: Queryable, answerIds: readonly string[]): Promise<EffectRow[]> =>
  withPlaces(
    db,
    db`select ${COLUMNS(db)} from consultations.public_effects as effect where ${amongIds(db, 'effect.answer_id', answerIds)}`,
  )

/** Of one version, or of all versions of a consultation. */
export const listEffectsOfConsultation = (
  db: Queryable,
  consultationId: string,
  versionId: string | null,
): Promise<EffectRow[]> =>
  withPlaces(
    db,
    db`select ${COLUMNS(db)} from consultations.public_effects as effect
       where effect.consultation_id = ${consultationId} ${versionId === null ? db`` : db`and effect.version_id = ${versionId}`}`,
  )

export type BecauseWish = {
  consultationId: string
  /** Up to which version, and after which: null, from the first on. */
  versionId: string
  sinceId: string | null
  /** The nodes that are asked about, as they are called in that version; null: of the whole text. */
  nodeIds: readonly string[] | null
}

/**
 * What shaped a text up to a version: of nodes also what is beneath them, what was taken out of them, and what they were split
 * from or merged out of.
 */
export const listEffectsUpTo = (db: Queryable, wish: BecauseWish): Promise<EffectRow[]> =>
  withPlaces(
    db,
    wish.nodeIds === null
      ? db`
        select ${COLUMNS(db)} from consultations.public_effects as effect
        where effect.consultation_id = ${wish.consultationId} and effect.version_id in (select id from (${versionsUpTo(db, wish)}) as one)`
      : db`
        with recursive version as materialized (${versionsUpTo(db, wish)}),
        lineage as (
          select node_id from unnest(${wish.nodeIds as string[]}::uuid[]) as asked (node_id)
          union
          select change.earlier_node_id from lineage
          join platform.node_changes as change
            on change.node_id = lineage.node_id and change.kind in ('split', 'merged')
            and change.version_id in (select id from version)
          where change.earlier_node_id is not null
        ), beneath as (
          select node.version_id, node.node_id from lineage
          join platform.text_nodes as node on node.node_id = lineage.node_id
            and node.version_id in (select id from version union select based_on from version)
          union
          select child.version_id, child.node_id from beneath
          join platform.text_nodes as child on child.version_id = beneath.version_id and child.parent_id = beneath.node_id
        )
        select ${COLUMNS(db)} from consultations.public_effects as effect
        where effect.consultation_id = ${wish.consultationId} and effect.version_id in (select id from version)
          and (effect.stands_in, effect.node_id) in (select version_id, node_id from beneath)`,
  )

const versionsUpTo = (db: Queryable, { versionId, sinceId }: BecauseWish) => db`
  select earlier.id, earlier.based_on
  from platform.text_versions as shown
  join platform.text_versions as earlier
    on earlier.text_id = shown.text_id and earlier.n <= shown.n and earlier.published_at is not null
  where shown.id = ${versionId}
    ${sinceId === null ? db`` : db`and earlier.n > (select since.n from platform.text_versions as since where since.id = ${sinceId})`}`

/** An answer with the first few of the comments that it answers, as everybody reads them. */
export type SaidRow = {
  answerId: string
  code: string
  version: number
  decision: Decision
  lang: 'sq' | 'en'
  /** Null: taken down. */
  reason: string | null
  number: number
  comments: SaidComment[]
}

export type SaidComment = {
  code: string
  lang: 'sq' | 'en'
  /** Null: held, withdrawn or taken down. */
  words: string | null
  quote: string | null
  suggestion: string | null
  authorName: string | null
  organisation: string | null
  articleLabel: string | null
}

/** Those whose words everybody can read come first. */
export const listSaid = (db: Queryable, answerIds: readonly string[], most: number): Promise<SaidRow[]> => db<
  SaidRow[]
>`
  select answer.id as answer_id, answer.code, answer.version, said.decision, answer.lang,
         case when answer.state <> 'taken-down' then said.reason end as reason,
         listed.number, listed.comments
  from consultations.answers as answer
  join consultations.answer_versions as said on said.answer_id = answer.id and said.n = answer.version
  cross join lateral (
    select count(*)::int as number,
           coalesce((
             select jsonb_agg(jsonb_build_object(
                      'code', first.code, 'lang', first.lang, 'words', left(first.body, 300), 'quote', left(first.quote, 300),
                      'suggestion', left(first.suggestion, 300), 'authorName', first.author_name,
                      'organisation', first.organisation, 'articleLabel', first.article_label) order by first.place)
             from (
               select comment.code, comment.lang, comment.body, comment.quote, comment.suggestion, comment.author_name,
                      comment.organisation, comment.article_label,
                      row_number() over (order by (comment.body is null and comment.suggestion is null), comment.sent_at, comment.code) as place
               from consultations.answered_comments as mine
               join consultations.published_comments as comment on comment.id = mine.comment_id
               where mine.answer_id = answer.id
               order by place limit ${most}) as first), '[]') as comments
    from consultations.answered_comments as answered where answered.answer_id = answer.id
  ) as listed
  where answer.version > 0 and ${amongIds(db, 'answer.id', answerIds)}`
