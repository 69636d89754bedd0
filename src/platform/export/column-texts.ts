import { column } from './column-rules.ts'

/** Columns that many registers have. */
export const ID = column(
  'id',
  'string',
  {
    sq: ['Identifikuesi', 'Nuk ndryshon kurrë; me të njihet i njëjti rresht në çdo kopje.'],
    en: ['Identifier', 'Never changes; the same row is known by it in every copy.'],
  },
  { required: true },
)

export const INSTITUTION = column(
  'institution',
  'string',
  {
    sq: ['Institucioni', 'Emri i shkurtër, siç shkruhet në adresa; emri i plotë është te regjistri “institucionet”.'],
    en: [
      'Institution',
      'Its short name, as it stands in addresses; the full name stands in the register “institucionet”.',
    ],
  },
  { required: true },
)

export const MAYBE_INSTITUTION = column('institution', 'string', {
  sq: ['Institucioni', 'Emri i shkurtër, siç shkruhet në adresa. Bosh: vlen për të gjithë.'],
  en: ['Institution', 'Its short name, as it stands in addresses. Empty: it holds for all.'],
})

export const COUNTRY = column(
  'country',
  'string',
  {
    sq: ['Shteti', 'AL: Shqipëria; XK: Kosova.'],
    en: ['Country', 'AL: Albania; XK: Kosovo.'],
  },
  { required: true, values: ['AL', 'XK'] },
)

export const LANGUAGE = column(
  'lang',
  'string',
  {
    sq: ['Gjuha', 'Gjuha në të cilën është shkruar: sq, en ose sr.'],
    en: ['Language', 'The language it is written in: sq, en or sr.'],
  },
  { required: true },
)

export const PUBLISHED_AT = column('published_at', 'datetime', {
  sq: ['Koha e publikimit', 'Kur mund ta lexonte kushdo për herë të parë (UTC).'],
  en: ['Published', 'When everybody could first read it (UTC).'],
})

export const CHANGED_AT = column(
  'changed_at',
  'datetime',
  {
    sq: ['Ndryshimi i fundit', 'Kur ndryshoi për herë të fundit (UTC).'],
    en: ['Last change', 'When it last changed (UTC).'],
  },
  { required: true },
)

export const ADDRESS = column(
  'url',
  'uri',
  {
    sq: ['Adresa', 'Faqja ku lexohet e plotë.'],
    en: ['Address', 'The page on which it is read in full.'],
  },
  { required: true },
)

/** Of a file that everybody can have: its name, kind, size, digest, version, and since when. */
export const FILE_COLUMNS = [
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
]
