import { randomUUID } from 'node:crypto'
import { giveVerdict } from '#modules/council-acts/review/give-verdict.ts'
import { givenReview, givenTransmittal } from '#modules/council-acts/review/testing.ts'
import { deskUrls, reviewUrls as urls } from '#modules/council-acts/review/urls.ts'
import { givenAct } from '#modules/council-acts/testing.ts'
import { page, record, type MatrixWorld, type Rows, type Slug } from './row.ts'

const READ = 'acts.read'
const WRITE = 'acts-review.write'
const DECIDE = 'acts-review.decide'
const TODAY = (name: string) => ({ [`${name}-day`]: '22', [`${name}-month`]: '11', [`${name}-year`]: '2026' })

/** The review of legality: letters in the office, the desk of the authority, what is entered of one act. */
export const actReviewRows = (world: MatrixWorld): Rows => ({
  ...letterRows(world),
  ...deskRows(world),
  ...ofAct(world),
})

function letterRows({ services }: MatrixWorld): Rows {
  const letter = async (institution: Slug, state: 'draft' | 'sent' | 'received') =>
    givenTransmittal(services, { institution, state })
  const choice = (acts: readonly { id: string; institutionId: string }[]) => ({
    institucioni: acts[0]?.institutionId ?? '',
    aktet: acts.map(({ id }) => id),
    organi: 'Prefekti i Qarkut Provë',
    menyra: 'hand',
  })
  return {
    [`GET ${urls.list()}`]: page(READ, urls.list()),
    [`GET ${urls.create()}`]: page(WRITE, urls.create()),
    [`POST ${urls.create()}`]: record(WRITE, async (institution) => ({
      path: urls.create(),
      fields: { ...choice([await givenAct(services, { institution })]), dergesa: randomUUID() },
    })),
    [`GET ${urls.one(':id')}`]: record(READ, async (slug) => ({ path: urls.one((await letter(slug, 'sent')).id) })),
    [`GET ${urls.letter(':id', ':format')}`]: record(READ, async (slug) => ({
      path: urls.letter((await letter(slug, 'sent')).id, 'docx'),
    })),
    [`GET ${urls.bundle(':id')}`]: record(READ, async (slug) => ({
      path: urls.bundle((await letter(slug, 'sent')).id),
    })),
    [`GET ${urls.change(':id')}`]: record(WRITE, async (slug) => ({
      path: urls.change((await letter(slug, 'draft')).id),
    })),
    [`POST ${urls.change(':id')}`]: record(WRITE, async (slug) => {
      const { id, acts } = await letter(slug, 'draft')
      return { path: urls.change(id), fields: { ...choice(acts), versioni: '1' } }
    }),
    [`POST ${urls.send(':id')}`]: record(WRITE, async (slug) => ({
      path: urls.send((await letter(slug, 'draft')).id),
      fields: { versioni: '1', menyra: 'hand', ...TODAY('dergimi') },
    })),
    [`POST ${urls.discard(':id')}`]: record(WRITE, async (slug) => ({
      path: urls.discard((await letter(slug, 'draft')).id),
      fields: {},
    })),
    [`POST ${urls.withdraw(':id')}`]: record(WRITE, async (slug) => ({
      path: urls.withdraw((await letter(slug, 'sent')).id),
      fields: { versioni: '2', 'arsyeja-terheqjes': 'Shkoi pa aneks' },
    })),
    [`POST ${urls.receive(':id')}`]: record(WRITE, async (slug) => ({
      path: urls.receive((await letter(slug, 'sent')).id),
      fields: { versioni: '2', 'protokolli-organit': '77', ...TODAY('pranimi') },
    })),
    [`POST ${urls.verdicts(':id')}`]: record(WRITE, async (slug) => {
      const { id, acts } = await letter(slug, 'received')
      const fields = { dergesa: randomUUID(), aktet: acts[0]?.id ?? '', pergjigjja: 'conform', ...TODAY('dita') }
      return { path: urls.verdicts(id), fields }
    }),
  }
}

