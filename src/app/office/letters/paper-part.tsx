import type { PageContext } from '#platform/http/page-context.ts'
import type { Paper, PaperPart as Part } from '#platform/letters/compose-paper.ts'
import type { PaperBlock } from '#platform/letters/template-rules.ts'

type Props = { page: PageContext; paper: Paper; label: string }

/** A paper as HTML: what PDF and DOCX will say, in the same order. */
export const PaperView = ({ page, paper, label }: Props) => (
  <section class="kv-paper" aria-label={label} lang={paper.lang === page.lang ? undefined : paper.lang}>
    <div class="kv-paper__head">
      {paper.emblem && (
        <img class="kv-paper__emblem" src={`/s/emblema/${paper.emblem}`} alt={paper.emblemAlt} height="80" />
      )}
      <p class="kv-paper__state">{paper.state}</p>
      <p class="kv-paper__institution">{paper.institution}</p>
    </div>
    <dl class="kv-paper__marks">
      {paper.marks.map((mark) => (
        <div>
          <dt>{mark.label}</dt> <dd>{mark.value}</dd>
        </div>
      ))}
    </dl>
    {paper.parts.map((part) => (
      <PartView part={part} lang={part.lang === paper.lang ? undefined : part.lang} first={paper.lang} />
    ))}
    <div class="kv-paper__signatory">
      {paper.signatory.post && <p>{paper.signatory.post}</p>}
      <p>
        <strong>{paper.signatory.name || '…'}</strong>
      </p>
    </div>
    <div class="kv-paper__verify">
      <p>
        <strong>{paper.verify.title}</strong>
      </p>
      <p>
        {paper.verify.words} <strong>{paper.verify.code}</strong>
      </p>
      {paper.demonstration && <p class="kv-paper__demonstration">{paper.demonstration}</p>}
    </div>
    {paper.contact && <p class="kv-paper__contact">{paper.contact}</p>}
  </section>
)

const PartView = ({ part, lang, first }: { part: Part; lang: string | undefined; first: string }) => (
  <div class="kv-paper__part" lang={lang}>
    {part.institution && <p class="kv-paper__institution">{part.institution}</p>}
    {part.addressee.length > 0 && (
      <div class="kv-paper__to">
        <p class="kv-paper__quiet">{part.to}</p>
        {part.addressee.map((line, index) => (
          <p>{index === 0 ? <strong>{line}</strong> : line}</p>
        ))}
      </div>
    )}
    <h3>
      {part.subjectLabel}: {part.subject}
    </h3>
    {part.corrects && (
      <p>
        <em>{part.corrects}</em>
      </p>
    )}
    <Blocks blocks={part.blocks} />
    {part.deadline && (
      <>
        <h4>{part.deadline.title}</h4>
        <p>
          {part.deadline.words} (<span lang={lang && first}>{part.deadline.basis}</span>).
        </p>
      </>
    )}
    {part.remedy && (
      <>
        <h4>{part.remedy.title}</h4>
        <Blocks blocks={part.remedy.blocks} />
      </>
    )}
    {part.enclosures && (
      <>
        <h4>{part.enclosures.title}</h4>
        <ul lang={lang && first}>
          {part.enclosures.items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      </>
    )}
  </div>
)

const Blocks = ({ blocks }: { blocks: readonly PaperBlock[] }) => (
  <>
    {blocks.map((block) =>
      block.kind === 'heading' ? (
        <h4>{block.words}</h4>
      ) : block.kind === 'list' ? (
        <ul>
          {block.items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      ) : (
        <p>
          {block.lines.map((line, index) => (
            <>
              {index > 0 && <br />}
              {line}
            </>
          ))}
        </p>
      ),
    )}
  </>
)
