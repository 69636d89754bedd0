import { ACT_KINDS, type ActKind } from './act-rules.ts'

/** The word of an address for each kind, where each has numbers of its own. */
const KIND_TYPES: Record<ActKind, string> = {
  decision: 'vendim',
  regulation: 'rregullore',
  resolution: 'rezolute',
  order: 'urdher',
  instruction: 'udhezim',
  statute: 'statut',
  law: 'ligj',
  minutes: 'procesverbal',
  notice: 'njoftim',
  report: 'raport',
  other: 'akt-tjeter',
}

/** Of one row of numbers for all acts. */
export const ELI_TYPE = 'akt'

/**
 * The type in the European address of an act: numbers of different rows never meet at one address. Null: the name of the row
 * cannot stand in an address.
 */
export function eliTypeOf(series: string): string | null {
  if (series === '') return ELI_TYPE
  const kind = ACT_KINDS.find((one) => one === series)
  if (kind) return KIND_TYPES[kind]
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(series) ? `${ELI_TYPE}-${series}` : null
}

/** The row of numbers that such an address means; null: none of acts. */
export function seriesOfType(type: string): string | null {
  if (type === ELI_TYPE) return ''
  const kind = ACT_KINDS.find((one) => KIND_TYPES[one] === type)
  if (kind) return kind
  const series = type.startsWith(`${ELI_TYPE}-`) ? type.slice(ELI_TYPE.length + 1) : null
  return series !== null && eliTypeOf(series) === type ? series : null
}
