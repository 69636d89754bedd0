import { randomUUID } from 'node:crypto'
import { importUrls as urls } from '#app/office/imports/urls.ts'
import { officeUrls as datasets } from '#modules/open-data/urls.ts'
import { columnFixture, draftDataset, stagedImport } from '../imports.ts'
import { page, record, type MatrixWorld, type Rows, type Slug } from './row.ts'

/** Plain datasets, and the tables that are brought into them. */
export function importRows(world: MatrixWorld): Rows {
  const { services } = world
  const read = 'open-data.read'
  const write = 'open-data.write'
  const publish = 'open-data.publish'
  const draft = (slug: Slug) => draftDataset(services, slug)
  const filled = (slug: Slug) => draftDataset(services, slug, { rows: 1 })
  const standing = (slug: Slug) => draftDataset(services, slug, { rows: 1, published: true })
  const staged = async (slug: Slug, how: 'staged' | 'chosen' | 'taken') =>
    stagedImport(services, await draft(slug), how)
  return {
    [`GET ${datasets.list()}`]: page(read, datasets.list()),
    [`GET ${datasets.create()}`]: page(write, datasets.create()),
    [`POST ${datasets.create()}`]: record(write, async (slug) => ({
      path: datasets.create(),
      fields: { ...WORDS, dergesa: randomUUID(), institucioni: await institutionId(world, slug), skedari: table() },
    })),
    [`GET ${datasets.one(':id')}`]: record(read, async (slug) => ({ path: datasets.one(await draft(slug)) })),
    [`GET ${datasets.change(':id')}`]: record(write, async (slug) => ({ path: datasets.change(await draft(slug)) })),
    [`POST ${datasets.change(':id')}`]: record(write, async (slug) => {
      const id = await draft(slug)
      const [row] = await world.db<{ changedAt: Date }[]>`select changed_at from open_data.datasets where id = ${id}`
      const fields = { ...WORDS, pare: String(row?.changedAt.getTime()), ...columnFixture }
      return { path: datasets.change(id), fields }
    }),
    [`POST ${datasets.publish(':id')}`]: record(publish, async (slug) => ({
      path: datasets.publish(await filled(slug)),
      fields: {},
    })),
    [`POST ${datasets.withdraw(':id')}`]: record(publish, async (slug) => ({
      path: datasets.withdraw(await standing(slug)),
      fields: { arsyeja: 'Botuar gabimisht' },
    })),
    [`GET ${urls.list()}`]: page('imports.read', urls.list()),
    [`GET ${urls.create()}`]: page('imports.write', urls.create()),
    [`POST ${urls.create()}`]: record('imports.write', async (slug) => ({
      path: urls.create(),
      fields: {
        dergesa: randomUUID(),
        regjistri: `${await institutionId(world, slug)} open-data.dataset.${await draft(slug)}`,
        skedari: table(),
      },
    })),
    [`GET ${urls.one(':id')}`]: record('imports.read', async (slug) => ({
      path: urls.one(await staged(slug, 'taken')),
    })),
    [`GET ${urls.refused(':id')}`]: record('imports.read', async (slug) => ({
      path: urls.refused(await staged(slug, 'taken')),
    })),
    [`GET ${urls.head(':id')}`]: record('imports.write', async (slug) => ({
      path: urls.head(await staged(slug, 'staged')),
    })),
    [`POST ${urls.head(':id')}`]: record('imports.write', async (slug) => ({
      path: urls.head(await staged(slug, 'staged')),
      fields: { fleta: '0', koka: '1' },
    })),
    [`GET ${urls.columns(':id')}`]: record('imports.write', async (slug) => ({
      path: urls.columns(await staged(slug, 'chosen')),
    })),
    [`POST ${urls.columns(':id')}`]: record('imports.write', async (slug) => ({
      path: urls.columns(await staged(slug, 'chosen')),
      fields: { 'kolona-1': 'emri', 'kolona-2': 'data' },
    })),
    [`GET ${urls.questions(':id')}`]: record('imports.write', async (slug) => ({
      path: urls.questions(await stagedImport(services, await draft(slug), 'chosen', 'Emri,Data\nUra,03/04/17\n')),
    })),
    [`POST ${urls.questions(':id')}`]: record('imports.write', async (slug) => ({
      path: urls.questions(await staged(slug, 'chosen')),
      fields: {},
    })),
    [`POST ${urls.take(':id')}`]: record('imports.write', async (slug) => {
      const id = await staged(slug, 'chosen')
      const [row] = await world.db<{ version: number }[]>`select version from platform.table_imports where id = ${id}`
      return { path: urls.take(id), fields: { versioni: String(row?.version) } }
    }),
    [`POST ${urls.undo(':id')}`]: record('imports.write', async (slug) => ({
      path: urls.undo(await staged(slug, 'taken')),
      fields: { arsyeja: 'Skedari i gabuar' },
    })),
    [`POST ${urls.drop(':id')}`]: record('imports.write', async (slug) => ({
      path: urls.drop(await staged(slug, 'staged')),
      fields: {},
    })),
  }
}

const WORDS = {
  titulli: 'Kontratat e provës',
  'titulli-en': 'Contracts of a test',
  pershkrimi: 'Kontratat e një viti, me vlera dhe data.',
  'pershkrimi-en': 'Contracts of one year, with values and dates.',
  licenca: 'CC-BY-4.0',
  tema: 'GOVE',
}

const table = (): File => new File([`Emri,Data\nUra ${randomUUID()},2026-03-07\n`], 'kontratat.csv')

async function institutionId({ db }: MatrixWorld, slug: Slug): Promise<string> {
  const [row] = await db<{ id: string }[]>`select id from platform.institutions where slug = ${slug}`
  return row?.id ?? ''
}
