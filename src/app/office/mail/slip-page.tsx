import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Layout } from '#ui/layout.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import type { DispatchDetail } from './dispatch-list-queries.ts'
import { Lines } from './lines-part.tsx'
import { mailTexts } from './texts.ts'
import { mailUrls } from './urls.ts'

type Props = { page: PageContext; paper: DispatchDetail }

/** The slip that whoever receives a paper signs; scanned, it is the proof of delivery. */
export const SlipPage = ({ page, paper }: Props) => {
  const { lang } = page
  const t = mailTexts(lang)
  const back = { href: inLanguage(lang, mailUrls.dispatch(paper.id)), label: paper.title }
  const to = [paper.name ?? t.one.erased, paper.postal ?? ''].filter(Boolean).join('\n')
  const blank = (key: string) => ({ key, value: <span class="kv-blank" /> })
  return (
    <Layout page={page} title={t.slip.title} office back={back} robots="noindex">
      <h1>{t.slip.title}</h1>
      <p>{paper.institution}</p>
      <p>{t.slip.lead}</p>
      <SummaryList
        rows={[
          { key: t.slip.paper, value: <span lang={paper.lang}>{paper.title}</span> },
          { key: t.slip.number, value: paper.id.slice(0, 8).toUpperCase() },
          { key: t.slip.to, value: <Lines words={to} /> },
          blank(t.slip.name),
          blank(t.slip.relation),
          blank(t.slip.date),
          blank(t.slip.hour),
          blank(t.slip.signature),
          blank(t.slip.by),
        ]}
      />
    </Layout>
  )
}
