import { textsIn } from '../texts.ts'

const sentences = (lang: 'sq' | 'en') => {
  const t = textsIn(lang).monitoring.happening
  return {
    'consultations.monitoring-published': ({ version = '', stage }: Readonly<Record<string, string>>) =>
      stage === 'final' ? t.final(version) : t.interim(version),
  }
}

/** What is told of a monitoring to whoever follows its consultation. */
export const monitoringHappenings = { sq: sentences('sq'), en: sentences('en') }
