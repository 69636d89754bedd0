/** From the largest: a region (*qark*), a municipality, its unit (*njësi administrative*), village and quarter. */
export const PLACE_LEVELS = ['region', 'municipality', 'unit', 'village', 'quarter'] as const
export type PlaceLevel = (typeof PLACE_LEVELS)[number]

/** What an institution adds below its own municipality. */
export const OWN_LEVELS = ['unit', 'village', 'quarter'] as const
export type OwnLevel = (typeof OWN_LEVELS)[number]

export const MOST_PLACES = 20
export const PLACE_NAME_LENGTH = 120

/** Whether a place of this level may stand directly below one of that level. Kosovo has no units. */
export function mayStandUnder(level: OwnLevel, parent: PlaceLevel): boolean {
  if (parent === 'municipality') return true
  return parent === 'unit' && level !== 'unit'
}
