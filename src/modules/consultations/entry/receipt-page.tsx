import type { PageContext } from '#platform/http/page-context.ts'
import { formatDate, formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Layout } from '#ui/layout.tsx'
import { QrCode } from '#ui/qr-code.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { textsIn } from '../texts.ts'
import { consultationUrls, officeUrls, ownCommentUrls, senderUrls } from '../urls.ts'
import type { DeliveryView } from './delivery-view.ts'
import { tokenOfPoint } from './entry-rules.ts'

type Props = { page: PageContext; view: DeliveryView; token: string | null; status: readonly string[] }

/** The sheet that everybody gets whose words an official entered: half of an A4, with the private link of who has no e-mail. */
export const DeliveryReceiptPage = ({ page, view, token, status }: Props) => {
  const { lang } = page
  const t = textsIn(lang).entry
  const { consultation, delivery } = view
  const home = officeUrls.delivery(consultation.id, delivery.id)
  return (
    <Layout
      page={page}
      title={`${t.receipt.title}: ${delivery.title}`}
      office
      status={status.length > 0 ? status.join(' ') : null}
      back={{ href: inLanguage(lang, home), label: delivery.title }}
    >
      <div class="kv-slip kv-slip--half">
        <h1 class="govuk-heading-l">{t.receipt.title}</h1>
        <p class="govuk-body-l kv-slip__institution">{consultation.institutionName}</p>
        {token && <PrivateLink page={page} view={view} token={token} />}
        <Facts page={page} view={view} />
        {delivery.late > 0 && <p class="govuk-body">{t.receipt.lateWords}</p>}
        {consultation.slug && (
          <p class="govuk-body">{t.receipt.where(page.url + consultationUrls.comments(consultation.slug))}</p>
        )}
        <p class="govuk-body">{t.receipt.privacy}</p>
      </div>
      <Deeds page={page} view={view} token={token} />
    </Layout>
  )
}

type Part = Pick<Props, 'page' | 'view'>

const PrivateLink = ({ page, view: { delivery }, token }: Part & { token: string }) => {
  const { lang } = page
  const t = textsIn(lang).entry.receipt
  const path = delivery.points > 1 ? senderUrls.delivery(token) : ownCommentUrls.one(tokenOfPoint(token, 1))
  const address = page.url + inLanguage(lang, path)
  return (
    <>
      <div class="kv-slip__qr">
        <QrCode words={address} label={t.qr} />
      </div>
      <p class="govuk-body">
        <strong>{t.link}:</strong> <span class="kv-address">{address}</span>
      </p>
      <p class="govuk-body">{t.linkWords}</p>
    </>
  )
}

const Facts = ({ page: { lang }, view: { consultation, delivery, points } }: Part) => {
  const texts = textsIn(lang).entry
  const t = texts.receipt
  const codes = points.flatMap(({ code }) => (code === null ? [] : [code]))
  return (
    <SummaryList
      rows={[
        { key: t.consultation, value: consultation.title },
        {
          key: codes.length === 1 ? t.code : t.codes,
          value: <strong class="kv-slip__number">{codes.join(', ')}</strong>,
        },
        { key: t.way, value: texts.channels[delivery.channel] },
        { key: t.happened, value: formatDate(lang, delivery.happenedOn) },
        { key: t.received, value: formatDate(lang, delivery.receivedOn) },
        { key: t.entered, value: formatMoment(lang, delivery.enteredAt, delivery.zone) },
        ...(delivery.protocolNumber
          ? [
              {
                key: t.protocol,
                value: `${delivery.protocolNumber}${delivery.protocolDate ? `, ${formatDate(lang, delivery.protocolDate)}` : ''}`,
              },
            ]
          : []),
      ]}
    />
  )
}

const Deeds = ({ page: { lang }, view, token }: Part & { token: string | null }) => {
  const t = textsIn(lang).entry.receipt
  const { consultation, delivery, mayEnter } = view
  const fresh = inLanguage(lang, officeUrls.newEntry(consultation.id))
  const meeting = delivery.channel === 'meeting' || delivery.sourceRef?.startsWith('meetings.')
  return (
    <div class="kv-not-printed">
      <p class="govuk-hint">{t.print}</p>
      {!token && mayEnter && (
        <form method="post" action={inLanguage(lang, officeUrls.deliveryReceipt(consultation.id, delivery.id))}>
          <p class="govuk-body">{t.noLink}</p>
          <Button kind="secondary" preventDoubleClick>
            {t.newLink}
          </Button>
        </form>
      )}
      <p class="kv-deeds">
        {mayEnter && <LinkButton href={`${fresh}?nga=${delivery.id}`}>{t.again}</LinkButton>}
        {mayEnter && meeting && (
          <LinkButton href={`${fresh}?nga=${delivery.id}&si=takimi`} kind="secondary">
            {t.againMeeting}
          </LinkButton>
        )}
        {mayEnter && (
          <LinkButton href={fresh} kind="secondary">
            {t.fresh}
          </LinkButton>
        )}
        <a href={inLanguage(lang, officeUrls.delivery(consultation.id, delivery.id))}>{t.open}</a>
      </p>
    </div>
  )
}
