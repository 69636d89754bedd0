import { institutionsWhere, mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { formatNumber } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { listInstitutions } from '#platform/institutions/institution-queries.ts'
import { readListKey, writeListKey } from '#platform/lists/list-key.ts'
import type { Services } from '#platform/services.ts'
import { listTopics } from '#platform/topics/topic-queries.ts'
import { ACT_KINDS, STATED_FORCES } from '../act-rules.ts'
import { actPermissions as may } from '../permissions.ts'
import { textsIn } from '../texts.ts'
import {
  findArchive,
  listArchiveLines,
  listArchives,
  sumArchiveLines,
  type Archive,
  type ArchiveLine,
  type LineSum,
} from './archive-queries.ts'
import { archiveTexts } from './texts.ts'

const PAGE = 25
const LINES = 50

export type ArchiveListView = {
  items: readonly Archive[]
  older: string | null
  paged: boolean
  /** Where this official may take in an archive. */
  places: readonly { value: string; label: string }[]
}

export async function viewArchives(
  { db }: Services,
  lang: Lang,
  official: Official,
  para: string | undefined,
): Promise<ArchiveListView> {
  const before = readListKey(para)
  const [listed, institutions] = await Promise.all([
    listArchives(db, institutionsWhere(official, may['acts.read']), before, PAGE + 1),
    listInstitutions(db, lang, institutionsWhere(official, may['acts-archive.write'])),
  ])
  const items = listed.slice(0, PAGE)
  const last = items.at(-1)
  return {
    items,
    older: listed.length > PAGE && last ? writeListKey({ at: last.begunAt, id: last.id }) : null,
    paged: before !== null,
    places: institutions.map(({ id, name }) => ({ value: id, label: name })),
  }
}

export type Choice = { value: string; label: string }

export type ArchiveView = {
  archive: Archive
  sums: readonly LineSum[]
  kind: 'doubt' | 'refused'
  lines: readonly ArchiveLine[]
  /** The last line shown, where there are more. */
  next: string | null
  paged: boolean
  /** What a word may mean, by the reason of the doubt; a reason that is not here points to nothing. */
  choices: Readonly<Record<string, readonly Choice[]>>
  notes: readonly string[]
  mayWrite: boolean
}

type Wish = { id: string; kind: string | undefined; after: string | undefined }

/** Null: there is none that this official may read. */
export async function viewArchive(
  { db }: Services,
  lang: Lang,
  official: Official,
  { id, kind: wanted, after: said }: Wish,
): Promise<ArchiveView | null> {
  const archive = isUuid(id) ? await findArchive(db, id) : null
  if (!archive || !mayIn(official, may['acts.read'], archive.institutionId)) return null
  const kind = wanted === 'refused' ? 'refused' : 'doubt'
  const after = said !== undefined && /^\d{1,18}$/.test(said) ? said : null
  const [sums, found, topics] = await Promise.all([
    sumArchiveLines(db, id),
    listArchiveLines(db, id, kind, after, LINES + 1),
    listTopics(db, lang, [archive.institutionId]),
  ])
  const lines = found.slice(0, LINES)
  return {
    archive,
    sums,
    kind,
    lines,
    next: found.length > LINES ? (lines.at(-1)?.id ?? null) : null,
    paged: after !== null,
    choices: choicesOf(
      lang,
      topics.filter(({ retiredOn }) => retiredOn === null).map((topic) => ({ value: topic.id, label: topic.name })),
    ),
    notes: archive.notes.map((note) => noteWords(lang, note)),
    mayWrite: mayIn(official, may['acts-archive.write'], archive.institutionId),
  }
}

function choicesOf(lang: Lang, topics: readonly Choice[]): ArchiveView['choices'] {
  const t = textsIn(lang)
  return {
    'topic-unknown': topics,
    'kind-unknown': ACT_KINDS.map((value) => ({ value, label: t.kinds[value] })),
    'status-unknown': STATED_FORCES.map((value) => ({ value, label: t.statedForces[value] })),
  }
}

/** A note is kept as the program writes it: what, and how many. */
function noteWords(lang: Lang, note: string): string {
  const t = archiveTexts(lang).notes
  const [, what = '', digits = ''] = /^(.*): (\d+)$/.exec(note) ?? []
  const count = formatNumber(Number(digits))
  if (what.startsWith('label ')) return t.label(what.slice(6), count)
  if (what.startsWith('left out, ')) return t.leftOut(what.slice(10), count)
  if (what === 'articles') return t.articles(count)
  if (what === 'repealed') return t.repealed(count)
  if (what === 'numbers-twice') return t.twice(count)
  return what === 'files that no row names' ? t.unnamed(count) : note
}
