import type { Queryable } from '#platform/db/database.ts'
import type { ShownNode } from '#platform/texts/shown-tree-rules.ts'
import { listQuestionsAt } from './question-queries.ts'
import { standingOf, type Question } from './question-rules.ts'

/** What is asked of somebody who comments: on the article that they speak about, and on the whole. */
export type Asked = {
  ofArticle: Question[]
  ofWhole: Question[]
  /** Other articles about which something is asked, where the form is about the whole. */
  elsewhere: { nodeId: string; label: string }[]
}

/** All that a form about this article, or about the whole, may bring answers to. */
export const listAsked = async (db: Queryable, slug: string, nodeId: string | null): Promise<Question[]> => {
  const questions = await listQuestionsAt(db, slug)
  return [...(nodeId === null ? [] : standingOf(questions, nodeId)), ...standingOf(questions, null)]
}

export async function viewAsked(
  db: Queryable,
  slug: string,
  nodeId: string | null,
  articles: readonly ShownNode[] = [],
): Promise<Asked> {
  const questions = await listQuestionsAt(db, slug)
  const asked = new Set(questions.flatMap((one) => (one.withdrawnAt === null && one.nodeId ? [one.nodeId] : [])))
  return {
    ofArticle: nodeId === null ? [] : standingOf(questions, nodeId),
    ofWhole: standingOf(questions, null),
    elsewhere:
      nodeId === null
        ? articles.flatMap((one) => (asked.has(one.nodeId) ? [{ nodeId: one.nodeId, label: one.label ?? '' }] : []))
        : [],
  }
}
