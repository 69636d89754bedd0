import { linkedBody } from './outbox-rules.ts'

/** A letter as it was written: paragraphs, line ends, and links where they lead to ourselves. */
export const LetterBody = ({ body, origins }: { body: string; origins: readonly string[] }) => (
  <>
    {body.split(/\n{2,}/).map((paragraph) => (
      <p>
        {paragraph.split('\n').map((line, index) => (
          <>
            {index > 0 && <br />}
            <Line line={line} origins={origins} />
          </>
        ))}
      </p>
    ))}
  </>
)

const Line = ({ line, origins }: { line: string; origins: readonly string[] }) => (
  <>
    {linkedBody(line, origins).map((part) =>
      part.kind === 'link' ? <a href={part.href}>{part.words}</a> : part.words,
    )}
  </>
)
