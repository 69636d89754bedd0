/** What stands in the record where a source said nothing of its own. */
export const sq = {
  council: 'Këshilli',
  closedAtSource: 'Me dyer të mbyllura sipas burimit',
  endOfTerm: 'Fundi i mandatit',
  noParty: 'Pa parti',
}
export type ExchangeTexts = typeof sq
