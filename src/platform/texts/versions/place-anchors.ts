import type { Database, Transaction } from '../../db/database.ts'
import type { Services } from '../../services.ts'
import { findAnchorPlaces, insertPlaces, type StoredPlace } from '../anchor-queries.ts'
import { anchorFinder } from '../compare/anchor-again-rules.ts'
import type { Anchor, AnchorPlace } from '../compare/comparison.ts'
import { viewComparison } from '../compare/comparison-view.ts'
import type { TextHolder } from '../text-holder.ts'
import { findTextVersion, listNodes, listTextVersions, type TextVersion } from '../text-queries.ts'
import { anchorOfPlace } from './place-again-rules.ts'

/** So many in one transaction: what was placed stays placed, should the worker be stopped. */
const BATCH = 200

/**
 * Finds again, in a published version, whatever was said about the versions before it. Safe to run twice and at any
 * moment: what has its place keeps it.
 */
export async function placeAnchors(
  services: Services,
  holders: readonly TextHolder[],
  versionId: string,
): Promise<number> {
  const version = await findTextVersion(services.db, versionId)
  if (version?.state !== 'published') return 0
  const earlier = (await listTextVersions(services.db, version.textId, true)).filter(({ n }) => n < version.n)
  let placed = 0
  for (const one of earlier.toReversed()) {
    for (const holder of holders) placed += await placeAll(services, holder, one, version)
  }
  return placed
}

async function placeAll(
  services: Services,
  holder: TextHolder,
  from: TextVersion,
  version: TextVersion,
): Promise<number> {
  let after: string | null = null
  let placed = 0
  let find: Find | null = null
  for (;;) {
    const anchors: Anchor[] = await holder.listAnchors(services.db, from.id, after, BATCH)
    const last = anchors.at(-1)
    if (!last) return placed
    find ??= await finderBetween(services.db, from, version)
    placed += await placeBatch(services, holder, version, { anchors, find })
    after = last.subject
  }
}

type Find = (anchor: Anchor, decided: StoredPlace | undefined) => AnchorPlace

/**
 * Sought from the words that somebody spoke about, across all versions between: small changes do not add up to a loss. Where
 * a person has decided in the version before, it is sought from there.
 */
async function finderBetween(db: Database, from: TextVersion, version: TextVersion): Promise<Find> {
  const { from: earlier, to, comparison } = await viewComparison(db, from.id, version.id)
  const direct = anchorFinder(earlier, to, comparison)
  if (version.basedOn === null || version.basedOn === from.id) return direct
  const [step, nodes] = await Promise.all([
    viewComparison(db, version.basedOn, version.id),
    listNodes(db, version.basedOn),
  ])
  const onwards = anchorFinder(step.from, step.to, step.comparison)
  return (anchor, decided) => {
    if (!decided || decided.confirmedAt === null) return direct(anchor)
    const again = anchorOfPlace(anchor, decided, nodes)
    return again ? onwards(again) : { outcome: 'gone', nodeId: null, place: null, likeness: 0, certain: true }
  }
}

async function placeBatch(
  services: Services,
  holder: TextHolder,
  { id: versionId, institutionId, basedOn }: TextVersion,
  { anchors, find }: { anchors: readonly Anchor[]; find: Find },
): Promise<number> {
  const subjects = anchors.map(({ subject }) => subject)
  return services.db.begin(async (tx: Transaction): Promise<number> => {
    const [there, before] = await Promise.all([
      findAnchorPlaces(tx, versionId, subjects),
      basedOn === null ? [] : findAnchorPlaces(tx, basedOn, subjects),
    ])
    const known = new Set(there.map(({ subject }) => subject))
    const decided = new Map(before.map((place) => [place.subject, place]))
    const fresh = anchors.filter(({ subject }) => !known.has(subject))
    if (fresh.length === 0) return 0
    const places = fresh.map((anchor) => ({ subject: anchor.subject, ...find(anchor, decided.get(anchor.subject)) }))
    const added = await insertPlaces(tx, { institutionId, versionId, at: services.clock.now() }, places)
    if (added.length > 0) await holder.placed(tx, { versionId, subjects: added })
    return added.length
  })
}
