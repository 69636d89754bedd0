import type { DocumentText } from '#platform/documents/reading/text-view.ts'
import { ofVersion } from '#platform/documents/urls.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Layout } from '#ui/layout.tsx'
import type { OfficeDocument } from './document-view.ts'
import { TextPart } from './text-part.tsx'
import { textsIn } from './texts.ts'
import { officeDocumentUrls as urls } from './urls.ts'

type Props = { page: PageContext; view: OfficeDocument; text: DocumentText }

export const OfficeTextPage = ({ page, view: { document }, text }: Props) => {
  const { lang } = page
  const t = textsIn(lang).text
  const { file } = text
  const own = ofVersion(urls.text(document.id), file)
  return (
    <Layout
      page={page}
      title={t.title(document.title)}
      office
      back={{ href: inLanguage(lang, urls.one(document.id)), label: document.title }}
    >
      <h1 class="govuk-heading-l">{t.title(document.title)}</h1>
      <p class="govuk-body">
        <a href={inLanguage(lang, ofVersion(urls.file(document.id), file))}>{t.download}</a>
      </p>
      <TextPart
        lang={lang}
        text={text}
        pictureHref={(n) => inLanguage(lang, ofVersion(urls.picture(document.id, 'faqet', n), file))}
        hrefFrom={(from) => inLanguage(lang, `${own}&nga=${from}`)}
      />
    </Layout>
  )
}
