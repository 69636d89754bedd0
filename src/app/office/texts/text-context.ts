import { isUuid } from '#platform/http/field-rules.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import type { WebContext } from '#platform/http/web-context.ts'
import type { TextRefusal } from '#platform/texts/versions/hold-text.ts'

/** The record in the address. */
export const idOf = (c: WebContext): string => uuidOf(c, 'id')

export function uuidOf(c: WebContext, name: string): string {
  const id = c.req.param(name) ?? ''
  if (!isUuid(id)) throw notFound()
  return id
}

/** Where no page can go on. */
export function refuse({ kind }: TextRefusal | { kind: 'published' }): never {
  if (kind === 'no-such-record') throw notFound()
  throw kind === 'not-permitted' ? new Refused(403, 'not-permitted') : new Refused(409, 'conflict')
}
