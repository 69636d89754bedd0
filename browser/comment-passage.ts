/** The longest quotation a comment may hang on, and how much of its surroundings tells it from the same words elsewhere. */
const LONGEST = 1000
const AROUND = 32

const link = document.createElement('a')
link.className = 'kv-passage-link'

document.addEventListener('selectionchange', () => {
  const range = selectedRange()
  const words = range ? wordsAround(range) : null
  const quotation = range && words ? quotationOf(range, words) : null
  if (!range || !words || !quotation) return link.remove()
  link.href = addressFor(words, quotation)
  link.textContent = words.dataset['label'] ?? ''
  place(range, words)
})

function selectedRange(): Range | null {
  const selection = getSelection()
  return selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null
}

/** The article all of the selection lies in. */
function wordsAround(range: Range): HTMLElement | null {
  const node = range.commonAncestorContainer
  const element = node instanceof Element ? node : node.parentElement
  return element?.closest<HTMLElement>('[data-comment-passage]') ?? null
}

type Quotation = { exact: string; before: string; after: string }

/** As in the Web Annotation Data Model, "Text Quote Selector": the words, and those on either side. */
function quotationOf(range: Range, words: HTMLElement): Quotation | null {
  const before = document.createRange()
  before.setStart(words, 0)
  before.setEnd(range.startContainer, range.startOffset)
  const all = collapsed(words.textContent ?? '')
  let start = collapsed(before.toString()).length
  let end = collapsed(before.toString() + range.toString()).length
  while (all[start] === ' ') start++
  while (all[end - 1] === ' ') end--
  if (end <= start || end - start > LONGEST) return null
  return {
    exact: all.slice(start, end),
    before: all.slice(Math.max(0, start - AROUND), start),
    after: all.slice(end, end + AROUND),
  }
}

/** Runs of white space are one space, as the eye sees them: the server finds the words by the same rule. */
function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trimStart()
}

function addressFor(words: HTMLElement, { exact, before, after }: Quotation): string {
  const address = new URL(words.dataset['href'] ?? '', location.href)
  address.searchParams.set('fragmenti', exact)
  address.searchParams.set('para', before)
  address.searchParams.set('pas', after)
  return address.href
}

/** Under the last line of the selection, outside the words, so that it is never part of a quotation. */
function place(range: Range, words: HTMLElement): void {
  words.after(link)
  const frame = (link.offsetParent ?? document.body).getBoundingClientRect()
  const lines = range.getClientRects()
  const last = lines[lines.length - 1] ?? range.getBoundingClientRect()
  const left = Math.min(last.left - frame.left, frame.width - link.offsetWidth)
  link.style.top = `${last.bottom - frame.top + 8}px`
  link.style.left = `${Math.max(0, left)}px`
}
