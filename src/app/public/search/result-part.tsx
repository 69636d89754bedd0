import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import type { FoundGroup, FoundPart } from '#platform/search/find/group-view.ts'
import { searchQuery, type SearchQuestion } from '#platform/search/find/search-question-rules.ts'
import { MarkedWords } from './marked-part.tsx'
import { searchTexts } from './texts.ts'
import { searchUrls } from './urls.ts'

type Props = { lang: Lang; question: SearchQuestion; groups: readonly FoundGroup[] }

/** What was found, in order: each matter with the passages that hold the words, and the ways to its articles. */
export const Results = ({ lang, question, groups }: Props) => (
  <ol class="kv-entries kv-found">
    {groups.map((group) => (
      <Group lang={lang} question={question} group={group} />
    ))}
  </ol>
)

const Group = ({ lang, question, group }: Omit<Props, 'groups'> & { group: FoundGroup }) => {
  const t = searchTexts(lang)
  const { title, passage, parts, more } = group
  const plainTitle = title.parts.join('')
  return (
    <li class="kv-entry">
      <h3 class="kv-entry__title">
        <a href={inLanguage(lang, group.href)} lang={foreign(group.lang, lang)}>
          <MarkedWords marked={title} />
        </a>
      </h3>
      <p class="kv-entry__quiet">{quietLine(group, lang)}</p>
      {passage && (
        <p class="kv-found__passage" lang={foreign(group.lang, lang)}>
          <MarkedWords marked={passage} />
        </p>
      )}
      {parts.length > 0 && (
        <ul class="kv-found__parts">
          {parts.map((part) => (
            <Part lang={lang} part={part} />
          ))}
        </ul>
      )}
      {more > 0 && (
        <p class="kv-found__more">
          <a href={inside(lang, question, group.matter)}>
            {t.more(more)}
            <span class="govuk-visually-hidden">{t.moreSpoken(plainTitle)}</span>
          </a>
        </p>
      )}
    </li>
  )
}

const Part = ({ lang, part }: { lang: Lang; part: FoundPart }) => (
  <li>
    <p class="kv-found__part">
      <a href={inLanguage(lang, part.href)} lang={foreign(part.lang, lang)}>
        <MarkedWords marked={part.label} />
      </a>
      {part.kindLabel !== null && <span class="kv-quiet"> · {part.kindLabel}</span>}
    </p>
    {part.passage && (
      <p class="kv-found__passage" lang={foreign(part.lang, lang)}>
        <MarkedWords marked={part.passage} />
      </p>
    )}
  </li>
)

function quietLine({ kindLabel, institution, day, stateLabel, dueOn }: FoundGroup, lang: Lang): string {
  const due = dueOn === null ? null : searchTexts(lang).due(formatDate(lang, dueOn))
  const state = due === null ? stateLabel : `${stateLabel} ${due}`
  return [capital(kindLabel), institution, formatDate(lang, day), state].filter(Boolean).join(' · ')
}

const capital = (words: string): string => words.charAt(0).toLocaleUpperCase('sq') + words.slice(1)

/** The language of words that are not in the page's. */
const foreign = (lang: string, page: Lang): string | undefined => (lang === page ? undefined : lang)

const inside = (lang: Lang, question: SearchQuestion, matter: string): string => {
  const asked = { ...question, after: null, selection: { ...question.selection, matter } }
  return `${inLanguage(lang, searchUrls.page())}?${searchQuery(asked)}`
}