/** Sent to the authority that is named by the institution of the row; by the other one of the two. */
function deskRows({ services, db }: MatrixWorld): Rows {
  const sentTo = async (authority: Slug, state: 'sent' | 'received' = 'sent') => {
    const institution = authority === 'prova' ? 'provas' : 'prova'
    const found = await givenTransmittal(services, { institution, state, authority, channel: 'desk' })
    return { id: found.id, act: found.acts[0]?.id ?? '' }
  }
  const document = async (act: string): Promise<string> => {
    const digest = 'c'.repeat(64)
    await db`insert into platform.files (digest, size, media_type, created_at) values (${digest}, 1, 'text/plain', now())
      on conflict do nothing`
    const [row] = await db<{ id: string }[]>`
      insert into platform.documents (institution_id, subject, role, class, title, added_at)
      select institution_id, ${`council-acts.act:${act}`}, 'annex', 'internal', 'Shtojca', now() from council_acts.acts
      where id = ${act} returning id`
    await db`
      insert into platform.document_files (institution_id, document_id, lang, version, digest, file_name, size, added_at)
      select institution_id, id, 'sq', 1, ${digest}, 'shtojca.txt', 1, now() from platform.documents where id = ${row?.id ?? ''}`
    return row?.id ?? ''
  }
  return {
    [`GET ${deskUrls.list()}`]: page(DECIDE, deskUrls.list()),
    [`GET ${deskUrls.one(':id')}`]: record(DECIDE, async (slug) => ({ path: deskUrls.one((await sentTo(slug)).id) })),
    [`GET ${deskUrls.letter(':id', ':format')}`]: record(DECIDE, async (slug) => ({
      path: deskUrls.letter((await sentTo(slug)).id, 'docx'),
    })),
    [`GET ${deskUrls.bundle(':id')}`]: record(DECIDE, async (slug) => ({
      path: deskUrls.bundle((await sentTo(slug)).id),
    })),
    [`POST ${deskUrls.receive(':id')}`]: record(DECIDE, async (slug) => ({
      path: deskUrls.receive((await sentTo(slug)).id),
      fields: { versioni: '2', 'protokolli-organit': '77', ...TODAY('pranimi') },
    })),
    [`POST ${deskUrls.verdicts(':id')}`]: record(DECIDE, async (slug) => {
      const { id, act } = await sentTo(slug, 'received')
      const fields = { dergesa: randomUUID(), aktet: act, pergjigjja: 'conform', ...TODAY('dita') }
      return { path: deskUrls.verdicts(id), fields }
    }),
    [`GET ${deskUrls.act(':id', ':act')}`]: record(DECIDE, async (slug) => {
      const { id, act } = await sentTo(slug)
      return { path: deskUrls.act(id, act) }
    }),
    [`GET ${deskUrls.document(':id', ':act', ':document')}`]: record(DECIDE, async (slug) => {
      const { id, act } = await sentTo(slug)
      return { path: deskUrls.document(id, act, await document(act)) }
    }),
  }
}

function ofAct({ services }: MatrixWorld): Rows {
  const act = (institution: Slug) => givenAct(services, { institution })
  const returned = async (institution: Slug): Promise<string> => {
    const { id, acts } = await givenTransmittal(services, { institution, state: 'received' })
    const words = {
      on: '2026-11-22',
      protocol: null,
      reasons: 'Bie ndesh me ligjin',
      effectiveOn: null,
      correcting: false,
    }
    const [one] = acts
    const order = { ...words, kind: 'returned', formId: randomUUID(), as: 'secretary', by: 'program' } as const
    await giveVerdict(services, { ...order, actIds: [one?.id ?? id] })
    return one?.id ?? ''
  }
  return {
    [`GET ${urls.act(':id')}`]: record(READ, async (slug) => {
      const one = await act(slug)
      await givenReview(services, one)
      return { path: urls.act(one.id) }
    }),
    [`POST ${urls.verdict(':id')}`]: record(WRITE, async (slug) => ({
      path: urls.verdict((await act(slug)).id),
      fields: { dergesa: randomUUID(), pergjigjja: 'not-needed', arsyet: 'Akt i brendshëm', ...TODAY('dita') },
    })),
    [`POST ${urls.reExamine(':id')}`]: record(WRITE, async (slug) => ({
      path: urls.reExamine(await returned(slug)),
      fields: { dergesa: randomUUID(), si: 'kept', pershkrimi: 'Mbetet siç është', ...TODAY('rishqyrtimi') },
    })),
  }
}
