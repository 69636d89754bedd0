import type { CivilDate } from '#law/days.ts'
import type { Lang } from '../../i18n/language.ts'
import type { Query } from '../analysis/analyse-rules.ts'
import type { RecordLang, SearchSource } from '../search-source.ts'
import type { FoundDocument, Named } from './find-queries.ts'
import type { Hit, Hits } from './hits-queries.ts'
import { markedWhole, passageOf, type Marked } from './passage-rules.ts'
import { kindWords, stateWords } from './source-words-rules.ts'

/** A matter in which something was found: the record, and what of it or of its parts holds the words. */
export type FoundGroup = {
  matter: string
  href: string
  title: Marked
  lang: RecordLang
  kind: string
  kindLabel: string
  institution: string | null
  day: CivilDate
  state: string
  stateLabel: string
  dueOn: CivilDate | null
  /** Where the words stand in the record itself; null where only its parts hold them. */
  passage: Marked | null
  parts: FoundPart[]
  /** How many more findings it has than are shown. */
  more: number
}

/** An article, a comment: a part of the matter that has an address of its own. */
export type FoundPart = {
  href: string
  label: Marked
  kind: string
  kindLabel: string | null
  lang: RecordLang
  day: CivilDate
  passage: Marked | null
}

type Naming = {
  lang: Lang
  sources: readonly SearchSource[]
  names: readonly Named[]
  words: Query | null
  /** Else each finding stands alone, as in a search that stays in one matter. */
  byMatter: boolean
}

export function groupsOf(
  naming: Naming,
  { hits }: Hits,
  leaders: readonly Hit[],
  found: readonly FoundDocument[],
): FoundGroup[] {
  const byId = new Map(found.map((one) => [one.id, one]))
  return leaders.flatMap((leader) => {
    const documents = hits.filter(({ group }) => group === leader.group).flatMap(({ id }) => byId.get(id) ?? [])
    const [first] = documents
    // Gone in the meantime.
    if (!first) return []
    const record = naming.byMatter ? found.find(({ subject, part }) => subject === leader.group && part === '') : first
    return [groupOf(naming, leader, record ?? first, documents)]
  })
}

function groupOf(naming: Naming, leader: Hit, record: FoundDocument, documents: readonly FoundDocument[]): FoundGroup {
  const { lang, sources, names, words } = naming
  const own = documents.find(({ id }) => id === record.id)
  const parts = documents.filter(({ id }) => id !== record.id).slice(0, 3)
  const shown = parts.length + (own ? 1 : 0)
  return {
    matter: record.matter,
    href: record.href,
    title: headOf(naming, record),
    lang: record.lang,
    kind: record.kind,
    kindLabel: kindWords(sources, lang, record.kind).one,
    institution: names.find((one) => one.field === 'institution' && one.id === record.institutionId)?.name ?? null,
    day: record.day,
    state: record.state,
    stateLabel: stateWords(sources, lang, record.state, record.kind),
    dueOn: record.dueOn,
    passage: own ? passageOf(own.body, words, own.lang) : null,
    parts: parts.map((part) => partOf(naming, record, part)),
    more: Math.max(0, leader.ofGroup - shown),
  }
}

function headOf({ byMatter, words }: Naming, record: FoundDocument): Marked {
  const title = byMatter || record.heading === null ? record.title : `${record.title} · ${record.heading}`
  return markedWhole(title, words, record.lang)
}

const partOf = ({ lang, sources, words }: Naming, record: FoundDocument, part: FoundDocument): FoundPart => ({
  href: part.href,
  label: markedWhole(part.heading ?? part.title, words, part.lang),
  kind: part.kind,
  kindLabel: part.kind === record.kind ? null : kindWords(sources, lang, part.kind).one,
  lang: part.lang,
  day: part.day,
  passage: passageOf(part.body, words, part.lang),
})
