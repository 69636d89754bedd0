/** Whether the numbers of an archive run in one row, or one row for each kind. */
export type Numbering = 'one' | 'by-kind'

const HIGHEST = 1_000_000

export const numberFits = (serial: number | null): boolean => serial !== null && serial > 0 && serial <= HIGHEST

type Numbered = { kind: string; year: number | null; serial: number | null; series: string }

/**
 * Two kinds that have the same number in the same year, several times: the numbers run by kind. Once alone may be a slip
 * of the pen.
 */
export function numberingOf(acts: readonly Numbered[]): Numbering {
  const kinds = new Map<string, Set<string>>()
  for (const { kind, year, serial, series } of acts) {
    if (serial === null || series !== '') continue
    const place = `${year}/${serial}`
    const held = kinds.get(place) ?? new Set<string>()
    kinds.set(place, held.add(kind))
  }
  return [...kinds.values()].filter((held) => held.size > 1).length >= 3 ? 'by-kind' : 'one'
}
