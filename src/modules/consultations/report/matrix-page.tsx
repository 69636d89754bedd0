import type { PageContext } from '#platform/http/page-context.ts'
import { formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilterForm } from '#ui/filter-form.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { SubNav } from '#ui/tabs-nav.tsx'
import { TextField } from '#ui/text-field.tsx'
import { DECISIONS } from '../answers/answer-rules.ts'
import { CHANNELS, SENDER_KINDS } from '../comments/comment-rules.ts'
import { ComplaintLink } from './complaint-link-part.tsx'
import { otherLang } from '../consultation-facts-part.tsx'
import { textsIn } from '../texts.ts'
import { consultationUrls } from '../urls.ts'
import { FiguresPart } from './figures-part.tsx'
import { matrixQuery, type AnswerRow, type MatrixRow } from './matrix-rules.ts'
import type { MatrixView } from './matrix-view.ts'

type Props = { page: PageContext; view: MatrixView }

/** Every comment with its answer, as everybody may read both; what is counted of them stands above. */
export const MatrixPage = ({ page, view }: Props) => {
  const { lang } = page
  const t = textsIn(lang).reports.matrix
  const { consultation, filter, byAnswer, next, figures } = view
  const base = inLanguage(lang, consultationUrls.matrix(consultation.slug))
  const query = matrixQuery(filter, byAnswer)
  const further = new URLSearchParams([...new URLSearchParams(query), ...(next === null ? [] : [['pas', next]])])
  return (
    <Layout
      page={page}
      title={`${t.title}: ${consultation.title}`}
      canonical={consultationUrls.matrix(consultation.slug)}
      jsonHref={consultationUrls.matrixFile(consultation.slug, 'json')}
      back={{ href: inLanguage(lang, consultationUrls.one(consultation.slug)), label: consultation.title }}
    >
      <h1 class="govuk-heading-xl">{t.title}</h1>
      <p class="govuk-body" lang={otherLang(consultation.shownLang, lang)}>
        {consultation.title}
      </p>
      <p class="govuk-body">{t.lead}</p>
      <Share lang={lang} view={view} />
      <FiguresPart lang={lang} figures={figures} />
      <SubNav
        label={t.views}
        items={[false, true].map((answers) => ({
          href: [base, matrixQuery(filter, answers)].filter(Boolean).join('?'),
          label: answers ? t.byAnswer : t.byComment,
          current: answers === byAnswer,
        }))}
      />
      <Filter page={page} view={view} />
      <Rows page={page} view={view} />
      <Paging
        label={t.paging}
        newer={view.paged ? { href: [base, query].filter(Boolean).join('?'), label: t.first } : null}
        older={next === null ? null : { href: `${base}?${further.toString()}`, label: t.next }}
      />
      <Files lang={lang} view={view} />
      <ComplaintLink lang={lang} slug={consultation.slug} />
    </Layout>
  )
}

const Share = ({ lang, view: { figures } }: { lang: Lang; view: MatrixView }) => {
  const t = textsIn(lang).reports.matrix
  if (figures.comments === 0) return null
  const answered = figures.comments - figures.byDecision.unanswered
  const percent = `${Math.floor((answered / figures.comments) * 100)} %`
  return (
    <p class="govuk-body">
      <strong>{t.answered(formatNumber(answered), formatNumber(figures.comments), percent)}</strong>
    </p>
  )
}

const Filter = ({ page: { lang }, view }: Props) => {
  const texts = textsIn(lang)
  const t = texts.reports.matrix
  const { filter, byAnswer, consultation, articles } = view
  const base = inLanguage(lang, consultationUrls.matrix(consultation.slug))
  const any = { value: '', label: t.any }
  const narrowed = matrixQuery(filter, false) !== ''
  const kept = byAnswer ? '?sipas=pergjigjes' : ''
  return (
    <FilterForm
      action={base}
      legend={t.filter}
      submit={t.show}
      fold={{ open: narrowed }}
      {...(narrowed ? { clear: { href: base + kept, label: t.clear } } : {})}
    >
      {byAnswer && <input type="hidden" name="sipas" value="pergjigjes" />}
      <SelectField
        name="vendimi"
        label={t.decision}
        value={filter.decision ?? ''}
        options={[
          any,
          ...DECISIONS.map((one) => ({ value: one, label: texts.answers.decisions[one] })),
          ...(byAnswer ? [] : [{ value: 'unanswered', label: t.unanswered }]),
        ]}
      />
      {!byAnswer && (
        <>
          <SelectField
            name="neni"
            label={t.article}
            value={filter.article === 'whole' ? 'teresi' : (filter.article ?? '')}
            options={[
              any,
              { value: 'teresi', label: t.whole },
              ...articles.map(({ nodeId, label }) => ({ value: nodeId, label: t.articleOf(label) })),
            ]}
          />
          <SelectField
            name="kanali"
            label={t.channel}
            value={filter.channel ?? ''}
            options={[any, ...CHANNELS.map((one) => ({ value: one, label: texts.entry.channels[one] }))]}
          />
          <SelectField
            name="kush"
            label={t.sender}
            value={filter.senderKind ?? ''}
            options={[any, ...SENDER_KINDS.map((one) => ({ value: one, label: texts.entry.senderKinds[one] }))]}
          />
        </>
      )}
      <TextField name="kodi" label={t.code} value={filter.code ?? ''} />
    </FilterForm>
  )
}

