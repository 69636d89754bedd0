import { foldWords } from '../words-rules.ts'

const WORD =
  /^(?:neni|pjesa|titulli|kapitulli|kreu|nënseksioni|seksioni|nënkreu|aneksi?|lidhj[ae]|shtojc[aë]|article|part|title|chapter|section|annex|appendix|schedule|art|sec|chap|§+|član|deo|naslov|glava|poglavlje|odeljak|prilog)(?![\p{L}\d])\.?\s*(?:nr\.?\s*)?[:–—-]?\s*/iu

/** The label of what `<num>` prints: `Neni 39/1` → `39/1`, `(a)` → `a`, `KREU II –` → `II`; null: a word without a number. */
export function labelOfNum(num: string): string | null {
  const bare = foldWords(num)
    .replace(WORD, '')
    .replace(/\s?[:–—-]+$/u, '')
  const label = bare.replace(/^\((.*?)\)?$/u, '$1').replace(/\s?[.)]+$/u, '')
  return label.replace(/\s*\/\s*/g, '/') || null
}
