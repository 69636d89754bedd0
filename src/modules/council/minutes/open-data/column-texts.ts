import { column } from '#platform/export/column-rules.ts'
import { ADDRESS, CHANGED_AT, INSTITUTION } from '#platform/export/column-texts.ts'

const NEEDED = { required: true }
const KEY = column('id', 'string', { sq: ['Kodi', 'I përhershëm.'], en: ['Id', 'Lasting.'] }, NEEDED)
const MEETING = column(
  'meeting',
  'string',
  { sq: ['Mbledhja', 'Kodi i mbledhjes.'], en: ['Meeting', 'Id of the meeting.'] },
  NEEDED,
)
const BODY = column(
  'council_body',
  'string',
  { sq: ['Organi', 'Këshilli ose komisioni.'], en: ['Body', 'The council or commission.'] },
  NEEDED,
)
const DAY = column('day', 'date', { sq: ['Dita', 'Dita e mbledhjes.'], en: ['Day', 'Day of the meeting.'] })
const YEAR = column('year', 'year', { sq: ['Viti', 'Viti i mbledhjes.'], en: ['Year', 'Year of the meeting.'] })
const PERSON = column(
  'person',
  'string',
  { sq: ['Kodi i anëtarit', 'I përhershëm.'], en: ['Member id', 'Lasting.'] },
  NEEDED,
)
const PERSON_NAME = column(
  'person_name',
  'string',
  { sq: ['Anëtari', 'Emri i anëtarit.'], en: ['Member', 'Name of the member.'] },
  NEEDED,
)
const QUESTION = column('question', 'string', {
  sq: ['Çështja', 'Çfarë u votua. Bosh: me dyer të mbyllura.'],
  en: ['Question', 'What was voted. Empty: behind closed doors.'],
})
const RESULT = column(
  'result',
  'string',
  { sq: ['Rezultati', 'Si përfundoi votimi.'], en: ['Result', 'How the vote ended.'] },
  { required: true, values: ['adopted', 'rejected', 'tied'] },
)

const count = (name: string, sq: [string, string], en: [string, string]) => column(name, 'integer', { sq, en }, NEEDED)

export const VOTE_COLUMNS = [
  KEY,
  INSTITUTION,
  MEETING,
  BODY,
  DAY,
  YEAR,
  count('ordinal', ['Nr.', 'Renditja në mbledhje.'], ['No.', 'Its place in the meeting.']),
  column('item', 'integer', { sq: ['Pika', 'Pika e rendit të ditës.'], en: ['Item', 'Item of the agenda.'] }),
  column('item_title', 'string', {
    sq: ['Titulli i pikës', 'Si e sheh kushdo.'],
    en: ['Item title', 'As everybody reads it.'],
  }),
  column('stage', 'string', { sq: ['Faza', 'Çfarë u votua.'], en: ['Stage', 'What was voted.'] }, NEEDED),
  column('article', 'string', {
    sq: ['Neni', 'Për votimet nen për nen.'],
    en: ['Article', 'Of votes article by article.'],
  }),
  QUESTION,
  column(
    'method',
    'string',
    { sq: ['Mënyra', 'Si u votua.'], en: ['Method', 'How it was voted.'] },
    { required: true, values: ['by-name', 'by-hands', 'secret'] },
  ),
  column(
    'closed',
    'boolean',
    { sq: ['Me dyer të mbyllura', 'Po ose jo.'], en: ['Behind closed doors', 'Yes or no.'] },
    NEEDED,
  ),
  column('majority_of', 'string', {
    sq: ['Shumica e kujt', 'Mbi kë llogaritet.'],
    en: ['Majority of', 'Of whom it is reckoned.'],
  }),
  column('majority', 'string', { sq: ['Shumica', 'Thyesa që duhej.'], en: ['Majority', 'The fraction needed.'] }),
  column('majority_basis', 'string', {
    sq: ['Baza', 'Ku qëndron shumica.'],
    en: ['Basis', 'Where the majority stands.'],
  }),
  column('needed', 'integer', { sq: ['Duheshin', 'Vota pro që duheshin.'], en: ['Needed', 'Votes in favour needed.'] }),
  count('members', ['Anëtarë', 'Sa anëtarë ka organi.'], ['Members', 'How many members the body has.']),
  count('quorum', ['Kuorumi', 'Sa duhej të ishin.'], ['Quorum', 'How many had to be there.']),
  count('present', ['Të pranishëm', 'Sa ishin.'], ['Present', 'How many were there.']),
  count('entitled', ['Me të drejtë vote', 'Sa mund të votonin.'], ['Entitled', 'How many could vote.']),
  count('votes_for', ['Pro', 'Vota pro.'], ['For', 'Votes in favour.']),
  count('votes_against', ['Kundër', 'Vota kundër.'], ['Against', 'Votes against.']),
  count('votes_abstain', ['Abstenime', 'Sa abstenuan.'], ['Abstaining', 'How many abstained.']),
  count('not_voting', ['Nuk votuan', 'Ishin dhe nuk votuan.'], ['Not voting', 'There and did not vote.']),
  RESULT,
  CHANGED_AT,
  ADDRESS,
]

