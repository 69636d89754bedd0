import type { Lang } from '#platform/i18n/language.ts'
import { Inset } from '#ui/inset.tsx'
import { printedCode } from './table-rules.ts'
import { draftersTexts } from './texts.ts'

type Props = { lang: Lang; changed: readonly { words: string; unit: string; code: string }[] }

/** What the drafters wrote of the article itself, beside their answer. */
export const ChangedWords = ({ lang, changed }: Props) => (
  <>
    {changed.map(({ words, unit, code }) => (
      <Inset>
        <strong>{`${draftersTexts(lang).changed(unit)} (${printedCode(code)}):`}</strong>
        {words.split('\n').map((line) => (
          <p class="govuk-body" lang="sq">
            {line}
          </p>
        ))}
      </Inset>
    ))}
  </>
)
