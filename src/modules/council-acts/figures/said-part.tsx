import type { Lang } from '#platform/i18n/language.ts'
import type { Said as Words } from './report-rules.ts'

/** What the institution wrote: in English where it did so and that is asked for, else in Albanian, and marked as that. */
export const Said = ({ lang, heading, said }: { lang: Lang; heading?: string; said: Words | undefined }) => {
  if (!said) return null
  const english = lang === 'en' ? said.en : null
  return (
    <>
      {heading && <h2 class="govuk-heading-l">{heading}</h2>}
      {(english ?? said.sq).split(/\n{2,}/).map((paragraph) => (
        <p class="govuk-body" lang={lang === 'sq' || english !== null ? undefined : 'sq'}>
          {paragraph}
        </p>
      ))}
    </>
  )
}
