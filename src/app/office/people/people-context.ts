import { endOfDay, startOfDay } from '#platform/time/civil-date.ts'
import type { Official } from '#platform/auth/visitor.ts'
import { isUuid } from '#platform/http/field-rules.ts'
import { notFound, Refused } from '#platform/http/refused.ts'
import type { WebContext } from '#platform/http/web-context.ts'
import type { Services } from '#platform/services.ts'
import type { SpanWords } from './people-form.ts'
import { textsIn } from './people-texts.ts'
import { viewPerson, type PersonView } from './person-view.ts'

/** An account belongs to no country; Albania's and Kosovo's zones keep the same hour. */
export const ZONE = 'Europe/Tirane'

/** The person named in the address, as this official may know them; 404 for everybody else. */
export async function personOf(c: WebContext, services: Services, official: Official): Promise<PersonView> {
  const id = c.req.param('id') ?? ''
  const view = isUuid(id) ? await viewPerson(services, c.get('lang'), official, id) : null
  if (!view) throw notFound()
  return view
}

/** The same, for a deed that needs all of their roles in the hands of this official. */
export async function managedPerson(c: WebContext, services: Services, official: Official): Promise<PersonView> {
  const view = await personOf(c, services, official)
  if (!view.mayManage) throw new Refused(403, 'not-permitted')
  return view
}

export type RefusalKey = keyof ReturnType<typeof textsIn>['refusals']

/** The words of a refusal, at the top of the page that asked. */
export const refusalError = (c: WebContext, reason: RefusalKey): { permbajtja: string } => ({
  permbajtja: textsIn(c.get('lang')).refusals[reason],
})

/** Days as instants of the institution's calendar: from its first moment, until the end of its last day. */
export const momentsOf = ({ from, to }: SpanWords, zone: string): { from?: Date; to?: Date } => ({
  ...(from ? { from: startOfDay(from, zone) } : {}),
  ...(to ? { to: endOfDay(to, zone) } : {}),
})
