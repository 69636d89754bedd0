import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Layout } from '#ui/layout.tsx'
import { textsIn } from '../texts.ts'
import { actOfficeUrls } from '../urls.ts'
import { nameOf } from './relation-part.tsx'
import type { DoubtsView } from './relation-view.ts'
import { relationTexts } from './texts.ts'
import { relationUrls as urls } from './urls.ts'

/** Relations that nobody has confirmed, of all acts; each is settled on the page of its act. */
export const DoubtsPage = ({ page, view }: { page: PageContext; view: DoubtsView }) => {
  const { lang } = page
  const t = relationTexts(lang)
  return (
    <Layout
      page={page}
      title={t.allDoubts}
      office
      back={{ href: inLanguage(lang, actOfficeUrls.list()), label: textsIn(lang).menu }}
    >
      <h1 class="govuk-heading-l">{t.allDoubts}</h1>
      <p class="govuk-body">{t.doubtsLead}</p>
      {view.lines.length === 0 && <EmptyState>{t.allDoubtsNone}</EmptyState>}
      <ul class="govuk-list">
        {view.lines.map((one) => (
          <li class="kv-row">
            <a href={inLanguage(lang, urls.page(one.actId))}>
              {[one.actNumber, [...one.actTitle].slice(0, 120).join('')].filter(Boolean).join(': ')}
            </a>
            <br />
            {textsIn(lang).relations[one.kind][one.passive ? 'back' : 'forth']}: {nameOf(lang, one)}{' '}
            <span class="kv-quiet">({t.origins[one.origin]})</span>
          </li>
        ))}
      </ul>
      {view.after !== null && (
        <p class="govuk-body">
          <a href={inLanguage(lang, `${urls.doubts()}?pas=${view.after}`)}>{t.more}</a>
        </p>
      )}
    </Layout>
  )
}
