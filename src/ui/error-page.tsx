import type { PageContext } from '#platform/http/page-context.ts'
import { LinkButton } from './button.tsx'
import { FRAME_TEXTS } from './frame-texts.ts'
import type { LinkText } from './link-text.ts'
import { Layout } from './layout.tsx'

type Props = {
  page: PageContext
  status: number
  title: string
  paragraphs: readonly string[]
  /** What to tell us, so that we find it in the logs. */
  reference?: string | undefined
  /** The best thing to do now. */
  action?: LinkText | undefined
}

/** A page that could not be given, in plain words: what happened and what to do. */
export const ErrorPage = ({ page, status, title, paragraphs, reference, action }: Props) => (
  <Layout page={page} title={title} robots="noindex">
    <p class="kv-caption">{status}</p>
    <h1>{title}</h1>
    {paragraphs.map((words) => (
      <p>{words}</p>
    ))}
    {reference && (
      <p class="kv-quiet">
        {FRAME_TEXTS[page.lang].reference}: <code>{reference}</code>
      </p>
    )}
    {action && <LinkButton href={action.href}>{action.label}</LinkButton>}
  </Layout>
)
