import type { Lang } from '#platform/i18n/language.ts'
import type { FormBlock } from '#platform/papers/form-document-rules.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Inset } from '#ui/inset.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Tag } from '#ui/tag.tsx'

type Props = { lang: Lang; blocks: readonly FormBlock[] }

/** The filled form on a page: the same labels and words as on paper. */
export const PlanDocument = ({ lang, blocks }: Props) => (
  <>
    {blocks.map((block) => (
      <Block lang={lang} block={block} />
    ))}
  </>
)

/** What people wrote stands in Albanian, whatever the language of the page. */
const written = (lang: Lang): 'sq' | undefined => (lang === 'sq' ? undefined : 'sq')

const Block = ({ lang, block }: { lang: Lang; block: FormBlock }) => {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? (
        <h2 class="govuk-heading-l" id={block.id}>
          {block.words}
        </h2>
      ) : (
        <h3 class="govuk-heading-m">{block.words}</h3>
      )
    case 'paragraph':
      return <p class={block.quiet ? 'govuk-body kv-quiet' : 'govuk-body'}>{block.words}</p>
    case 'list':
      return (
        <ul class="govuk-list govuk-list--bullet" lang={written(lang)}>
          {block.items.map((item) => (
            <li>
              <Lines words={item} />
            </li>
          ))}
        </ul>
      )
    case 'facts':
      return (
        <SummaryList
          rows={block.rows.map(({ label, value }) => ({
            key: label,
            value: (
              <span lang={written(lang)}>
                <Lines words={value} />
              </span>
            ),
          }))}
        />
      )
    case 'table':
      return (
        <DataTable
          caption={block.caption}
          captionHidden
          firstColumnHeader
          roomy={block.head.length > 3}
          head={block.head.map((label) => ({ label }))}
          rows={block.rows.map((cells) => cells.map((lines) => <Cell lang={lang} lines={lines} />))}
        />
      )
    case 'note':
      return (
        <Inset>
          <Tag tone="warning">{block.label}</Tag>{' '}
          <span lang={block.ours ? undefined : written(lang)}>
            <Lines words={block.words} />
          </span>
        </Inset>
      )
  }
}

const Cell = ({ lang, lines }: { lang: Lang; lines: readonly string[] }) =>
  lines.length === 0 ? (
    '–'
  ) : (
    <span lang={written(lang)}>
      {lines.map((line, at) => (
        <>
          {at > 0 && <br />}
          <Lines words={line} />
        </>
      ))}
    </span>
  )

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
