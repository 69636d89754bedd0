import type { DocumentText } from '#platform/documents/reading/text-view.ts'
import { documentUrls as urls, ofVersion } from '#platform/documents/urls.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Layout } from '#ui/layout.tsx'
import { TextPart } from '../../office/documents/text-part.tsx'
import { textsIn } from '../../office/documents/texts.ts'
import type { PublicDocument } from './public-document-view.ts'

type Props = { page: PageContext; view: PublicDocument; text: DocumentText }

/** The words of a document as a page, for whoever cannot open or see the file. */
export const PublicTextPage = ({ page, view: { document, title, titleLang }, text }: Props) => {
  const { lang } = page
  const t = textsIn(lang).text
  const version = text.file.replacedAt ? text.file : { lang: text.file.lang }
  return (
    <Layout
      page={page}
      title={t.title(title)}
      canonical={urls.text(document.id)}
      back={{ href: inLanguage(lang, urls.one(document.id)), label: title }}
    >
      <h1 class="govuk-heading-l" lang={titleLang === lang ? undefined : titleLang}>
        {title}
      </h1>
      <p class="govuk-body">
        <a href={inLanguage(lang, ofVersion(urls.file(document.id), version))}>{t.download}</a>
      </p>
      <TextPart
        lang={lang}
        text={text}
        pictureHref={(n) => inLanguage(lang, ofVersion(urls.picture(document.id, 'faqet', n), version))}
        hrefFrom={(from) => inLanguage(lang, `${ofVersion(urls.text(document.id), version)}&nga=${from}`)}
      />
    </Layout>
  )
}
