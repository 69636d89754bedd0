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
