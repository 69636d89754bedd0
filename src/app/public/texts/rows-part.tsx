import type { Lang } from '#platform/i18n/language.ts'
import type { ComparedNode, WordPiece } from '#platform/texts/compare/comparison.ts'
import { shownLabel } from '#platform/texts/node-rules.ts'
import { isDivision } from '#platform/texts/shown-tree-rules.ts'
import type { TextLang } from '#platform/texts/text-queries.ts'
import { WordChange, WordChanges } from '#ui/word-changes.tsx'
import { wordsOf } from './comparison-rules.ts'
import type { ShownRow, ShownUnit } from './comparison-view.ts'
import { nameWithin } from './name-rules.ts'
import { textsTexts } from './texts.ts'
import { otherLang } from './trail-part.tsx'

type Props = { lang: Lang; textLang: TextLang; unit: ShownUnit; numbers: readonly [number, number] }

/** Both versions beside each other; on a narrow screen below each other, each under its number. */
export const SideRows = ({ lang, textLang, unit, numbers: [earlier, later] }: Props) => {
  const t = textsTexts(lang)
  const [before, after] = [t.versions.version(earlier), t.versions.version(later)]
  return (
    <table class="kv-table kv-sides" aria-labelledby={`t-${unit.key}`}>
      <thead>
        <tr>
          <th scope="col">{before}</th>
          <th scope="col">{after}</th>
        </tr>
      </thead>
      <tbody>
        {unit.rows.map((row) => (
          <tr class={`kv-sides__row kv-sides__row--${row.kind}`}>
            <td data-label={before}>
              <Side lang={lang} textLang={textLang} unit={unit} row={row} side="from" />
            </td>
            <td data-label={after}>
              <Side lang={lang} textLang={textLang} unit={unit} row={row} side="to" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type SideProps = { lang: Lang; textLang: TextLang; unit: ShownUnit; row: ShownRow; side: 'from' | 'to' }

const Side = ({ lang, textLang, unit, row, side }: SideProps) => {
  const t = textsTexts(lang).comparison
  const nodes = row[side]
  if (nodes.length === 0) {
    return <span class="kv-quiet">{row.kind === 'split' && side === 'from' ? t.splitBefore : t.notThere}</span>
  }
  const other = side === 'from' ? 'added' : 'removed'
  const pieces = row.pieces?.filter(({ kind }) => kind !== other) ?? [{ kind: 'same' as const, words: wordsOf(nodes) }]
  return (
    <>
      {side === 'to' && <Note lang={lang} row={row} unit={unit} />}
      <Label nodes={nodes} />
      <div lang={otherLang(textLang, lang)}>
        <WordChanges lang={lang} wordsLang={otherLang(lang, textLang)} pieces={pieces} />
      </div>
    </>
  )
}

/** Both versions in one run: what was taken out and what was put in stand where they belong. */
export const InlineRows = ({ lang, textLang, unit }: Props) => (
  <div class="kv-inline">
    {unit.rows.map((row) => (
      <div class={`kv-inline__row kv-inline__row--${row.kind}`}>
        <Note lang={lang} row={row} unit={unit} />
        <Labels lang={lang} row={row} />
        <div lang={otherLang(textLang, lang)}>
          <WordChanges
            lang={lang}
            wordsLang={otherLang(lang, textLang)}
            pieces={row.pieces ?? [{ kind: 'same', words: wordsOf(row.to.length > 0 ? row.to : row.from) }]}
          />
        </div>
      </div>
    ))}
  </div>
)

/** Of a point that moved, or came from another article: said in words before it. */
const Note = ({ lang, row, unit }: { lang: Lang; row: ShownRow; unit: ShownUnit }) => {
  const texts = textsTexts(lang)
  const t = texts.comparison
  const said = [
    row.kind === unit.kind ? '' : t.rowStates[row.kind],
    row.ofOther ? t.cameFrom(nameWithin(row.ofOther, texts.kinds)) : '',
  ].filter((words) => words !== '')
  return said.length === 0 ? null : <p class="kv-compared__note">{said.join(', ')}</p>
}

/** Labels of points and letters, as printed; an article's own stands in its title. */
const labelsOf = (nodes: readonly ComparedNode[]): string =>
  nodes.flatMap((node) => (node.kind === 'article' || isDivision(node) ? [] : (shownLabel(node) ?? []))).join(', ')

const Label = ({ nodes }: { nodes: readonly ComparedNode[] }) => {
  const label = labelsOf(nodes)
  return label === '' ? null : <span class="kv-compared__label">{label}</span>
}

const Labels = ({ lang, row }: { lang: Lang; row: ShownRow }) => {
  const [before, after] = [labelsOf(row.from), labelsOf(row.to)]
  const pieces: WordPiece[] =
    before === after || row.from.length === 0 || row.to.length === 0
      ? [{ kind: 'same', words: after || before }]
      : [
          { kind: 'removed', words: before },
          { kind: 'added', words: after },
        ]
  const said = pieces.filter(({ words }) => words !== '')
  if (said.length === 0) return null
  return (
    <span class="kv-compared__label">
      {said.map((piece, at) => (
        <>
          {at > 0 && ' '}
          <WordChange lang={lang} piece={piece} />
        </>
      ))}
    </span>
  )
}
