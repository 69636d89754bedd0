import type { CalendarQuestion } from './year-calendar-view.ts'

/** What narrows the calendar, as it stands in every address of the same selection; empty: nothing does. */
export function addressOf({ institution, attendance, topic, place }: CalendarQuestion): string {
  const address = new URLSearchParams()
  if (institution) address.set('institucioni', institution)
  if (attendance) address.set('ku', attendance === 'field' ? 'terren' : 'internet')
  if (topic) address.set('fusha', topic)
  if (place) address.set('vendi', place)
  const words = address.toString()
  return words && `?${words}`
}
