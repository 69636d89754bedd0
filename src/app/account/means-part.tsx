import { FEW_CODES } from '#platform/auth/recovery-code-rules.ts'
import type { Factors } from '#platform/auth/second-factor-queries.ts'
import type { OpenSession } from '#platform/auth/session-queries.ts'
import type { PageContext } from '#platform/http/page-context.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import type { SummaryRow } from '#ui/summary-list.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import { meansTextsOf } from './means-texts.ts'
import { meansUrls } from './means-urls.ts'

/** The ways in besides the mailed code and the application, each a link to where it is changed. */
export function meansRows(page: PageContext, factors: Factors, linked: readonly string[]): SummaryRow[] {
  const texts = meansTextsOf(page.lang).account
  const to = (href: string, hidden: string, label = texts.change) => ({
    href: inLanguage(page.lang, href),
    label,
    hidden: hidden.toLowerCase(),
  })
  const { passkeys, recoveryCodes } = factors
  return [
    { key: texts.passkeys, value: texts.count(passkeys), action: to(meansUrls.passkeys(), texts.passkeys) },
    {
      key: texts.codes,
      value: recoveryCodes === 0 ? texts.count(0) : texts.codesLeft(recoveryCodes),
      action: to(meansUrls.recoveryCodes, texts.codes, texts.make),
    },
    identitiesRow(page, linked),
  ]
}

export function identitiesRow(page: PageContext, linked: readonly string[]): SummaryRow {
  const texts = meansTextsOf(page.lang).account
  const action = {
    href: inLanguage(page.lang, meansUrls.identities),
    label: texts.change,
    hidden: texts.identities.toLowerCase(),
  }
  return { key: texts.identities, value: linked.length === 0 ? texts.count(0) : linked.join(', '), action }
}

/** Few codes, or none: told before the telephone is lost. */
export const CodesWarning = ({ page, factors }: { page: PageContext; factors: Factors }) => {
  const texts = meansTextsOf(page.lang)
  if (factors.recoveryCodes > FEW_CODES || (!factors.totp && factors.passkeys === 0)) return null
  const words = factors.recoveryCodes === 0 ? texts.account.codesNone : texts.account.codesFew
  return <WarningText assistive={texts.warning}>{words}</WarningText>
}

/** What a session was opened with, and what raised it: `kod me e-postë, aplikacion kodesh`. */
export function meansWords({ lang }: PageContext, session: OpenSession): string {
  const { means } = meansTextsOf(lang)
  const { assurance, provider } = session
  const first = provider && assurance ? means.at(provider, means.assurance[assurance]) : means.first[session.means]
  return session.secondMeans ? `${first}, ${means.second[session.secondMeans]}` : first
}
