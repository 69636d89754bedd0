import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Layout } from '#ui/layout.tsx'
import type { Prose, ProseSection } from './texts.sq.ts'

/** A page of words that change with the program alone. */
export const ProsePage = ({ page, prose, canonical }: { page: PageContext; prose: Prose; canonical: string }) => (
  <Layout page={page} title={prose.title} canonical={canonical}>
    <h1>{prose.title}</h1>
    <p class="govuk-body-l">{prose.lead}</p>
    {prose.sections.map((section) => (
      <Section page={page} section={section} />
    ))}
  </Layout>
)

const Section = ({ page, section }: { page: PageContext; section: ProseSection }) => (
  <>
    <h2>{section.title}</h2>
    {section.paragraphs.map((words) => (
      <p>{words}</p>
    ))}
    {section.points && <List items={section.points.map((words) => ({ words }))} />}
    {section.links && (
      <List items={section.links.map(({ href, label }) => ({ words: label, href: localised(page, href) }))} />
    )}
  </>
)

const List = ({ items }: { items: readonly { words: string; href?: string }[] }) => (
  <ul class="govuk-list govuk-list--bullet">
    {items.map(({ words, href }) => (
      <li>{href ? <a href={href}>{words}</a> : words}</li>
    ))}
  </ul>
)

const localised = (page: PageContext, href: string): string =>
  href.startsWith('/') ? inLanguage(page.lang, href) : href
