import { column } from '#platform/export/column-rules.ts'
import { ADDRESS, CHANGED_AT, ID, INSTITUTION } from '#platform/export/column-texts.ts'
import { CHANNEL, SENDER_KIND } from '../open-data/column-texts.ts'

/** The register of answers: what it is called and what it holds. */
export const answersRegister = {
  title: { sq: 'Përgjigjet e pyetjeve në konsultime', en: 'Answers to questions in consultations' },
  description: {
    sq: 'Përgjigjet e publikuara ndaj pyetjeve të institucioneve, një rresht për çdo përgjigje. Përpara se të mbyllet afati janë këtu vetëm kur institucioni ka vendosur që rezultatet të shihen. Kush ka dërguar disa komente ka disa rreshta; te rezultatet numërohet më e reja.',
    en: 'Published answers to questions of institutions, one row each. Before the closing day they are here only where the institution has decided that results are shown. Whoever has sent several comments has several rows; of these the newest is counted in the results.',
  },
  keywords: { sq: ['pyetje', 'përgjigje', 'pyetësor'], en: ['question', 'answer', 'questionnaire'] },
  source: {
    sq: 'Përgjigjet janë të autorëve të komenteve; institucioni i publikon ashtu siç erdhën.',
    en: 'The answers are those of the authors of comments; the institution publishes them as they came.',
  },
} as const

export const ANSWER_COLUMNS = [
  ID,
  INSTITUTION,
  column(
    'consultation',
    'string',
    {
      sq: ['Konsultimi', 'Identifikuesi i konsultimit te regjistri «konsultimet».'],
      en: ['Consultation', 'Identifier of the consultation in the register “konsultimet”.'],
    },
    { required: true },
  ),
  column(
    'question',
    'string',
    {
      sq: ['Identifikuesi i pyetjes', 'I njëjti për të gjitha përgjigjet e saj.'],
      en: ['Identifier of the question', 'The same for all its answers.'],
    },
    { required: true },
  ),
  column(
    'question_words',
    'string',
    { sq: ['Pyetja', 'Siç është tani.'], en: ['Question', 'As it is put now, in Albanian.'] },
    { required: true },
  ),
  column(
    'kind',
    'string',
    {
      sq: ['Lloji', 'one: një zgjedhje; several: disa; scale: shkallë; order: renditje; text: me fjalë.'],
      en: ['Kind', 'one, several, scale, order or text.'],
    },
    { required: true },
  ),
  column(
    'comment',
    'string',
    { sq: ['Komenti', 'Kodi i komentit me të cilin erdhi.'], en: ['Comment', 'Code of the comment it came with.'] },
    { required: true },
  ),
  column('chosen', 'string', {
    sq: ['Zgjedhjet', 'Numrat e alternativave; te renditja nga e para. 0: tjetër.'],
    en: ['Choices', 'Numbers of the options; of an order from the first place. 0: other.'],
  }),
  column('chosen_words', 'string', {
    sq: ['Zgjedhjet me fjalë', 'Fjalët e alternativave, siç janë tani.'],
    en: ['Choices in words', 'The words of the options as they are now, in Albanian.'],
  }),
  column('other', 'string', {
    sq: ['Tjetër', 'Çfarë u shkrua te «Tjetër».'],
    en: ['Other', 'What was written under “Other”.'],
  }),
  column('scale', 'integer', {
    sq: ['Shkalla', 'Sa u zgjodh në shkallë.'],
    en: ['Scale', 'Which step of the scale was chosen.'],
  }),
  column('text', 'string', {
    sq: ['Përgjigjja me fjalë', 'Siç u dërgua.'],
    en: ['Answer in words', 'As it was sent.'],
  }),
  CHANNEL,
  SENDER_KIND,
  column(
    'sent_at',
    'datetime',
    { sq: ['Dërguar më', 'Kur u dërgua (UTC).'], en: ['Sent', 'When it was sent (UTC).'] },
    { required: true },
  ),
  CHANGED_AT,
  ADDRESS,
]
