import type { InEveryLanguage } from '#platform/i18n/language.ts'
import type { LifeStep } from '#platform/links/thread-rules.ts'

type Words = {
  title: string
  steps: Record<LifeStep, string>
  here: string
  to: (of: string, words: string) => string
  whole: string
  more: string
}

export const MATTER_THREAD_TEXTS: InEveryLanguage<Words> = {
  sq: {
    title: 'Rruga e çështjes',
    steps: {
      'planned-act': 'Në planin vjetor',
      plan: 'Plani i konsultimit',
      preliminary: 'Konsultim paraprak',
      meeting: 'Takim publik',
      consultation: 'Konsultim publik',
      repetition: 'Konsultimi i përsëritur',
      result: 'Çfarë doli',
      act: 'Akti i miratuar',
      'later-act': 'Ndryshimi i mëvonshëm',
    },
    here: 'Jeni këtu',
    to: (of, words) => `${of}: ${words}`,
    whole: 'E gjithë rruga',
    more: 'Rruga vazhdon: hapni një nga këto për ta parë më tej.',
  },
  en: {
    title: 'The thread of the matter',
    steps: {
      'planned-act': 'In the yearly plan',
      plan: 'Consultation plan',
      preliminary: 'Preliminary consultation',
      meeting: 'Public meeting',
      consultation: 'Public consultation',
      repetition: 'The consultation repeated',
      result: 'What came of it',
      act: 'The act adopted',
      'later-act': 'A later change',
    },
    here: 'You are here',
    to: (of, words) => `${of}: ${words}`,
    whole: 'The whole thread',
    more: 'It goes on: open one of these to see further.',
  },
}
