import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Layout } from '#ui/layout.tsx'
import type { DispatchDetail } from './dispatch-list-queries.ts'
import { Lines } from './lines-part.tsx'
import { mailTexts } from './texts.ts'
import { mailUrls } from './urls.ts'

type Props = { page: PageContext; papers: readonly DispatchDetail[]; today: string }

/** Several letters, one on each page, the address where the window of the envelope is. */
export const PrintedPage = ({ page, papers, today }: Props) => {
  const { lang } = page
  const t = mailTexts(lang)
  const back = { href: inLanguage(lang, mailUrls.toPrint()), label: t.toPrint.title }
  return (
    <Layout page={page} title={t.printed.title} office back={back} robots="noindex">
      <div class="kv-screen-only">
        <h1>{t.printed.title}</h1>
        {papers.length === 0 ? (
          <EmptyState>{t.printed.none}</EmptyState>
        ) : (
          <p>
            {t.printed.lead} {t.printed.print}
          </p>
        )}
      </div>
      {papers.map((paper) => (
        <Sheet page={page} paper={paper} today={today} />
      ))}
    </Layout>
  )
}

const Sheet = ({ page, paper, today }: { page: PageContext; paper: DispatchDetail; today: string }) => {
  const own = mailTexts(paper.lang)
  return (
    <article class="kv-sheet" lang={paper.lang} aria-label={paper.title}>
      <p class="kv-sheet__sender">{paper.institution}</p>
      <p class="kv-sheet__window">
        <Lines words={[paper.name ?? '', paper.postal ?? ''].filter(Boolean).join('\n')} />
      </p>
      <p class="kv-sheet__date">{formatDate(paper.lang, today)}</p>
      <h2>{paper.title}</h2>
      {paper.words === null ? (
        <p>
          {own.printed.attached} {paper.title}
        </p>
      ) : (
        paper.words.split(/\n{2,}/).map((paragraph) => (
          <p>
            <Lines words={paragraph} />
          </p>
        ))
      )}
      <p class="kv-quiet kv-screen-only" lang={page.lang}>
        <a href={inLanguage(page.lang, mailUrls.dispatch(paper.id))}>{mailTexts(page.lang).one.back}</a>
      </p>
    </article>
  )
}
