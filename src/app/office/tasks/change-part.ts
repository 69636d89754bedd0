import { formatDate } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { Jurisdiction } from '#platform/institutions/institution-rules.ts'
import { TASK_STATES } from '#platform/tasks/task-rules.ts'
import { readCivilDate } from '#platform/time/civil-date.ts'
import type { TaskChangeRow } from './task-list-queries.ts'
import { roleWord } from './task-rows-part.tsx'
import { taskTexts } from './texts.ts'

/** A line of a task's history: `Iu caktua dikujt tjetër (kush e ka: Drita Demo → Ilir Demo)`. */
export function changeLine(lang: Lang, change: TaskChangeRow, jurisdiction: Jurisdiction): string {
  const t = taskTexts(lang)
  const parts = readFields(change.fields).map(({ field, from, to }) => {
    const name = t.fields[field] ?? field
    const say = (value: string | null) => (value === null ? '–' : valueWords(lang, field, value, jurisdiction))
    return from === null && to === null ? name : `${name}: ${from === null ? '' : `${say(from)} → `}${say(to)}`
  })
  const what = t.changes[change.kind] ?? change.kind
  const facts = [...parts, ...(change.reason ? [change.reason] : [])]
  return facts.length > 0 ? `${what} (${facts.join('; ')})` : what
}

function valueWords(lang: Lang, field: string, value: string, jurisdiction: Jurisdiction): string {
  const state = field === 'state' ? TASK_STATES.find((one) => one === value) : undefined
  if (state) return taskTexts(lang).states[state]
  if (field === 'dueOn' && readCivilDate(value)) return formatDate(lang, value)
  return field === 'role' ? roleWord(lang, value, jurisdiction) : value
}

type Field = { field: string; from: string | null; to: string | null }

const readFields = (fields: unknown): Field[] => (Array.isArray(fields) ? (fields as Field[]) : [])
