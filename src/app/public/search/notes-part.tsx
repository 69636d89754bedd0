import type { Lang } from '#platform/i18n/language.ts'
import type { SearchView } from '#platform/search/find/search-view.ts'
import { MOST_MEANT } from '#platform/search/find/search-question-rules.ts'
import { otherSelection, pageAddress } from './address-part.ts'
import { searchTexts } from './texts.ts'

type Props = { lang: Lang; view: SearchView }

/** What was looked for besides, what was probably meant, and the way to exactly what was typed. */
export const Notes = ({ lang, view }: Props) => {
  const t = searchTexts(lang)
  const { question, otherWords, cut } = view
  const { synonyms, meant, suggested } = otherWords
  const { selection } = question
  const first = { ...question, after: null }
  const asked = (words: string) => otherSelection(lang, question, { ...selection, words })
  return (
    <>
      {meant && (
        <p class="kv-find__meant">
          {t.meant}{' '}
          <a href={asked(meant.words)}>
            <strong>{meant.words}</strong>
          </a>
          ? <span class="kv-quiet">({t.hits(meant.found, MOST_MEANT)})</span>
        </p>
      )}
      {synonyms.length > 0 && (
        <p class="kv-find__note">
          {t.also} {synonyms.join(', ')}.{' '}
          <a href={pageAddress(lang, { ...first, exactly: true })}>{t.exactly(selection.words)}</a>
        </p>
      )}
      {question.exactly && selection.words !== '' && (
        <p class="kv-find__note">
          {t.wasExact} <a href={pageAddress(lang, { ...first, exactly: false })}>{t.alsoSame}</a>
        </p>
      )}
      {suggested.map(({ typed, instead }) => (
        <p class="kv-find__note">
          {t.suggested(typed)} <a href={asked(selection.words.replace(typed, instead))}>{instead}</a>
        </p>
      ))}
      {cut && <p class="kv-find__note">{t.cut}</p>}
    </>
  )
}

export const HowToSearch = ({ lang }: { lang: Lang }) => (
  <ul class="govuk-list govuk-list--bullet">
    {searchTexts(lang).help.items.map((words) => (
      <li>{words}</li>
    ))}
  </ul>
)