export const BALLOT_COLUMNS = [
  KEY,
  INSTITUTION,
  column('vote', 'string', { sq: ['Votimi', 'Kodi i votimit.'], en: ['Vote', 'Id of the vote.'] }, NEEDED),
  MEETING,
  BODY,
  DAY,
  YEAR,
  QUESTION,
  PERSON,
  PERSON_NAME,
  column('party', 'string', { sq: ['Partia', 'Në ditën e votimit.'], en: ['Party', 'On the day of the vote.'] }),
  column(
    'choice',
    'string',
    { sq: ['Vota', 'Si votoi.'], en: ['Choice', 'How they voted.'] },
    { required: true, values: ['for', 'against', 'abstain', 'not-voting'] },
  ),
  RESULT,
  CHANGED_AT,
  ADDRESS,
]

export const ATTENDANCE_COLUMNS = [
  KEY,
  INSTITUTION,
  MEETING,
  BODY,
  column(
    'body_kind',
    'string',
    { sq: ['Lloji i organit', 'Këshill ose komision.'], en: ['Kind of body', 'Council or commission.'] },
    NEEDED,
  ),
  DAY,
  YEAR,
  PERSON,
  PERSON_NAME,
  column(
    'state',
    'string',
    { sq: ['Prania', 'Si ishte në mbledhje.'], en: ['Attendance', 'Whether they were there.'] },
    { required: true, values: ['present', 'remote', 'excused', 'absent'] },
  ),
  column('from_at', 'datetime', { sq: ['Nga', 'Kur erdhi.'], en: ['From', 'When they came.'] }),
  column('to_at', 'datetime', { sq: ['Deri', 'Kur u largua.'], en: ['To', 'When they left.'] }),
  column('minutes', 'integer', {
    sq: ['Minuta', 'Sa ishte, pa pushimet.'],
    en: ['Minutes', 'How long, without breaks.'],
  }),
  count('votes', ['Votime', 'Sa votime pati mbledhja.'], ['Votes', 'How many votes the meeting had.']),
  count('votes_taken_part', ['Mori pjesë', 'Në sa votime.'], ['Taken part', 'In how many votes.']),
  CHANGED_AT,
  ADDRESS,
]

export const registerWords = {
  votes: {
    title: { sq: 'Votimet e këshillave', en: 'Votes of councils' },
    description: {
      sq: 'Çdo votim i mbledhjeve të këshillave dhe komisioneve: çështja, shumica që duhej, numrat, rezultati. Me dyer të mbyllura vetëm numrat.',
      en: 'Every vote in meetings of councils and commissions: question, majority needed, counts, result. Behind closed doors the counts alone.',
    },
    keywords: { sq: ['votim', 'këshill', 'mbledhje'], en: ['vote', 'council', 'meeting'] },
  },
  ballots: {
    title: { sq: 'Si votoi secili anëtar', en: 'How each member voted' },
    description: {
      sq: 'Një rresht për çdo anëtar dhe votim me emër, me partinë në atë ditë. Votimet e fshehta dhe me dyer të mbyllura nuk janë këtu.',
      en: 'A row for each member and vote by name, with the party on that day. Secret votes and those behind closed doors are not here.',
    },
    keywords: { sq: ['votë', 'këshilltar', 'parti'], en: ['ballot', 'councillor', 'party'] },
  },
  attendance: {
    title: { sq: 'Pjesëmarrja e këshilltarëve', en: 'Attendance of councillors' },
    description: {
      sq: 'Një rresht për çdo anëtar dhe mbledhje të mbyllur të këshillit ose të komisionit: nga kur deri kur, sa minuta, në sa votime.',
      en: 'A row for each member and closed meeting of a council or commission: from when to when, how many minutes, in how many votes.',
    },
    keywords: { sq: ['pjesëmarrje', 'këshilltar', 'mbledhje'], en: ['attendance', 'councillor', 'meeting'] },
  },
} as const
