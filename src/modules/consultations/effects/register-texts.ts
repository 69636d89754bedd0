import { column } from '#platform/export/column-rules.ts'
import { ADDRESS, CHANGED_AT, ID, INSTITUTION, PUBLISHED_AT } from '#platform/export/column-texts.ts'
import { CHANGES_THE_TEXT } from '../answers/answer-rules.ts'
import { EFFECT_CHANGES } from './effect-rules.ts'

export const EFFECT_COLUMNS = [
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
    'answer',
    'string',
    {
      sq: ['Përgjigjja', 'Kodi i saj te regjistri “pergjigjet-ndaj-komenteve”.'],
      en: ['Answer', 'Its code in the register “pergjigjet-ndaj-komenteve”.'],
    },
    { required: true },
  ),
  column(
    'decision',
    'string',
    {
      sq: ['Vendimi', 'accepted: pranuar; partly-accepted: pranuar pjesërisht.'],
      en: ['Decision', 'What the institution decided on the comments.'],
    },
    { required: true, values: [...CHANGES_THE_TEXT] },
  ),
  column('comments', 'string', {
    sq: ['Kodet e komenteve', 'Të gjitha komentet që merr përgjigjja, me hapësirë midis tyre.'],
    en: ['Codes of the comments', 'All comments that the answer answers, with a space between them.'],
  }),
  column(
    'version',
    'integer',
    {
      sq: ['Versioni', 'Numri i versionit të tekstit që e solli ndryshimin.'],
      en: ['Version', 'Number of the version of the text that brought the change.'],
    },
    { required: true },
  ),
  column(
    'node',
    'string',
    {
      sq: [
        'Vendi',
        'Identifikuesi i vendit në tekst; i njëjtë në çdo version. I një vendi të hequr: i versionit të mëparshëm.',
      ],
      en: [
        'Place',
        'Identifier of the place in the text; the same in every version. Of what was taken out: of the version before.',
      ],
    },
    { required: true },
  ),
  column('article', 'string', {
    sq: ['Neni', 'Numri i nenit në atë version. Bosh: vendi nuk gjendet në asnjë nen.'],
    en: ['Article', 'Number of the article in that version. Empty: the place stands in no article.'],
  }),
  column(
    'change',
    'string',
    {
      sq: [
        'Ndryshimi',
        'new: shtuar; reworded: riformuluar; split: ndarë; merged: bashkuar; moved: zhvendosur; gone: hequr.',
      ],
      en: ['Change', 'What became of the place in that version.'],
    },
    { required: true, values: [...EFFECT_CHANGES] },
  ),
  PUBLISHED_AT,
  CHANGED_AT,
  ADDRESS,
]

export const effectsRegisterWords = {
  title: { sq: 'Ndikimi i komenteve në tekste', en: 'Effect of comments on texts' },
  description: {
    sq: 'Çdo vend i një teksti që ndryshoi për shkak të komenteve: përgjigjja që i pranoi, kodet e komenteve, versioni, neni dhe lloji i ndryshimit.',
    en: 'Every place of a text that changed because of comments: the answer that accepted them, codes of the comments, the version, the article and the kind of change.',
  },
  keywords: { sq: ['koment', 'ndikim', 'nen', 'version'], en: ['comment', 'effect', 'article', 'version'] },
}
