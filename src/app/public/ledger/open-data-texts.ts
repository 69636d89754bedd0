import { column } from '#platform/export/column-rules.ts'
import { ADDRESS, MAYBE_INSTITUTION } from '#platform/export/column-texts.ts'

export const LEDGER_COLUMNS = [
  column(
    'index',
    'integer',
    {
      sq: ['Vendi në ditar', 'Nga 0; nuk ndryshon kurrë.'],
      en: ['Place in the log', 'Counted from 0; never changes.'],
    },
    { required: true },
  ),
  MAYBE_INSTITUTION,
  column(
    'kind',
    'string',
    { sq: ['Lloji i regjistrimit', 'Për çfarë është hyrja.'], en: ['Kind of record', 'What the entry is about.'] },
    { required: true },
  ),
  column(
    'subject',
    'string',
    {
      sq: ['Çështja', 'Identifikuesi i asaj që u regjistrua.'],
      en: ['Subject', 'Identifier of what was entered.'],
    },
    { required: true },
  ),
  column(
    'version',
    'integer',
    { sq: ['Versioni', 'Sa herë është regjistruar.'], en: ['Version', 'How many times it was entered.'] },
    { required: true },
  ),
  column(
    'at',
    'datetime',
    { sq: ['Çasti', 'Kur u bë veprimi (UTC).'], en: ['Moment', 'When the deed was done (UTC).'] },
    { required: true },
  ),
  column('digest', 'string', {
    sq: ['Shuma e kontrollit', 'E regjistrimit, e llogaritur me kripë. Bosh: regjistrimi ka mbaruar.'],
    en: ['Digest', 'Of the record, salted. Empty: the record has ended.'],
  }),
  column(
    'leaf_hash',
    'string',
    { sq: ['Shuma e gjethes', 'Sipas RFC 6962.'], en: ['Leaf hash', 'According to RFC 6962.'] },
    { required: true },
  ),
  column(
    'ended',
    'string',
    {
      sq: ['Si mbaroi', 'erased: u fshi; withdrawn: u tërhoq; taken-down: u hoq; removed: nuk është më publik.'],
      en: ['How it ended', 'erased, withdrawn, taken-down, removed.'],
    },
    { values: ['erased', 'withdrawn', 'taken-down', 'removed'] },
  ),
  ADDRESS,
]

export const registerTexts = {
  title: { sq: 'Hyrjet e ditarit', en: 'Entries of the log' },
  description: {
    sq: 'Ditari që vetëm rritet: çdo publikim, ndryshim dhe heqje, me shumën e kontrollit. Fjalët e regjistrimeve nuk gjenden në të.',
    en: 'The log that only grows: every publication, change and removal, with its digest. It holds no words of records.',
  },
  keywords: { sq: ['ditar', 'provë', 'shumë kontrolli'], en: ['log', 'proof', 'digest'] },
} as const
