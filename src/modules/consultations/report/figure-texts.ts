import { formatNumber } from '#platform/i18n/formats.ts'
import type { Lang } from '#platform/i18n/language.ts'
import { DECISIONS } from '../answers/answer-rules.ts'
import { en as answersEn } from '../answers/texts.en.ts'
import { sq as answersSq } from '../answers/texts.sq.ts'
import { CHANNELS, SENDER_KINDS, type Channel } from '../comments/comment-rules.ts'
import { senderKindWords } from '../comments/sender-kind-texts.ts'
import { sq as entrySq } from '../entry/texts.sq.ts'
import { en as entryEn } from '../entry/texts.en.ts'
import type { Figures } from './figure-rules.ts'

/** One figure on a page, on paper and in a file: by which word data call it, what it is called, and how it is reckoned. */
export type FigureLine = { key: string; words: string; formula: string; value: number | string | null }

type Counted = Exclude<keyof Figures, 'byDecision' | 'byChannel' | 'bySender' | 'methods'>
type Said = readonly [words: string, formula: string]

const SQ: Record<Counted | 'methods', Said> = {
  comments: ['Komente', 'Komentet e konfirmuara që qëndrojnë: të publikuara, në pritje, të mbajtura ose të hequra.'],
  late: ['Komente pas afatit', 'Nga komentet, ato që u dërguan pasi u mbyll afati.'],
  held: ['Komente të mbajtura nga moderimi', 'Nga komentet, ato që sot janë të mbajtura, me shkak publik.'],
  withdrawn: ['Komente të tërhequra', 'Të konfirmuara e pastaj të tërhequra nga autori; nuk numërohen te komentet.'],
  jointMembers: [
    'Zëra të tjerë në parashtrime të përbashkëta',
    'Organizatat që qëndrojnë pas një parashtrimi të përbashkët, pa njërën për secilin: ajo është vetë komenti.',
  ],
  groups: ['Grupe komentesh të ngjashme', 'Grupet e konfirmuara nga një zyrtar.'],
  parties: [
    'Palë të përfshira',
    'Organizatat dhe institucionet që folën ose e drejtuan bashkë konsultimin, secila një herë sipas emrit publik.',
  ],
  meetings: ['Takime të mbajtura', 'Takimet publike të mbajtura që janë të lidhura me konsultimin.'],
  participants: ['Pjesëmarrës në takime', 'Shuma e të pranishmëve siç u numëruan në ato takime.'],
  methods: [
    'Metoda',
    'Mënyra të ndryshme: çdo mënyrë me të cilën erdhën komente, çdo lloj takimi i mbajtur dhe pyetësori.',
  ],
  answers: ['Përgjigje të publikuara', 'Një përgjigje për shumë komente numërohet një herë.'],
  corrected: ['Përgjigje të korrigjuara', 'Nga përgjigjet, ato që kanë më shumë se një version publik.'],
  daysToAnswerAll: [
    'Ditë deri te përgjigjja e fundit',
    'Ditë të plota nga dita e mbylljes deri në ditën kur edhe komenti i fundit mori përgjigje.',
  ],
}

const EN: Record<Counted | 'methods', Said> = {
  comments: ['Comments', 'Confirmed comments that stand: published, waiting, held or taken down.'],
  late: ['Comments after the deadline', 'Of the comments, those sent after the window had closed.'],
  held: ['Comments held by moderation', 'Of the comments, those held today, each with a public ground.'],
  withdrawn: ['Comments withdrawn', 'Confirmed and then withdrawn by their authors; not among the comments.'],
  jointMembers: [
    'Further voices in joint submissions',
    'Organisations that stand by a joint submission, less one each: that one is the comment itself.',
  ],
  groups: ['Groups of like comments', 'Groups that an official confirmed.'],
  parties: [
    'Parties involved',
    'Organisations and institutions that spoke or led the consultation together, each once by its public name.',
  ],
  meetings: ['Meetings held', 'Public meetings that were held and are linked with the consultation.'],
  participants: ['Participants of meetings', 'The sum of those present as they were counted at those meetings.'],
  methods: [
    'Methods',
    'Distinct ways: each way by which comments came, each kind of meeting held, and the questionnaire.',
  ],
  answers: ['Answers published', 'An answer to many comments counts once.'],
  corrected: ['Answers corrected', 'Of the answers, those with more than one public version.'],
  daysToAnswerAll: [
    'Days to the last answer',
    'Whole days from the closing day to the day on which the last comment had its answer.',
  ],
}

