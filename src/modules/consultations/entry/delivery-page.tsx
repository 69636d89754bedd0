import { typeName } from '#platform/documents/type-name.ts'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatMoment, formatSize } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Layout } from '#ui/layout.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Tag } from '#ui/tag.tsx'
import { TextAreaField } from '#ui/text-area-field.tsx'
import { authorOf, placeOf, Words } from '../comments/comment-part.tsx'
import { AnswerFields } from '../questions/answer-fields-part.tsx'
import type { Question } from '../questions/question-rules.ts'
import { Answers } from '../questions/said-part.tsx'
import { textsIn } from '../texts.ts'
import { officeUrls } from '../urls.ts'
import type { DeliveryPoint } from './point-queries.ts'
import type { DeliveryView } from './delivery-view.ts'
import { BesideFields, DayFields, SenderKindField, WayField, type Taken } from './entry-fields-part.tsx'
import { MembersList } from './came-in-part.tsx'

type Props = { page: PageContext; view: DeliveryView; status: string | null }

/** One delivery: what is known of it, its comments in their order, and the paper itself. */
export const DeliveryPage = ({ page, view, status }: Props) => {
  const { lang } = page
  const texts = textsIn(lang)
  const t = texts.entry
  const { consultation, delivery, points, members, mayEnter } = view
  const at = { id: consultation.id, delivery: delivery.id }
  return (
    <Layout
      page={page}
      title={`${delivery.title}: ${consultation.title}`}
      office
      status={status}
      back={{ href: inLanguage(lang, officeUrls.entries(at.id)), label: t.list.titleOf(consultation.title) }}
    >
      <h1 class="govuk-heading-l">
        {delivery.title} {delivery.late > 0 && <Tag tone="warning">{t.receipt.late}</Tag>}
      </h1>
      <Facts page={page} view={view} />
      <p class="kv-deeds">
        {mayEnter && delivery.kind !== 'table' && (
          <a href={inLanguage(lang, officeUrls.correctDelivery(at.id, at.delivery))}>{t.delivery.correct}</a>
        )}
        {delivery.kind !== 'table' && (
          <a href={inLanguage(lang, officeUrls.deliveryReceipt(at.id, at.delivery))}>{t.delivery.receipt}</a>
        )}
        <a href={inLanguage(lang, officeUrls.history(`consultations.delivery:${delivery.id}`))}>
          {texts.office.historyLink}
        </a>
      </p>
      {members.length > 0 && <MembersList lang={lang} zone={delivery.zone} members={members} level={2} />}
      <Documents page={page} view={view} />
      <h2 class="govuk-heading-m">{t.delivery.points}</h2>
      {points.map((point) => (
        <Point page={page} point={point} questions={view.questions} />
      ))}
      <p class="govuk-hint">{t.delivery.noted}</p>
    </Layout>
  )
}

type Part = Pick<Props, 'page' | 'view'>

const Facts = ({ page: { lang }, view: { delivery, source } }: Part) => {
  const t = textsIn(lang).entry
  const filled = (key: string, value: string | null) => (value === null ? [] : [{ key, value }])
  const protocol =
    delivery.protocolNumber &&
    [delivery.protocolNumber, delivery.protocolDate && formatDate(lang, delivery.protocolDate)]
      .filter(Boolean)
      .join(', ')
  return (
    <SummaryList
      rows={[
        { key: t.receipt.way, value: `${t.channels[delivery.channel]}, ${t.kinds[delivery.kind]}` },
        { key: t.receipt.happened, value: formatDate(lang, delivery.happenedOn) },
        { key: t.receipt.received, value: formatDate(lang, delivery.receivedOn) },
        { key: t.receipt.entered, value: formatMoment(lang, delivery.enteredAt, delivery.zone) },
        ...filled(t.delivery.by, delivery.enteredByName),
        ...filled(t.receipt.protocol, protocol),
        ...filled(t.form.outside, delivery.outsideNumber),
        ...filled(t.delivery.toldKey, delivery.told && t.told[delivery.told]),
        ...(source
          ? [{ key: t.delivery.source, value: <a href={inLanguage(lang, source.officeHref)}>{source.title}</a> }]
          : []),
      ]}
    />
  )
}

const Documents = ({ page: { lang }, view: { consultation, delivery, documents } }: Part) => {
  const t = textsIn(lang).entry.delivery
  return (
    <>
      <h2 class="govuk-heading-m">{t.document}</h2>
      {documents.length === 0 ? (
        <p class="govuk-hint">{t.noDocuments}</p>
      ) : (
        <ul class="govuk-list">
          {documents.map((document) => (
            <li>
              <a href={inLanguage(lang, officeUrls.deliveryDocument(consultation.id, delivery.id, document.id))}>
                {document.fileName}
              </a>{' '}
              <span class="kv-quiet">
                {typeName(document.mediaType)}, {formatSize(lang, document.size)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

type PointProps = { page: PageContext; point: DeliveryPoint; questions: readonly Question[] }

const Point = ({ page: { lang }, point, questions }: PointProps) => {
  const texts = textsIn(lang)
  return (
    <article class="kv-comment">
      <h3 class="kv-comment__author">
        {point.n}. <a href={inLanguage(lang, officeUrls.comment(point.id))}>{point.code ?? '–'}</a>
      </h3>
      <p class="kv-comment__quiet">
        {authorOf(point, lang)}, {placeOf(point, lang)}, {texts.office.stateOf[point.state]}
      </p>
      {point.body === null ? (
        <p class="govuk-hint">{texts.entry.delivery.noWords}</p>
      ) : (
        <div class="kv-comment__words" lang={point.lang === lang ? undefined : point.lang}>
          {point.body === '' ? <p>{texts.questions.shown.noWords}</p> : <Words words={point.body} />}
        </div>
      )}
      <Answers lang={lang} answers={point.answers} questions={questions} />
    </article>
  )
}

type CorrectProps = { page: PageContext; view: DeliveryView; typed: Typed; errors: FieldErrors; taken: Taken }

/** The facts of a delivery, put right with a reason. */
export const CorrectDeliveryPage = ({ page, view, typed, errors, taken }: CorrectProps) => {
  const { lang } = page
  const t = textsIn(lang).entry
  const { consultation, delivery } = view
  const filled = { lang, typed, errors }
  return (
    <Layout
      page={page}
      title={`${t.delivery.correct}: ${delivery.title}`}
      office
      error={Object.keys(errors).length > 0}
      back={{ href: inLanguage(lang, officeUrls.delivery(consultation.id, delivery.id)), label: delivery.title }}
    >
      <ErrorSummary title={textsIn(lang).office.errorTitle} errors={errors} />
      <h1 class="govuk-heading-l">{t.delivery.correct}</h1>
      <p class="govuk-body">{t.delivery.correctLead}</p>
      <form
        method="post"
        action={inLanguage(lang, officeUrls.correctDelivery(consultation.id, delivery.id))}
        novalidate
        data-submit-once
      >
        <input type="hidden" name="versioni" value={typed.versioni} />
        <input type="hidden" name="versioni-komentit" value={typed['versioni-komentit']} />
        <WayField {...filled} />
        <SenderKindField lang={lang} typed={typed} />
        <DayFields {...filled} />
        <AnswerFields {...filled} zone={delivery.zone} questions={view.asked} />
        <BesideFields {...filled} taken={taken} />
        <TextAreaField name="arsyeja" label={t.delivery.reason} value={typed.arsyeja} error={errors.arsyeja} rows={3} />
        <Button kind="primary" preventDoubleClick>
          {t.delivery.save}
        </Button>
      </form>
    </Layout>
  )
}
