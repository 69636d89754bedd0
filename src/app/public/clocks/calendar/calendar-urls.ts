/** Addresses of the calendar of holidays, without language prefix. Without a year: this one. */
export const calendarUrls = {
  page: (year?: number) => `/afatet/kalendari${year === undefined ? '' : `?viti=${year}`}`,
  data: (year?: number) => `/afatet/kalendari.json${year === undefined ? '' : `?viti=${year}`}`,
}
