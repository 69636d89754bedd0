import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatDay, formatMoment } from '#platform/i18n/formats.ts'
import type { DeadlineView } from '#platform/deadlines/deadline-view.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { caseAddresses } from '#platform/intake/case-addresses.ts'
import { caseNumber } from '#platform/intake/case-rules.ts'
import { civilDateIn } from '#platform/time/civil-date.ts'
import { LinkButton } from '#ui/button.tsx'
import { Layout } from '#ui/layout.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { QrCode } from '#ui/qr-code.tsx'
import type { ReceiptView } from './counter-view.ts'
import { officeIntakeTexts } from './texts.ts'
import { intakeUrls } from './urls.ts'

type Props = { page: PageContext; view: ReceiptView; status: string | null; mayEnter: boolean }

/** The certificate that everybody gets who hands something in (Albania: law 44/2015, Art 60). Prints on one sheet. */
export const ReceiptPage = ({ page, view, status, mayEnter }: Props) => {
  const { lang } = page
  const texts = officeIntakeTexts(lang)
  const t = texts.receipt
  const { case: one, institution, desk, deadline } = view
  const number = caseNumber(one)
  return (
    <Layout
      page={{ ...page, institution }}
      title={`${t.title} ${number}`}
      office
      status={status}
      back={{ href: inLanguage(lang, intakeUrls.one(one.id)), label: texts.backToCase }}
    >
      <div class="kv-slip">
        <h1 class="govuk-heading-l">{t.title}</h1>
        <p class="govuk-body-l kv-slip__institution">{institution.name}</p>
        <div class="kv-slip__qr">
          <QrCode words={page.url + inLanguage(lang, caseAddresses.lookup(number, one.code))} label={t.qr} />
        </div>
        <Facts page={page} view={view} />
        {deadline && deadline.deadline.state !== 'cancelled' && <Due lang={lang} deadline={deadline} />}
        <p class="govuk-body">{t.where(page.url + caseAddresses.short())}</p>
        <h2 class="govuk-heading-s">{t.nextTitle}</h2>
        <ul class="govuk-list govuk-list--bullet">
          {t.nextSteps.map((step) => (
            <li>{step}</li>
          ))}
        </ul>
        {desk && (
          <p class="govuk-body">
            <strong>{t.whom}:</strong>{' '}
            {[institution.name, desk.telephone, desk.postal, desk.email].filter(Boolean).join(', ')}
          </p>
        )}
      </div>
      <div class="kv-not-printed">
        <p class="govuk-hint">{t.printHint}</p>
        <p class="kv-deeds">
          {mayEnter && <LinkButton href={inLanguage(lang, intakeUrls.counter())}>{t.next}</LinkButton>}
          <a href={inLanguage(lang, intakeUrls.one(one.id))}>{t.open}</a>
        </p>
      </div>
    </Layout>
  )
}

/** On paper nothing opens and there is one sheet: the rule that gives the day; the days one by one are on the case's page. */
const Due = ({ lang, deadline: { date, explanation } }: { lang: Lang; deadline: DeadlineView }) => {
  const { receipt: t } = officeIntakeTexts(lang)
  return (
    <p class="govuk-body kv-slip__due">
      {t.due} <strong>{date}</strong>. {explanation.sentences[0]} {t.dueHow}
    </p>
  )
}

const Facts = ({ page: { lang }, view: { case: one, documents } }: Pick<Props, 'page' | 'view'>) => {
  const texts = officeIntakeTexts(lang)
  const t = texts.receipt
  const received =
    one.receivedTo === 'day' ? formatDay(lang, one.receivedAt, one.zone) : formatMoment(lang, one.receivedAt, one.zone)
  const filedApart = one.filedOn !== civilDateIn(one.zone, one.receivedAt)
  const protocol =
    one.protocolNumber !== null &&
    texts.protocol(one.protocolNumber, one.protocolOn && formatDate(lang, one.protocolOn))
  return (
    <SummaryList
      rows={[
        { key: t.number, value: <strong class="kv-slip__number">{caseNumber(one)}</strong> },
        { key: t.code, value: <strong class="kv-slip__number">{one.code}</strong> },
        ...(protocol ? [{ key: texts.page.protocol, value: protocol }] : []),
        { key: t.receivedAt, value: received },
        ...(filedApart ? [{ key: t.filedOn, value: formatDate(lang, one.filedOn) }] : []),
        { key: t.about, value: one.about ?? texts.erased },
        {
          key: t.files,
          value:
            documents.length === 0
              ? t.noFiles
              : `${t.filesCount(documents.length)}: ${documents.map((document) => document.fileName).join(', ')}`,
        },
        ...(one.enteredByName ? [{ key: t.clerk, value: one.enteredByName }] : []),
      ]}
    />
  )
}
