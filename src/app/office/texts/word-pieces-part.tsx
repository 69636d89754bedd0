import type { Lang } from '#platform/i18n/language.ts'
import type { WordPiece } from '#platform/texts/compare/comparison.ts'
import { roomTexts } from './texts.ts'

/** So much of what is the same stands around a difference. */
const CONTEXT = 60

/** Two wordings in one: what was taken out struck through, what was added underlined, and both said to those who hear it. */
export const WordPieces = ({ lang, pieces }: { lang: Lang; pieces: readonly WordPiece[] }) => {
  const t = roomTexts(lang)
  return (
    <span class="kv-words" lang={lang === 'sq' ? undefined : 'sq'}>
      {pieces.map((piece, at) => {
        if (piece.kind === 'same') return shortened(piece.words, at === 0, at === pieces.length - 1)
        const Tag = piece.kind === 'added' ? 'ins' : 'del'
        return (
          <Tag>
            <span class="govuk-visually-hidden" lang={lang}>
              [{piece.kind === 'added' ? t.added : t.removed}]{' '}
            </span>
            {piece.words}
          </Tag>
        )
      })}
    </span>
  )
}

/** Long stretches without a difference are cut in the middle; at either end, on the outside. */
function shortened(words: string, first: boolean, last: boolean): string {
  const points = [...words]
  if (first && last) return points.length > 3 * CONTEXT ? `${points.slice(0, 3 * CONTEXT).join('')}…` : words
  if (points.length <= 2 * CONTEXT) return words
  const start = first ? '' : points.slice(0, CONTEXT).join('')
  const end = last ? '' : points.slice(-CONTEXT).join('')
  return `${start} … ${end}`
}
