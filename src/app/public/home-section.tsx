import type { Lang } from '#platform/i18n/language.ts'
import type { HomeEntries } from '#platform/door.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { EntryList } from '#ui/entry-list.tsx'

/** What one module shows of itself on the home page, or on an institution's own. */
export const HomeSection = ({ lang, entries }: { lang: Lang; entries: HomeEntries }) => (
  <section>
    <h2>{entries.title}</h2>
    {entries.items.length === 0 ? (
      <EmptyState>
        <p>{entries.empty}</p>
      </EmptyState>
    ) : (
      <EntryList
        level={3}
        items={entries.items.map((item) => ({
          href: item.href,
          title: item.title,
          lang: item.lang === lang ? undefined : item.lang,
          quiet: item.quiet,
          state: item.state === null ? null : { tone: item.tone, label: item.state },
        }))}
      />
    )}
    <p>
      <a href={entries.allHref}>{entries.allLabel}</a>
    </p>
  </section>
)
