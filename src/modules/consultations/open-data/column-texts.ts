import { column } from '#platform/export/column-rules.ts'
import { ADDRESS, CHANGED_AT, ID, INSTITUTION, LANGUAGE, PUBLISHED_AT } from '#platform/export/column-texts.ts'

export const CHANNEL = column(
  'channel',
  'string',
  {
    sq: ['Mënyra', 'Si erdhi: web, email, post, counter, phone, meeting, register.'],
    en: ['Channel', 'How it came: web, email, post, counter, phone, meeting, register.'],
  },
  { required: true },
)

export const SENDER_KIND = column('sender_kind', 'string', {
  sq: ['Lloji i dërguesit', 'Kush flet: citizen, civil-society, business, academia e të tjera. Bosh: nuk dihet.'],
  en: ['Kind of sender', 'Who speaks: citizen, civil-society, business, academia and others. Empty: not known.'],
})

export const CONSULTATION_COLUMNS = [
  ID,
  INSTITUTION,
  column('number', 'string', {
    sq: ['Numri', 'Numri i regjistrit dhe viti, si 12/2026. Bosh: konsultim i kaluar, i marrë nga arkivi.'],
    en: ['Number', 'Number in the register and year, as 12/2026. Empty: a past consultation, taken from the archive.'],
  }),
  column(
    'title',
    'string',
    { sq: ['Titulli', 'Si e quan institucioni.'], en: ['Title', 'As the institution calls it.'] },
    { required: true },
  ),
  LANGUAGE,
  column('summary', 'string', {
    sq: ['Përmbledhja', 'Për çfarë është projekti.'],
    en: ['Summary', 'What the draft is about.'],
  }),
  column('act_kind', 'string', {
    sq: ['Lloji i aktit', 'Çfarë akti bëhet projekti kur miratohet.'],
    en: ['Kind of act', 'What kind of act the draft becomes once it is adopted.'],
  }),
  column('legal_basis', 'string', {
    sq: ['Baza ligjore', 'Ligji mbi të cilin mbështetet konsultimi, siç e shkroi institucioni.'],
    en: ['Legal basis', 'The law on which the consultation rests, as the institution wrote it.'],
  }),
  column('opens_on', 'date', {
    sq: ['Hapet', 'Dita e parë për komente.'],
    en: ['Opens', 'The first day for comments.'],
  }),
  column('closes_on', 'date', {
    sq: ['Mbyllet', 'Dita e fundit për komente.'],
    en: ['Closes', 'The last day for comments.'],
  }),
  column(
    'state',
    'string',
    {
      sq: ['Gjendja', 'published: i publikuar; cancelled: i anuluar, me arsyen.'],
      en: ['State', 'published; cancelled: with its reason.'],
    },
    { required: true, values: ['published', 'cancelled'] },
  ),
  column(
    'history',
    'boolean',
    {
      sq: ['I kaluar', 'E vërtetë: u zhvillua para se institucioni të përdorte Kuvendin dhe u mor nga arkivi.'],
      en: ['Of the past', 'True: it was held before the institution used Kuvend, and was taken from the archive.'],
    },
    { required: true },
  ),
  column(
    'topics',
    'list',
    {
      sq: ['Fushat', 'Identifikuesit e fushave; emrat janë te regjistri “temat”.'],
      en: ['Topics', 'Identifiers of topics; their names stand in the register “temat”.'],
    },
    { required: true },
  ),
  column(
    'places',
    'list',
    {
      sq: ['Vendet', 'Identifikuesit e vendeve; emrat janë te regjistri “vendet”.'],
      en: ['Places', 'Identifiers of places; their names stand in the register “vendet”.'],
    },
    { required: true },
  ),
  column(
    'version',
    'integer',
    {
      sq: ['Versioni', 'Rritet me çdo ndryshim të publikuar.'],
      en: ['Version', 'Grows with every published change.'],
    },
    { required: true },
  ),
  column(
    'comments',
    'integer',
    {
      sq: ['Komente të publikuara', 'Sa komente mund të lexohen tani.'],
      en: ['Published comments', 'How many comments can be read now.'],
    },
    { required: true },
  ),
  column('official_posting_url', 'uri', {
    sq: ['Njoftimi zyrtar', 'Adresa ku është shpallur zyrtarisht.'],
    en: ['Official posting', 'Where it was officially announced.'],
  }),
  column('official_posted_on', 'date', {
    sq: ['Dita e njoftimit zyrtar', 'Kur është shpallur zyrtarisht.'],
    en: ['Day of the official posting', 'When it was officially announced.'],
  }),
  column('cancelled_at', 'datetime', {
    sq: ['Anuluar më', 'Kur u anulua (UTC).'],
    en: ['Cancelled', 'When it was cancelled (UTC).'],
  }),
  column('cancel_reason', 'string', {
    sq: ['Arsyeja e anulimit', 'Si e shkroi institucioni.'],
    en: ['Reason', 'Why it was cancelled, as the institution wrote it.'],
  }),
  PUBLISHED_AT,
  CHANGED_AT,
  ADDRESS,
  column(
    'stage',
    'string',
    {
      sq: ['Faza', 'preliminary: para hartimit të projektit; on-draft: për projektin.'],
      en: ['Stage', 'preliminary: before there is a draft; on-draft: on the draft.'],
    },
    { required: true, values: ['preliminary', 'on-draft'] },
  ),
  column('basis_rule', 'string', {
    sq: [
      'Rregulli i afatit',
      'Rregulli i ligjit nga i cili del afati, si te “rregullat-e-afateve”. Bosh: bazë tjetër.',
    ],
    en: ['Rule of the window', 'The rule of law that gives the window. Empty: another basis.'],
  }),
  column('concluded_at', 'datetime', {
    sq: ['Përfunduar më', 'Kur u përfundua konsultimi, me përgjigje për çdo koment (UTC).'],
    en: ['Concluded', 'When the consultation was concluded, each comment having its answer (UTC).'],
  }),
  column(
    'to_answer',
    'integer',
    {
      sq: [
        'Komente që duan përgjigje',
        'Të konfirmuara dhe jo të tërhequra: të publikuara, në pritje, të mbajtura ose të hequra.',
      ],
      en: ['Comments that want an answer', 'Confirmed and not withdrawn: published, waiting, held or taken down.'],
    },
    { required: true },
  ),
  column(
    'answered',
    'integer',
    {
      sq: ['Me përgjigje', 'Sa prej tyre kanë përgjigje të publikuar të institucionit.'],
      en: ['Answered', 'How many of them have a published answer of the institution.'],
    },
    { required: true },
  ),
  column('report', 'uri', {
    sq: ['Raporti', 'Adresa e raportit të konsultimit. Bosh: nuk është publikuar.'],
    en: ['Report', 'Address of the consultation report. Empty: not published.'],
  }),
  column('adopted_on', 'date', {
    sq: ['Miratuar më', 'Dita e miratimit të aktit, kur dihet nga plani vjetor.'],
    en: ['Adopted on', 'The day on which the act was adopted, where the yearly plan tells it.'],
  }),
  column('adopted_reference', 'string', {
    sq: ['Akti i miratuar', 'Numri me të cilin u miratua akti.'],
    en: ['Adopted act', 'The reference under which the act was adopted.'],
  }),
]

