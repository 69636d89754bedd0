import type { Lang } from '#platform/i18n/language.ts'
import type { FormBlock } from '#platform/papers/form-document-rules.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Inset } from '#ui/inset.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Tag } from '#ui/tag.tsx'

type Props = {
  /** Of the words, where it is not the page's. */
  lang?: Lang | undefined
  blocks: readonly FormBlock[]
  /** Headings one step further down: inside a section of its own. */
  inner?: boolean
}

/** The document on a page: the same words as on paper. */
export const Blocks = ({ lang, blocks, inner = false }: Props) => (
  <div lang={lang}>
    {blocks.map((block) => (
      <Block block={block} inner={inner} />
    ))}
  </div>
)

const Block = ({ block, inner }: { block: FormBlock; inner: boolean }) => {
  switch (block.kind) {
    case 'heading':
      return inner ? (
        <h4 class="govuk-heading-s">{block.words}</h4>
      ) : block.level === 2 ? (
        <h2 class="govuk-heading-m" id={block.id}>
          {block.words}
        </h2>
      ) : (
        <h3 class="govuk-heading-s" id={block.id}>
          {block.words}
        </h3>
      )
    case 'paragraph':
      return (
        <p class={block.quiet ? 'govuk-body kv-quiet' : 'govuk-body'}>
          <Lines words={block.words} />
        </p>
      )
    case 'list':
      return (
        <ul class="govuk-list govuk-list--bullet">
          {block.items.map((item) => (
            <li>
              <Lines words={item} />
            </li>
          ))}
        </ul>
      )
    case 'facts':
      return <SummaryList rows={block.rows.map(({ label, value }) => ({ key: label, value }))} />
    case 'table':
      return (
        <DataTable
          caption={block.caption}
          captionHidden
          firstColumnHeader
          head={block.head.map((label) => ({ label }))}
          rows={block.rows.map((cells) => cells.map((lines) => <Lines words={lines.join('\n')} />))}
        />
      )
    case 'note':
      return (
        <Inset>
          <Tag tone="warning">{block.label}</Tag> <Lines words={block.words} />
        </Inset>
      )
  }
}

const Lines = ({ words }: { words: string }) => (
  <>
    {words.split('\n').map((line, at) => (
      <>
        {at > 0 && <br />}
        {line}
      </>
    ))}
  </>
)
