/** Where a page of a list begins: after the entry of that moment and number. Lists are paged by key, never by number. */
export type ListKey = { at: Date; id: string }

/** As it stands in an address. */
export const writeListKey = ({ at, id }: ListKey): string => `${at.getTime()}.${id}`

/** Null when somebody has changed it: the list then begins at its beginning. */
export function readListKey(words: string | undefined): ListKey | null {
  const parts = /^(\d{1,14})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(words ?? '')
  return parts ? { at: new Date(Number(parts[1])), id: parts[2] ?? '' } : null
}
