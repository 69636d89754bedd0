import { column } from '#platform/export/column-rules.ts'
import { ADDRESS, CHANGED_AT, ID, INSTITUTION, LANGUAGE, PUBLISHED_AT } from '#platform/export/column-texts.ts'

/** The register of plans: what it is called and what it holds. */
export const planRegisterWords = {
  title: { sq: 'Planet e konsultimit', en: 'Consultation plans' },
  description: {
    sq: 'Planet e konsultimit që institucionet i kanë publikuar: audiencat, aktivitetet e planifikuara dhe ato të afatit kohor, treguesit dhe masat për përmirësime, me numër. Përmbajtja e plotë është te faqja e çdo plani, edhe si JSON.',
    en: 'Consultation plans that institutions have published: audiences, planned activities and those of the timeline, indicators and improvement measures, as numbers. The whole content stands on the page of each plan, as JSON too.',
  },
  keywords: {
    sq: ['plan', 'konsultim', 'pjesëmarrje', 'monitorim'],
    en: ['plan', 'consultation', 'participation', 'monitoring'],
  },
} as const

const counted = (name: string, sq: [string, string], en: [string, string]) =>
  column(name, 'integer', { sq, en }, { required: true })

export const PLAN_COLUMNS = [
  ID,
  INSTITUTION,
  column(
    'title',
    'string',
    {
      sq: ['Titulli', 'Emri i ligjit ose i politikës së propozuar.'],
      en: ['Title', 'Name of the proposed law or policy.'],
    },
    { required: true },
  ),
  LANGUAGE,
  column('act_kind', 'string', {
    sq: ['Lloji i aktit', 'Çfarë akti bëhet projekti kur miratohet.'],
    en: ['Kind of act', 'What kind of act the draft becomes once it is adopted.'],
  }),
  counted('version', ['Versioni', 'I fundit i publikuar.'], ['Version', 'The newest that was published.']),
  counted('audiences', ['Audienca', 'Sa audienca ka plani.'], ['Audiences', 'How many audiences the plan has.']),
  counted(
    'planned_activities',
    ['Aktivitete të planifikuara', 'Sa aktivitete planifikohen për të gjitha audiencat.'],
    ['Planned activities', 'How many activities are planned over all audiences.'],
  ),
  counted(
    'timeline_activities',
    ['Aktivitete në afatin kohor', 'Sa aktivitete ka afati kohor, të mbajtura ose të planifikuara.'],
    ['Activities of the timeline', 'How many activities the timeline holds, held or planned.'],
  ),
  counted(
    'indicators',
    ['Tregues sasiorë', 'Sa tregues u zgjodhën për monitorim.'],
    ['Quantitative indicators', 'How many indicators were chosen for monitoring.'],
  ),
  counted(
    'measures',
    ['Masa për përmirësime', 'Sa masa për përmirësime ka plani.'],
    ['Improvement measures', 'How many improvement measures the plan has.'],
  ),
  column('consultation', 'string', {
    sq: ['Konsultimi', 'Identifikuesi i konsultimit të planit. Bosh: nuk ka ende.'],
    en: ['Consultation', 'Identifier of the consultation of the plan. Empty: there is none yet.'],
  }),
  PUBLISHED_AT,
  CHANGED_AT,
  ADDRESS,
]
