import { column } from '#platform/export/column-rules.ts'
import { ADDRESS, CHANGED_AT, ID, INSTITUTION, LANGUAGE, PUBLISHED_AT } from '#platform/export/column-texts.ts'

export const registerTexts = {
  title: { sq: 'Takimet publike', en: 'Public meetings' },
  description: {
    sq: 'Çdo takim i njoftuar këtu: dëgjesa, punëtori, takime të grupeve të punës, me ditët, vendin, numrin e pjesëmarrësve dhe sa vendime e përfundime dolën. Pa emra pjesëmarrësish.',
    en: 'Every meeting announced here: hearings, workshops, meetings of working groups, with days, place, number of participants and how many decisions and conclusions came out. Without names of participants.',
  },
  keywords: { sq: ['takim', 'dëgjesë', 'pjesëmarrje'], en: ['meeting', 'hearing', 'participation'] },
} as const

const NEEDED = { required: true }

export const MEETING_COLUMNS = [
  ID,
  INSTITUTION,
  column(
    'title',
    'string',
    { sq: ['Titulli', 'Si e quan institucioni.'], en: ['Title', 'As the institution calls it.'] },
    NEEDED,
  ),
  LANGUAGE,
  column('summary', 'string', { sq: ['Përshkrimi', 'Për çfarë mbahet.'], en: ['Summary', 'What it is for.'] }),
  column(
    'meeting_kind',
    'string',
    { sq: ['Lloji', 'Çfarë takimi është.'], en: ['Kind', 'What kind of meeting it is.'] },
    {
      required: true,
      values: ['public-hearing', 'working-group', 'workshop', 'focus-group', 'consultative', 'information'],
    },
  ),
  column(
    'mode',
    'string',
    {
      sq: ['Mënyra', 'field: në terren; online: në internet; both: të dyja. Bosh: nuk dihet.'],
      en: ['Mode', 'field, online, or both. Empty: not known.'],
    },
    { values: ['field', 'online', 'both'] },
  ),
  column('place', 'string', { sq: ['Vendi', 'Ku mbahet.'], en: ['Place', 'Where it is held.'] }),
  column('online_url', 'uri', {
    sq: ['Lidhja', 'Për pjesëmarrje në internet.'],
    en: ['Link', 'For taking part online.'],
  }),
  column('moderator', 'string', {
    sq: ['Drejton', 'Funksioni i atij që e drejton.'],
    en: ['Moderator', 'The post of whoever moderates it.'],
  }),
  column('partners', 'list', { sq: ['Mbështesin', 'Kush e mbështet takimin.'], en: ['Partners', 'Who supports it.'] }),
  column('audience', 'list', { sq: ['Sektorët', 'Kujt i drejtohet.'], en: ['Audience', 'Which sectors it is for.'] }),
  column('languages', 'list', { sq: ['Gjuhët', 'Gjuhët e takimit.'], en: ['Languages', 'Languages of the meeting.'] }),
  column('capacity', 'integer', { sq: ['Vende', 'Sa vende ka.'], en: ['Seats', 'How many seats there are.'] }),
  column('first_day', 'date', { sq: ['Dita e parë', 'Kur fillon.'], en: ['First day', 'When it begins.'] }),
  column('last_day', 'date', { sq: ['Dita e fundit', 'Kur mbaron.'], en: ['Last day', 'When it ends.'] }),
  column('days', 'integer', { sq: ['Ditë', 'Sa ditë mbahet.'], en: ['Days', 'On how many days it is held.'] }, NEEDED),
  column('attendance', 'integer', {
    sq: ['Pjesëmarrës', 'Sa veta erdhën. Bosh: nuk dihet.'],
    en: ['Participants', 'How many came. Empty: not known.'],
  }),
  column(
    'decisions',
    'integer',
    { sq: ['Vendime', 'Sa gjëra u miratuan.'], en: ['Decisions', 'How many things were approved.'] },
    NEEDED,
  ),
  column(
    'conclusions',
    'integer',
    { sq: ['Përfundime', 'Sa përfundime dolën.'], en: ['Conclusions', 'How many conclusions came out.'] },
    NEEDED,
  ),
  column('about', 'list', {
    sq: ['Për çfarë', 'Çështjet me të cilat lidhet, si identifikues.'],
    en: ['About', 'The matters it is about, as identifiers.'],
  }),
  column(
    'state',
    'string',
    {
      sq: ['Gjendja', 'published: i njoftuar; postponed: i shtyrë; cancelled: i anuluar; held: u mbajt.'],
      en: ['State', 'published, postponed, cancelled, or held.'],
    },
    { required: true, values: ['published', 'postponed', 'cancelled', 'held'] },
  ),
  column(
    'history',
    'boolean',
    {
      sq: ['I kaluar', 'E vërtetë: u mor nga arkivi.'],
      en: ['Of the past', 'True: it was taken from the archive.'],
    },
    NEEDED,
  ),
  column(
    'topics',
    'list',
    { sq: ['Fushat', 'Identifikuesit e fushave.'], en: ['Topics', 'Identifiers of topics.'] },
    NEEDED,
  ),
  column(
    'places',
    'list',
    { sq: ['Vendet', 'Identifikuesit e vendeve.'], en: ['Places', 'Identifiers of places.'] },
    NEEDED,
  ),
  column(
    'version',
    'integer',
    { sq: ['Versioni', 'Rritet me çdo ndryshim.'], en: ['Version', 'Grows by each change.'] },
    NEEDED,
  ),
  column('cancelled_at', 'datetime', {
    sq: ['Anuluar më', 'Kur u anulua (UTC).'],
    en: ['Cancelled', 'When it was cancelled (UTC).'],
  }),
  column('cancel_reason', 'string', {
    sq: ['Arsyeja e anulimit', 'Si e shkroi institucioni.'],
    en: ['Reason', 'Why it was cancelled.'],
  }),
  PUBLISHED_AT,
  CHANGED_AT,
  ADDRESS,
]
