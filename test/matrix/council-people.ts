import { randomUUID } from 'node:crypto'
import { REGISTER_WORDS, type Register } from '#modules/council/people/people-field-rules.ts'
import { givenCouncil, type GivenCouncil } from '#modules/council/people/testing.ts'
import { peopleOfficeUrls as urls } from '#modules/council/people/urls.ts'
import { page, record, type MatrixWorld, type Rows, type Slug } from './row.ts'

const READ = 'council.read'
const WRITE = 'council-people.write'

/** The people of a council: members, mandates, terms, registers, and who may be one person. */
export function councilPeopleRows(world: MatrixWorld): Rows {
  const council = (institution: Slug) => givenCouncil(world.services, { institution, members: 3, seats: 9 })
  const member = async (slug: Slug, published = true) => {
    const given = await givenCouncil(world.services, { institution: slug, members: 1, seats: 9, published })
    return { given, id: given.members[0]?.id ?? '' }
  }
  const seen = { versioni: '1' }
  return {
    [`GET ${urls.home()}`]: page(READ, urls.home()),
    [`GET ${urls.list()}`]: page(READ, urls.list()),
    [`GET ${urls.create()}`]: page(WRITE, urls.create()),
    [`POST ${urls.create()}`]: record(WRITE, async (slug) => ({
      path: urls.create(),
      fields: { dergesa: randomUUID(), institucioni: await idOf(world, slug), emri: 'Anëtare Prove', gjuha: 'sq' },
    })),
    [`GET ${urls.publishMany()}`]: page(WRITE, urls.publishMany()),
    [`POST ${urls.publishMany()}`]: record(WRITE, async (slug) => ({
      path: urls.publishMany(),
      fields: { anetaret: (await member(slug, false)).id },
    })),
    [`GET ${urls.one(':id')}`]: record(READ, async (slug) => ({ path: urls.one((await member(slug)).id) })),
    [`GET ${urls.change(':id')}`]: record(WRITE, async (slug) => ({ path: urls.change((await member(slug)).id) })),
    [`POST ${urls.change(':id')}`]: record(WRITE, async (slug) => ({
      path: urls.change((await member(slug)).id),
      fields: { ...seen, emri: 'Emër Tjetër', gjuha: 'sq', 'arsyeja-ndryshimit': 'U saktësua' },
    })),
    [`POST ${urls.publish(':id')}`]: record(WRITE, async (slug) => ({
      path: urls.publish((await member(slug, false)).id),
      fields: seen,
    })),
    [`POST ${urls.unpublish(':id')}`]: record(WRITE, async (slug) => ({
      path: urls.unpublish((await member(slug)).id),
      fields: seen,
    })),
    [`POST ${urls.photo(':id')}`]: record(WRITE, async (slug) => ({
      path: urls.photo((await member(slug)).id),
      fields: { fotografia: PICTURE(), alt: 'Portret' },
    })),
    [`POST ${urls.removePhoto(':id')}`]: record(WRITE, async (slug) => ({
      path: urls.removePhoto((await member(slug)).id),
      fields: {},
    })),
    ...mandateRows(world, council),
    ...Object.assign({}, ...REGISTER_WORDS.map((register) => registerRows(world, register))),
  }
}

function mandateRows(world: MatrixWorld, council: (slug: Slug) => Promise<GivenCouncil>): Rows {
  const { db } = world
  const term = async (slug: Slug) => (await council(slug)).termId
  return {
    [`GET ${urls.terms()}`]: page(READ, urls.terms()),
    [`GET ${urls.newTerm()}`]: page(WRITE, urls.newTerm()),
    [`POST ${urls.newTerm()}`]: record(WRITE, async (slug) => ({
      path: urls.newTerm(),
      fields: { dergesa: randomUUID(), organi: (await council(slug)).bodyId, ...TERM },
    })),
    [`GET ${urls.term(':id')}`]: record(READ, async (slug) => ({ path: urls.term(await term(slug)) })),
    [`GET ${urls.changeTerm(':id')}`]: record(WRITE, async (slug) => ({ path: urls.changeTerm(await term(slug)) })),
    [`POST ${urls.changeTerm(':id')}`]: record(WRITE, async (slug) => ({
      path: urls.changeTerm(await term(slug)),
      fields: { versioni: '1', ...TERM },
    })),
    [`POST ${urls.mandates(':id')}`]: record(WRITE, async (slug) => {
      const [first, second] = [await council(slug), await council(slug)]
      const fields = { dergesa: randomUUID(), mandati: second.termId, ...FROM }
      return { path: urls.mandates(first.members[0]?.id ?? ''), fields }
    }),
    [`GET ${urls.endMandate(':id', ':mandate')}`]: record(WRITE, async (slug) => ({
      path: await mandateOf(world, await council(slug)),
    })),
    [`POST ${urls.endMandate(':id', ':mandate')}`]: record(WRITE, async (slug) => ({
      path: await mandateOf(world, await council(slug)),
      fields: { 'deri-day': '1', 'deri-month': '9', 'deri-year': '2026', arsyeja: 'resigned' },
    })),
    [`GET ${urls.pairs()}`]: page(READ, urls.pairs()),
    [`POST ${urls.pair(':id')}`]: record(WRITE, async (slug) => {
      const { institutionId, members } = await council(slug)
      const [pair] = await db<{ id: string }[]>`
        insert into council.person_pairs (institution_id, kept_id, other_id, why, proposed_at)
        values (${institutionId}, ${members[0]?.id ?? ''}, ${members[1]?.id ?? ''}, 'like-name', now()) returning id`
      return { path: urls.pair(pair?.id ?? ''), fields: { vendimi: 'dy' } }
    }),
  }
}

