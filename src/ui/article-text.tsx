import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { HtmlEscapedString } from 'hono/utils/html'

/** A node of a legal text, as it is shown. `kind` is one of the platform's node kinds. */
export type LegalNode = {
  /** Anchor: the address of the node inside its page. */
  id: string
  kind: string
  /** The word printed before a division's label, where it is another than the usual one: KAPITULLI for KREU. */
  word?: string | null | undefined
  /** As printed: `39/1`, `ç`, `1.1`. */
  label: string | null
  heading: string | null
  /** Paragraphs parted by line breaks; a table's rows by line breaks and cells by tabs. */
  body: string
  children: readonly LegalNode[]
}

type HeadingLevel = 2 | 3 | 4 | 5 | 6

type Props = {
  nodes: readonly LegalNode[]
  /** Heading level of the outermost divisions. */
  level: HeadingLevel
  /** Language of the text, where it is not the page's. */
  lang?: string | undefined
  /** What stands under an article: how many comments, a link to comment. */
  after?: ((node: LegalNode) => Child) | undefined
  /** Lets a reader mark words of an article and comment on them. `href` is where the comment form is. */
  passages?: { href: (node: LegalNode) => string; label: string } | undefined
}

/**
 * A legal text. Labels are printed words, never counters of the style sheet: `39/1` follows 39, and ç follows c.
 * A single paragraph node is shown whole and bare: it is an article that the page has already named in its heading.
 */
export const ArticleText = ({ nodes, lang, ...rest }: Props) => (
  <div class="kv-legal" lang={lang}>
    {nodes.map((node) =>
      nodes.length === 1 && node.kind === 'paragraph' ? (
        <div id={node.id} class="kv-legal__article">
          <ArticleWords node={node} {...rest} />
        </div>
      ) : (
        <LegalNodeView node={node} {...rest} />
      ),
    )}
  </div>
)

type NodeProps = { node: LegalNode } & Pick<Props, 'level' | 'after' | 'passages'>

const LegalNodeView = (props: NodeProps) => {
  const { node } = props
  if (node.kind === 'article') return <ArticleView {...props} />
  if (node.kind in DIVISIONS) return <DivisionView {...props} />
  if (node.kind === 'point' || node.kind === 'letter') return <ListedView {...props} />
  return (
    <div id={node.id} class={`kv-legal__${node.kind}`}>
      {node.kind === 'table' ? <TableView node={node} /> : <Paragraphs body={node.body} />}
      <Children {...props} />
    </div>
  )
}

/** The words printed before a label. They belong to the text, so they are the drafting rules' and no translation's. */
const DIVISIONS: Record<string, string> = {
  part: 'PJESA',
  title: 'TITULLI',
  chapter: 'KREU',
  section: 'SEKSIONI',
  annex: 'SHTOJCA',
}

const DivisionView = (props: NodeProps) => {
  const { node, level } = props
  const Heading: `h${HeadingLevel}` = `h${level}`
  return (
    <section id={node.id} class={`kv-legal__division kv-legal__${node.kind}`}>
      <Heading class="kv-legal__division-heading">
        <span class="kv-legal__label">
          {node.word ?? DIVISIONS[node.kind]} {node.label}
        </span>{' '}
        {node.heading}
      </Heading>
      <Paragraphs body={node.body} />
      <Children {...props} level={deeper(level)} />
    </section>
  )
}

const ArticleView = (props: NodeProps) => {
  const { node, level } = props
  const Heading: `h${HeadingLevel}` = `h${level}`
  return (
    <article id={node.id} class="kv-legal__article">
      <Heading class="kv-legal__article-heading">
        <span class="kv-legal__label">Neni {node.label}</span> {node.heading}
      </Heading>
      <ArticleWords {...props} />
    </article>
  )
}

/** What a reader may select from, and nothing else inside it: a quotation is sought in the same run of words. */
const ArticleWords = (props: NodeProps) => {
  const { node, level, after, passages } = props
  return (
    <>
      <div
        class="kv-legal__words"
        data-comment-passage={passages ? '' : undefined}
        data-href={passages?.href(node)}
        data-label={passages?.label}
      >
        {wordsHtml(node, deeper(level))}
      </div>
      {after && <div class="kv-legal__after">{after(node)}</div>}
    </>
  )
}

/** By node, then heading level: an article that is shown to many readers is put into HTML once. */
const madeWords = new WeakMap<LegalNode, Map<HeadingLevel, HtmlEscapedString>>()

/** Words, points and letters of an article. They depend on nothing but the node, and a node never changes. */
function wordsHtml(node: LegalNode, level: HeadingLevel): Child {
  const made = madeWords.get(node)?.get(level)
  if (made) return made
  const words = (
    <>
      <Paragraphs body={node.body} />
      <Children node={node} level={level} after={undefined} passages={undefined} />
    </>
  )
  // Of hono's components only asynchronous ones give a promise, and there is none among these.
  // oxlint-disable-next-line typescript/no-base-to-string -- a node of hono prints itself as HTML
  const html = raw(String(words))
  madeWords.set(node, (madeWords.get(node) ?? new Map<HeadingLevel, HtmlEscapedString>()).set(level, html))
  return html
}

const ListedView = (props: NodeProps) => {
  const { node } = props
  return (
    <div id={node.id} class={`kv-legal__listed kv-legal__${node.kind}`}>
      <span class="kv-legal__label">{node.label}</span>{' '}
      <div class="kv-legal__listed-words">
        {node.heading && <p class="kv-legal__point-heading">{node.heading}</p>} <Paragraphs body={node.body} />
        <Children {...props} />
      </div>
    </div>
  )
}

const Children = ({ node, level, after, passages }: NodeProps) => (
  <>
    {node.children.map((child) => (
      <LegalNodeView node={child} level={level} after={after} passages={passages} />
    ))}
  </>
)

/** Parted by a space in the markup, so that the words on either side never run together in a quotation. */
const Paragraphs = ({ body }: { body: string }) => (
  <>
    {paragraphsOf(body).map((words) => (
      <>
        <p>{words}</p>{' '}
      </>
    ))}
  </>
)

const TableView = ({ node }: { node: LegalNode }) => {
  const [head = [], ...rows] = paragraphsOf(node.body).map((row) => row.split('\t'))
  return (
    <div class="kv-legal__scroll" tabindex={0} role="region" aria-label={node.heading ?? node.label ?? head.join(', ')}>
      <table class="govuk-table">
        {node.heading && <caption class="govuk-table__caption">{node.heading}</caption>}
        <thead>
          <tr>
            {head.map((cell) => (
              <th class="govuk-table__header" scope="col">
                {cell}{' '}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr>
              {cells.map((cell) => (
                <td class="govuk-table__cell">{cell} </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const paragraphsOf = (body: string): string[] => body.split('\n').filter((words) => words.trim() !== '')

const deeper = (level: HeadingLevel): HeadingLevel => Math.min(level + 1, 6) as HeadingLevel
