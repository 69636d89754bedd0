import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { SubNav } from '#ui/tabs-nav.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import { CoLeaders } from './co-leaders-part.tsx'
import { MissingWords } from './missing-part.tsx'
import type { NoticeOfficeView } from './notice-office-view.ts'
import { NOTICE_LIMITS } from './notice-rules.ts'
import { Postings } from './postings-part.tsx'
import { OnDraft } from './stage-part.tsx'
import { noticeUrls } from './urls.ts'

type Props = {
  page: PageContext
  view: NoticeOfficeView
  /** Of the form that came back; the others begin anew. */
  typed: { words: Typed; leader: Typed; posting: Typed }
  errors: FieldErrors
  status: string | null
  /** The number with which the consultation on the draft would be opened. */
  formId: string
}

/** What the notice says beyond the facts of the consultation, who leads together, and where it was posted. */
export const NoticeOfficePage = ({ page, view, typed, errors, status, formId }: Props) => {
  const { lang } = page
  const t = textsIn(lang).notices.office
  const { consultation } = view.draft
  return (
    <Layout
      page={page}
      title={`${t.title}: ${consultation.title}`}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, officeUrls.consultation(consultation.id)), label: consultation.title }}
    >
      <ErrorSummary title={textsIn(lang).office.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <NoticeNav page={page} id={consultation.id} slug={consultation.slug} current="notice" />
      <MissingWords lang={lang} missing={view.missing} />
      {view.open && <Words page={page} view={view} typed={typed.words} errors={errors} />}
      <CoLeaders page={page} view={view} typed={typed.leader} errors={errors} />
      <Postings page={page} view={view} typed={typed.posting} errors={errors} />
      <OnDraft page={page} view={view} formId={formId} />
    </Layout>
  )
}

type NavProps = {
  page: PageContext
  id: string
  slug: string | null
  current: 'notice' | 'sheet' | 'invite'
}

/** The three pages about telling people. */
export const NoticeNav = ({ page: { lang }, id, slug, current }: NavProps) => {
  const t = textsIn(lang).notices
  const items = [
    { href: inLanguage(lang, noticeUrls.office(id)), label: t.office.title, current: current === 'notice' },
    { href: inLanguage(lang, noticeUrls.sheet(id)), label: t.office.sheet, current: current === 'sheet' },
    { href: inLanguage(lang, noticeUrls.invite(id)), label: t.office.invite, current: current === 'invite' },
    ...(slug ? [{ href: inLanguage(lang, noticeUrls.page(slug)), label: t.notice.link, current: false }] : []),
  ]
  return <SubNav label={t.office.title} items={items} />
}

const Words = ({ page: { lang }, view, typed, errors }: Pick<Props, 'page' | 'view' | 'errors'> & { typed: Typed }) => {
  const texts = textsIn(lang)
  const t = texts.notices.office
  const { id, stage } = view.draft.consultation
  const area = (name: string, label: string, hint?: string) => (
    <TextAreaField
      name={name}
      label={label}
      hint={hint}
      value={typed[name]}
      error={errors[name]}
      rows={4}
      maxLength={NOTICE_LIMITS.words}
      countText={texts.form.charactersLeft}
    />
  )
  return (
    <section aria-labelledby="fjalet">
      <h2 class="govuk-heading-m" id="fjalet">
        {t.words}
      </h2>
      <form method="post" action={inLanguage(lang, noticeUrls.office(id))} novalidate data-submit-once>
        <input type="hidden" name="gjendja" value={typed.gjendja} />
        {area('arsyet', t.reasons, t.reasonsHint)}
        {area('arsyet-en', t.reasonsEn)}
        {area('pasojat', t.effect, t.effectHint)}
        {area('pasojat-en', t.effectEn)}
        {stage === 'preliminary' && (
          <>
            {area('pyetjet', t.questions, t.questionsHint)}
            {area('pyetjet-en', t.questionsEn)}
          </>
        )}
        <Button kind="primary">{t.save}</Button>
      </form>
    </section>
  )
}
