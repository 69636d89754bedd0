/** Monday to Friday. Public holidays come with the calendars of the law; until then a closure of the institution says so. */
export function isWeekday(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}
