import type { PageContext } from '#platform/http/page-context.ts'
import { formatMoment } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Layout } from '#ui/layout.tsx'
import { OutboxFilter, OutboxPaging } from './outbox-filter-part.tsx'
import { PaperLinks } from './paper-links-part.tsx'
import { OFFICE_TEXTS } from '../office-texts.ts'
import type { OutboxLetter } from './outbox-queries.ts'
import { LetterTag } from './letter-tag-part.tsx'
import { maskedEmail } from './outbox-rules.ts'
import type { OutboxView } from './outbox-view.ts'
import { officeUrls } from '../urls.ts'
import { mailTexts } from './texts.ts'

type Props = { page: PageContext; view: OutboxView }

/** What has gone out and what has not; who it was for only as far as a fault can be found by it. */
export const OutboxPage = ({ page, view }: Props) => {
  const texts = OFFICE_TEXTS[page.lang].mail
  return (
    <Layout page={page} title={texts.title} office robots="noindex">
      <h1>{texts.title}</h1>
      <p>{texts.outboxLead}</p>
      <PaperLinks page={page} />
      {view.waiting.length > 0 && (
        <section>
          <h2>{mailTexts(page.lang).outbox.waiting}</h2>
          <p>{mailTexts(page.lang).outbox.waitingLead}</p>
          <Letters page={page} caption={mailTexts(page.lang).outbox.waiting} letters={view.waiting} />
        </section>
      )}
      <h2>{texts.all}</h2>
      <OutboxFilter page={page} view={view} />
      {view.letters.length === 0 ? (
        <EmptyState>{mailTexts(page.lang).outbox.noneFound}</EmptyState>
      ) : (
        <Letters page={page} caption={texts.all} letters={view.letters} />
      )}
      <OutboxPaging page={page} view={view} />
    </Layout>
  )
}

const Letters = ({
  page,
  caption,
  letters,
}: {
  page: PageContext
  caption: string
  letters: readonly OutboxLetter[]
}) => {
  const texts = OFFICE_TEXTS[page.lang].mail
  return (
    <DataTable
      caption={caption}
      captionHidden
      firstColumnHeader
      head={[texts.subject, texts.to, texts.at, texts.state].map((label) => ({ label }))}
      rows={letters.map((letter) => [
        <a href={inLanguage(page.lang, officeUrls.letter(letter.id))} lang={letter.lang}>
          {letter.subject}
        </a>,
        maskedEmail(letter.recipient),
        formatMoment(page.lang, letter.createdAt, letter.zone),
        <LetterTag page={page} state={letter.state} />,
      ])}
    />
  )
}
