import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { SELECTION_FIELDS } from '#platform/search/selection-rules.ts'
import { followUrls } from '#platform/subscriptions/urls.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { EntryList } from '#ui/entry-list.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { FollowLinks } from '#ui/follow-links.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { WishView } from './follow-view.ts'
import type { News, NewsChoices } from './news-view.ts'
import { followingTexts } from './texts.ts'

type Props = { page: PageContext; wish: WishView; news: News; choices: NewsChoices }

/** What has happened, newest first; narrowed, it is what somebody would follow. */
export const NewsPage = ({ page, wish, news, choices }: Props) => {
  const { lang } = page
  const t = followingTexts(lang).news
  const to = (key: string | null, label: string) => {
    if (key === null) return null
    const query = new URLSearchParams(wish.query)
    if (key !== 'current') query.set('para', key)
    return { href: inLanguage(lang, followUrls.news(query.toString())), label }
  }
  return (
    <Layout page={page} title={t.title} canonical={followUrls.news(wish.query)} feeds={wish.query}>
      <h1 class="govuk-heading-xl">{t.title}</h1>
      <p class="govuk-body-l">{wish.query === '' ? t.lead : wish.name}</p>
      <Filter page={page} wish={wish} choices={choices} />
      {news.items.length === 0 ? (
        <EmptyState>{t.empty}</EmptyState>
      ) : (
        <EntryList
          items={news.items.map(({ title, titleLang, line, institution, href }) => ({
            href: inLanguage(lang, href),
            title,
            lang: titleLang === lang ? undefined : titleLang,
            quiet: [line.day, institution].filter(Boolean).join(' · '),
            extra: line.words,
          }))}
        />
      )}
      <Paging label={t.paging} older={to(news.older, t.older)} newer={to(news.newer && 'current', t.newest)} />
      <FollowLinks lang={lang} query={wish.query} />
    </Layout>
  )
}

const SHOWN: readonly string[] = [SELECTION_FIELDS.words, SELECTION_FIELDS.institution, SELECTION_FIELDS.kind]

const Filter = ({ page: { lang }, wish: { query, resolved }, choices }: Omit<Props, 'news'>) => {
  const t = followingTexts(lang).news
  const { words, institution, kind } = resolved.selection
  const action = inLanguage(lang, followUrls.news())
  const any = { value: '', label: t.any }
  return (
    <FilterForm
      action={action}
      legend={t.filter}
      submit={t.submit}
      clear={query === '' ? null : { href: action, label: t.clear }}
    >
      {[...new URLSearchParams(query)]
        .filter(([name]) => !SHOWN.includes(name))
        .map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
      <TextField name={SELECTION_FIELDS.words} label={t.words} type="search" value={words} />
      <SelectField
        name={SELECTION_FIELDS.institution}
        label={t.institution}
        value={institution ?? ''}
        options={[any, ...choices.institutions]}
      />
      <SelectField name={SELECTION_FIELDS.kind} label={t.kind} value={kind ?? ''} options={[any, ...choices.kinds]} />
    </FilterForm>
  )
}
