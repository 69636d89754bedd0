import type { Marked } from '#platform/search/find/passage-rules.ts'

/** A piece of a record with what was looked for in it. Words of records are only ever text: the marks are made here. */
export const MarkedWords = ({ marked: { parts, cutBefore, cutAfter } }: { marked: Marked }) => (
  <>
    {cutBefore && '… '}
    {parts.map((words, index) => (index % 2 === 1 ? <mark>{words}</mark> : words))}
    {cutAfter && ' …'}
  </>
)
