/** More would say nothing of what a record is about. */
export const MOST_TOPICS = 5
/** A tree of three steps: field, topic, topic below it. */
export const DEEPEST_TOPIC = 3
export const TOPIC_NAME_LENGTH = 120

type Node = { id: string; parentId: string | null }

/** The tree as a list, each with how deep it stands; what lost its parent stands at the top. */
export function treeOrder<T extends Node>(topics: readonly T[]): (T & { depth: number })[] {
  const known = new Set(topics.map(({ id }) => id))
  const below = (parentId: string | null, depth: number): (T & { depth: number })[] =>
    topics
      .filter((topic) => (topic.parentId !== null && known.has(topic.parentId) ? topic.parentId : null) === parentId)
      .flatMap((topic) => [{ ...topic, depth }, ...(depth < 20 ? below(topic.id, depth + 1) : [])])
  return below(null, 1)
}

/** How deep something under this parent would stand; 0 when it would stand under itself. */
export function depthUnder(topics: readonly Node[], id: string, parentId: string | null): number {
  let depth = 1
  for (let at = parentId; at !== null; depth += 1) {
    if (at === id || depth > 20) return 0
    const parent = at
    at = topics.find((topic) => topic.id === parent)?.parentId ?? null
  }
  return depth
}
