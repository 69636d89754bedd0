import type { Queryable } from '../../db/database.ts'
import { listNodes, type StoredChange, type TextNode } from '../text-queries.ts'
import { compareVersions, composedLinks, linksOfChanges, openPairsOf, type RecordedLink } from './compare-rules.ts'
import { listStepChanges, listVersionSteps, type VersionStep } from './comparison-queries.ts'
import type { Comparison } from './comparison.ts'

export type ViewedComparison = { from: TextNode[]; to: TextNode[]; comparison: Comparison }

/**
 * Any two versions of one text, by their lineages, and by what was split and merged on the way from one to the other. Also
 * a draft against the version that it continues: what waits for a person is then shown as it was proposed.
 *
 * What was taken out in one version and comes back in a later one is the same again if it was given its old lineage;
 * if nobody said so, it is gone and new.
 */
export async function viewComparison(
  db: Queryable,
  earlierVersionId: string,
  laterVersionId: string,
): Promise<ViewedComparison> {
  const [from, to, links] = await Promise.all([
    listNodes(db, earlierVersionId),
    listNodes(db, laterVersionId),
    linksBetween(db, earlierVersionId, laterVersionId),
  ])
  return { from, to, comparison: compareVersions(from, to, links) }
}

async function linksBetween(db: Queryable, earlier: string, later: string): Promise<RecordedLink[]> {
  const [before, after] = await Promise.all([listVersionSteps(db, earlier), listVersionSteps(db, later)])
  const steps = stepsBetween(before, after)
  const changes = await listStepChanges(
    db,
    steps.map(({ id }) => id),
  )
  if (steps.length === 1) return [...linksOfChanges(changes), ...openPairsOf(changes)]
  const byStep = Map.groupBy(changes, ({ versionId }) => versionId)
  return composedLinks([...byStep.values()].flatMap((some: StoredChange[]) => linksOfChanges(some)))
}

/** The versions that only one of the two goes back to: what they changed lies between them. */
function stepsBetween(before: readonly VersionStep[], after: readonly VersionStep[]): VersionStep[] {
  const [one, other] = [new Set(before.map(({ id }) => id)), new Set(after.map(({ id }) => id))]
  return [...before.filter(({ id }) => !other.has(id)), ...after.filter(({ id }) => !one.has(id))]
}
