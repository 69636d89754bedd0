import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment, formatNumber } from '#platform/i18n/formats.ts'
import { SummaryList } from '#ui/summary-list.tsx'
import type { LastCheck } from './last-check-view.ts'
import { healthTexts } from './texts.ts'

type Props = { page: PageContext; check: LastCheck | null; zone: string }

/** Whether the public record is still what the ledger vouches for, as the program itself found it at night. */
export const LastCheckPart = ({ page, check, zone }: Props) => {
  const t = healthTexts(page.lang).check
  if (check === null) return <p>{t.never}</p>
  const more = check.namedCount - check.named.length
  return (
    <>
      <SummaryList
        rows={[
          { key: t.last, value: formatMoment(page.lang, check.at, zone) },
          { key: t.outcome, value: check.outcome === 'well' ? t.well : <strong>{t[check.outcome]}</strong> },
          { key: t.size, value: check.size === null ? '–' : formatNumber(check.size) },
        ]}
      />
      {check.named.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {check.named.map((words) => (
            <li>{words}</li>
          ))}
          {more > 0 && <li>{t.more(formatNumber(more))}</li>}
        </ul>
      )}
    </>
  )
}
