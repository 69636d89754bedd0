import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { ConsultationTextPart } from './consultation-text-part.tsx'
import type { ConsultationView } from './consultation-view.ts'
import { divisionName } from '#platform/texts/shown-tree-rules.ts'
import { textsIn } from './texts.ts'
import { consultationUrls } from './urls.ts'

/** One chapter of a text that is too long for one page. */
export const DivisionPage = ({ page, view }: { page: PageContext; view: ConsultationView }) => {
  const { lang } = page
  const t = textsIn(lang)
  const { consultation, contents } = view
  const [division] = view.text
  if (!division) return <></>
  const place = contents.findIndex((node) => node.nodeId === division.nodeId)
  const [previous, next] = [contents[place - 1], contents[place + 1]]
  const to = (nodeId: string) => inLanguage(lang, consultationUrls.division(consultation.slug, nodeId))
  return (
    <Layout
      page={page}
      title={`${divisionName(division)}, ${consultation.title}`}
      canonical={consultationUrls.division(consultation.slug, division.nodeId)}
      share={{ text: view.share, picture: consultationUrls.picture(consultation.slug) }}
    >
      <Breadcrumbs
        label={t.consultations}
        items={[
          { href: inLanguage(lang, consultationUrls.list()), label: t.consultations },
          { href: inLanguage(lang, consultationUrls.one(consultation.slug)), label: consultation.title },
        ]}
      />
      <h1 class="govuk-heading-l">{consultation.title}</h1>
      <ConsultationTextPart page={page} view={{ ...view, contents: [] }} />
      <Paging
        label={t.page.contents}
        newer={previous ? { href: to(previous.nodeId), label: divisionName(previous) } : null}
        older={next ? { href: to(next.nodeId), label: divisionName(next) } : null}
      />
    </Layout>
  )
}
