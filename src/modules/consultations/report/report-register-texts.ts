import { column } from '#platform/export/column-rules.ts'
import { ADDRESS, CHANGED_AT, ID, INSTITUTION, PUBLISHED_AT } from '#platform/export/column-texts.ts'
import { OUTCOMES } from './report-rules.ts'

/** The register of reports: what it is called and what it holds. */
export const reportRegisterWords = {
  title: { sq: 'Raportet e konsultimeve', en: 'Consultation reports' },
  description: {
    sq: 'Raportet e konsultimeve të përfunduara, me shifrat e tyre siç ishin kur u publikua versioni i fundit. Fjalët e raportit dhe matrica e komenteve janë te faqja e çdo raporti, edhe si JSON.',
    en: 'Reports of concluded consultations, with their figures as they were when the newest version was published. The words of a report and the matrix of comments stand on the page of each, as JSON too.',
  },
  keywords: {
    sq: ['raport', 'konsultim', 'komente', 'përgjigje'],
    en: ['report', 'consultation', 'comments', 'answers'],
  },
} as const

const counted = (name: string, sq: [string, string], en: [string, string]) => column(name, 'integer', { sq, en })

const came = (name: string, sq: string, en: string) =>
  counted(`by_${name}`, [`Komente ${sq}`, 'Nga komentet.'], [`Comments ${en}`, 'Of the comments.'])

export const REPORT_COLUMNS = [
  ID,
  INSTITUTION,
  column(
    'consultation',
    'string',
    { sq: ['Konsultimi', 'Identifikuesi i konsultimit.'], en: ['Consultation', 'Identifier of the consultation.'] },
    { required: true },
  ),
  column(
    'title',
    'string',
    {
      sq: ['Titulli', 'I konsultimit, siç ishte atëherë.'],
      en: ['Title', 'Of the consultation, as it was called then.'],
    },
    { required: true },
  ),
  counted('version', ['Versioni', 'I fundit i publikuar.'], ['Version', 'The newest that was published.']),
  column('reason', 'string', {
    sq: ['Arsyeja', 'Pse u botua një version tjetër; bosh për të parin.'],
    en: ['Reason', 'Why another version was published; empty for the first.'],
  }),
  column(
    'outcome',
    'string',
    { sq: ['Përfundimi', 'Çfarë ndodh me projektin.'], en: ['Outcome', 'What becomes of the draft.'] },
    { values: OUTCOMES },
  ),
  column('statement', 'string', {
    sq: ['Deklarata', 'Fjalët e institucionit për përfundimin.'],
    en: ['Statement', 'The words of the institution on the outcome, in Albanian.'],
  }),
  counted('comments', ['Komente', 'Të konfirmuara, që qëndrojnë.'], ['Comments', 'Confirmed ones that stand.']),
  counted('accepted', ['Pranuar', 'Nga komentet.'], ['Accepted', 'Of the comments.']),
  counted('partly_accepted', ['Pranuar pjesërisht', 'Nga komentet.'], ['Partly accepted', 'Of the comments.']),
  counted('rejected', ['Nuk u pranua', 'Nga komentet.'], ['Rejected', 'Of the comments.']),
  counted('outside_scope', ['Jashtë objektit', 'Nga komentet.'], ['Outside scope', 'Of the comments.']),
  counted('not_considered', ['Nuk u mor në shqyrtim', 'Nga komentet.'], ['Not considered', 'Of the comments.']),
  counted('unanswered', ['Pa përgjigje', 'Nga komentet.'], ['Not answered', 'Of the comments.']),
  came('web', 'në faqe', 'on the site'),
  came('email', 'me e-postë', 'by e-mail'),
  came('post', 'me letër', 'by letter'),
  came('counter', 'në sportel', 'at a counter'),
  came('phone', 'me telefon', 'by telephone'),
  came('meeting', 'në takim', 'at a meeting'),
  came('register', 'në regjistrin zyrtar', 'in the official register'),
  counted('late', ['Pas afatit', 'Nga komentet.'], ['After the deadline', 'Of the comments.']),
  counted('held', ['Të mbajtura', 'Nga komentet, nga moderimi.'], ['Held', 'Of the comments, by moderation.']),
  counted('withdrawn', ['Të tërhequra', 'Nuk numërohen te komentet.'], ['Withdrawn', 'Not among the comments.']),
  counted(
    'joint_members',
    ['Zëra të tjerë', 'Në parashtrime të përbashkëta, pa njërin për secilin.'],
    ['Further voices', 'In joint submissions, less one each.'],
  ),
  counted('groups', ['Grupe', 'Të konfirmuara, komentesh të ngjashme.'], ['Groups', 'Confirmed, of like comments.']),
  counted(
    'parties',
    ['Palë të përfshira', 'Organizata dhe institucione, secila një herë.'],
    ['Parties', 'Organisations and institutions, each once.'],
  ),
  counted('meetings', ['Takime', 'Publike, të mbajtura.'], ['Meetings', 'Public ones that were held.']),
  counted('participants', ['Pjesëmarrës', 'Në ato takime.'], ['Participants', 'At those meetings.']),
  column('methods', 'list', {
    sq: ['Metodat', 'Mënyrat e komenteve, llojet e takimeve, pyetësori.'],
    en: ['Methods', 'Channels of comments, kinds of meetings, the questionnaire.'],
  }),
  counted('answers', ['Përgjigje', 'Të publikuara.'], ['Answers', 'Published ones.']),
  counted('corrected', ['Përgjigje të korrigjuara', 'Nga përgjigjet.'], ['Answers corrected', 'Of the answers.']),
  counted(
    'days_to_answer_all',
    ['Ditë deri te e fundit', 'Nga mbyllja te përgjigjja e fundit.'],
    ['Days to the last', 'From the closing day to the last answer.'],
  ),
  PUBLISHED_AT,
  CHANGED_AT,
  ADDRESS,
]
