import { documentUrls } from '#platform/documents/urls.ts'
import { formatDate, formatDay, formatMoment, formatSize } from '#platform/i18n/formats.ts'
import { inLanguage, type Lang } from '#platform/i18n/language.ts'
import { COUNTRY_WORDS } from '#platform/institutions/country-words-rules.ts'
import {
  NOT_ASKED,
  type CertificateName,
  type ReportOutcome,
  type SignatureFacts,
} from '#platform/signatures/signature-report-rules.ts'
import { signatureTexts } from '#platform/signatures/signature-texts.ts'
import { Details } from '#ui/details.tsx'
import type { Tone } from '#ui/shape.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Tag } from '#ui/tag.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import type { CheckedFile, SignaturesView } from './signing-view.ts'
import { signingTexts } from './texts.ts'

type PublicProps = { lang: Lang; view: SignaturesView; heading?: boolean }

/** On the page of an act: who signed it and when, the signed file, and what the check said. Nothing is known: nothing is said. */
export const SignatureReportPart = ({ lang, view, heading = true }: PublicProps) => {
  const t = signingTexts(lang)
  const { signers, files } = view
  const [current, ...earlier] = [...files.filter((one) => one.current), ...files.filter((one) => !one.current)]
  if (!current && signers.signedOn === null && signers.chairName === null) return null
  return (
    <section>
      {heading && (
        <h2 class="govuk-heading-m" id="nenshkrimi">
          {t.public.title}
        </h2>
      )}
      <SignersList lang={lang} signers={signers} />
      {current ? (
        <FileReport lang={lang} file={current} zone={signers.zone} />
      ) : (
        <p class="govuk-body">{t.public.none}</p>
      )}
      <EarlierFiles lang={lang} files={earlier} zone={signers.zone} />
    </section>
  )
}

type Signers = Pick<SignaturesView['signers'], 'chairName' | 'secretaryName' | 'signedOn' | 'jurisdiction'>

export const SignersList = ({ lang, signers }: { lang: Lang; signers: Signers }) => {
  const t = signingTexts(lang).signers.post
  const { chairName, secretaryName, signedOn, jurisdiction } = signers
  const chair = COUNTRY_WORDS[jurisdiction][lang].councilChair
  const rows = [
    ...(chairName === null ? [] : [{ key: first(chair), value: chairName }]),
    ...(secretaryName === null ? [] : [{ key: t.secretary, value: secretaryName }]),
    ...(signedOn === null ? [] : [{ key: t.on, value: formatDate(lang, signedOn) }]),
  ]
  return rows.length === 0 ? null : <SummaryList rows={rows} />
}

const first = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

const TONES: Record<ReportOutcome, Tone> = {
  none: 'plain',
  valid: 'done',
  'added-after': 'warning',
  'certificate-out-of-time': 'warning',
  untrusted: 'warning',
  altered: 'late',
  invalid: 'late',
  'not-all-asked': 'warning',
  'not-looked-at': 'plain',
}

const WARNED: readonly ReportOutcome[] = ['added-after', 'certificate-out-of-time', 'untrusted', 'altered', 'invalid']

type FileProps = { lang: Lang; file: CheckedFile; zone: string; href?: (id: string) => string }

/** One signed file: where it is, what the check said in one sentence, and the rest on demand. */
export const FileReport = ({ lang, file, zone, href = documentUrls.file }: FileProps) => {
  const t = signingTexts(lang).file
  const s = signatureTexts(lang)
  const { report, outcome, way, reason } = file
  const scanned = way === 'ink' && (outcome === 'none' || report?.file === 'not-a-pdf')
  return (
    <>
      <p class="govuk-body">
        <FileLink lang={lang} file={file} href={href} />{' '}
        <Tag tone={scanned ? 'plain' : TONES[outcome]}>{scanned ? t.scanShort : s.short[outcome]}</Tag>
      </p>
      {WARNED.includes(outcome) ? (
        <WarningText assistive={t.warning}>{s.outcomes[outcome]}</WarningText>
      ) : (
        <p class="govuk-body">{scanned ? t.scan : s.outcomes[outcome]}</p>
      )}
      <Said lang={lang} file={file} />
      {reason !== null && <p class="govuk-body">{t.reasonSaid(reason)}</p>}
      {report && report.found > 0 && (
        <Details summary={t.details} id={`kontrolli-${file.documentId}`}>
          {report.signatures.map((one, n) => (
            <OneSignature lang={lang} facts={one} n={n + 1} zone={zone} />
          ))}
          {report.found > report.signatures.length && (
            <p class="govuk-body">{s.more(report.found - report.signatures.length)}</p>
          )}
          <NotAsked lang={lang} trustToo={report.anchors === 0} />
          <p class="govuk-body-s">{t.checkedOn(formatMoment(lang, file.checkedAt, zone))}</p>
        </Details>
      )}
    </>
  )
}

