import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { SUMMARY } from '#platform/texts/versions/publish-version-rules.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import type { PublicationView } from './publication-view.ts'
import { TextNav } from './text-nav-part.tsx'
import { roomTexts } from './texts.ts'
import { textUrls } from './urls.ts'

type Props = { page: PageContext; view: PublicationView; typed?: Typed; errors?: FieldErrors }

/** Before a later version becomes public: what it changes, what becomes of the comments, and the words for everybody. */
export const PublicationPage = ({ page, view, typed = {}, errors = {} }: Props) => {
  const { lang } = page
  const t = roomTexts(lang)
  const { holder, record, draft, refusals } = view
  return (
    <Layout
      page={page}
      title={`${t.publicationTitle}: ${record.title}`}
      office
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, textUrls.text(holder, record.id)), label: t.versionsTitle }}
    >
      <ErrorSummary title={t.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">
        {t.publicationTitle}: {record.title}
      </h1>
      <TextNav page={page} view={view} current="publication" />
      <p class="govuk-body">
        {t.versionName(draft?.n ?? 0)}. {t.publicationLead}
      </p>
      {view.warnings.map(({ words, href, link }) => (
        <WarningText assistive={t.warning}>
          {words} <a href={inLanguage(lang, href)}>{link}</a>
        </WarningText>
      ))}
      {view.running && <WarningText assistive={t.warning}>{t.running}</WarningText>}
      {refusals.length > 0 && (
        <ul class="govuk-list govuk-list--bullet" id="mungon">
          {refusals.map((refusal) => (
            <li>{t.refusals[refusal]}</li>
          ))}
        </ul>
      )}
      <Changes page={page} view={view} />
      <Places page={page} view={view} />
      {refusals.length === 0 && <Form page={page} view={view} typed={typed} errors={errors} />}
    </Layout>
  )
}

type Part = Pick<Props, 'page' | 'view'>

const Changes = ({ page: { lang }, view: { holder, record, kinds } }: Part) => {
  const t = roomTexts(lang)
  return (
    <section aria-labelledby="ndryshimet">
      <h2 class="govuk-heading-m" id="ndryshimet">
        {t.publicationChanges}
      </h2>
      {kinds.length === 0 ? (
        <EmptyState>{t.noChanges}</EmptyState>
      ) : (
        <SummaryList
          rows={kinds.map(({ kind, count }) => ({
            key: t.changeKinds[kind],
            value: (
              <a href={inLanguage(lang, `${textUrls.changes(holder, record.id)}?lloji=${kind}`)}>{String(count)}</a>
            ),
          }))}
        />
      )}
    </section>
  )
}

const OUTCOMES = ['same', 'moved', 'reworded', 'gone'] as const

const Places = ({ page: { lang }, view: { preview } }: Part) => {
  const t = roomTexts(lang)
  return (
    <section aria-labelledby="komentet">
      <h2 class="govuk-heading-m" id="komentet">
        {t.publicationPlaces}
      </h2>
      {preview.all === 0 ? (
        <EmptyState>{t.noAnchors}</EmptyState>
      ) : (
        <>
          <p class="govuk-body">{t.publicationPlacesLead}</p>
          {preview.cut && <p class="govuk-body">{t.publicationPlacesSome(preview.all)}</p>}
          <ul class="govuk-list govuk-list--bullet">
            {OUTCOMES.filter((outcome) => preview.counts[outcome] > 0).map((outcome) => (
              <li>{t.outcomes[outcome](preview.counts[outcome])}</li>
            ))}
            {preview.doubtful > 0 && <li>{t.outcomesDoubtful(preview.doubtful)}</li>}
          </ul>
        </>
      )}
    </section>
  )
}

const Form = ({ page: { lang }, view: { holder, record, draft }, typed, errors }: Required<Props>) => {
  const t = roomTexts(lang)
  return (
    <form method="post" action={inLanguage(lang, textUrls.publication(holder, record.id))} novalidate data-submit-once>
      <input type="hidden" name="versioni" value={draft?.id} />
      <TextAreaField
        name="permbledhja"
        label={t.summary}
        hint={t.summaryHint}
        value={typed.permbledhja}
        error={errors.permbledhja}
        rows={4}
        maxLength={SUMMARY.most}
        countText={t.left}
      />
      <TextAreaField
        name="permbledhja-en"
        label={t.summaryEn}
        value={typed['permbledhja-en']}
        error={errors['permbledhja-en']}
        rows={4}
        maxLength={SUMMARY.most}
        countText={t.left}
      />
      <Button>{t.publish}</Button>
    </form>
  )
}
