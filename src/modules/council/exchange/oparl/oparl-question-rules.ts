/** What a list is asked: limits and moments, and the address that asks it again. */
export type ListQuestion = {
  createdSince: Date | null
  createdUntil: Date | null
  modifiedSince: Date | null
  modifiedUntil: Date | null
  /** The id after which it goes on. */
  after: string | null
  limit: number
  omitInternal: boolean
}

const MOST = 100
const MOMENTS = ['created_since', 'created_until', 'modified_since', 'modified_until'] as const
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Words: what cannot be understood. */
export function readListQuestion(asked: Readonly<Record<string, string>>): ListQuestion | string {
  const moments = MOMENTS.map((name) => momentOf(asked[name]))
  const bad = moments.findIndex((one) => one === undefined)
  if (bad >= 0) return `${MOMENTS[bad]}: a date and time with offset is needed, as 2026-05-01T00:00:00+02:00`
  const after = asked.after ?? null
  if (after !== null && !ID.test(after)) return 'after: unknown'
  const [createdSince = null, createdUntil = null, modifiedSince = null, modifiedUntil = null] = moments
  const hint = Number(asked.limit)
  return {
    createdSince,
    createdUntil,
    modifiedSince,
    modifiedUntil,
    after,
    limit: Number.isInteger(hint) && hint > 0 ? Math.min(hint, MOST) : MOST,
    omitInternal: asked.omit_internal === 'true' || asked.omit_internal === '1',
  }
}

/** Null: not asked. Undefined: no moment. A plus that was not encoded arrives as a space. */
function momentOf(words: string | undefined): Date | null | undefined {
  if (words === undefined) return null
  const whole = words.replace(/ (?=\d{2}:?\d{2}$)/, '+')
  if (!MOMENT.test(whole)) return undefined
  const at = new Date(whole)
  return Number.isNaN(at.getTime()) ? undefined : at
}

/** The same list from another place, with all that was asked. */
export function askedAgain(address: string, asked: Readonly<Record<string, string>>, after: string | null): string {
  const kept = [...MOMENTS, 'limit', 'omit_internal'].flatMap((name) => {
    const value = asked[name]
    return value === undefined ? [] : [[name, value.replace(/ (?=\d{2}:?\d{2}$)/, '+')] as [string, string]]
  })
  const query = new URLSearchParams(after === null ? kept : [...kept, ['after', after]]).toString()
  return query === '' ? address : `${address}?${query}`
}
