import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment, formatNumber } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { Layout } from '#ui/layout.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { LetterBody } from './letter-body.tsx'
import { OFFICE_TEXTS } from './office-texts.ts'
import { LetterTag } from './outbox-page.tsx'
import type { OutboxLetter } from './outbox-queries.ts'
import { maskedEmail, withoutEmails } from './outbox-rules.ts'
import type { LetterView } from './outbox-view.ts'
import { officeUrls } from './urls.ts'

type Props = { page: PageContext; view: LetterView; origins: readonly string[]; status: string | null }

/** One letter: its way so far, what its state means, and what can be done. Its words only in demonstration mode. */
export const LetterPage = ({ page, view: { letter, waits, maySendAgain }, origins, status }: Props) => {
  const texts = OFFICE_TEXTS[page.lang].mail
  const back = { href: inLanguage(page.lang, officeUrls.mail()), label: texts.back }
  return (
    <Layout page={page} title={letter.subject} office back={back} status={status} robots="noindex">
      <h1 lang={letter.lang === page.lang ? undefined : letter.lang}>{letter.subject}</h1>
      <SummaryList rows={rowsOf(page, letter)} />
      <p>{texts.states[letter.state].explanation}</p>
      {waits && maySendAgain && (
        <form method="post" action={inLanguage(page.lang, officeUrls.sendAgain(letter.id))}>
          <Button preventDoubleClick>{texts.sendAgain}</Button>
        </form>
      )}
      {page.demo && letter.body !== null && (
        <article class="kv-letter" lang={letter.lang}>
          <LetterBody body={letter.body} origins={origins} />
        </article>
      )}
    </Layout>
  )
}

function rowsOf(page: PageContext, letter: OutboxLetter) {
  const texts = OFFICE_TEXTS[page.lang].mail
  const { recipient, lastError, sentAt, zone } = letter
  return [
    { key: texts.state, value: <LetterTag page={page} state={letter.state} /> },
    { key: texts.to, value: page.demo ? recipient : maskedEmail(recipient) },
    { key: texts.kind, value: texts.kinds[letter.kind] },
    { key: texts.institution, value: letter.institution ?? texts.installation },
    { key: texts.at, value: formatMoment(page.lang, letter.createdAt, zone) },
    ...(sentAt ? [{ key: texts.sentAt, value: formatMoment(page.lang, sentAt, zone) }] : []),
    { key: texts.attempts, value: formatNumber(letter.attempts) },
    // Of the mail server, in its own language.
    ...(lastError ? [{ key: texts.lastError, value: <span lang="en">{withoutEmails(lastError)}</span> }] : []),
  ]
}
