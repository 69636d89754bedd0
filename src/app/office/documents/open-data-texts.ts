import { column } from '#platform/export/column-rules.ts'
import { ADDRESS, FILE_COLUMNS, ID, INSTITUTION, LANGUAGE } from '#platform/export/column-texts.ts'

export const DOCUMENT_COLUMNS = [
  ID,
  column(
    'document',
    'string',
    {
      sq: ['Dokumenti', 'Identifikuesi i dokumentit; një dokument mund të ketë një skedar për çdo gjuhë.'],
      en: ['Document', 'Identifier of the document; it may have a file for each language.'],
    },
    { required: true },
  ),
  INSTITUTION,
  column(
    'role',
    'string',
    { sq: ['Roli', 'Çfarë dokumenti është.'], en: ['Role', 'What kind of document it is.'] },
    { required: true },
  ),
  column(
    'title',
    'string',
    { sq: ['Titulli', 'Si quhet dokumenti.'], en: ['Title', 'What the document is called.'] },
    { required: true },
  ),
  LANGUAGE,
  column('happened_on', 'date', {
    sq: ['Data e dokumentit', 'Data që mban vetë dokumenti; kur dihet vetëm viti ose muaji, dita e parë e tij.'],
    en: [
      'Date of the document',
      'The date on the document itself; where only the year or the month is known, its first day.',
    ],
  }),
  ...FILE_COLUMNS,
  ADDRESS,
]

export const registerTexts = {
  title: { sq: 'Dokumentet publike', en: 'Public documents' },
  description: {
    sq: 'Dokumentet publike të arkivit të institucioneve: çfarë janë, në cilën gjuhë, sa të mëdha, me cilën shumë kontrolli. Dokumentet e konsultimeve kanë regjistrin e tyre.',
    en: 'Public documents of the archives of institutions: what they are, in which language, how large, with which digest. Documents of consultations have a register of their own.',
  },
  keywords: { sq: ['dokument', 'arkiv'], en: ['document', 'archive'] },
} as const
