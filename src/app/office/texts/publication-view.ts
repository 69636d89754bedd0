import type { Official } from '#platform/auth/visitor.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { anchorFinder } from '#platform/texts/compare/anchor-again-rules.ts'
import { viewComparison } from '#platform/texts/compare/comparison-view.ts'
import type { AnchorPlace } from '#platform/texts/compare/comparison.ts'
import type { TextHolder, TextWarning } from '#platform/texts/text-holder.ts'
import { listNodeChanges, type StoredChange } from '#platform/texts/text-queries.ts'
import { refusalsToPublishVersion, type VersionRefusal } from '#platform/texts/versions/publish-version-rules.ts'
import { viewHead, type TextHead } from './text-view.ts'

/** The preview looks at so many: enough for an official to judge, and never a page that does not come. */
const MOST_PREVIEWED = 2_000

export type AnchorPreview = {
  counts: Record<AnchorPlace['outcome'], number>
  doubtful: number
  all: number
  /** There are more than were looked at. */
  cut: boolean
}

export type PublicationView = TextHead & {
  /** People can still speak about the version that is to be replaced. */
  running: boolean
  kinds: { kind: StoredChange['kind']; count: number }[]
  preview: AnchorPreview
  /** Why it cannot be published as it stands, apart from what the form asks for. */
  refusals: VersionRefusal[]
  /** What should be looked at, and does not stand in the way. */
  warnings: TextWarning[]
}

const KINDS = ['reworded', 'moved', 'split', 'merged', 'new', 'gone'] as const

/** What will happen when the draft is published; null where there is none that continues a version. */
export async function viewPublication(
  services: Services,
  holder: TextHolder,
  official: Official,
  lang: Lang,
  id: string,
): Promise<PublicationView | null> {
  const head = await viewHead(services, holder, official, lang, id)
  if (!head?.draft?.basedOn) return null
  const changes = await listNodeChanges(services.db, head.draft.id)
  const heldBack = await holder.heldBack?.(services.db, id)
  const all = refusalsToPublishVersion({ openDoubts: head.openDoubts, changes, summary: '', heldBack })
  return {
    ...head,
    running: head.record.openUntil !== null && head.record.openUntil > services.clock.now(),
    kinds: KINDS.flatMap((kind) => {
      const count = changes.filter((change) => change.kind === kind).length
      return count > 0 ? [{ kind, count }] : []
    }),
    preview: await previewAnchors(services, head, head.draft.id),
    refusals: all.filter((refusal) => refusal !== 'no-summary'),
    warnings: (await holder.warnings?.(services.db, lang, { recordId: id, versionId: head.draft.id })) ?? [],
  }
}

async function previewAnchors(
  { db }: Services,
  { holder, versions }: TextHead,
  draftId: string,
): Promise<AnchorPreview> {
  const preview: AnchorPreview = {
    counts: { same: 0, moved: 0, reworded: 0, gone: 0 },
    doubtful: 0,
    all: 0,
    cut: false,
  }
  for (const version of versions.filter(({ state }) => state === 'published')) {
    const anchors = await holder.listAnchors(db, version.id, null, MOST_PREVIEWED - preview.all + 1)
    if (anchors.length === 0) continue
    const { from, to, comparison } = await viewComparison(db, version.id, draftId)
    const find = anchorFinder(from, to, comparison)
    for (const anchor of anchors) {
      if (preview.all === MOST_PREVIEWED) return { ...preview, cut: true }
      const place = find(anchor)
      preview.counts[place.outcome] += 1
      preview.all += 1
      if (!place.certain) preview.doubtful += 1
    }
  }
  return preview
}
