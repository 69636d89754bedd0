import type { Lang } from '#platform/i18n/language.ts'
import { OfficeLink } from '#ui/office-link.tsx'
import { historyTexts } from './texts.ts'
import { historyUrls } from './urls.ts'

/** For every page of a record in the office. */
export const HistoryLink = ({ lang, subject }: { lang: Lang; subject: string }) => (
  <OfficeLink lang={lang} href={historyUrls.of(subject)} label={historyTexts(lang).link} />
)
