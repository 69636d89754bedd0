import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Layout } from '#ui/layout.tsx'
import { LetterBody } from './letter-body.tsx'
import { OFFICE_TEXTS } from '../office-texts.ts'
import { OutboxFilter, OutboxPaging } from './outbox-filter-part.tsx'
import type { OutboxLetter } from './outbox-queries.ts'
import type { OutboxView } from './outbox-view.ts'
import { officeUrls } from '../urls.ts'

type Props = { page: PageContext; view: OutboxView; origins: readonly string[] }

/** Demonstration mode: every letter whole, as its recipient would have read it. */
export const MailboxPage = ({ page, view, origins }: Props) => {
  const texts = OFFICE_TEXTS[page.lang].mail
  return (
    <Layout page={page} title={texts.title} office robots="noindex">
      <h1>{texts.title}</h1>
      <p>{texts.mailboxLead}</p>
      <OutboxFilter page={page} view={view} />
      {view.letters.length === 0 && <EmptyState>{view.question.recipient ? texts.noneFound : texts.none}</EmptyState>}
      {view.letters.map((letter) => (
        <ShownLetter page={page} letter={letter} origins={origins} />
      ))}
      <OutboxPaging page={page} view={view} />
    </Layout>
  )
}

const ShownLetter = ({
  page,
  letter,
  origins,
}: {
  page: PageContext
  letter: OutboxLetter
  origins: readonly string[]
}) => {
  const texts = OFFICE_TEXTS[page.lang].mail
  return (
    <article class="kv-letter" lang={letter.lang === page.lang ? undefined : letter.lang}>
      <h2>
        <a href={inLanguage(page.lang, officeUrls.letter(letter.id))}>{letter.subject}</a>
      </h2>
      <p class="kv-quiet" lang={page.lang}>
        {texts.to}: {letter.recipient} · {formatMoment(page.lang, letter.createdAt, letter.zone)}
      </p>
      {letter.body === null ? (
        <p lang={page.lang}>{texts.erased}</p>
      ) : (
        <LetterBody body={letter.body} origins={origins} />
      )}
    </article>
  )
}
