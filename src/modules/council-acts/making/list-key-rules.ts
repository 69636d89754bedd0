/**
 * Where a page of the office's list begins. The list is ordered by the day of adoption, newest first, and within a day by number;
 * what has no day or no number yet stands above. An archive taken in today is old all the same.
 */
export type ActKey = { day: string; serial: number; id: string }

/** Above every day and every number; the same words stand in the query and in its index. */
const NO_DAY = '9999-12-31'
const NO_SERIAL = 2147483647

export const keyOfAct = (act: { adoptedOn: string | null; serial: number | null; id: string }): ActKey => ({
  day: act.adoptedOn ?? NO_DAY,
  serial: act.serial ?? NO_SERIAL,
  id: act.id,
})

/** As it stands in an address. */
export const writeActKey = ({ day, serial, id }: ActKey): string => `${day}.${serial}.${id}`

/** Null when somebody has changed it: the list then begins at its beginning. */
export function readActKey(words: string | undefined): ActKey | null {
  const parts = /^(\d{4}-\d\d-\d\d)\.(\d{1,10})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(words ?? '')
  const [day = '', serial, id = ''] = parts?.slice(1) ?? []
  const exists = parts !== null && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)
  return exists && Number(serial) <= NO_SERIAL ? { day, serial: Number(serial), id } : null
}