/** Before anybody opens the details: whose certificates, and that not everything was asked. */
const Said = ({ lang, file: { report } }: { lang: Lang; file: CheckedFile }) => {
  const s = signatureTexts(lang)
  if (!report || report.found === 0) return null
  const names = report.signatures
    .filter(({ kind, state }) => kind === 'signature' && state === 'valid')
    .map(({ signer }) => (signer && nameOf(signer.subject)) ?? s.unnamed)
  return (
    <p class="govuk-body">
      {names.length === 0 ? '' : `${s.signedBy(names.join('; '))} `}
      {s.notAskedShort(report.anchors === 0)}
    </p>
  )
}

const FileLink = ({ lang, file, href }: Required<Pick<FileProps, 'lang' | 'file' | 'href'>>) => {
  const t = signingTexts(lang)
  if (file.fileName === null) return <>{t.file.gone}</>
  return (
    <a href={inLanguage(lang, href(file.documentId))}>
      {t.public.file} ({/[^.]+$/.exec(file.fileName)?.[0]?.toUpperCase()}, {formatSize(lang, file.size)})
    </a>
  )
}

const NotAsked = ({ lang, trustToo }: { lang: Lang; trustToo: boolean }) => {
  const s = signatureTexts(lang)
  return (
    <>
      <p class="govuk-body">{s.notAskedTitle}:</p>
      <ul class="govuk-list govuk-list--bullet">
        {[...(trustToo ? [s.notAskedTrust] : []), ...NOT_ASKED.map((one) => s.notAsked[one])].map((words) => (
          <li>{words}</li>
        ))}
      </ul>
    </>
  )
}

type OneProps = { lang: Lang; facts: SignatureFacts; n: number; zone: string }

const OneSignature = ({ lang, facts, n, zone }: OneProps) => {
  const s = signatureTexts(lang)
  const { signer, kind } = facts
  const name = (signer && nameOf(signer.subject)) ?? s.unnamed
  return (
    <>
      <p class="govuk-body">
        <strong>{kind === 'signature' ? s.one(n, name) : `${s.kinds[kind]}: ${name}`}</strong>
      </p>
      <SummaryList
        rows={[
          {
            key: s.rows.result,
            value: sentences([s.states[facts.state], facts.coverage && s.coverages[facts.coverage]]),
          },
          ...timeRows(lang, facts, zone),
          ...certificateRows(lang, facts, zone),
        ]}
      />
    </>
  )
}

const nameOf = ({ name, organisation }: CertificateName): string | null =>
  [name, organisation].filter(Boolean).join(', ') || null

const sentences = (all: readonly (string | null)[]): string => all.filter(Boolean).join(' ')

function timeRows(lang: Lang, { claimedAt, timeStamp }: SignatureFacts, zone: string) {
  const s = signatureTexts(lang)
  const moment = (at: string) => formatMoment(lang, new Date(at), zone)
  return [
    ...(claimedAt === null ? [] : [{ key: s.rows.claimedAt, value: moment(claimedAt) }]),
    ...(timeStamp === null
      ? []
      : [
          {
            key: s.rows.timeStamp,
            value: sentences([
              timeStamp.at && `${moment(timeStamp.at)}.`,
              s.stamps[timeStamp.state],
              timeStamp.authority && nameOf(timeStamp.authority),
            ]),
          },
        ]),
  ]
}

function certificateRows(lang: Lang, facts: SignatureFacts, zone: string) {
  const s = signatureTexts(lang)
  const { signer, certificate, askedBy, method, weak, trust } = facts
  if (!signer) return []
  const day = (at: string) => formatDay(lang, new Date(at), zone)
  const held = certificate && askedBy && s.certificate[certificate][askedBy]
  return [
    { key: s.rows.signer, value: nameOf(signer.subject) ?? s.unnamed },
    { key: s.rows.issuer, value: signer.selfSigned ? s.selfSigned : (nameOf(signer.issuer) ?? s.unnamed) },
    { key: s.rows.serial, value: signer.serial },
    { key: s.rows.validity, value: sentences([`${s.fromTo(day(signer.validFrom), day(signer.validTo))}.`, held]) },
    { key: s.rows.trust, value: s.trusts[trust] },
    ...(method === null ? [] : [{ key: s.rows.method, value: weak ? `${method} (${s.weak})` : method }]),
  ]
}

type EarlierProps = { lang: Lang; files: readonly CheckedFile[]; zone: string; href?: (id: string) => string }

/** What was replaced stays, with its own check. */
export const EarlierFiles = ({ lang, files, zone, href = documentUrls.file }: EarlierProps) => {
  const t = signingTexts(lang).file
  const s = signatureTexts(lang)
  if (files.length === 0) return null
  return (
    <Details summary={t.earlier}>
      <ul class="govuk-list govuk-list--bullet">
        {files.map((file) => (
          <li>
            <FileLink lang={lang} file={file} href={href} />, {t.since(formatDay(lang, file.checkedAt, zone))}:{' '}
            {file.way === 'ink' && file.outcome === 'none' ? t.scanShort : s.short[file.outcome]}
          </li>
        ))}
      </ul>
    </Details>
  )
}
