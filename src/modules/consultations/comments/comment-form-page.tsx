import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { ownDataTextsIn } from '#platform/own-data/own-data-texts.ts'
import { Button } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { FileField } from '#ui/file-field.tsx'
import { Inset } from '#ui/inset.tsx'
import { Layout } from '#ui/layout.tsx'
import { RadioField } from '#ui/radio-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { PrivacyNotice } from '#ui/privacy-notice.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { ArticleText } from '#ui/article-text.tsx'
import { AskedPart } from '../questions/asked-part.tsx'
import { SuggestionField } from '../questions/suggestion-field-part.tsx'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'
import type { CommentFormView } from './comment-form-view.ts'
import { COMMENT_LIMITS, SENDER_KINDS } from './comment-rules.ts'

type Props = {
  page: PageContext
  view: CommentFormView
  typed: Typed
  errors: FieldErrors
  signedInAs: string | null
  /** Files cannot be filled in again: the browser forbids it, so we say so. */
  filesLost?: boolean
}

/** What is commented on, the words, who speaks, and what of it will be public: one page, for it fits on one. */
export const CommentFormPage = ({ page, view, typed, errors, signedInAs, filesLost }: Props) => {
  const { lang } = page
  const t = textsIn(lang).form
  const { consultation } = view
  const action = inLanguage(lang, consultationUrls.comments(consultation.slug))
  const failed = Object.keys(errors).length > 0
  return (
    <Layout
      page={page}
      title={`${t.title}: ${consultation.title}`}
      robots="noindex"
      error={failed}
      back={{ href: inLanguage(lang, consultationUrls.one(consultation.slug)), label: textsIn(lang).sent.back }}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body-l" lang={consultation.shownLang === lang ? undefined : consultation.shownLang}>
        {consultation.title}
      </p>
      <About page={page} view={view} />
      <form method="post" action={action} enctype="multipart/form-data" novalidate data-submit-once>
        <input type="hidden" name="dergesa" value={typed.dergesa} />
        {view.article && <input type="hidden" name="neni" value={view.article.nodeId} />}
        {view.quote && (
          <>
            <input type="hidden" name="fragmenti" value={view.quote} />
            <input type="hidden" name="para" value={typed.para} />
            <input type="hidden" name="pas" value={typed.pas} />
          </>
        )}
        <Said page={page} view={view} typed={typed} errors={errors} />
        <Author page={page} typed={typed} errors={errors} signedInAs={signedInAs} />
        <FileField
          name="dokumentet"
          label={t.files}
          hint={filesLost ? `${t.filesAgain} ${t.filesHint}` : t.filesHint}
          error={errors.dokumentet}
          accept=".pdf,.docx,.odt,.xlsx,.png,.jpg,.jpeg,.txt"
          multiple
        />
        <PublicNotice page={page} />
        <KeptNotice page={page} />
        <Button kind="primary" preventDoubleClick>
          {t.submit}
        </Button>
      </form>
    </Layout>
  )
}

/** What somebody says: in words, as another wording, as answers. */
const Said = ({ page: { lang }, view, typed, errors }: Pick<Props, 'page' | 'view' | 'typed' | 'errors'>) => {
  const texts = textsIn(lang)
  const { consultation, article, asked } = view
  const { slug, zone } = consultation
  const optional = article !== null || asked.ofArticle.length + asked.ofWhole.length > 0
  return (
    <>
      <TextAreaField
        name="komenti"
        label={texts.form.body}
        hint={optional ? `${texts.form.bodyHint} ${texts.questions.answering.bodyOptional}` : texts.form.bodyHint}
        value={typed.komenti}
        error={errors.komenti}
        rows={9}
        maxLength={COMMENT_LIMITS.body}
        countText={texts.form.charactersLeft}
      />
      {article && (
        <SuggestionField
          lang={lang}
          slug={slug}
          nodeId={article.nodeId}
          base={view.base}
          parts={view.parts}
          typed={typed}
          errors={errors}
        />
      )}
      <AskedPart lang={lang} zone={zone} slug={slug} asked={asked} typed={typed} errors={errors} />
    </>
  )
}

