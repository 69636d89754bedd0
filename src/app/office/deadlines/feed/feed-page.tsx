import type { PageContext } from '#platform/http/page-context.ts'
import { formatDay } from '#platform/i18n/formats.ts'
import { inLanguage } from '#platform/i18n/language.ts'
import { Button } from '#ui/button.tsx'
import { CopyLink } from '#ui/copy-link.tsx'
import { Details } from '#ui/details.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Layout } from '#ui/layout.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import { boardTexts } from '../board/board-texts.ts'
import { boardUrls } from '../board/board-urls.ts'
import type { FeedView } from './feed-view.ts'

type Props = { page: PageContext; view: FeedView; done: string | null }

/** The address of one's own calendar: to be had, changed and closed. */
export const FeedPage = ({ page, view, done }: Props) => {
  const { lang } = page
  const t = boardTexts(lang)
  const back = { href: inLanguage(lang, boardUrls.board()), label: t.one.back }
  return (
    <Layout page={page} title={t.feed.title} office back={back} robots="noindex" status={done}>
      <h1>{t.feed.title}</h1>
      <p>{t.feed.lead}</p>
      <p>{t.feed.what}</p>
      {view.id === '' ? (
        <>
          <EmptyState>
            <p>{t.feed.none}</p>
          </EmptyState>
          <Deed page={page} view={view} action={boardUrls.feed()} label={t.feed.make} kind="primary" />
        </>
      ) : (
        <Address page={page} view={view} />
      )}
    </Layout>
  )
}

const Address = ({ page, view }: Omit<Props, 'done'>) => {
  const { feed: t } = boardTexts(page.lang)
  return (
    <>
      <h2>{t.address}</h2>
      {view.address === null ? (
        <p>{t.stale}</p>
      ) : (
        <>
          <p class="kv-address">{view.address}</p>
          <p>
            <CopyLink href={view.address} label={t.copy} copied={t.copied} />
          </p>
          <p>{t.how}</p>
        </>
      )}
      {view.since && <p class="kv-quiet">{t.since(formatDay(page.lang, view.since, ZONE))}</p>}
      <WarningText assistive={t.warning}>{t.secret}</WarningText>
      <Details summary={t.renew} open={view.address === null}>
        <p>{t.renewHint}</p>
        <Deed page={page} view={view} action={boardUrls.feed()} label={t.renew} kind="secondary" />
      </Details>
      <Details summary={t.end}>
        <Deed page={page} view={view} action={boardUrls.endFeed()} label={t.end} kind="warning" />
      </Details>
    </>
  )
}

/** Both countries keep the same time; an official may work in both. */
const ZONE = 'Europe/Tirane'

type DeedProps = {
  page: PageContext
  view: FeedView
  action: string
  label: string
  kind: 'primary' | 'secondary' | 'warning'
}

/** `kalendari`: the address that stood on the page, so that a form that arrives twice does nothing more. */
const Deed = ({ page, view, action, label, kind }: DeedProps) => (
  <form method="post" action={inLanguage(page.lang, action)}>
    <input type="hidden" name="kalendari" value={view.id} />
    <Button kind={kind} preventDoubleClick>
      {label}
    </Button>
  </form>
)
