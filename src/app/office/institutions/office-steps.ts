import { mayIn } from '#platform/auth/permissions.ts'
import type { Official, Role } from '#platform/auth/visitor.ts'
import { doneWords } from '#platform/http/done-words.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import type { WebContext } from '#platform/http/web-context.ts'
import { formatMoment } from '#platform/i18n/formats.ts'
import type { Services } from '#platform/services.ts'
import { viewLastChange, viewRecord, type RecordView } from './institution-view.ts'
import { textsIn } from './texts.ts'

/** The institution of the address, if this official may see it; and, with roles, do this in it. */
export async function recordOf(
  c: WebContext,
  services: Services,
  official: Official,
  roles: readonly Role[] | null = null,
): Promise<RecordView> {
  const view = await viewRecord(services, c.get('lang'), official, c.req.param('id') ?? '')
  if (!view) throw notFound()
  if (roles && !mayIn(official, roles, view.institution.id)) throw new Refused(403, 'not-permitted')
  return view
}

export const done = (c: WebContext, words: Readonly<Record<string, string>>): string | null =>
  doneWords(words, c.req.query('u'))

/** Who was quicker, and what they did. */
export async function meanwhile(c: WebContext, services: Services, subject: string, zone: string): Promise<string> {
  const lang = c.get('lang')
  const t = textsIn(lang)
  const change = await viewLastChange(services, subject)
  const what = change ? (t.changeWords.kinds[change.kind] ?? change.kind) : ''
  return t.errors.changedMeanwhile(
    change?.by ?? t.errors.somebody,
    what,
    change ? formatMoment(lang, change.at, zone) : '',
  )
}

/** What a deed says when the record is not there or not theirs; everything else is a page's to show. */
export function refuseNobody(kind: string): void {
  if (kind === 'not-permitted') throw new Refused(403, 'not-permitted')
  if (kind.startsWith('no-such-')) throw notFound()
}
