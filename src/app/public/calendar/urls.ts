/** The calendar of a year, without language prefix. */
export const calendarUrls = {
  current: () => '/kalendari',
  year: (year: number | string) => `/kalendari/${year}`,
  ical: (year: number | string) => `/kalendari/${year}.ics`,
  data: (year: number | string) => `/kalendari/${year}.json`,
}
