import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay, formatMoment, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import type { Log, Witness } from './ledger-queries.ts'
import type { LogView } from './log-view.ts'
import { ledgerTexts } from './texts.ts'
import { ledgerUrls } from './urls.ts'

type Props = { page: PageContext; about: NonNullable<LogView['about']>; zone: string }

/** What the log proves and what not, how to check it, who watches it. */
export const AboutLog = ({ page: { lang }, about, zone }: Props) => {
  const t = ledgerTexts(lang)
  return (
    <>
      <div class="kv-proves">
        <Claims id="verteton" words={t.proves} />
        <Claims id="nuk-verteton" words={t.provesNot} />
      </div>
      <Checks lang={lang} check={about.check} zone={zone} />
      <Witnesses lang={lang} witnesses={about.witnesses} zone={zone} />
      {about.logs.length > 1 && <Origins lang={lang} logs={about.logs} zone={zone} />}
    </>
  )
}

const Claims = ({ id, words }: { id: string; words: { title: string; items: readonly string[] } }) => (
  <section aria-labelledby={id}>
    <h2 id={id}>{words.title}</h2>
    <ul class="govuk-list govuk-list--bullet">
      {words.items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  </section>
)

type ChecksProps = { lang: Lang; check: Props['about']['check']; zone: string }

const Checks = ({ lang, check, zone }: ChecksProps) => {
  const t = ledgerTexts(lang).check
  const commands = [
    [t.receiptTool, 'node verify-receipt.mjs'],
    [t.verify, 'kuvend ledger verify'],
    [t.tiles, ledgerUrls.checkpoint()],
    [t.witness, 'tools/witness.mjs'],
  ]
  return (
    <section aria-labelledby="kontrolloni">
      <h2 id="kontrolloni">{t.title}</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          <a href={inLanguage(lang, ledgerUrls.receipt())}>{t.receipt}</a>
        </li>
        <li>
          <a href={inLanguage(lang, ledgerUrls.consistency())}>{t.consistency}</a>
        </li>
        {commands.map(([words, command]) => (
          <li>
            {words}
            <code lang="en">{command}</code>
          </li>
        ))}
      </ul>
      {check && <p>{t.own[check.outcome](formatMoment(lang, check.at, zone))}</p>}
    </section>
  )
}

const Witnesses = ({ lang, witnesses, zone }: { lang: Lang; witnesses: readonly Witness[]; zone: string }) => {
  const t = ledgerTexts(lang).witnesses
  return (
    <section aria-labelledby="deshmitaret">
      <h2 id="deshmitaret">{t.title}</h2>
      <p>{t.lead}</p>
      {witnesses.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <DataTable
          caption={t.title}
          captionHidden
          firstColumnHeader
          head={[t.name, t.last, t.upTo].map((label) => ({ label }))}
          rows={witnesses.map(({ vkey, at, size, failing }) => [
            <>
              <span class="kv-digest">{nameOf(vkey)}</span>
              {failing && <span class="kv-quiet"> {t.failing}</span>}
            </>,
            at ? formatMoment(lang, at, zone) : t.never,
            size === null ? '–' : t.size(formatNumber(size)),
          ])}
        />
      )}
    </section>
  )
}

/** What stands before the first plus of a verifier key (C2SP signed-note). */
const nameOf = (vkey: string): string => vkey.split('+')[0] ?? vkey

const Origins = ({ lang, logs, zone }: { lang: Lang; logs: readonly Log[]; zone: string }) => {
  const t = ledgerTexts(lang).origins
  return (
    <section aria-labelledby="rihapja">
      <h2 id="rihapja">{t.title}</h2>
      <p>{t.lead}</p>
      <DataTable
        caption={t.title}
        captionHidden
        firstColumnHeader
        head={[t.origin, t.opened, t.with, t.before, t.why].map((label) => ({ label }))}
        rows={logs.map(({ origin, openedAt, openedSize, predecessor, reason }) => [
          <span class="kv-digest">{origin}</span>,
          formatDay(lang, openedAt, zone),
          t.size(formatNumber(openedSize)),
          predecessor ? <span class="kv-digest">{predecessor}</span> : '–',
          reason ?? '–',
        ])}
      />
    </section>
  )
}
