import { senderKindWords } from '../comments/sender-kind-texts.ts'
import type { QuestionTexts } from './texts.sq.ts'

const answers = (n: number): string => (n === 1 ? '1 answer' : `${n} answers`)

const answering: QuestionTexts['answering'] = {
  title: 'Questions of the institution',
  lead: 'You can answer the questions, write a comment, or both. Neither is a condition for the other.',
  leadCompulsory:
    'If you answer the questions, those marked ‘required’ have to be filled in. To send a comment alone you need none of them.',
  ofArticle: 'Questions about this article',
  ofWhole: 'Questions about the draft as a whole',
  compulsory: 'required',
  several: (least, most) =>
    most === null
      ? least === 1
        ? 'Choose as many as you like.'
        : `Choose at least ${least}.`
      : least === most
        ? `Choose ${most}.`
        : `Choose ${least} to ${most}.`,
  other: 'Other',
  otherWhich: 'Which?',
  scale: (to) => `Choose from 1 to ${to}.`,
  scaleEnd: (n, words) => `${n}: ${words}`,
  order: (n) => `Write 1 at the most important, 2 at the next, up to ${n}.`,
  inAlbanian: 'in Albanian',
  bodyOptional: 'You may leave the words empty if you answer questions or propose a wording.',
  articleQuestions: 'There are questions about single articles, too:',
  articleLink: (label) => `questions about article ${label}`,
  corrected: (date, reason) => `The words of the question were corrected on ${date}. Reason: ${reason}`,
  errors: {
    compulsory: 'Answer this question, or leave all questions empty',
    unknown: 'Choose one of the answers',
    tooFew: (least) => `Choose at least ${least}`,
    tooMany: (most) => `Choose up to ${most}`,
    other: 'Write which other answer it is',
    otherLong: (limit) => `The other answer must have up to ${limit} characters`,
    otherUnchosen: 'Choose ‘Other’ or delete the words beside it',
    order: (n) => `Write each number from 1 to ${n} once, or leave all of them empty`,
    long: (limit, over) =>
      `The answer must have up to ${limit} characters; shorten it by ${over === 1 ? '1 character' : `${over} characters`}`,
    nothing: 'Write your comment, propose a wording or answer at least one question',
    nothingArticle: 'Write your comment or propose a wording',
  },
}

const suggestion: QuestionTexts['suggestion'] = {
  label: 'How would you write it?',
  summary: 'Propose another wording',
  hint: 'Change the words below. If you leave them as they are, your comment proposes no wording. If you propose that something is removed altogether, write so in the comment.',
  tooLong: (limit, over) =>
    `The wording must have up to ${limit} characters; shorten it by ${over === 1 ? '1 character' : `${over} characters`}`,
  points: 'The article is long. Choose the part that you would write differently:',
  point: (n) => `paragraph ${n}`,
  shown: 'Proposed wording',
  shownHint: 'Compared with the text it was written on: what is added is underlined, what is removed struck through.',
  onlyPlain: 'The proposed wording, as it was written:',
}

const shown: QuestionTexts['shown'] = {
  answers: 'Answers to the questions',
  count: (n) => `With ${n === 1 ? 'one answer' : `${n} answers`} to the questions`,
  noWords: 'Without further words.',
}

const senderKind: QuestionTexts['senderKind'] = {
  label: 'What kind of organisation is it? (optional)',
  none: 'I do not say',
  kinds: senderKindWords.en,
}

