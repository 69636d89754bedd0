import { randomUUID } from 'node:crypto'
import { givenSitting } from '#modules/council/sitting/testing.ts'
import { sittingUrls as urls } from '#modules/council/sitting/urls.ts'
import { page, record, type MatrixWorld, type Rows, type Slug } from './row.ts'

/** The record of a meeting, and which majority adopts what. */
export function councilSittingRows({ services, db }: MatrixWorld): Rows {
  const read = 'council.read'
  const write = 'council-sitting.write'
  const settings = 'council-settings.write'
  const given = async (institution: Slug) => (await givenSitting(services, { institution })).meetingId
  const noted = { lloji: 'noted', words: 'Një shënim', pena: '' }
  return {
    [`GET ${urls.page(':id')}`]: record(read, async (slug) => ({ path: urls.page(await given(slug)) })),
    [`GET ${urls.state(':id')}`]: record(read, async (slug) => ({ path: urls.state(await given(slug)) })),
    [`GET ${urls.sheets(':id', ':format')}`]: record(read, async (slug) => ({
      path: urls.sheets(await given(slug), 'docx'),
    })),
    [`POST ${urls.event(':id')}`]: record(write, async (slug) => ({
      path: urls.event(await given(slug)),
      fields: { ...noted, dergesa: randomUUID() },
    })),
    [`POST ${urls.events(':id')}`]: record(write, async (slug) => {
      const event = {
        id: randomUUID(),
        at: services.clock.now().toISOString(),
        kind: 'noted',
        body: { words: 'Një fjalë' },
      }
      const ngjarjet = JSON.stringify({ pen: null, device: randomUUID(), events: [event] })
      return { path: urls.events(await given(slug)), fields: { ngjarjet } }
    }),
    [`POST ${urls.pen(':id')}`]: record(write, async (slug) => ({
      path: urls.pen(await given(slug)),
      fields: { pajisja: randomUUID() },
    })),
    [`POST ${urls.settle(':id')}`]: record(write, async (slug) => {
      const id = await given(slug)
      const event = randomUUID()
      await db`
        insert into council.sitting_events
          (institution_id, meeting_id, event_id, ordinal, kind, body, happened_at, entered_at, state, refusal)
        select institution_id, id, ${event}, 900, 'noted', '{"words": "Vonë"}', now(), now(), 'set-aside', 'pen-elsewhere'
        from council.meetings where id = ${id}`
      return { path: urls.settle(id), fields: { event, decision: 'drop', reason: 'E dyfishtë' } }
    }),
    [`GET ${urls.majorities()}`]: page(read, urls.majorities()),
    [`GET ${urls.majority(':kind')}`]: record(settings, (slug) => ({
      path: `${urls.majority('ordinary')}?institucioni=${slug}`,
    })),
    [`POST ${urls.majority(':kind')}`]: record(settings, async (slug) => {
      const [row] = await db<{ id: string; version: string }[]>`
        select one.id, coalesce((select version from council.majority_settings as set
          where set.institution_id = one.id and set.act_kind = 'ordinary'), 0)::text as version
        from platform.institutions as one where one.slug = ${slug}`
      const own = { of: 'present', numerator: '1', denominator: '2', strict: 'po', basis: 'Neni 12 i rregullores' }
      return {
        path: urls.majority('ordinary'),
        fields: { ...own, institucioni: row?.id ?? '', versioni: row?.version ?? '0' },
      }
    }),
  }
}