function registerRows(world: MatrixWorld, register: Register): Rows {
  const fields = async (slug: Slug): Promise<Record<string, string>> => {
    const { institutionId, members } = await givenCouncil(world.services, { institution: slug, members: 1, seats: 9 })
    const name = `Provë ${randomUUID().slice(0, 8)}`
    const payment = { anetari: members[0]?.id ?? '', ...FROM, 'deri-day': '1', 'deri-month': '6', 'deri-year': '2027' }
    return {
      dergesa: randomUUID(),
      institucioni: institutionId,
      emri: name,
      ...(register === 'partite' ? { lloji: 'party' } : {}),
      ...(register === 'sekretaria' ? { detyra: 'Sekretare' } : {}),
      ...(register === 'pagesat' ? { ...payment, lloji: 'meeting', shuma: '1000', monedha: 'ALL' } : {}),
    }
  }
  const entry = async (slug: Slug) => {
    const typed = await fields(slug)
    return { typed, id: await entryOf(world, register, typed) }
  }
  return {
    [`GET ${urls.register(register)}`]: page(READ, urls.register(register)),
    [`GET ${urls.newEntry(register)}`]: page(WRITE, urls.newEntry(register)),
    [`POST ${urls.newEntry(register)}`]: record(WRITE, async (slug) => ({
      path: urls.newEntry(register),
      fields: await fields(slug),
    })),
    [`GET ${urls.entry(register, ':id')}`]: record(WRITE, async (slug) => ({
      path: urls.entry(register, (await entry(slug)).id),
    })),
    [`POST ${urls.entry(register, ':id')}`]: record(WRITE, async (slug) => {
      const { id, typed } = await entry(slug)
      const [party] = await world.db<{ version: number }[]>`select version from council.parties where id = ${id}`
      return { path: urls.entry(register, id), fields: { ...typed, versioni: String(party?.version ?? 1) } }
    }),
    ...(register === 'partite'
      ? {}
      : {
          [`POST ${urls.publishEntry(register, ':id')}`]: record(WRITE, async (slug) => ({
            path: urls.publishEntry(register, (await entry(slug)).id),
            fields: { publike: 'po' },
          })),
        }),
  }
}

const FROM = { 'nga-day': '1', 'nga-month': '6', 'nga-year': '2025' }
const TERM = { titulli: 'Mandati i provës', vende: '9', 'nga-day': '1', 'nga-month': '6', 'nga-year': '2023' }

/** The smallest picture there is: one dot. */
const PICTURE = (): File =>
  new File(
    [
      Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      ),
    ],
    'portret.png',
    { type: 'image/png' },
  )

async function idOf({ db }: MatrixWorld, slug: Slug): Promise<string> {
  const [row] = await db<{ id: string }[]>`select id from platform.institutions where slug = ${slug}`
  return row?.id ?? ''
}

async function mandateOf({ db }: MatrixWorld, { members }: GivenCouncil): Promise<string> {
  const id = members[0]?.id ?? ''
  const [row] = await db<{ id: string }[]>`select id from council.mandates where person_id = ${id}`
  return urls.endMandate(id, row?.id ?? '')
}

/** An entry that nobody reads yet; of parties, which everybody reads, one of the council that was made. */
async function entryOf({ db }: MatrixWorld, register: Register, typed: Record<string, string>): Promise<string> {
  const { institucioni: institution = '', emri: name = '', anetari: person = '' } = typed
  const [row] =
    register === 'partite'
      ? await db<
          { id: string }[]
        >`select id from council.parties where institution_id = ${institution} order by id limit 1`
      : register === 'sekretaria'
        ? await db<{ id: string }[]>`
            insert into council.staff (institution_id, name, post, created_at, changed_at)
            values (${institution}, ${name}, 'Sekretare', now(), now()) returning id`
        : register === 'pagesat'
          ? await db<{ id: string }[]>`
              insert into council.payments (institution_id, person_id, from_on, to_on, kind, amount, currency, created_at, changed_at)
              values (${institution}, ${person}, '2025-06-01', '2025-06-30', 'meeting', 1000, 'ALL', now(), now()) returning id`
          : await db<{ id: string }[]>`
              insert into council.affiliations (institution_id, organisation, created_at, changed_at)
              values (${institution}, ${name}, now(), now()) returning id`
  return row?.id ?? ''
}
