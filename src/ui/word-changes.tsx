import type { Child } from 'hono/jsx'
import type { Lang } from '#platform/i18n/language.ts'
import type { WordPiece } from '#platform/texts/compare/comparison.ts'
import { wordChangesTexts } from './word-changes-texts.ts'

/** `wordsLang`: of the words that are heard alone, where the text around them is in another language. */
type Props = { lang: Lang; wordsLang?: string | undefined; pieces: readonly WordPiece[] }

/** Two wordings in one: what was taken out struck through, what was put in underlined, and both said to those who hear it. */
export const WordChanges = ({ lang, wordsLang, pieces }: Props) => (
  <>
    {paragraphsOf(pieces).map((paragraph) => (
      <p>
        {paragraph.map((piece) => (
          <WordChange lang={lang} wordsLang={wordsLang} piece={piece} />
        ))}
      </p>
    ))}
  </>
)

type PieceProps = { lang: Lang; wordsLang?: string | undefined; piece: WordPiece }

export const WordChange = ({ lang, wordsLang, piece }: PieceProps): Child => {
  // A space between paragraphs that were joined or parted is no word that was taken out.
  if (piece.kind === 'same' || piece.words.trim() === '') return <>{piece.words}</>
  const Mark = piece.kind === 'added' ? 'ins' : 'del'
  return (
    <Mark>
      <span class="govuk-visually-hidden" lang={wordsLang}>
        [{wordChangesTexts[lang][piece.kind]}:{' '}
      </span>
      {piece.words}
      <span class="govuk-visually-hidden">]</span>
    </Mark>
  )
}

/** Paragraphs, each with its pieces: a line break belongs to the words on either side. */
function paragraphsOf(pieces: readonly WordPiece[]): WordPiece[][] {
  const paragraphs: WordPiece[][] = [[]]
  for (const { kind, words } of pieces) {
    for (const [at, line] of words.split('\n').entries()) {
      if (at > 0) paragraphs.push([])
      if (line !== '') paragraphs.at(-1)?.push({ kind, words: line })
    }
  }
  return paragraphs.filter((paragraph) => paragraph.some(({ words }) => words.trim() !== ''))
}
