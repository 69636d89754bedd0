import { column } from '#platform/export/column-rules.ts'
import { ADDRESS, ID, INSTITUTION, LANGUAGE } from '#platform/export/column-texts.ts'

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
  column('file_name', 'string', {
    sq: ['Emri i skedarit', 'Me të cilin ruhet skedari.'],
    en: ['File name', 'As it is saved.'],
  }),
  column(
    'media_type',
    'string',
    { sq: ['Lloji i skedarit', 'Siç e emërton IANA.'], en: ['Kind of file', 'As IANA names it.'] },
    { required: true },
  ),
  column('size', 'integer', { sq: ['Madhësia', 'Në bajt.'], en: ['Size', 'In bytes.'] }, { required: true, unit: 'B' }),
  column(
    'sha256',
    'string',
    { sq: ['Shuma e kontrollit', 'SHA-256 e skedarit.'], en: ['Digest', 'SHA-256 of the file.'] },
    { required: true },
  ),
  column('version', 'integer', { sq: ['Versioni', 'Nga 1.'], en: ['Version', 'Counted from 1.'] }, { required: true }),
  column(
    'added_at',
    'datetime',
    { sq: ['Shtuar më', 'Kur u shtua (UTC).'], en: ['Added', 'When it was added (UTC).'] },
    { required: true },
  ),
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
