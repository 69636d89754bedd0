import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { Layout } from '#ui/layout.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import { TextNav } from '../text-nav-part.tsx'
import { editingTexts } from './editing-texts.ts'
import { editingUrls } from './editing-urls.ts'
import type { UnitView } from './editing-view.ts'

/** Says what goes, before it goes. */
export const RemovePage = ({ page, view }: { page: PageContext; view: UnitView }) => {
  const { lang } = page
  const t = editingTexts(lang)
  const { holder, record, node } = view
  const unit = inLanguage(lang, editingUrls.unit(holder, record.id, node.nodeId))
  const title = t.deeds.removeTitle(view.name)
  return (
    <Layout page={page} title={`${title} ${record.title}`} office back={{ href: unit, label: view.name }}>
      <h1 class="govuk-heading-l">{title}</h1>
      <TextNav page={page} view={view} current="editing" />
      <WarningText assistive={t.warning}>{t.deeds.removeBeneath(view.beneath)}</WarningText>
      <pre class="kv-marked" lang="sq">
        {[[view.name, node.heading].filter(Boolean).join(' '), view.words.marked].join('\n')}
      </pre>
      <p class="govuk-body">{t.deeds.removeBack}</p>
      <form
        method="post"
        action={inLanguage(lang, editingUrls.deed(holder, record.id, node.nodeId, 'heqja'))}
        class="kv-outline__all"
      >
        <input type="hidden" name="dergesa" value={view.submission} />
        <input type="hidden" name="gjendja" value={view.lock} />
        <Button kind="warning" preventDoubleClick>
          {t.deeds.removeSubmit}
        </Button>
        <a href={unit}>{t.deeds.keep}</a>
      </form>
    </Layout>
  )
}
