import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Details } from '#ui/details.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Tag } from '#ui/tag.tsx'
import { textsIn } from '../texts.ts'
import { ledgerUrls, ownCommentUrls } from '../urls.ts'
import type { OwnCommentView } from './own-comment-view.ts'

type Props = { page: PageContext; view: OwnCommentView; /** Whether this machine makes them. */ pdf: boolean }
type Version = OwnCommentView['receipts']['versions'][number]

/** The receipts of a comment: of its newest wording, and of those before. */
export const OwnReceipts = ({ page, view, pdf }: Props) => {
  const { lang } = page
  const t = textsIn(lang).receipt
  const [newest, ...earlier] = view.receipts.versions
  if (!newest) return null
  return (
    <section aria-labelledby="vertetimi">
      <h2 class="govuk-heading-m" id="vertetimi">
        {textsIn(lang).own.receipt}
      </h2>
      <OneReceipt page={page} view={view} pdf={pdf} version={newest} />
      {!pdf && <p class="govuk-body">{t.noPdf}</p>}
      <p class="govuk-body">
        {t.keep} <a href={inLanguage(lang, ledgerUrls.check())}>{t.check}</a>.
      </p>
      {earlier.length > 0 && (
        <Details summary={t.earlier}>
          {earlier.map((version) => (
            <OneReceipt page={page} view={view} pdf={pdf} version={version} />
          ))}
        </Details>
      )}
    </section>
  )
}

const OneReceipt = (props: Props & { version: Version }) => {
  const { page, view, version } = props
  const t = textsIn(page.lang).receipt
  const proved = version.index !== null
  return (
    <>
      <p class="govuk-body">
        <Tag tone={proved ? 'done' : 'paused'}>{proved ? t.proved : t.received}</Tag>
        {view.receipts.versions.length > 1 && <> {t.version(version.version)}</>}
      </p>
      <p class="govuk-body">{proved ? t.provedWords : t.receivedWords}</p>
      <SummaryList rows={rowsOf(props)} />
      <Downloads {...props} />
    </>
  )
}

function rowsOf({ page: { lang }, view: { own, receipts }, version }: Props & { version: Version }) {
  const t = textsIn(lang).receipt
  const { index } = version
  const { checkpoint } = receipts
  return [
    { key: t.enteredAt, value: formatMoment(lang, version.at, own.zone) },
    ...(index !== null && checkpoint
      ? [
          {
            key: t.entry,
            value: <a href={inLanguage(lang, ledgerUrls.entry(index))}>{t.entryNumber(formatNumber(index))}</a>,
          },
          { key: t.checkpoint, value: formatMoment(lang, checkpoint.signedAt, own.zone) },
        ]
      : []),
    { key: t.digest, value: <code class="kv-digest">{version.digest}</code> },
  ]
}

const Downloads = ({ page: { lang }, view, pdf, version }: Props & { version: Version }) => {
  const t = textsIn(lang).receipt
  const files = [
    ...(pdf ? [{ kind: 'pdf', label: t.pdf }] : []),
    { kind: 'json', label: t.json },
    ...(version.index === null ? [] : [{ kind: 'tlog-proof', label: t.tlogProof }]),
  ]
  return (
    <>
      <p class="govuk-body">{t.download}:</p>
      <ul class="govuk-list govuk-list--bullet">
        {files.map(({ kind, label }) => (
          <li>
            <a href={inLanguage(lang, ownCommentUrls.receipt(view.key, version.version, kind))} download>
              {label}
              <span class="govuk-visually-hidden">{t.hidden(version.version)}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
