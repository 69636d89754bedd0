import { raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

/** As many as the addresses that are asked for again within minutes; a header is about 2 kB. */
const MOST = 500

const parts = new Map<string, HtmlEscapedString>()

/**
 * A part of the frame as HTML, made once for everything it shows and taken again while it shows the same. The frame is
 * more than half of a short page, and from one request to the next it changes by little more than the address.
 *
 * `shows` must hold all that the part depends on.
 */
export function keptPart(
  name: string,
  shows: readonly unknown[],
  render: () => { toString(): unknown },
): HtmlEscapedString {
  const key = `${name} ${JSON.stringify(shows)}`
  const known = parts.get(key)
  if (known !== undefined) return known
  const made = raw(String(render()))
  const [oldest] = parts.keys()
  if (parts.size >= MOST && oldest !== undefined) parts.delete(oldest)
  parts.set(key, made)
  return made
}
