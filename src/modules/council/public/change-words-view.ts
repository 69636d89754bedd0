import { formatDate, formatMoment } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import type { PublicEvent, PublicItem } from './agenda-queries.ts'
import { textsIn } from './texts.ts'

/** One event in a sentence: what happened, to which item, from what to what, and why. */
export function describeEvent(
  lang: Lang,
  { items, zone }: { items: readonly PublicItem[]; zone: string },
  event: PublicEvent,
): string {
  const t = textsIn(lang)
  const item = event.itemId === null ? undefined : items.find(({ id }) => id === event.itemId)
  const named = item === undefined ? null : `${t.item(item.ordinal)}${item.title === null ? '' : `, ${item.title}`}`
  const fields = Object.entries(event.changes).flatMap(([name, change]) => {
    const label = t.changed[name]
    const values = Array.isArray(change) ? change.map((one) => valueOf(lang, zone, name, one)) : []
    if (label === undefined || values.length !== 2 || (name === 'day' && 'starts_at' in event.changes)) return []
    const [from, to] = values
    return from ? [`${label}: ${from} → ${to ?? '–'}`] : to ? [`${label}: ${to}`] : []
  })
  return [t.events[event.kind], named, ...fields, event.reason && t.page.reason(event.reason)]
    .filter(Boolean)
    .join('. ')
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T/
const DAY = /^\d{4}-\d{2}-\d{2}$/

function valueOf(lang: Lang, zone: string, name: string, value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string' || value === '') return null
  if (name === 'mode') return (textsIn(lang).modes as Record<string, string>)[value] ?? value
  if (MOMENT.test(value)) return formatMoment(lang, new Date(value), zone)
  return DAY.test(value) ? formatDate(lang, value) : value
}
