/**
 * What somebody looks for or follows: words, and what narrows them. One shape for the search page, feeds, calendars and
 * those who follow, so that what is found is what is followed.
 */
export type Selection = {
  /** As typed; empty: everything. */
  words: string
  /** One matter alone: its reference. */
  matter: string | null
  kind: string | null
  /** By its word in addresses. */
  institution: string | null
  year: number | null
  /** Id of a topic: those below it count. */
  topic: string | null
  /** Id of a place: those within it count. */
  place: string | null
  state: string | null
}

export const EVERYTHING: Selection = {
  words: '',
  matter: null,
  kind: null,
  institution: null,
  year: null,
  topic: null,
  place: null,
  state: null,
}

/** The names of the fields in addresses, in the order in which they are written. */
export const SELECTION_FIELDS = {
  words: 'q',
  matter: 'ceshtja',
  kind: 'lloji',
  institution: 'institucioni',
  year: 'viti',
  topic: 'tema',
  place: 'vendi',
  state: 'gjendja',
} as const satisfies Record<keyof Selection, string>

/** One selection has one address, whatever the order in which it was typed: what is the same is followed once. */
export function selectionQuery(selection: Selection): string {
  const query = new URLSearchParams()
  for (const [name, field] of Object.entries(SELECTION_FIELDS)) {
    const value = selection[name as keyof Selection]
    if (value !== null && value !== '') query.set(field, String(value).normalize('NFC').trim())
  }
  return query.toString()
}
