import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { CopyWords } from '#ui/copy-words.tsx'
import { Layout } from '#ui/layout.tsx'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import { NoticeNav } from './notice-office-page.tsx'
import type { SheetView } from './notice-office-view.ts'
import { noticeUrls } from './urls.ts'

/** Every field of the state's register, ready to copy. */
export const SheetPage = ({ page, view }: { page: PageContext; view: SheetView }) => {
  const { lang } = page
  const t = textsIn(lang).notices.sheet
  const { id, title, slug } = view.draft.consultation
  return (
    <Layout
      page={page}
      title={`${t.title}: ${title}`}
      office
      back={{ href: inLanguage(lang, officeUrls.consultation(id)), label: title }}
    >
      <h1 class="govuk-heading-l">{t.title}</h1>
      <NoticeNav page={page} id={id} slug={slug} current="sheet" />
      <p class="govuk-body">{t.lead(view.register)}</p>
      <p class="kv-quiet">{t.unsure}</p>
      <p class="govuk-body">
        <a href={inLanguage(lang, noticeUrls.sheetFile(id))}>{t.file}</a>
      </p>
      {view.fields.map(({ name, label, words }) => (
        <section aria-labelledby={`fusha-${name}`}>
          <h2 class="govuk-heading-s" id={`fusha-${name}`}>
            {label}
          </h2>
          {words === '' ? (
            <p class="kv-quiet">{t.empty}</p>
          ) : (
            <CopyWords id={`fjalet-${name}`} words={words} label={t.copy} named={label} copied={t.copied} />
          )}
        </section>
      ))}
    </Layout>
  )
}
