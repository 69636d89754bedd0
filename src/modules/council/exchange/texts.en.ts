import type { ExchangeTexts } from './texts.sq.ts'

export const en: ExchangeTexts = {
  council: 'The council',
  closedAtSource: 'Behind closed doors, by the source',
  endOfTerm: 'End of the term',
  noParty: 'No party',
}
