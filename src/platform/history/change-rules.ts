/** A field of a record before and after. Values as people read them or as words of the program, never of a citizen. */
export type FieldChange = { field: string; from: string | null; to: string | null }

/** The fields in which two states of a record differ, in the order of the second. */
export function changedFields(before: Record<string, unknown>, after: Record<string, unknown>): FieldChange[] {
  return Object.keys(after).flatMap((field) => {
    const [from, to] = [wordsOf(before[field]), wordsOf(after[field])]
    return from === to ? [] : [{ field, from, to }]
  })
}

function wordsOf(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'string') return value
  return value instanceof Date ? value.toISOString() : JSON.stringify(value)
}
