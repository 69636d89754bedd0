import { formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { ledgerLineTexts } from './ledger-line-texts.ts'

type Props = {
  lang: Lang
  /** Of one record: how many entries of the log speak of it, and the newest. Null: none does yet. */
  entries: { subject: string; count: number; newest: number } | null
}

/** Where a record stands in the log that only grows, for whoever wants to check it. */
export const LedgerLine = ({ lang, entries }: Props) => {
  if (entries === null) return null
  const t = ledgerLineTexts[lang]
  return (
    <p class="govuk-body-s kv-ledger-line">
      {t.log}: <a href={inLanguage(lang, `/ditari/${entries.newest}`)}>{t.entry(formatNumber(entries.newest))}</a>
      {entries.count > 1 && (
        <>
          , <a href={inLanguage(lang, `/ditari?lenda=${entries.subject}`)}>{t.all(formatNumber(entries.count))}</a>
        </>
      )}
    </p>
  )
}