const results: QuestionTexts['results'] = {
  title: 'Questions and answers',
  titleOf: (title) => `Questions and answers: ${title}`,
  lead: 'This page shows what the institution asked and how citizens and organisations answered.',
  none: 'There are no questions in this consultation.',
  people: (n) =>
    n === 0 ? 'Nobody has answered yet.' : n === 1 ? '1 sender has answered.' : `${n} senders have answered.`,
  answers,
  laterAfter: (date) =>
    `Results are shown after the closing day, ${date}, so that answers of others influence nobody. The number of answers is always shown.`,
  later: 'Results are shown after the closing day. The number of answers is always shown.',
  answer: 'Answer the questions',
  howCounted: 'How answers are counted',
  counting: [
    'Only answers of confirmed, published comments are counted. Once a comment is withdrawn, erased or held, its answers are not counted any more.',
    'Each sender counts once for each question: of somebody who has sent several comments the newest answer counts. Senders are known by their confirmed address; answers without an address, such as those on paper, each count separately.',
    'Whoever answers chooses to do so: the results show what those said who answered, not what everybody thinks.',
    'Answers by group are shown only where the group has at least 5 answers, and where the rest does not tell who has answered.',
  ],
  filter: 'By group',
  group: 'Group',
  everybody: 'Everybody',
  bySender: (kind) => `Sender: ${kind}`,
  byChannel: (channel) => `Channel: ${channel}`,
  channels: {
    web: 'website',
    email: 'e-mail',
    post: 'post',
    counter: 'counter',
    phone: 'telephone',
    meeting: 'meeting',
    register: 'official register',
  },
  apply: 'Show',
  hidden:
    'This group has fewer than 5 answers to this question, or they would tell who has answered: they are not shown apart.',
  unknownGroup: 'This group has too few answers to be shown apart. Below are the answers of everybody.',
  ofArticle: (label) => `About article ${label}`,
  ofGoneArticle: 'About an article that is not in the text any more',
  option: 'Answer',
  count: 'Count',
  share: 'Share',
  step: 'Step',
  median: (value) => `Median: ${value}`,
  place: 'Mean rank',
  firsts: 'Times first',
  severalNote: 'Everybody could choose several, so the shares may add up to more than 100 %.',
  orderNote: 'The smaller the number, the more important. The bar shows how often it was put first.',
  chart: (question) => `Chart: ${question}`,
  chartSays: (lines) => `Answers: ${lines}.`,
  readTexts: (n) => `Read ${n === 1 ? 'the answer' : `the ${n} answers`} in words`,
  readOthers: (n) => `Read what was written under ‘Other’ (${n})`,
  noAnswers: 'No answer yet.',
  withdrawn: (date, reason) => `The question was withdrawn on ${date} and is not asked any more. Reason: ${reason}`,
  added: (date, reason) =>
    `The question was added on ${date}, after the consultation had been published. Reason: ${reason}`,
  corrected: (date, before, reason) => `The words were corrected on ${date}. Before: ‘${before}’. Reason: ${reason}`,
  data: 'Answers as data',
  json: 'JSON',
  register: 'Register of answers (CSV)',
  textsTitle: 'Answers in words',
  older: 'Older answers',
  newest: 'To the newest answers',
  paging: 'Pages of answers',
  fromComment: (code, date) => `Comment ${code}, ${date}`,
  back: 'To questions and answers',
  part: {
    title: 'Questions of the institution',
    words: (n) => (n === 1 ? 'The institution asks one question.' : `The institution asks ${n} questions.`),
    seeResults: 'See the answers',
    seeCount: 'See the questions and how many have answered',
  },
}

