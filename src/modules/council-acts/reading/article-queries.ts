import { one, type Queryable } from '#platform/db/database.ts'
import type { TextNode } from '#platform/texts/text-queries.ts'

/** An article with all beneath it, as it stands in each of these versions. */
export const listArticleNodes = (db: Queryable, versionIds: readonly string[], nodeId: string): Promise<TextNode[]> =>
  db<TextNode[]>`
    with recursive beneath as (
      select node.* from platform.text_nodes as node
      where node.version_id = any(${versionIds as string[]}::uuid[]) and node.node_id = ${nodeId}
      union all
      select child.* from beneath
      join platform.text_nodes as child on child.version_id = beneath.version_id and child.parent_id = beneath.node_id)
    select one.version_id, one.node_id, one.parent_id, one.ordinal, one.kind, one.label, one.heading, one.body,
           one.printed, one.digest
    from beneath as one order by one.version_id, one.ordinal`

/** The texts of many acts, each in reading order. */
export const listNodesOfVersions = (db: Queryable, versionIds: readonly string[]): Promise<TextNode[]> =>
  db<TextNode[]>`
    select node.version_id, node.node_id, node.parent_id, node.ordinal, node.kind, node.label, node.heading, node.body,
           node.printed, node.digest
    from platform.text_nodes as node where node.version_id = any(${versionIds as string[]}::uuid[])
    order by node.version_id, node.ordinal`

/** The draft from which an act came, and the number of its first version. */
export const findOriginOfAct = async (
  db: Queryable,
  actId: string,
): Promise<{ slug: string; paperRef: string; firstN: number | null } | null> =>
  one(
    await db<{ slug: string; paperRef: string; firstN: number | null }[]>`
      select act.slug, act.paper_ref,
             (select min(state.n) from council_acts.published_states as state where state.act_id = act.id) as first_n
      from council_acts.published_acts as act where act.id = ${actId} and act.paper_ref is not null`,
  )

/** A place of the draft that changed because of a published answer, with the answer and the first comments behind it. */
export type EffectOnAct = {
  nodeId: string
  n: number
  change: string
  code: string
  decision: string
  /** Null: taken down. */
  reason: string | null
  reasonLang: 'sq' | 'en'
  consultationSlug: string
  /** How many comments it answers. */
  number: number
  comments: { code: string; author: string | null; words: string | null; lang: 'sq' | 'en' }[]
}

/**
 * What people said about the draft that an act came from, where it changed the words of these nodes; they keep their lineage
 * from the consultation to the act. Null: of the whole text.
 */
export const listEffectsOnAct = (
  db: Queryable,
  paperRef: string,
  nodeIds: readonly string[] | null,
): Promise<EffectOnAct[]> => db<EffectOnAct[]>`
  select effect.node_id, effect.n, effect.change, effect.code, effect.decision, answer.body as reason,
         answer.lang as reason_lang, consultation.slug as consultation_slug, answer.number, said.comments
  from council.published_papers as paper
  join consultations.published_consultations as consultation
    on consultation.id = nullif(split_part(paper.about_ref, ':', 2), '')::uuid
  join consultations.public_effects as effect on effect.consultation_id = consultation.id
  join consultations.published_answers as answer on answer.id = effect.answer_id
  cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object(
             'code', comment.code, 'author', coalesce(comment.organisation, comment.author_name),
             'words', left(coalesce(comment.body, comment.suggestion), 240), 'lang', comment.lang)
                              order by comment.code), '[]') as comments
    from (select listed.code from jsonb_array_elements_text(answer.comments) as listed (code)
          order by listed.code limit 3) as first
    join consultations.published_comments as comment
      on comment.code = first.code and comment.consultation_id = consultation.id) as said
  where paper.id = nullif(split_part(${paperRef}, ':', 2), '')::uuid
    and paper.about_ref like 'consultations.consultation:%'
    ${nodeIds === null ? db`` : db`and effect.node_id = any(${nodeIds as string[]}::uuid[])`}
  order by effect.n desc, effect.code, effect.id limit 200`
