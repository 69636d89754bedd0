import type { RoomPages } from './page.ts'

/** The calendar of holidays: a year that is all sure, one with estimated dates, and a year nobody knows. */
export const calendarPages: RoomPages = () =>
  Promise.resolve({
    anonymous: [
      { path: '/afatet/kalendari' },
      { path: '/afatet/kalendari?viti=2033' },
      { path: '/afatet/kalendari?viti=2022' },
      { path: '/afatet/kalendari?viti=1999', status: 404 },
    ],
  })
