import { column } from '#platform/export/column-rules.ts'
import { CHANGED_AT, COUNTRY, ID, INSTITUTION } from '#platform/export/column-texts.ts'

export const MISSED_COLUMNS = [
  ID,
  INSTITUTION,
  COUNTRY,
  column(
    'kind',
    'string',
    {
      sq: ['Lloji i lëndës', 'Për çfarë lënde është afati.'],
      en: ['Kind of matter', 'What kind of matter the deadline is for.'],
    },
    { required: true },
  ),
  column(
    'slot',
    'string',
    { sq: ['Detyrimi', 'Çfarë duhej bërë.'], en: ['Duty', 'What had to be done.'] },
    { required: true },
  ),
  column('rule', 'string', {
    sq: ['Rregulli', 'Rregulli i ligjit, te regjistri “rregullat”. Bosh: afat që e ka caktuar institucioni.'],
    en: ['Rule', 'Rule of the law, in the register “rregullat”. Empty: a term that the institution has set.'],
  }),
  column('rule_version', 'integer', {
    sq: ['Versioni i rregullit', 'Versioni me të cilin nisi afati.'],
    en: ['Version of the rule', 'The version by which the term began.'],
  }),
  column('started_on', 'date', {
    sq: ['Nisi më', 'Dita e ngjarjes nga e cila numërohet.'],
    en: ['Started', 'The day of the event it is counted from.'],
  }),
  column('due_on', 'date', { sq: ['Afati', 'Dita e fundit.'], en: ['Due', 'The last day.'] }, { required: true }),
  column(
    'due_at',
    'datetime',
    { sq: ['Çasti i afatit', 'Kur mbaroi (UTC).'], en: ['Moment', 'When it was over (UTC).'] },
    { required: true },
  ),
  column(
    'days_late',
    'integer',
    { sq: ['Ditë vonesë', 'Nga dita e fundit deri sot.'], en: ['Days late', 'From the last day up to today.'] },
    { required: true, unit: 'd' },
  ),
  CHANGED_AT,
]

export const registerTexts = {
  title: { sq: 'Afatet e kaluara', en: 'Missed deadlines' },
  description: {
    sq: 'Afatet publike që kanë kaluar dhe ende nuk janë përmbushur. Kur institucioni e përmbush, afati del nga lista.',
    en: 'Public deadlines that have passed and have not been met yet. Once the institution meets one, it leaves the list.',
  },
  keywords: { sq: ['afat', 'vonesë', 'llogaridhënie'], en: ['deadline', 'delay', 'accountability'] },
} as const
