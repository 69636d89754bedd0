import { randomUUID } from 'node:crypto'
import { givenRecording } from '#modules/council/recordings/testing.ts'
import { officeRecordingUrls as urls } from '#modules/council/recordings/urls.ts'
import { record, type MatrixWorld, type Rows, type Slug } from './row.ts'

/** Where meetings of a council are watched. */
export function councilRecordingRows({ services }: MatrixWorld): Rows {
  const read = 'council.read'
  const write = 'council-recordings.write'
  const given = (institution: Slug) => givenRecording(services, { institution, published: false })
  const link = { lloji: 'live', adresa: 'https://video.example/live' }
  return {
    [`GET ${urls.list(':id')}`]: record(read, async (slug) => ({ path: urls.list((await given(slug)).meetingId) })),
    [`POST ${urls.list(':id')}`]: record(write, async (slug) => ({
      path: urls.list((await given(slug)).meetingId),
      fields: { ...link, dergesa: randomUUID() },
    })),
    [`POST ${urls.one(':id', ':recording')}`]: record(write, async (slug) => {
      const { id, meetingId } = await given(slug)
      const fields = Object.fromEntries(Object.entries(link).map(([name, value]) => [`${name}.${id}`, value]))
      return { path: urls.one(meetingId, id), fields: { ...fields, versioni: '1' } }
    }),
    [`POST ${urls.publish(':id', ':recording')}`]: record(write, async (slug) => {
      const { id, meetingId } = await given(slug)
      return { path: urls.publish(meetingId, id), fields: { versioni: '1' } }
    }),
    [`POST ${urls.remove(':id', ':recording')}`]: record(write, async (slug) => {
      const { id, meetingId } = await given(slug)
      return { path: urls.remove(meetingId, id), fields: { versioni: '1' } }
    }),
    [`POST ${urls.marks(':id', ':recording')}`]: record(write, async (slug) => {
      const { id, meetingId } = await given(slug)
      return { path: urls.marks(meetingId, id), fields: { versioni: '1' } }
    }),
    [`POST ${urls.subtitles(':id', ':recording')}`]: record(write, async (slug) => {
      const { id, meetingId } = await given(slug)
      const file = new File(['WEBVTT\n\n00:05.000 --> 00:07.000\nNjë fjalë\n'], 'titrat.vtt')
      const fields = { versioni: '1', [`titrat.${id}`]: file, [`gjuha.${id}`]: 'sq', [`kush.${id}`]: 'person' }
      return { path: urls.subtitles(meetingId, id), fields }
    }),
  }
}
