import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { Tag } from '#ui/tag.tsx'
import type { MayorReturn } from './return-queries.ts'
import type { ReturnView } from './signing-view.ts'
import { signingTexts } from './texts.ts'
import { signingUrls } from './urls.ts'

/** On the overview of an act in the office; nothing where the institution knows no such return and there was none. */
export const MayorReturnPart = ({ lang, view }: { lang: Lang; view: ReturnView }) => {
  const t = signingTexts(lang).returns
  if (view.settings?.mayorMayReturn !== true && view.returns.length === 0) return null
  const open = view.mayWrite && (view.standing === 'open' || view.refusal === null)
  return (
    <section>
      <h2 class="govuk-heading-m">{t.title}</h2>
      <ReturnList lang={lang} view={view} />
      {open && (
        <p class="govuk-body">
          <a href={inLanguage(lang, signingUrls.mayorReturn(view.act.id))}>{t.office}</a>
        </p>
      )}
    </section>
  )
}

export const ReturnList = ({ lang, view: { returns } }: { lang: Lang; view: Pick<ReturnView, 'returns'> }) => {
  const t = signingTexts(lang).returns
  if (returns.length === 0) return <p class="govuk-body">{t.none}</p>
  return (
    <ul class="govuk-list">
      {returns.map((one) => (
        <li>
          <OneReturn lang={lang} one={one} />
        </li>
      ))}
    </ul>
  )
}

const OneReturn = ({ lang, one }: { lang: Lang; one: MayorReturn }) => {
  const t = signingTexts(lang).returns
  const { outcome, outcomeOn, outcomeNote } = one
  return (
    <>
      <p class="govuk-body">
        <strong>{t.returned(formatDate(lang, one.returnedOn))}</strong>{' '}
        {outcome === null && <Tag tone="warning">{t.waits}</Tag>}
      </p>
      <p class="govuk-body">{t.reasonsSaid(one.reasons)}</p>
      {one.protocol !== null && <p class="govuk-body">{t.protocolSaid(one.protocol)}</p>}
      {outcome !== null && outcomeOn !== null && (
        <p class="govuk-body">
          {t.settled(formatDate(lang, outcomeOn), t.outcomes[outcome])}
          {outcomeNote === null ? '' : `. ${outcomeNote}`}
        </p>
      )}
    </>
  )
}
