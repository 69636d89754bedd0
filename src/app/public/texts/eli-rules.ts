type TextLang = 'sq' | 'en' | 'sr'

/** Languages of texts as ELI names them: ISO 639-3. */
export const ELI_LANGUAGES: Record<TextLang, string> = { sq: 'sqi', en: 'eng', sr: 'srp' }

type Numbered = {
  holder: { eliType: string }
  record: { year: number | null; number: number | null; eliType?: string }
  institution: { slug: string; jurisdiction: string }
}

/** The part of the address that says what it is. */
export const eliTypeOf = ({ holder, record }: Pick<Numbered, 'holder' | 'record'>): string =>
  record.eliType ?? holder.eliType

/** The European address of a record, or of one of its versions; null: it has no number of the register. */
export function eliUrl(
  { holder, record, institution }: Numbered,
  version?: { n: number; lang: TextLang },
): string | null {
  const { year, number } = record
  if (year === null || number === null) return null
  const of = `/eli/${institution.jurisdiction.toLowerCase()}/${institution.slug}/${eliTypeOf({ holder, record })}/${year}/${number}`
  return version ? `${of}/${version.n}/${ELI_LANGUAGES[version.lang]}` : of
}
