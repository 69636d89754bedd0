import { mayIn } from '#platform/auth/permissions.ts'
import type { Official } from '#platform/auth/visitor.ts'
import type { Door } from '#platform/door.ts'
import type { ListedChange } from '#platform/history/change-list-queries.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { subjectKind } from '#platform/subjects/find-subjects.ts'
import { readRef } from '#platform/subjects/subject-rules.ts'
import type { Subject } from '#platform/subjects/subject.ts'
import { textsOf } from '../../account/account-texts.ts'
import { historyTexts } from './texts.ts'

/** A change in words. */
export type HistoryLine = {
  id: string
  at: Date
  zone: string
  institution: string
  ref: string
  record: string
  recordLang: Lang
  /** Its page in the office; null when it is gone, or this official may not open it. */
  href: string | null
  what: string
  who: string
  role: string
  reason: string | null
  fields: readonly { name: string; from: string | null; to: string | null }[]
}

export function lineOf(
  doors: readonly Door[],
  lang: Lang,
  change: ListedChange,
  record: Subject | null,
  official: Official,
): HistoryLine {
  const t = historyTexts(lang)
  const kind = readRef(change.subject)?.kind ?? ''
  const known = subjectKind(doors, kind)
  const words = wordsOf(doors, kind, lang)
  return {
    id: change.id,
    at: change.at,
    zone: change.zone,
    institution: change.institution ?? t.installation,
    ref: change.subject,
    record: record?.title ?? known?.name[lang] ?? t.recordKinds[kind] ?? t.gone,
    recordLang: record?.lang ?? lang,
    href: record && known && mayIn(official, known.readers, record.institutionId) ? record.officeHref : null,
    what: words.kinds[change.kind] ?? t.kinds[change.kind] ?? change.kind,
    who: change.byName ?? t.by[change.byKind],
    role: [...change.byRoles.map((role) => textsOf(lang).roles[role]), change.byPost ?? ''].filter(Boolean).join(', '),
    reason: change.reason && (words.values[change.reason] ?? change.reason),
    fields: change.fields.map(({ field, from, to }) => ({
      name: words.fields[field] ?? t.fields[field] ?? field,
      from: valueOf(lang, words.values, from),
      to: valueOf(lang, words.values, to),
    })),
  }
}

/** Words of the door whose record it is, else of any door: a task about a case is told in the words of tasks. */
function wordsOf(doors: readonly Door[], kind: string, lang: Lang) {
  const own = doors.find(({ subjects }) => subjects && Object.hasOwn(subjects, kind))
  const all = own?.changeWords ? [own] : doors
  return {
    kinds: Object.assign({}, ...all.map((door) => door.changeWords?.[lang].kinds)) as Record<string, string>,
    fields: Object.assign({}, ...all.map((door) => door.changeWords?.[lang].fields)) as Record<string, string>,
    values: Object.assign({}, ...doors.map((door) => door.changeWords?.[lang].values)) as Record<string, string>,
  }
}

function valueOf(lang: Lang, values: Record<string, string>, value: string | null): string | null {
  if (value === null) return null
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(lang, value) : (values[value] ?? value)
}

/** Every kind of record of the house, for the filter. */
export const recordKinds = (doors: readonly Door[], lang: Lang): { value: string; label: string }[] =>
  [
    ...doors.flatMap(({ subjects }) =>
      Object.entries(subjects ?? {}).map(([value, { name }]) => ({ value, label: name[lang] })),
    ),
    ...Object.entries(historyTexts(lang).recordKinds).map(([value, label]) => ({ value, label })),
  ].filter(({ value }, index, all) => all.findIndex((one) => one.value === value) === index)
