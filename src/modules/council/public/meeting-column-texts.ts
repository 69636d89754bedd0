import { column } from '#platform/export/column-rules.ts'
import { ADDRESS, CHANGED_AT, ID, INSTITUTION, LANGUAGE, PUBLISHED_AT } from '#platform/export/column-texts.ts'

export const meetingRegisterTexts = {
  title: { sq: 'Mbledhjet e këshillave dhe të komisioneve', en: 'Meetings of councils and commissions' },
  description: {
    sq: 'Çdo mbledhje e thirrur e një këshilli bashkiak, kuvendi komunal ose komisioni: numri, koha, vendi, kush e thirri, sa pika kishte dhe sa anëtarë erdhën. E mbyllur: vetëm kush e kërkoi dhe pse.',
    en: 'Every meeting called by a municipal council, a municipal assembly or a commission: number, time, place, who called it, how many items it had and how many members came. Behind closed doors: only who asked for it and why.',
  },
  keywords: { sq: ['mbledhje', 'seancë', 'këshill', 'komision'], en: ['meeting', 'session', 'council', 'commission'] },
} as const

const NEEDED = { required: true }

export const MEETING_COLUMNS = [
  ID,
  INSTITUTION,
  column(
    'body_kind',
    'string',
    {
      sq: ['Lloji i organit', 'council: këshilli ose kuvendi; commission: komision ose komitet.'],
      en: ['Kind of body', 'council: the council or assembly; commission: a commission or committee.'],
    },
    { required: true, values: ['council', 'commission'] },
  ),
  column('body', 'string', { sq: ['Organi', 'Si quhet organi.'], en: ['Body', 'What the body is called.'] }, NEEDED),
  column(
    'meeting_kind',
    'string',
    {
      sq: ['Lloji', 'ordinary: e zakonshme; extraordinary: e jashtëzakonshme; urgent: urgjente; constitutive: e para.'],
      en: ['Kind', 'ordinary, extraordinary, urgent, or constitutive (the first one).'],
    },
    { required: true, values: ['ordinary', 'extraordinary', 'urgent', 'constitutive'] },
  ),
  column('number_year', 'integer', {
    sq: ['Viti i numrit', 'Viti i regjistrit në të cilin qëndron numri.'],
    en: ['Year of the number', 'The year of the register in which the number stands.'],
  }),
  column('number', 'integer', {
    sq: ['Numri', 'Numri në regjistrin e organit dhe të vitit.'],
    en: ['Number', 'The number in the register of the body and the year.'],
  }),
  column('number_words', 'string', {
    sq: ['Numri siç u shtyp', 'I mbledhjeve që u morën nga një burim tjetër.'],
    en: ['Number as printed', 'Of meetings that were taken from another source.'],
  }),
  column(
    'title',
    'string',
    { sq: ['Titulli', 'Titulli i saj, ose emri i organit.'], en: ['Title', 'Its title, or the name of the body.'] },
    NEEDED,
  ),
  LANGUAGE,
  column(
    'called_by',
    'string',
    {
      sq: ['E thirri', 'chair: kryetari; mayor, members, prefect: me kërkesën e tyre; other: tjetër.'],
      en: ['Called by', 'chair; mayor, members or prefect: at their request; other.'],
    },
    { required: true, values: ['chair', 'mayor', 'members', 'prefect', 'other'] },
  ),
  column('call_reason', 'string', {
    sq: ['Pse u thirr', 'Kush e kërkoi dhe pse.'],
    en: ['Why', 'Who asked, and why.'],
  }),
  column('short_notice_reason', 'string', {
    sq: ['Pse njoftim i shkurtër', 'Pse njoftimi ishte më i shkurtër se afati.'],
    en: ['Why short notice', 'Why the notice was shorter than the term.'],
  }),
  column('convened_at', 'datetime', {
    sq: ['Njoftuar', 'Kur u thirr (UTC).'],
    en: ['Notice', 'When it was called (UTC).'],
  }),
  column('day', 'date', { sq: ['Dita', 'Dita në të cilën fillon.'], en: ['Day', 'The day on which it begins.'] }),
  column('starts_at', 'datetime', {
    sq: ['Ora e njoftuar', 'Kur fillon (UTC).'],
    en: ['Announced time', 'When it begins (UTC).'],
  }),
  column('ends_at', 'datetime', {
    sq: ['Mbarimi i njoftuar', 'Kur mbaron (UTC).'],
    en: ['Announced end', 'When it ends (UTC).'],
  }),
  column('opened_at', 'datetime', {
    sq: ['Filloi', 'Kur filloi vërtet (UTC).'],
    en: ['Opened', 'When it really opened (UTC).'],
  }),
  column('closed_at', 'datetime', {
    sq: ['Mbaroi', 'Kur mbaroi vërtet (UTC).'],
    en: ['Closed', 'When it really closed (UTC).'],
  }),
  column('place', 'string', { sq: ['Vendi', 'Ku mbahet.'], en: ['Place', 'Where it is held.'] }),
  column(
    'mode',
    'string',
    {
      sq: ['Mënyra', 'in-person: në sallë; online: në internet; hybrid: të dyja.'],
      en: ['Mode', 'in-person, online, or hybrid.'],
    },
    { required: true, values: ['in-person', 'hybrid', 'online'] },
  ),
  column(
    'state',
    'string',
    {
      sq: [
        'Gjendja',
        'convened: e thirrur; postponed: e shtyrë; cancelled: e anuluar; under-way: po zhvillohet; suspended: e ndërprerë; closed: e mbajtur.',
      ],
      en: ['State', 'convened, postponed, cancelled, under-way, suspended, or closed (held).'],
    },
    { required: true, values: ['convened', 'postponed', 'cancelled', 'under-way', 'suspended', 'closed'] },
  ),
  column(
    'closed',
    'boolean',
    {
      sq: ['Me dyer të mbyllura', 'E vërtetë: publiku nuk e ndjek.'],
      en: ['Closed doors', 'True: the public does not follow it.'],
    },
    NEEDED,
  ),
  column('closed_asked_by', 'string', {
    sq: ['Kush kërkoi mbylljen', 'Si e shkroi institucioni.'],
    en: ['Who asked for closed doors', 'As the institution wrote it.'],
  }),
  column('closed_reason', 'string', {
    sq: ['Arsyeja e mbylljes', 'Si e shkroi institucioni.'],
    en: ['Ground', 'Why it is closed.'],
  }),
  column('cancel_reason', 'string', {
    sq: ['Arsyeja e anulimit', 'Pse u anulua.'],
    en: ['Reason', 'Why it was cancelled.'],
  }),
  column(
    'items',
    'integer',
    { sq: ['Pika', 'Sa pika ka rendi i ditës.'], en: ['Items', 'How many items the agenda has.'] },
    NEEDED,
  ),
  column(
    'closed_items',
    'integer',
    {
      sq: ['Pika të mbyllura', 'Sa prej tyre me dyer të mbyllura.'],
      en: ['Closed items', 'How many of them behind closed doors.'],
    },
    NEEDED,
  ),
  column(
    'attended',
    'integer',
    {
      sq: ['Erdhën', 'Sa anëtarë qenë aty, qoftë edhe për pak kohë.'],
      en: ['Attended', 'How many members were there, be it for a short time.'],
    },
    NEEDED,
  ),
  column(
    'history',
    'boolean',
    { sq: ['Nga arkivi', 'E vërtetë: u mor nga arkivi.'], en: ['Of the past', 'True: it was taken from the archive.'] },
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
  PUBLISHED_AT,
  CHANGED_AT,
  ADDRESS,
]