export const COMMENT_COLUMNS = [
  column(
    'code',
    'string',
    { sq: ['Kodi', 'Kodi me të cilin gjendet komenti.'], en: ['Code', 'The code by which the comment is found.'] },
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
    'about',
    'string',
    {
      sq: ['Për çfarë', 'Nëse është për të gjithë projektin, për një nen apo për fjalë të caktuara.'],
      en: ['About', 'Whether it speaks of the whole draft, of an article or of certain words.'],
    },
    { required: true },
  ),
  column('article', 'string', {
    sq: ['Neni', 'Neni për të cilin është komenti, siç quhej atëherë.'],
    en: ['Article', 'The article it speaks of, as it was called then.'],
  }),
  LANGUAGE,
  column('text', 'string', {
    sq: ['Teksti', 'Fjalët e komentit, siç u dërguan.'],
    en: ['Text', 'The words of the comment, as they were sent.'],
  }),
  column('quote', 'string', {
    sq: ['Fjalët e cituara', 'Fjalët e projektit për të cilat është komenti.'],
    en: ['Quotation', 'The words of the draft it speaks of.'],
  }),
  column('author', 'string', {
    sq: ['Autori', 'Vetëm nëse ka pranuar që emri të shihet. Bosh: emri nuk është publik.'],
    en: ['Author', 'Only where they agreed that their name is shown. Empty: the name is not public.'],
  }),
  column('organisation', 'string', {
    sq: ['Organizata', 'Në emër të cilës organizatë u dërgua.'],
    en: ['Organisation', 'On behalf of which organisation it was sent.'],
  }),
  column(
    'version',
    'integer',
    {
      sq: ['Versioni', '2 e lart: autori e ka ndrequr.'],
      en: ['Version', '2 or more: its author has corrected it.'],
    },
    { required: true },
  ),
  column(
    'sent_at',
    'datetime',
    { sq: ['Dërguar më', 'Kur u dërgua (UTC).'], en: ['Sent', 'When it was sent (UTC).'] },
    { required: true },
  ),
  PUBLISHED_AT,
  column('corrected_at', 'datetime', {
    sq: ['Ndrequr më', 'Kur e ndreqi autori (UTC).'],
    en: ['Corrected', 'When its author corrected it (UTC).'],
  }),
  CHANGED_AT,
  ADDRESS,
  column('suggestion', 'string', {
    sq: ['Formulimi i propozuar', 'Neni ose fjalët e cituara siç do t’i shkruante autori.'],
    en: ['Proposed wording', 'The article or the quotation as its author would write it.'],
  }),
  CHANNEL,
  SENDER_KIND,
  column('happened_on', 'date', {
    sq: ['U tha më', 'Dita kur u tha ose u postua; bosh: u dërgua në faqe.'],
    en: ['Said on', 'The day it was said or posted; empty: sent on the site.'],
  }),
  column('received_on', 'date', {
    sq: ['Arriti më', 'Dita kur arriti në institucion; bosh: u dërgua në faqe.'],
    en: ['Received on', 'The day it reached the institution; empty: sent on the site.'],
  }),
  column(
    'late',
    'boolean',
    {
      sq: ['Me vonesë', 'Erdhi pas mbylljes së afatit.'],
      en: ['Late', 'It came after the window had closed.'],
    },
    { required: true },
  ),
]
