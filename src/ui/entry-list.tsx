import type { Child } from 'hono/jsx'
import type { Tone } from './shape.tsx'
import { Tag } from './tag.tsx'

export type Entry = {
  href: string
  title: string
  /** Language of the title, where it is not the page's. */
  lang?: string | undefined
  /** One quiet line: kind, institution, date. */
  quiet: string
  state?: { tone: Tone; label: string } | null | undefined
  extra?: Child
}

type Props = { items: readonly Entry[]; level?: 2 | 3 | undefined }

/** A list of matters: one strong line, one quiet line, at most one state. */
export const EntryList = ({ items, level = 2 }: Props) => {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <ul class="kv-entries">
      {items.map(({ href, title, lang, quiet, state, extra }) => (
        <li class="kv-entry">
          <Heading class="kv-entry__title">
            <a href={href} lang={lang}>
              {title}
            </a>
          </Heading>
          <p class="kv-entry__quiet">{quiet}</p>
          {state && (
            <p class="kv-entry__state">
              <Tag tone={state.tone}>{state.label}</Tag>
            </p>
          )}
          {extra && <div class="kv-entry__extra">{extra}</div>}
        </li>
      ))}
    </ul>
  )
}