const UNANSWERED = { sq: 'Pa përgjigje', en: 'Not answered' } as const
const UNKNOWN = { sq: 'Nuk u tha', en: 'Not said' } as const
const BREAKDOWN = {
  sq: {
    decision: (words: string) => `Nga komentet, ato me vendimin «${words}».`,
    unanswered: 'Nga komentet, ato pa përgjigje të publikuar.',
    channel: (words: string) => `Nga komentet, ato që erdhën kështu: ${words}.`,
    sender: (words: string) => `Nga komentet, ato ku folësi është: ${words}.`,
    unknown: 'Nga komentet, ato ku nuk u tha kush flet.',
  },
  en: {
    decision: (words: string) => `Of the comments, those decided as “${words}”.`,
    unanswered: 'Of the comments, those without a published answer.',
    channel: (words: string) => `Of the comments, those that came like this: ${words}.`,
    sender: (words: string) => `Of the comments, those whose speaker is: ${words}.`,
    unknown: 'Of the comments, those of which nobody said who speaks.',
  },
} as const

const MEETING_KINDS: Record<Lang, Record<string, string>> = {
  sq: {
    'public-hearing': 'dëgjesë publike',
    consultative: 'takim konsultativ',
    workshop: 'punëtori',
    'focus-group': 'fokus-grup',
    'working-group': 'grup pune',
    information: 'takim informues',
  },
  en: {
    'public-hearing': 'public hearing',
    consultative: 'consultative meeting',
    workshop: 'workshop',
    'focus-group': 'focus group',
    'working-group': 'working group',
    information: 'information meeting',
  },
}

export const meetingKindWords = (lang: Lang, kind: string): string => MEETING_KINDS[lang][kind] ?? kind

export const channelWords = (lang: Lang, channel: Channel): string =>
  (lang === 'en' ? entryEn : entrySq).channels[channel]

/** `channel:web`, `meeting:workshop`, `questionnaire` in words. */
export function methodWords(lang: Lang, method: string): string {
  const [what, which = ''] = method.split(':')
  if (what === 'meeting') return meetingKindWords(lang, which)
  if (what === 'questionnaire') return lang === 'en' ? 'questionnaire' : 'pyetësor'
  const channel = CHANNELS.find((one) => one === which)
  return channel ? channelWords(lang, channel) : method
}

/** What is counted by decision, channel and sender: those that are nought are left out by who shows them. */
export function linesOfFigures(lang: Lang, figures: Figures): FigureLine[] {
  const said = lang === 'en' ? EN : SQ
  const line = (key: Counted): FigureLine => ({ key, words: said[key][0], formula: said[key][1], value: figures[key] })
  return [
    line('comments'),
    ...brokenDown(lang, figures),
    line('late'),
    line('held'),
    line('withdrawn'),
    line('jointMembers'),
    line('groups'),
    line('parties'),
    line('meetings'),
    line('participants'),
    { key: 'methods', words: said.methods[0], formula: said.methods[1], value: figures.methods.length },
    line('answers'),
    line('corrected'),
    line('daysToAnswerAll'),
  ]
}

/** The comments by decision, by channel and by sender. */
function brokenDown(lang: Lang, figures: Figures): FigureLine[] {
  const t = BREAKDOWN[lang]
  const { decisions } = lang === 'en' ? answersEn : answersSq
  const senders = senderKindWords[lang]
  return [
    ...DECISIONS.map((one) => ({
      key: `byDecision.${one}`,
      words: decisions[one],
      formula: t.decision(decisions[one]),
      value: figures.byDecision[one],
    })),
    {
      key: 'byDecision.unanswered',
      words: UNANSWERED[lang],
      formula: t.unanswered,
      value: figures.byDecision.unanswered,
    },
    ...CHANNELS.map((one) => ({
      key: `byChannel.${one}`,
      words: channelWords(lang, one),
      formula: t.channel(channelWords(lang, one)),
      value: figures.byChannel[one],
    })),
    ...SENDER_KINDS.map((one) => ({
      key: `bySender.${one}`,
      words: senders[one],
      formula: t.sender(senders[one]),
      value: figures.bySender[one],
    })),
    { key: 'bySender.unknown', words: UNKNOWN[lang], formula: t.unknown, value: figures.bySender.unknown },
  ]
}

/** A value as people read it. */
export const figureValue = ({ value }: FigureLine, notYet: string): string =>
  value === null ? notYet : typeof value === 'number' ? formatNumber(value) : value
