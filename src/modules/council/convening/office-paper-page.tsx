import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { refOf } from '#platform/subjects/subject-rules.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { OfficeLink } from '#ui/office-link.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Tag } from '#ui/tag.tsx'
import { PAPER_KIND } from '../council-rules.ts'
import { textsIn as sittingTexts } from '../sitting/texts.ts'
import { majorityWords } from '../sitting/vote-part.tsx'
import { councilOfficeUrls, councilUrls } from '../urls.ts'
import type { CouncilMeetingState } from './convening-rules.ts'
import { Documents } from './meeting-beside-part.tsx'
import { OpinionsOfOffice } from './opinions-part.tsx'
import { PaperLinks } from './paper-links-part.tsx'
import type { OfficePaperView } from './paper-view.ts'
import { conveningTexts, paperTexts, proposerWords } from './texts.ts'
import { conveningUrls as urls } from './urls.ts'

type Part = { lang: Lang; view: OfficePaperView; typed: Typed; errors: FieldErrors }
type Props = {
  page: PageContext
  view: OfficePaperView
  typed: Typed
  errors: FieldErrors
  status: string | null
}

/** One paper in the office: its facts and files, what commissions say of it, where it is dealt with. */
export const OfficePaperPage = ({ page, view, typed, errors, status }: Props) => {
  const { lang } = page
  const texts = paperTexts(lang)
  const t = texts.one
  const { paper, mayWrite } = view
  const title = (lang === 'en' && paper.titleEn) || paper.title
  const part = { lang, view, typed, errors }
  const ref = refOf(PAPER_KIND, paper.id)
  return (
    <Layout
      page={page}
      title={title}
      office
      status={status}
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, urls.papers()), label: texts.title }}
    >
      <ErrorSummary title={texts.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        <Tag tone={paper.state === 'published' ? 'done' : 'plain'}>{texts.states[paper.state]}</Tag>{' '}
        {view.public && <a href={inLanguage(lang, councilUrls.paper(paper.id))}>{t.public}</a>}
      </p>
      {mayWrite && paper.state === 'draft' && <Publish {...part} />}
      <Facts {...part} />
      {mayWrite && (
        <LinkButton kind="secondary" href={inLanguage(lang, urls.changePaper(paper.id))}>
          {t.change}
        </LinkButton>
      )}
      <Documents
        {...part}
        title={t.documents}
        documents={view.documents}
        writable={mayWrite}
        add={urls.paperDocuments(paper.id)}
        remove={(documentId) => urls.removePaperDocument(paper.id, documentId)}
      />
      <Lies {...part} />
      <OpinionsOfOffice {...part} />
      <PaperLinks {...part} />
      <OfficeLink lang={lang} href={urls.history(ref)} label={t.history} />
      {view.mayTakeDown && <OfficeLink lang={lang} href={urls.takeDown(ref)} label={t.takeDown} />}
    </Layout>
  )
}

const Publish = ({ lang, view: { paper }, errors }: Part) => {
  const t = paperTexts(lang).one
  return (
    <form method="post" action={inLanguage(lang, urls.publishPaper(paper.id))} data-submit-once id="botimi">
      <p class="govuk-body">{t.publishLead}</p>
      {errors.botimi && <p class="govuk-error-message">{errors.botimi}</p>}
      <input type="hidden" name="versioni" value={String(paper.version)} />
      <Button kind="secondary" preventDoubleClick>
        {t.publish}
      </Button>
    </form>
  )
}

const Facts = ({ lang, view: { paper, institution, majority } }: Part) => {
  const [texts, common] = [paperTexts(lang), conveningTexts(lang)]
  const f = texts.form
  const proposer = [
    paper.proposerKind ? proposerWords(lang, paper.jurisdiction, paper.proposerKind) : null,
    paper.proposerName,
    paper.proposer,
  ].filter(Boolean)
  const stands = majority?.majority ?? null
  const law = stands
    ? `${majorityWords(sittingTexts(lang), stands)}${stands.basis ? ` (${stands.basis})` : ''}.`
    : texts.one.majorityUnknown
  return (
    <SummaryList
      rows={[
        { key: f.institution, value: institution.name },
        { key: f.kind, value: texts.kinds[paper.kind] },
        { key: f.proposerKind, value: proposer.join(', ') || '–' },
        ...(paper.reference ? [{ key: f.reference, value: paper.reference }] : []),
        ...(paper.datedOn ? [{ key: f.dated, value: formatDate(lang, paper.datedOn) }] : []),
        ...(paper.actKind ? [{ key: f.actKind, value: common.actKinds[paper.actKind] ?? paper.actKind }] : []),
        ...(majority
          ? [
              {
                key: texts.one.majority,
                value: (
                  <>
                    {law} <a href={inLanguage(lang, councilOfficeUrls.majorities())}>{texts.one.toMajorities}</a>
                  </>
                ),
              },
            ]
          : []),
        ...(paper.summary ? [{ key: f.summary, value: paper.summary }] : []),
      ]}
    />
  )
}

const Lies = ({ lang, view: { lies } }: Part) => {
  const [t, common] = [paperTexts(lang).one, conveningTexts(lang)]
  return (
    <section aria-labelledby="ku">
      <h2 class="govuk-heading-m" id="ku">
        {t.lies}
      </h2>
      {lies.length === 0 && <EmptyState>{t.liesNone}</EmptyState>}
      <ul class="govuk-list">
        {lies.map(({ meetingId, body, day, state }) => (
          <li>
            <a href={inLanguage(lang, urls.meeting(meetingId))}>
              {body}, {day === null ? common.list.noDay : formatDate(lang, day)}
            </a>{' '}
            <span class="kv-quiet">{common.states[state as CouncilMeetingState]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
