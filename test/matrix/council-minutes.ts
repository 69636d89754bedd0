import { randomUUID } from 'node:crypto'
import { makeCopy } from '#modules/council/minutes/copies/make-copy.ts'
import { draftMinutes } from '#modules/council/minutes/draft-minutes.ts'
import { proposeMinutes } from '#modules/council/minutes/edit-minutes.ts'
import { findMinutes } from '#modules/council/minutes/minutes-queries.ts'
import { givenApprovedMinutes, givenPlayedMeeting } from '#modules/council/minutes/testing.ts'
import { minutesOfficeUrls as urls } from '#modules/council/minutes/urls.ts'
import { page, record, type MatrixWorld, type Row, type Rows, type Slug } from './row.ts'

const READ = 'council.read'
const WRITE = 'council-minutes.write'
const APPROVE = 'council-minutes.approve'

/** Minutes from the draft to the copies that are made of them, and the sheet for finance. */
export const councilMinutesRows = (world: MatrixWorld): Rows => ({ ...deskRows(world), ...copyRows(world) })

const someone = async ({ db }: MatrixWorld): Promise<{ accountId: string }> => {
  const [account] = await db<{ id: string }[]>`select id from platform.accounts limit 1`
  return { accountId: account?.id ?? '' }
}

const drafted = async (world: MatrixWorld, institution: Slug): Promise<string> => {
  const { meeting } = await givenPlayedMeeting(world.services, { institution })
  await draftMinutes(world.services, meeting.id, 'program')
  return meeting.id
}

const approved = async (world: MatrixWorld, institution: Slug): Promise<string> =>
  (await givenApprovedMinutes(world.services, await someone(world), { institution })).meeting.id

async function form(world: MatrixWorld, id: string, fields: Record<string, string>) {
  const minutes = await findMinutes(world.db, id)
  return { versioni: String(minutes?.version ?? 0), dergesa: randomUUID(), ...fields }
}

function deskRows(world: MatrixWorld): Rows {
  const { services } = world
  const deed = (right: string, make: (slug: Slug) => ReturnType<Row['request']>) => record(right, make)
  return {
    [`GET ${urls.list()}`]: page(READ, urls.list()),
    [`GET ${urls.attendance()}`]: page(READ, urls.attendance()),
    [`GET ${urls.attendanceFile('xlsx')}`]: page(READ, urls.attendanceFile('xlsx')),
    [`GET ${urls.attendanceFile('csv')}`]: page(READ, urls.attendanceFile('csv')),
    [`GET ${urls.attendanceFile('pdf')}`]: page(READ, urls.attendanceFile('pdf')),
    [`GET ${urls.one(':id')}`]: deed(READ, async (slug) => ({ path: urls.one(await drafted(world, slug)) })),
    [`GET ${urls.preview(':id')}`]: deed(READ, async (slug) => ({ path: urls.preview(await drafted(world, slug)) })),
    [`GET ${urls.file(':id', ':format')}`]: deed(READ, async (slug) => ({
      path: urls.file(await drafted(world, slug), 'docx'),
    })),
    [`POST ${urls.one(':id')}`]: deed(WRITE, async (slug) => {
      const id = await drafted(world, slug)
      return { path: urls.one(id), fields: await form(world, id, { hapja: 'U hap.' }) }
    }),
    [`POST ${urls.draft(':id')}`]: deed(WRITE, async (slug) => {
      const { meeting } = await givenPlayedMeeting(services, { institution: slug })
      return { path: urls.draft(meeting.id), fields: {} }
    }),
    [`POST ${urls.propose(':id')}`]: deed(APPROVE, async (slug) => {
      const id = await drafted(world, slug)
      return { path: urls.propose(id), fields: await form(world, id, {}) }
    }),
    [`POST ${urls.withdraw(':id')}`]: deed(APPROVE, async (slug) => {
      const id = await drafted(world, slug)
      await proposeMinutes(services, id, { show: false, formId: null, by: await someone(world), seen: 1 })
      return { path: urls.withdraw(id), fields: await form(world, id, { 'arsyeja-kthimit': 'Gabim në emër' }) }
    }),
    [`POST ${urls.approve(':id')}`]: deed(APPROVE, async (slug) => {
      const id = await drafted(world, slug)
      const now = services.clock.now()
      const day = { 'dita-day': String(now.getUTCDate()), 'dita-month': String(now.getUTCMonth() + 1) }
      const fields = await form(world, id, { ...day, 'dita-year': String(now.getUTCFullYear()) })
      return { path: urls.approve(id), fields }
    }),
    [`POST ${urls.correct(':id')}`]: deed(APPROVE, async (slug) => {
      const id = await approved(world, slug)
      return { path: urls.correct(id), fields: await form(world, id, { arsyeja: 'Mungonte një fjalë' }) }
    }),
  }
}

function copyRows(world: MatrixWorld): Rows {
  const copied = async (slug: Slug): Promise<string> => {
    const id = await approved(world, slug)
    const order = { itemId: null, whole: false, askedBy: null, askedOn: null, formId: randomUUID() }
    const made = await makeCopy(world.services, id, { ...order, by: await someone(world) })
    return made.kind === 'made' ? made.id : ''
  }
  return {
    [`GET ${urls.copies()}`]: page(READ, urls.copies()),
    [`GET ${urls.copiesOf(':id')}`]: record(READ, async (slug) => ({
      path: urls.copiesOf(await approved(world, slug)),
    })),
    [`POST ${urls.copiesOf(':id')}`]: record(WRITE, async (slug) => ({
      path: urls.copiesOf(await approved(world, slug)),
      fields: { dergesa: randomUUID(), pika: '' },
    })),
    [`GET ${urls.copy(':id')}`]: record(READ, async (slug) => ({ path: urls.copy(await copied(slug)) })),
    [`GET ${urls.copyFile(':id', ':format')}`]: record(READ, async (slug) => ({
      path: urls.copyFile(await copied(slug), 'docx'),
    })),
    [`POST ${urls.cancelCopy(':id')}`]: record(APPROVE, async (slug) => ({
      path: urls.cancelCopy(await copied(slug)),
      fields: { arsyeja: 'Gabim në emër' },
    })),
  }
}
