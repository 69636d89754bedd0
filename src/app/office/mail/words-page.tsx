import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage, LANGUAGES, type Lang } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { officeUrls } from '../urls.ts'
import { LetterBody } from './letter-body.tsx'
import { mailTexts } from './texts.ts'
import { mailUrls } from './urls.ts'
import type { WordsView } from './words-view.ts'

type Props = {
  page: PageContext
  view: WordsView
  status: string | null
  /** Which of the two forms came back. */
  again?: { lang: Lang; typed: Typed; errors: FieldErrors; changedMeanwhile: boolean } | null
}

/** What an institution puts above and below the letters that the program writes for it, with a letter to look at. */
export const WordsPage = ({ page, view, status, again = null }: Props) => {
  const { lang } = page
  const t = mailTexts(lang).words
  const back = { href: inLanguage(lang, officeUrls.mail()), label: mailTexts(lang).outbox.words }
  const errors = again?.errors ?? {}
  const failed = Object.keys(errors).length > 0
  const { institution, institutions } = view
  return (
    <Layout page={page} title={t.title} office back={back} robots="noindex" status={status} error={failed}>
      <ErrorSummary title={t.errors.title} errors={errors} />
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      {institution === null ? (
        <ul class="govuk-list">
          {institutions.map(({ id, name }) => (
            <li>
              <a href={inLanguage(lang, `${mailUrls.words()}?institucioni=${id}`)}>{name}</a>
            </li>
          ))}
        </ul>
      ) : (
        LANGUAGES.map((one) => <WordsOf page={page} view={view} of={one} again={again?.lang === one ? again : null} />)
      )}
    </Layout>
  )
}

type OfProps = { page: PageContext; view: WordsView; of: Lang; again: Props['again'] }

const WordsOf = ({ page, view, of, again }: OfProps) => {
  const t = mailTexts(page.lang).words
  const now = view.phrases[of]
  const name = (field: string) => `${field}-${of}`
  const typed = again?.typed ?? { [name('krye')]: now.opening, [name('fund')]: now.closing }
  const errors = again?.errors ?? {}
  return (
    <section>
      <h2>{t.inLang[of]}</h2>
      {again?.changedMeanwhile && <Now page={page} view={view} of={of} />}
      <form method="post" action={inLanguage(page.lang, mailUrls.words())}>
        <input type="hidden" name="institucioni" value={view.institution?.id} />
        <input type="hidden" name="gjuha" value={of} />
        <input type="hidden" name="versioni" value={String(now.version)} />
        <TextAreaField
          name={name('krye')}
          label={t.opening}
          rows={2}
          lang={of}
          value={typed[name('krye')]}
          error={errors[name('krye')]}
          maxLength={500}
        />
        <TextAreaField
          name={name('fund')}
          label={t.closing}
          hint={t.closingHint}
          rows={4}
          lang={of}
          value={typed[name('fund')]}
          error={errors[name('fund')]}
          maxLength={1000}
        />
        <Button>{t.save}</Button>
      </form>
      <h3>{t.preview}</h3>
      <article class="kv-letter" lang={of}>
        <LetterBody body={view.preview[of]} origins={[]} />
      </article>
    </section>
  )
}

const Now = ({ page, view, of }: Omit<OfProps, 'again'>) => {
  const t = mailTexts(page.lang).words
  const { opening, closing } = view.phrases[of]
  return (
    <>
      <h3>{t.now}</h3>
      <article class="kv-letter" lang={of}>
        <LetterBody body={[opening, closing].filter(Boolean).join('\n\n') || t.nothing} origins={[]} />
      </article>
    </>
  )
}
