/** Where a page of findings ends: after the finding of that tier, rank, day and number. */
export type SearchKey = { tier: number; rank: number; day: string; id: string }

/** As it stands in an address. */
export const writeSearchKey = ({ tier, rank, day, id }: SearchKey): string => `${tier}.${rank}.${day}.${id}`

/** Null when somebody has changed it. */
export function readSearchKey(words: string): SearchKey | null {
  const [, tier, rank, day, id] =
    /^(\d)\.(\d{1,9})\.(\d{4}-(?:0\d|1[0-2])-(?:0[1-9]|[12]\d))\.(\d{1,18})$/.exec(words) ?? lastDays(words)
  return day === undefined || id === undefined ? null : { tier: Number(tier), rank: Number(rank), day, id }
}

/** Days 30 and 31, of the months that have them: others PostgreSQL would refuse. */
const lastDays = (words: string): readonly (string | undefined)[] =>
  /^(\d)\.(\d{1,9})\.(\d{4}-(?:(?:0[13-9]|1[0-2])-30|(?:0[13578]|1[02])-31))\.(\d{1,18})$/.exec(words) ?? []
