import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { SearchHelp } from '#platform/search/find/help-view.ts'
import { MOST_IN_HELP } from '#platform/search/find/search-question-rules.ts'
import type { SearchView } from '#platform/search/find/search-view.ts'
import type { Selection } from '#platform/search/selection-rules.ts'
import { Details } from '#ui/details.tsx'
import { writeUrls } from '../intake/urls.ts'
import { otherSelection } from './address-part.ts'
import { HowToSearch } from './notes-part.tsx'
import { searchTexts } from './texts.ts'

type Props = { lang: Lang; view: SearchView; help: SearchHelp }

/** Nothing was found: which filter or word stood in the way, and whom to ask. */
export const NothingFound = ({ lang, view, help }: Props) => {
  const t = searchTexts(lang)
  const { selection } = view.question
  const ask = selection.institution === null ? writeUrls.choose() : writeUrls.form(selection.institution)
  const ways = waysOn(lang, view, help)
  return (
    <>
      <p>{t.none.lead}</p>
      {ways.length > 0 && (
        <>
          <h3 class="govuk-heading-s">{t.none.ways}</h3>
          <ul class="govuk-list govuk-list--bullet">
            {ways.map(({ label, href, found }) => (
              <li>
                <a href={href}>{label}</a> <span class="kv-quiet">({t.hits(found, MOST_IN_HELP)})</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href={inLanguage(lang, ask)}>{t.none.ask}</a>. {t.none.askHint}
      </p>
      <Details summary={t.help.title} open={ways.length === 0}>
        <HowToSearch lang={lang} />
      </Details>
    </>
  )
}

type Way = { label: string; href: string; found: number }

function waysOn(lang: Lang, { question }: SearchView, help: SearchHelp): Way[] {
  const t = searchTexts(lang)
  const way = (label: string, { selection, found }: { selection: Selection; found: number }): Way => ({
    label,
    href: otherSelection(lang, question, selection),
    found,
  })
  return [
    ...help.withoutFilter.map((one) => way(t.none.withoutFilter(t.filters[one.filter]), one)),
    ...(help.withoutAnyFilter ? [way(t.none.withoutAny, help.withoutAnyFilter)] : []),
    ...help.withoutWord.map((one) => way(t.none.withoutWord(one.word), one)),
  ]
}
