import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { publishedText } from '#platform/texts/published-text-view.ts'
import { findShown, isDivision, type ShownNode } from '#platform/texts/shown-tree-rules.ts'
import type { Because, TextHolder } from '#platform/texts/text-holder.ts'
import { WHOLE_TEXT_LIMIT } from '#platform/texts/text-length-rules.ts'
import { versionOf, viewRecord, type PublicVersion, type RecordView } from './record-view.ts'

export type VersionView = RecordView & {
  version: PublicVersion
  /** The whole text: where citations in it lead. */
  tree: readonly ShownNode[]
  /** The part of the text that is on this page, and what the contents list names. */
  text: readonly ShownNode[]
  contents: readonly ShownNode[]
  /** A long text: its chapters are pages of their own. */
  split: boolean
  /** The chapter that this page shows, and those beside it. */
  division: ShownNode | null
  previous: ShownNode | null
  next: ShownNode | null
  /** Because of what people said this version changed what stands on this page. */
  because: readonly Because[]
}

/** The text of one version; with a division, only that part of it. */
export async function viewVersion(
  services: Services,
  asked: { holder: TextHolder; lang: Lang; slug: string; n: number; divisionId?: string },
): Promise<VersionView | null> {
  const view = await viewRecord(services, asked.holder, asked.lang, asked.slug)
  const version = view && versionOf(view, asked.n)
  if (!view || !version) return null
  const { tree, length } = await publishedText(services.db, version.id, services.clock.now())
  const division = asked.divisionId === undefined ? null : findShown(tree, asked.divisionId)
  if (asked.divisionId !== undefined && (!division || !isDivision(division))) return null
  const contents = tree.filter((node) => isDivision(node))
  const split = length > WHOLE_TEXT_LIMIT
  const before = view.versions[view.versions.indexOf(version) + 1]
  const wish = { recordId: view.record.id, versionId: version.id, sinceId: before?.id ?? null }
  const nodeIds = division ? [division.nodeId] : null
  const because = before ? await asked.holder.because?.(services.db, asked.lang, { ...wish, nodeIds }) : null
  const place = division ? contents.findIndex((node) => node.nodeId === division.nodeId) : -1
  return {
    ...view,
    version,
    tree,
    text: division ? [division] : split ? tree.filter((node) => !isDivision(node)) : tree,
    contents,
    split,
    division,
    previous: place > 0 ? (contents[place - 1] ?? null) : null,
    next: place >= 0 ? (contents[place + 1] ?? null) : null,
    because: because ?? [],
  }
}
