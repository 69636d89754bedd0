import { createHash } from 'node:crypto'
import { civilDateIn } from '#platform/time/civil-date.ts'
import type { Queryable } from '#platform/db/database.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Services } from '#platform/services.ts'
import { viewComparison } from '#platform/texts/compare/comparison-view.ts'
import type { ExportedBecause, ExportedChange, ExportedText } from '#platform/texts/export/exported-text.ts'
import type { ExportedLaw, Legislation } from '#platform/texts/legislation-rules.ts'
import { findVersionDigest } from '#platform/texts/export/export-queries.ts'
import type { ExportOrder } from '#platform/texts/export/export-order.ts'
import type { TextHolder } from '#platform/texts/text-holder.ts'
import { listNodeChanges, listNodes, type TextLang } from '#platform/texts/text-queries.ts'
import { versionUrls } from '#platform/texts/version-address-rules.ts'
import { eliTypeOf, eliUrl } from './eli-rules.ts'
import { versionOf, viewRecord, type PublicVersion, type RecordView } from './record-view.ts'

/** A published version as its files name it, yet without its nodes: those are fetched when a file has to be made. */
export type ExportView = {
  facts: Omit<ExportedText, 'nodes'>
  record: RecordView
  version: PublicVersion
  /** What the file would be made of; it changes when the file would. */
  key: string
}

/** Raised whenever the files are made differently: whoever has an old one is then given the new one. */
const MAKERS = 1

/** Null: no such version, or none that is public. */
export async function viewExport(
  services: Pick<Services, 'db' | 'settings'>,
  holder: TextHolder,
  slug: string,
  n: number,
): Promise<ExportView | null> {
  const first = await viewRecord(services, holder, 'sq', slug)
  const version = first && versionOf(first, n)
  if (!first || !version) return null
  // The names stand in the file in the language of its text.
  const lang = LANGS[version.lang]
  const record = lang === 'sq' ? first : ((await viewRecord(services, holder, lang, slug)) ?? first)
  const [digest, law] = await Promise.all([digestOf(services.db, version.id), viewLaw(services.db, record, lang)])
  const facts = {
    ...factsOf(record, version, digest, services.settings.url),
    ...(law && { law: lawOf(law, record, version) }),
  }
  const key = createHash('sha256')
    .update(JSON.stringify([MAKERS, facts]))
    .digest('base64url')
  return { facts, record, version, key }
}

/** Of what is law. The day does not matter: nothing of it that a file says depends on one. */
const viewLaw = async (db: Queryable, { holder, record }: RecordView, lang: Lang): Promise<Legislation | null> =>
  (await holder.legislation?.(db, lang, record.slug, new Date(0))) ?? null

function lawOf(law: Legislation, { versions }: RecordView, version: PublicVersion): ExportedLaw {
  const { force: _force, states: all, address: _address, eli: _eli, institution: _institution, ...facts } = law
  const ns = new Map(versions.map(({ id, n }) => [id, n]))
  const states = all.flatMap((state) => {
    const n = ns.get(state.versionId)
    return n === undefined || n > version.n ? [] : [{ ...state, n }]
  })
  return { ...facts, states, state: all.find(({ versionId }) => versionId === version.id) ?? null }
}

const LANGS: Record<TextLang, Lang> = { sq: 'sq', en: 'en', sr: 'sq' }

const MOST_DIGESTS = 1_000
const digests = new Map<string, string>()

/** Of a published version for ever the same, and long to compute: over all its nodes. */
async function digestOf(db: Queryable, versionId: string): Promise<string> {
  const known = digests.get(versionId)
  if (known !== undefined) return known
  const digest = (await findVersionDigest(db, versionId)) ?? ''
  if (digests.size >= MOST_DIGESTS) digests.clear()
  digests.set(versionId, digest)
  return digest
}

function factsOf(view: RecordView, version: PublicVersion, digest: string, url: string): Omit<ExportedText, 'nodes'> {
  const { address, holder, institution, record, versions } = view
  const on = (moment: Date) => civilDateIn(record.zone, moment)
  const eli = eliUrl(view, version)
  const { id, lang, n, publishedAt, summary, summaryEn } = version
  return {
    record: {
      subject: record.subject,
      slug: record.slug,
      title: record.title,
      type: eliTypeOf(view),
      aknType: holder.aknType,
      jurisdiction: record.institution.jurisdiction,
      year: record.year,
      number: record.number,
    },
    institution: { slug: record.institution.slug, name: institution.name },
    version: {
      id,
      n,
      lang,
      publishedAt,
      publishedOn: on(publishedAt),
      summary,
      summaryEn,
      basedOn: versions.find((one) => one.id === version.basedOn)?.n ?? null,
      digest,
    },
    history: versions
      .filter((one) => one.n <= n)
      .map((one) => ({ n: one.n, publishedOn: on(one.publishedAt) }))
      .toReversed(),
    addresses: {
      record: url + address,
      version: url + versionUrls.one(address, n),
      eli: eli === null ? null : url + eli,
    },
  }
}

/** The whole text of the version. */
export async function viewExportedText({ db }: Pick<Services, 'db'>, view: ExportView): Promise<ExportedText> {
  return { ...view.facts, nodes: await listNodes(db, view.version.id) }
}

/** What became of its nodes since the version that it continues. */
export async function viewExportedChanges({ db }: Pick<Services, 'db'>, view: ExportView): Promise<ExportedChange[]> {
  const changes = await listNodeChanges(db, view.version.id)
  return changes.map(({ kind, earlierNodeId, nodeId, alsoMoved }) => ({
    kind,
    earlier: earlierNodeId,
    node: nodeId,
    alsoMoved,
  }))
}

/** What people said that changed it since that version. */
export async function viewExportedBecause(
  { db, settings }: Pick<Services, 'db' | 'settings'>,
  { record: { holder, record, versions }, version }: ExportView,
): Promise<ExportedBecause[]> {
  const before = versions.find((one) => one.id === version.basedOn)
  if (!before) return []
  const wish = { recordId: record.id, versionId: version.id, sinceId: before.id, nodeIds: null }
  const because = (await holder.because?.(db, 'sq', wish)) ?? []
  return because.map(({ code, decided, href, places, comments, more }) => ({
    answer: code,
    decision: decided,
    address: settings.url + href,
    nodes: places.flatMap(({ nodeIds }) => nodeIds.at(-1) ?? []),
    comments: comments.map((comment) => comment.code),
    more,
  }))
}

/** What is needed to show the changes since an earlier version. */
export async function viewChangesOrder(
  { db }: Pick<Services, 'db'>,
  view: ExportView,
  earlier: PublicVersion,
): Promise<ExportOrder> {
  const { comparison, from, to } = await viewComparison(db, earlier.id, view.version.id)
  return { kind: 'changes', text: { ...view.facts, nodes: to }, earlier: earlier.n, from, comparison }
}