const office: QuestionTexts['office'] = {
  title: 'Questions',
  lead: 'Questions stand in the form of a comment, beside the free comment. Whoever comments does not have to answer.',
  none: 'No question yet. Add the first.',
  add: 'Add a question',
  addKind: 'What kind of question?',
  choose: 'Continue',
  preview: 'As a citizen sees it',
  previewLead: 'This is how the questions stand in the form of a comment. Nothing is sent from this page.',
  edit: 'Change',
  correct: 'Correct the words',
  ofQuestion: (n) => `of question ${n}`,
  number: (n) => `Question ${n}`,
  up: 'Up',
  down: 'Down',
  remove: 'Remove',
  removed: 'The question was removed.',
  withdraw: 'Withdraw the question',
  withdrawHint:
    'The question is not asked any more. It stays on the page of answers with your reason and the answers so far.',
  withdrawn: 'Withdrawn',
  kind: 'Kind',
  kinds: { one: 'One choice', several: 'Several choices', scale: 'Scale', order: 'Order', text: 'In words' },
  kindHints: {
    one: 'Only one of the answers is chosen.',
    several: 'Several answers are chosen; you set how many.',
    scale: 'From 1 to 5 or to 10, with words at both ends.',
    order: 'Answers are put in order, from the most important.',
    text: 'A free answer in one’s own words.',
  },
  about: 'What is the question about?',
  whole: 'The draft as a whole',
  article: (label, heading) => (heading ? `Article ${label}: ${heading}` : `Article ${label}`),
  label: 'Question',
  labelHint: 'One thing in one question, without leading the answer.',
  labelEn: 'Question in English (optional)',
  hint: 'Explanation below the question (optional)',
  hintEn: 'Explanation in English (optional)',
  options: 'Answers to choose from',
  optionsHint: 'One on each line, 2 to 20.',
  optionsFixed: 'One on each line. After publication their number and order do not change.',
  optionsEn: 'Answers in English (optional)',
  optionsEnHint: 'One on each line, in the same order.',
  other: 'Add ‘Other’ with room for words',
  least: 'At least how many are chosen',
  most: 'At most how many (empty: as many as they like)',
  scale: 'How far does the scale go?',
  scaleTo: (to) => `From 1 to ${to}`,
  low: 'Words at 1',
  lowEn: 'Words at 1 in English (optional)',
  high: 'Words at the other end',
  highEn: 'Words at the other end in English (optional)',
  compulsory: 'Required of those who answer the questions',
  compulsoryHint: 'Whoever sends a comment alone is not hindered: it holds only where somebody answers the questions.',
  reason: 'Reason',
  reasonHint: 'The consultation is public, so everybody reads the reason.',
  save: 'Save the question',
  saved: 'The question was saved.',
  added: 'The question was added.',
  withdrawnDone: 'The question was withdrawn.',
  resultsTitle: 'When are the results shown?',
  resultsAfter: 'After the closing day',
  resultsOpen: 'Already while answers come in',
  resultsHint: 'The number of answers is always shown.',
  resultsSave: 'Save',
  resultsSaved: 'When the results are shown was saved.',
  answersSoFar: answers,
  seeResults: 'Public page of the answers',
  resultsPrivate: 'The results are not public yet.',
  closed: 'The window has closed, so the questions cannot be changed any more.',
  errors: {
    title: 'The question is not saved yet',
    kind: 'Choose the kind of question',
    label: 'The question must have 5 to 300 characters',
    labelEn: 'The question in English must have up to 300 characters',
    hint: 'The explanation must have up to 500 characters',
    options: 'Write 2 to 20 answers, each of up to 200 characters',
    optionsSame: 'Two answers are the same; leave only one',
    optionsCount: (n) => `There must be ${n} answers, as published, in the same order`,
    optionsEn: 'Write as many answers in English as in Albanian, or none',
    least: 'Write a number from 1 to the number of answers',
    most: 'Write a number not smaller than the first and not larger than the number of answers',
    scale: 'Choose how far the scale goes',
    end: 'Write the words of the end, up to 80 characters',
    endEn: 'The words in English must have up to 80 characters',
    about: 'Choose an article of the text or the draft as a whole',
    reason: 'Write the reason, 5 to 1000 characters',
    tooMany: (n) => `A consultation can have up to ${n} questions`,
    changedMeanwhile:
      'Somebody else has changed the question meanwhile. Your words are below; compare them and save again',
    closed: 'The window has closed, so the questions cannot be changed any more',
    public: 'The consultation is public, so the order of the questions cannot be changed any more',
    unchanged: 'You have not changed anything in the question',
  },
  told: {
    added: (label, reason) => `The question ‘${label}’ was added. ${reason}`,
    corrected: (label, reason) => `The words of the question ‘${label}’ were corrected. ${reason}`,
    withdrawn: (label, reason) => `The question ‘${label}’ was withdrawn. ${reason}`,
    results: (open) =>
      open
        ? 'The results of the questions are shown before the window closes, too.'
        : 'The results of the questions are shown after the window has closed.',
  },
}

export const en: QuestionTexts = { answering, suggestion, shown, senderKind, results, office }
