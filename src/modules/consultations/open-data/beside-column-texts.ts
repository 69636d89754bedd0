import { column } from '#platform/export/column-rules.ts'
import {
  ADDRESS,
  CHANGED_AT,
  FILE_COLUMNS,
  ID,
  INSTITUTION,
  LANGUAGE,
  PUBLISHED_AT,
} from '#platform/export/column-texts.ts'

export const COMMENT_GROUP_COLUMNS = [
  column(
    'code',
    'string',
    { sq: ['Kodi', 'Kodi me të cilin gjendet grupi.'], en: ['Code', 'The code by which the group is found.'] },
    { required: true },
  ),
  ID,
  INSTITUTION,
  column(
    'consultation',
    'string',
    {
      sq: ['Konsultimi', 'Identifikuesi i konsultimit te regjistri “konsultimet”.'],
      en: ['Consultation', 'Identifier of the consultation in the register “konsultimet”.'],
    },
    { required: true },
  ),
  column(
    'title',
    'string',
    { sq: ['Emri', 'Emri i grupit; pa emër, kodi.'], en: ['Name', 'The name of the group; without one, its code.'] },
    { required: true },
  ),
  column(
    'state',
    'string',
    {
      sq: ['Gjendja', 'confirmed: i konfirmuar; dissolved: i shpërbërë; proposed: konfirmimi u mor mbrapsht.'],
      en: ['State', 'confirmed; dissolved; proposed: its confirmation was taken back.'],
    },
    { required: true, values: ['confirmed', 'dissolved', 'proposed'] },
  ),
  column('article', 'string', {
    sq: ['Neni', 'Neni për të cilin janë komentet. Bosh: i gjithë projekti.'],
    en: ['Article', 'The article the comments speak of. Empty: the whole draft.'],
  }),
  column('sample', 'string', {
    sq: ['Shembulli', 'Kodi i komentit me të cilin krahasohen të tjerët.'],
    en: ['Sample', 'Code of the comment the others are compared with.'],
  }),
  column(
    'number',
    'integer',
    { sq: ['Komente', 'Sa komente ka grupi.'], en: ['Comments', 'How many comments the group has.'] },
    { required: true },
  ),
  column('members', 'string', {
    sq: ['Anëtarët', 'Kodet e të gjitha komenteve, me hapësirë midis tyre.'],
    en: ['Members', 'Codes of all its comments, with a space between them.'],
  }),
  PUBLISHED_AT,
  column('confirmed_at', 'datetime', {
    sq: ['Konfirmuar', 'Kur e konfirmoi një zyrtar.'],
    en: ['Confirmed', 'When an official confirmed it.'],
  }),
  CHANGED_AT,
  ADDRESS,
]

export const CONSULTATION_DOCUMENT_COLUMNS = [
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
    'consultation',
    'string',
    {
      sq: ['Konsultimi', 'Identifikuesi i konsultimit.'],
      en: ['Consultation', 'Identifier of the consultation.'],
    },
    { required: true },
  ),
  column(
    'role',
    'string',
    {
      sq: [
        'Roli',
        'draft: projekti; reasoning: relacioni (në Kosovë edhe memorandumi shpjegues); notice: njoftimi; annex: shtojcë.',
      ],
      en: ['Role', 'draft, reasoning, notice, annex.'],
    },
    { required: true },
  ),
  column(
    'title',
    'string',
    { sq: ['Titulli', 'Si quhet dokumenti.'], en: ['Title', 'What the document is called.'] },
    { required: true },
  ),
  LANGUAGE,
  ...FILE_COLUMNS,
  ADDRESS,
]
