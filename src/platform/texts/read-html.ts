import { decodeHtml } from './html/html-bytes.ts'
import { readHtmlStory } from './html/html-blocks.ts'
import { findNotes } from './html/html-notes.ts'
import { readHtmlStyles } from './html/html-styles.ts'
import { parseHtml } from './html/html-tree.ts'
import { ReadRefused, type ReadRefusal } from './refusal-rules.ts'
import { readBlocks } from './structure/read-blocks.ts'
import type { ReadText } from './text-rules.ts'

/** Reads a legal text from what an office pastes out of a web page, or from the page whole. */
export const readHtml = (words: string): ReadText | ReadRefusal => refusing(() => readWords(words))

/** A saved page: its encoding is told by its bytes. */
export const readHtmlFile = (bytes: Uint8Array): ReadText | ReadRefusal => refusing(() => readWords(decodeHtml(bytes)))

function readWords(words: string): ReadText {
  const body = parseHtml(words)
  const story =
    body &&
    readHtmlStory(body.childNodes, {
      styles: readHtmlStyles(body),
      notes: findNotes(body),
      taken: new Set([]),
      inNote: false,
    })
  if (!story || story.source.length === 0) throw new ReadRefused('no-words')
  return readBlocks(story, story.source)
}

function refusing(read: () => ReadText): ReadText | ReadRefusal {
  try {
    return read()
  } catch (error) {
    if (error instanceof ReadRefused) return { kind: 'unreadable', why: error.why }
    throw error
  }
}