const Rows = ({ page: { lang }, view }: Props) => {
  const t = textsIn(lang).reports.matrix
  const { columns } = t
  const { consultation, figures, rows, answers, byAnswer } = view
  if (figures.comments === 0) return <EmptyState>{t.noComments}</EmptyState>
  if (rows.length === 0 && answers.length === 0) return <EmptyState>{t.nothingFound}</EmptyState>
  if (byAnswer)
    return (
      <DataTable
        caption={t.captionByAnswer}
        captionHidden
        firstColumnHeader
        roomy
        head={[columns.decision, columns.reason, columns.comments].map((label) => ({ label }))}
        rows={answers.map((row) => answerCells(lang, consultation.slug, row))}
      />
    )
  return (
    <DataTable
      caption={t.caption}
      captionHidden
      firstColumnHeader
      roomy
      head={[columns.comment, columns.who, columns.words, columns.decision, columns.reason].map((label) => ({ label }))}
      rows={rows.map((row) => commentCells(lang, consultation.slug, row))}
    />
  )
}

const decisionHref = (lang: Lang, slug: string, code: string): string =>
  inLanguage(lang, `${consultationUrls.matrix(slug)}/${code}`)

function commentCells(lang: Lang, slug: string, row: MatrixRow) {
  const texts = textsIn(lang)
  const t = texts.reports.matrix
  const published = row.state === 'published'
  return [
    <>
      {row.state === 'waiting' ? (
        row.code
      ) : (
        <a href={inLanguage(lang, consultationUrls.comment(slug, row.code))}>{row.code}</a>
      )}
      {published && (
        <span class="kv-quiet"> {row.articleLabel === null ? t.whole : t.articleOf(row.articleLabel)}</span>
      )}
      {row.late && <span class="kv-quiet"> {t.late}</span>}
    </>,
    published ? [row.authorName, row.organisation].filter(Boolean).join(', ') || t.anonymous : '–',
    <Words lang={lang} row={row} />,
    <>
      {row.decision === null ? (
        t.unanswered
      ) : (
        <a href={decisionHref(lang, slug, row.answerCode ?? '')}>{texts.answers.decisions[row.decision]}</a>
      )}
      {row.ground !== null && <span class="kv-quiet"> {texts.answers.grounds[row.ground]}</span>}
    </>,
    row.decision === null ? '–' : <Reason lang={lang} of={row.answerLang} reason={row.reason} />,
  ]
}

const Words = ({ lang, row }: { lang: Lang; row: MatrixRow }) => {
  const { reports, grounds } = textsIn(lang)
  const t = reports.matrix
  if (row.state === 'held') {
    const ground = Object.entries(grounds).find(([one]) => one === row.heldGround)?.[1]
    return <>{t.states.held(ground ?? '–')}</>
  }
  if (row.state !== 'published') return <>{t.states[row.state]}</>
  return (
    <>
      <span lang={row.lang === null ? undefined : otherLang(row.lang, lang)}>{row.body}</span>
      {row.suggestion !== null && <p class="kv-quiet">{t.proposed(row.suggestion)}</p>}
    </>
  )
}

const Reason = ({ lang, of, reason }: { lang: Lang; of: Lang | null; reason: string | null }) =>
  reason === null ? (
    <>{textsIn(lang).reports.matrix.takenDown}</>
  ) : (
    <span lang={of === null ? undefined : otherLang(of, lang)}>{reason}</span>
  )

function answerCells(lang: Lang, slug: string, row: AnswerRow) {
  const texts = textsIn(lang)
  const t = texts.reports.matrix
  return [
    <>
      <a href={decisionHref(lang, slug, row.code)}>{texts.answers.decisions[row.decision]}</a>{' '}
      <span class="kv-quiet">{row.code}</span>
    </>,
    <Reason lang={lang} of={row.lang} reason={row.reason} />,
    <>
      {row.comments.join(', ')}
      {row.number > row.comments.length && ` ${t.more(row.number - row.comments.length)}`}
    </>,
  ]
}

const Files = ({ lang, view: { consultation, report } }: { lang: Lang; view: MatrixView }) => {
  const t = textsIn(lang).reports.matrix
  const file = (format: string): string => inLanguage(lang, consultationUrls.matrixFile(consultation.slug, format))
  return (
    <section aria-labelledby="skedaret">
      <h2 class="govuk-heading-m" id="skedaret">
        {t.files}
      </h2>
      <ul class="govuk-list">
        {(['xlsx', 'csv'] as const).map((format) => (
          <li>
            <a href={file(format)}>{t[format]}</a>
          </li>
        ))}
        <li>
          <a href={consultationUrls.matrixFile(consultation.slug, 'json')}>{t.json}</a>
        </li>
        {report && (
          <li>
            <a href={inLanguage(lang, consultationUrls.report(consultation.slug))}>{t.report}</a>
          </li>
        )}
      </ul>
    </section>
  )
}
