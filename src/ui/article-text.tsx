import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { HtmlEscapedString } from 'hono/utils/html'
import { DIVISION_WORDS } from '#platform/texts/division-words-rules.ts'

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
  /** What the words of a node refer to within the text. The same function for the same text: see `wordsHtml`. */
  references?: References | undefined
}

/** A run of a node's body, in UTF-16 units, that leads to `href`. In order, never over a line break. */
export type TextLink = { start: number; end: number; href: string }
export type References = {
  (node: LegalNode): readonly TextLink[]
  /** Where given: of points, letters and paragraphs only these anchors are printed. */
  reached?: ReadonlySet<string>
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

type NodeProps = { node: LegalNode } & Pick<Props, 'level' | 'after' | 'passages' | 'references'>

const LegalNodeView = (props: NodeProps) => {
  const { node } = props
  if (node.kind === 'article') return <ArticleView {...props} />
  if (node.kind in DIVISIONS) return <DivisionView {...props} />
  if (node.kind === 'point' || node.kind === 'letter') return <ListedView {...props} />
  return (
    <div id={anchorIn(props)} class={`kv-legal__${node.kind}`}>
      {node.kind === 'table' ? <TableView node={node} /> : <Paragraphs node={node} references={props.references} />}
      <Children {...props} />
    </div>
  )
}

const DIVISIONS: Readonly<Record<string, string>> = DIVISION_WORDS

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
      <Paragraphs node={node} references={props.references} />
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
  const { node, level, after, passages, references } = props
  return (
    <>
      <div
        class="kv-legal__words"
        data-comment-passage={passages ? '' : undefined}
        data-href={passages?.href(node)}
        data-label={passages?.label}
      >
        {wordsHtml(node, deeper(level), references)}
      </div>
      {after && <div class="kv-legal__after">{after(node)}</div>}
    </>
  )
}

/** By what gives the links, then node and heading level: an article that many readers are shown is put into HTML once. */
const madeWords = new WeakMap<References, WeakMap<LegalNode, Map<HeadingLevel, HtmlEscapedString>>>()
const NO_REFERENCES: References = () => []

/**
 * Words, points and letters of an article. They depend on nothing but the node and the function that gives its links: a
 * node never changes, and a function gives the same links for the same node as long as it lives.
 */
function wordsHtml(node: LegalNode, level: HeadingLevel, references = NO_REFERENCES): Child {
  const byNode = madeWords.get(references) ?? new WeakMap<LegalNode, Map<HeadingLevel, HtmlEscapedString>>()
  const made = byNode.get(node)?.get(level)
  if (made) return made
  const words = (
    <>
      <Paragraphs node={node} references={references} />
      <Children node={node} level={level} after={undefined} passages={undefined} references={references} />
    </>
  )
  // Of hono's components only asynchronous ones give a promise, and there is none among these.
  // oxlint-disable-next-line typescript/no-base-to-string -- a node of hono prints itself as HTML
  const html = raw(String(words))
  madeWords.set(references, byNode)
  byNode.set(node, (byNode.get(node) ?? new Map<HeadingLevel, HtmlEscapedString>()).set(level, html))
  return html
}

const ListedView = (props: NodeProps) => {
  const { node } = props
  return (
    <div id={anchorIn(props)} class={`kv-legal__listed kv-legal__${node.kind}`}>
      <span class="kv-legal__label">{node.label}</span>{' '}
      <div class="kv-legal__listed-words">
        {node.heading && <p class="kv-legal__point-heading">{node.heading}</p>}{' '}
        <Paragraphs node={node} references={props.references} />
        <Children {...props} />
      </div>
    </div>
  )
}

const anchorIn = ({ node, references }: NodeProps): string | undefined =>
  references?.reached?.has(node.id) === false ? undefined : node.id

const Children = ({ node, level, after, passages, references }: NodeProps) => (
  <>
    {node.children.map((child) => (
      <LegalNodeView node={child} level={level} after={after} passages={passages} references={references} />
    ))}
  </>
)

/** Parted by a space in the markup, so that the words on either side never run together in a quotation. */
const Paragraphs = ({ node, references }: Pick<NodeProps, 'node' | 'references'>) => {
  const links = references?.(node) ?? []
  return (
    <>
      {linesOf(node.body).map((line) => (
        <>
          <p>{linked(line, links)}</p>{' '}
        </>
      ))}
    </>
  )
}

/** Lines that hold words, each with the place at which it begins. */
function linesOf(body: string): { words: string; start: number }[] {
  let start = 0
  return body.split('\n').flatMap((words) => {
    const line = { words, start }
    start += words.length + 1
    return words.trim() === '' ? [] : [line]
  })
}

/** The same words, some of them links: what a reader selects and quotes does not change. */
function linked({ words, start }: { words: string; start: number }, links: readonly TextLink[]): Child {
  const within = links.filter((link) => link.start >= start && link.end <= start + words.length)
  if (within.length === 0) return words
  return within.map((link, at) => {
    const from = (within[at - 1]?.end ?? start) - start
    return (
      <>
        {words.slice(from, link.start - start)}
        <a href={link.href}>{words.slice(link.start - start, link.end - start)}</a>
        {at === within.length - 1 && words.slice(link.end - start)}
      </>
    )
  })
}

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
