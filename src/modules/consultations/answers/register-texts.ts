import { column } from '#platform/export/column-rules.ts'
import { ADDRESS, CHANGED_AT, ID, INSTITUTION, LANGUAGE, PUBLISHED_AT } from '#platform/export/column-texts.ts'
import { DECISIONS, NOT_CONSIDERED_GROUNDS } from './answer-rules.ts'

export const FEEDBACK_COLUMNS = [
  ID,
  column(
    'code',
    'string',
    { sq: ['Kodi', 'Kodi me të cilin gjendet përgjigjja.'], en: ['Code', 'The code by which the answer is found.'] },
    { required: true },
  ),
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
    'decision',
    'string',
    {
      sq: [
        'Vendimi',
        'accepted: pranuar; partly-accepted: pranuar pjesërisht; rejected: nuk u pranua; outside-scope: jashtë objektit; not-considered: nuk u mor në shqyrtim.',
      ],
      en: ['Decision', 'What the institution decided on the comments.'],
    },
    { required: true, values: [...DECISIONS] },
  ),
  column(
    'ground',
    'string',
    {
      sq: [
        'Shkaku',
        'Pse nuk u mor në shqyrtim: held: u mbajt nga moderimi; late: erdhi pas afatit; taken-down: u hoq.',
      ],
      en: ['Ground', 'Why they were not considered: held by moderation, late, taken down.'],
    },
    { values: [...NOT_CONSIDERED_GROUNDS] },
  ),
  column('reason', 'string', {
    sq: ['Arsyetimi', 'Fjalët e institucionit. Bosh: u hoq nga publiku.'],
    en: ['Reason', 'The words of the institution. Empty: taken down.'],
  }),
  LANGUAGE,
  column(
    'state',
    'string',
    {
      sq: ['Gjendja', 'published: e publikuar; taken-down: e hequr nga publiku.'],
      en: ['State', 'published; taken-down.'],
    },
    { required: true, values: ['published', 'taken-down'] },
  ),
  column(
    'version',
    'integer',
    { sq: ['Versioni', 'I fundit i publikuar.'], en: ['Version', 'The newest that was published.'] },
    { required: true },
  ),
  column(
    'number',
    'integer',
    {
      sq: ['Komente', 'Sa komenteve u përgjigjet.'],
      en: ['Comments', 'How many comments it answers.'],
    },
    { required: true },
  ),
  column('comments', 'string', {
    sq: ['Kodet e komenteve', 'Me hapësirë midis tyre.'],
    en: ['Codes of the comments', 'With a space between them.'],
  }),
  column(
    'proposed_role',
    'string',
    { sq: ['Propozuar nga', 'Roli ose njësia.'], en: ['Proposed by', 'The role or the unit.'] },
    { required: true },
  ),
  column(
    'decided_role',
    'string',
    { sq: ['Vendosur nga', 'Roli.'], en: ['Decided by', 'The role.'] },
    { required: true },
  ),
  column('correction', 'string', {
    sq: ['Arsyeja e korrigjimit', 'E versionit të fundit, nëse është korrigjim.'],
    en: ['Why it was corrected', 'Of the newest version, where it is a correction.'],
  }),
  PUBLISHED_AT,
  CHANGED_AT,
  ADDRESS,
]

export const feedbackRegisterWords = {
  title: { sq: 'Përgjigjet e institucioneve ndaj komenteve', en: 'Answers of institutions to comments' },
  description: {
    sq: 'Çdo përgjigje e publikuar ndaj komenteve në konsultimet publike: vendimi, arsyetimi, komentet për të cilat vlen dhe kush e propozoi e vendosi, me rol.',
    en: 'Every published answer to comments in public consultations: the decision, the reason, the comments it stands for, and as which role it was proposed and decided.',
  },
  keywords: { sq: ['përgjigje', 'koment', 'konsultim'], en: ['answer', 'feedback', 'comment', 'consultation'] },
}

/** What the search calls it. */
export const answerKindWords = {
  sq: { one: 'përgjigje ndaj komenteve', many: 'përgjigje ndaj komenteve' },
  en: { one: 'answer to comments', many: 'answers to comments' },
}
