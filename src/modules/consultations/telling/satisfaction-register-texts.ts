import { column } from '#platform/export/column-rules.ts'
import { ADDRESS, CHANGED_AT, INSTITUTION } from '#platform/export/column-texts.ts'

/** The register of satisfaction: what it is called and what it holds. */
export const satisfactionWords = {
  title: { sq: 'Kënaqësia me përgjigjet e konsultimeve', en: 'Satisfaction with answers in consultations' },
  description: {
    sq: 'Sa përgjigje iu dërguan autorëve të komenteve dhe si i vlerësuan ata, një rresht për çdo institucion dhe vit. Me më pak se pesë vlerësime nuk thuhet sa janë të kënaqur.',
    en: 'How many answers the authors of comments were told, and how they rated them, one row for each institution and year. With fewer than five ratings it is not said how many are satisfied.',
  },
  keywords: { sq: ['kënaqësi', 'vlerësim', 'përgjigje'], en: ['satisfaction', 'rating', 'answer'] },
} as const

export const SATISFACTION_COLUMNS = [
  column(
    'id',
    'string',
    { sq: ['Identifikuesi', 'Institucioni dhe viti.'], en: ['Identifier', 'Institution and year.'] },
    { required: true },
  ),
  INSTITUTION,
  column(
    'year',
    'year',
    {
      sq: ['Viti', 'I njoftimit dhe i vlerësimit, sipas orës së institucionit.'],
      en: ['Year', 'Of the telling and of the rating, by the clock of the institution.'],
    },
    { required: true },
  ),
  column(
    'told',
    'integer',
    {
      sq: ['Përgjigje të dërguara', 'Me e-postë ose me letër të dorëzuar; çdo autor i çdo komenti një herë.'],
      en: ['Answers told', 'By e-mail or by a letter handed over; each author of each comment once.'],
    },
    { required: true },
  ),
  column(
    'ratings',
    'integer',
    { sq: ['Vlerësime', 'Sa vlerësime u dhanë.'], en: ['Ratings', 'How many ratings were given.'] },
    { required: true },
  ),
  column('satisfied', 'integer', {
    sq: ['Të kënaqur', 'Vlerësimet 4 dhe 5. Bosh kur ka më pak se pesë vlerësime.'],
    en: ['Satisfied', 'Ratings of 4 and 5. Empty with fewer than five ratings.'],
  }),
  column(
    'share',
    'number',
    {
      sq: ['Pjesa e të kënaqurve', 'Për qind, me një shifër pas presjes. Bosh kur ka më pak se pesë vlerësime.'],
      en: ['Share satisfied', 'Per cent, with one decimal. Empty with fewer than five ratings.'],
    },
    { unit: '%' },
  ),
  column(
    'target',
    'integer',
    { sq: ['Objektivi', 'Për qind, të paktën.'], en: ['Target', 'Per cent, at least.'] },
    { required: true, unit: '%' },
  ),
  CHANGED_AT,
  ADDRESS,
]