const About = ({ page: { lang }, view }: Pick<Props, 'page' | 'view'>) => {
  const t = textsIn(lang).form
  const { article, quote } = view
  if (!article) return <p class="govuk-body">{t.aboutWhole}</p>
  const label = article.label ?? ''
  return (
    <>
      <p class="govuk-body">{quote ? t.aboutPassage(label) : t.aboutArticle(label)}</p>
      {quote && (
        <Inset>
          <span lang={lang === 'sq' ? undefined : 'sq'}>{quote}</span>
        </Inset>
      )}
      <Details summary={t.readArticle}>
        <ArticleText nodes={[{ ...article, kind: 'paragraph' }]} level={3} lang={lang === 'sq' ? undefined : 'sq'} />
      </Details>
    </>
  )
}

const Author = ({
  page: { lang },
  typed,
  errors,
  signedInAs,
}: Pick<Props, 'page' | 'typed' | 'errors' | 'signedInAs'>) => {
  const t = textsIn(lang).form
  return (
    <>
      <RadioField
        name="ne-emer"
        legend={t.onBehalf}
        value={typed['ne-emer']}
        error={errors['ne-emer']}
        options={[
          { value: 'vete', label: t.person },
          { value: 'organizate', label: t.organisationOption, child: <Organisation {...{ lang, typed, errors }} /> },
        ]}
      />
      <TextField
        name="emri"
        label={t.name}
        hint={t.nameHint}
        value={typed.emri}
        error={errors.emri}
        autocomplete="name"
      />
      <RadioField
        name="emri-publik"
        legend={t.publishName}
        hint={t.publishHint}
        value={typed['emri-publik']}
        error={errors['emri-publik']}
        options={[
          { value: 'po', label: t.publishYes },
          { value: 'jo', label: t.publishNo },
        ]}
      />
      {signedInAs ? <p class="govuk-body">{t.emailKnown(signedInAs)}</p> : <Email {...{ lang, typed, errors }} />}
    </>
  )
}

/** In whose name, and, for whoever likes to say so, what kind of organisation it is. */
const Organisation = ({ lang, typed, errors }: Pick<Props, 'typed' | 'errors'> & { lang: Lang }) => {
  const t = textsIn(lang).questions.senderKind
  const kinds = SENDER_KINDS.flatMap((kind) => (kind === 'citizen' ? [] : [{ value: kind, label: t.kinds[kind] }]))
  return (
    <>
      <TextField
        name="organizata"
        label={textsIn(lang).form.organisation}
        value={typed.organizata}
        error={errors.organizata}
        autocomplete="organization"
      />
      <SelectField
        name="lloji-organizates"
        label={t.label}
        value={typed['lloji-organizates']}
        options={[{ value: '', label: t.none }, ...kinds]}
      />
    </>
  )
}

const Email = ({ lang, typed, errors }: Pick<Props, 'typed' | 'errors'> & { lang: Lang }) => {
  const t = textsIn(lang).form
  return (
    <TextField
      name="adresa"
      label={t.email}
      hint={t.emailHint}
      value={typed.adresa}
      error={errors.adresa}
      type="email"
      autocomplete="email"
    />
  )
}

/** In the words of the rules that end it. */
const KeptNotice = ({ page: { lang } }: Pick<Props, 'page'>) => {
  const { unconfirmed, confirmed } = textsIn(lang).retention
  const { bodies, letters, limits } = ownDataTextsIn(lang).retention
  return <PrivacyNotice lang={lang} items={[unconfirmed, confirmed, bodies, letters, limits]} />
}

const PublicNotice = ({ page: { lang } }: Pick<Props, 'page'>) => {
  const t = textsIn(lang).form
  return (
    <section class="kv-notice" aria-labelledby="publike">
      <h2 class="govuk-heading-s" id="publike">
        {t.publicTitle}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {t.publicPoints.map((point) => (
          <li>{point}</li>
        ))}
      </ul>
      <p class="govuk-body">
        {t.privatePoints} <a href={inLanguage(lang, '/privatesia')}>{t.privacy}</a>
      </p>
    </section>
  )
}
