/** What the history says of the deeds of this room. */
export const historyTexts = {
  sq: { kinds: { 'gap-noted': 'Shpjegoi numra që mungojnë' }, fields: { numbers: 'Numrat', words: 'Shpjegimi' } },
  en: { kinds: { 'gap-noted': 'Explained missing numbers' }, fields: { numbers: 'Numbers', words: 'Explanation' } },
}
