import type { InEveryLanguage } from '#platform/i18n/language.ts'

export const wordChangesTexts: InEveryLanguage<{ added: string; removed: string }> = {
  sq: { added: 'shtuar', removed: 'hequr' },
  en: { added: 'added', removed: 'removed' },
}
