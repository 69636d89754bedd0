import type { InEveryLanguage } from '#platform/i18n/language.ts'

export const ledgerLineTexts: InEveryLanguage<{
  log: string
  entry: (index: string) => string
  all: (count: string) => string
}> = {
  sq: { log: 'Ditari', entry: (index) => `hyrja nr. ${index}`, all: (count) => `të gjitha hyrjet (${count})` },
  en: { log: 'Ledger', entry: (index) => `entry no. ${index}`, all: (count) => `all entries (${count})` },
}
