import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Layout } from '#ui/layout.tsx'
import { textUrls } from '../urls.ts'
import { editingTexts } from './editing-texts.ts'
import type { EditingView } from './editing-view.ts'
import type { UnitTyped } from './unit-page.tsx'

type Props = { page: PageContext; view: EditingView; typed: UnitTyped }

/** What was to be saved has no place any more: the words that somebody has written are given back, not lost. */
export const UnitGonePage = ({ page, view: { holder, record }, typed }: Props) => {
  const { lang } = page
  const t = editingTexts(lang)
  const { etiketa, titulli, teksti } = typed
  return (
    <Layout
      page={page}
      title={`${t.unit.gone}: ${record.title}`}
      office
      error
      back={{ href: inLanguage(lang, textUrls.text(holder, record.id)), label: t.back }}
    >
      <h1 class="govuk-heading-l">{t.unit.gone}</h1>
      <p class="govuk-body">{t.unit.goneLead}</p>
      <pre class="kv-marked" lang="sq" tabindex={0}>
        {[[etiketa, titulli].filter(Boolean).join(' '), teksti].filter(Boolean).join('\n')}
      </pre>
    </Layout>
  )
}
