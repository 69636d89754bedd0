import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { takedownTextsIn } from '#platform/takedowns/takedown-texts.ts'
import { Details } from '#ui/details.tsx'
import { Layout } from '#ui/layout.tsx'
import { Paging } from '#ui/paging.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { whatOf } from './entry-table-part.tsx'
import type { EntryView } from './entry-view.ts'
import { ledgerTexts } from './texts.ts'
import { ledgerUrls } from './urls.ts'

type Props = { page: PageContext; view: EntryView; zone: string }

/** One entry, exactly as it stands in the tree, and what proves that it stands there. */
export const EntryPage = ({ page, view, zone }: Props) => {
  const { lang } = page
  const t = ledgerTexts(lang).entry
  const { entry } = view
  const title = t.title(formatNumber(entry.index))
  return (
    <Layout
      page={page}
      title={title}
      canonical={ledgerUrls.entry(entry.index)}
      jsonHref={inLanguage(lang, ledgerUrls.entryData(entry.index))}
      back={{ href: inLanguage(lang, ledgerUrls.log()), label: t.back }}
    >
      <h1 class="govuk-heading-xl">{title}</h1>
      <SummaryList rows={factsOf(lang, view, zone)} />
      <h2>{t.leaf}</h2>
      <p>{t.leafLead}</p>
      <pre class="kv-leaf">{entry.entry}</pre>
      <Shape lang={lang} view={view} />
      <Proof lang={lang} view={view} />
      <Neighbours lang={lang} view={view} />
    </Layout>
  )
}

function factsOf(lang: Lang, view: EntryView, zone: string) {
  const texts = ledgerTexts(lang)
  const t = texts.entry
  const { entry, record, kind, told } = view
  return [
    ...(record
      ? [
          {
            key: t.record,
            value: (
              <a href={inLanguage(lang, record.href)} lang={record.lang === lang ? undefined : record.lang}>
                {record.title}
              </a>
            ),
          },
        ]
      : []),
    { key: t.kind, value: kind },
    { key: t.what, value: whatOf(lang, entry) },
    ...(told.ended?.ground ? [{ key: t.ground, value: groundWords(lang, told.ended.ground) }] : []),
    { key: t.version, value: formatNumber(entry.version) },
    { key: t.institution, value: entry.institution ?? texts.installation },
    { key: t.at, value: formatMoment(lang, entry.at, zone) },
    {
      key: t.digest,
      value: entry.digest ? (
        <>
          <code class="kv-digest">{entry.digest}</code>
          <br />
          <span class="kv-quiet">{t.digestHint}</span>
        </>
      ) : (
        t.noDigest
      ),
    },
    { key: t.leafHash, value: <code class="kv-digest">{entry.leafHash}</code> },
  ]
}

function groundWords(lang: Lang, ground: string) {
  const grounds: Record<string, string> = takedownTextsIn(lang).grounds
  return grounds[ground] ?? <code lang="en">{ground}</code>
}

type PartProps = { lang: Lang; view: EntryView }

const Shape = ({ lang, view: { told, fields, entry } }: PartProps) => {
  const t = ledgerTexts(lang).entry
  if (fields.length === 0 || entry.digest === null) return null
  return (
    <Details summary={t.shapeKey}>
      <p>{t.shape(told.v)}</p>
      <p lang="en">
        {fields.map((field, index) => (
          <>
            {index > 0 && ', '}
            <code>{field}</code>
          </>
        ))}
      </p>
    </Details>
  )
}

const Proof = ({ lang, view: { entry, head, proof } }: PartProps) => {
  const t = ledgerTexts(lang).entry
  return (
    <>
      <Details summary={t.proof}>
        {proof.length === 0 ? (
          <p>{t.proofAlone}</p>
        ) : (
          <>
            <p>{t.proofLead(formatNumber(head.size))}</p>
            <ol class="govuk-list govuk-list--number">
              {proof.map((hash) => (
                <li>
                  <code class="kv-digest">{hash}</code>
                </li>
              ))}
            </ol>
          </>
        )}
        <pre class="kv-leaf">{head.note}</pre>
      </Details>
      <ul class="govuk-list">
        <li>
          <a href={ledgerUrls.entryProof(entry.index)} download>
            {t.download}
          </a>
        </li>
        <li>
          <a href={inLanguage(lang, ledgerUrls.entryData(entry.index))}>{t.data}</a>
        </li>
        <li>
          <a href={inLanguage(lang, ledgerUrls.ofRecord(entry.subject))}>{t.ofRecord}</a>
        </li>
      </ul>
    </>
  )
}

const Neighbours = ({ lang, view: { neighbours } }: PartProps) => {
  const t = ledgerTexts(lang).entry
  const way = (index: number | null, label: (words: string) => string) =>
    index === null ? null : { href: inLanguage(lang, ledgerUrls.entry(index)), label: label(formatNumber(index)) }
  return (
    <Paging label={t.neighbours} older={way(neighbours.previous, t.previous)} newer={way(neighbours.next, t.next)} />
  )
}
