import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { Inset } from '#ui/inset.tsx'
import type { LetterView } from './letter-view.ts'
import { textsIn } from './letters-texts.ts'
import { letterUrls } from './urls.ts'

/** The files of an issued letter, or why they are not there yet. */
export const FilesPart = ({ page: { lang }, view }: { page: PageContext; view: LetterView }) => {
  const t = textsIn(lang).letter
  const { letter, mayWrite } = view
  const files = [
    { name: t.pdf, document: letter.pdfDocumentId, digest: letter.pdfDigest },
    { name: t.docx, document: letter.docxDocumentId, digest: letter.docxDigest },
  ]
  return (
    <>
      <h2>{t.files}</h2>
      <ul class="govuk-list">
        {files.map(
          ({ name, document, digest }) =>
            document &&
            digest && (
              <li>
                <a href={inLanguage(lang, letterUrls.document(letter.id, document))}>{name}</a>{' '}
                <span class="kv-quiet kv-digest">{t.digest(digest)}</span>
              </li>
            ),
        )}
      </ul>
      {letter.filesState === 'waiting' && (
        <Inset>
          {t.filesWaiting} <a href={inLanguage(lang, letterUrls.one(letter.id))}>{t.refresh}</a>
        </Inset>
      )}
      {letter.filesState === 'failed' && <Inset>{t.filesFailed}</Inset>}
      {letter.filesState === 'no-pdf' && <Inset>{t.filesNoPdf}</Inset>}
      {mayWrite && (letter.filesState === 'failed' || letter.filesState === 'no-pdf') && (
        <form method="post" action={inLanguage(lang, letterUrls.files(letter.id))} data-submit-once>
          <Button kind="secondary">{t.makeAgain}</Button>
        </form>
      )}
    </>
  )
}
