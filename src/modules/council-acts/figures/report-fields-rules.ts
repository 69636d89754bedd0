import { WORD_PARTS, type ReportWords, type WordPart } from './report-rules.ts'

const NAMES: Record<WordPart, string> = {
  introduction: 'hyrja',
  plan: 'plani',
  drafts: 'projektaktet',
  consultations: 'konsultimet',
  meetings: 'mbledhjet',
  acts: 'aktet',
  proposers: 'propozuesit',
  force: 'fuqia',
  legality: 'ligjshmeria',
  publication: 'shpallja',
  numbers: 'numrat',
}

/** What the fields of a part are called, in each language. */
export const PART_FIELDS = Object.fromEntries(
  WORD_PARTS.map((part) => [part, { sq: NAMES[part], en: `${NAMES[part]}-en` }]),
) as Record<WordPart, { sq: string; en: string }>

/** The form as it stands with what was saved. */
export const typedOfWords = (words: ReportWords): Record<string, string> =>
  Object.fromEntries(
    WORD_PARTS.flatMap((part) => [
      [PART_FIELDS[part].sq, words[part]?.sq ?? ''],
      [PART_FIELDS[part].en, words[part]?.en ?? ''],
    ]),
  )
