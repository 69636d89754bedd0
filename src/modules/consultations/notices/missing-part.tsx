import type { Lang } from '#platform/i18n/language.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Inset } from '#ui/inset.tsx'
import { textsIn } from '../texts.ts'
import type { Missing } from './notice-rules.ts'
import { noticeUrls } from './urls.ts'

/** What the law asks for and the record lacks: a warning, before it is public. `id`: the way to where it is filled in. */
export const MissingWords = ({ lang, missing, id }: { lang: Lang; missing: readonly Missing[]; id?: string }) => {
  const t = textsIn(lang).notices.office
  if (missing.length === 0) return <p class="govuk-body">{t.complete}</p>
  return (
    <Inset>
      <p class="govuk-body">
        <strong>{t.missingTitle}:</strong> {missing.map((one) => t.missing[one]).join(', ')}. {t.missingHint}{' '}
        {id && <a href={inLanguage(lang, noticeUrls.office(id))}>{t.title}</a>}
      </p>
    </Inset>
  )
}
