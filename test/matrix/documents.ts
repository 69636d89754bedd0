import { randomUUID } from 'node:crypto'
import { officeDocumentUrls as urls } from '#app/office/documents/urls.ts'
import { stateWord } from '#platform/documents/document-rules.ts'
import { page, record, type MatrixWorld, type Rows, type Slug } from './row.ts'

/** The headers of a file are all that is asked for, so its content is not needed: an empty file has this digest. */
const digestOf = (n: number) => n.toString(16).padStart(64, 'd')

/** The central list of documents. A document stands with the institution itself, so its right is that of the list. */
export function documentRows(world: MatrixWorld): Rows {
  const aDocument = (slug: Slug) => givenDocument(world, slug)
  const write = 'documents.write'
  return {
    [`GET ${urls.list()}`]: page('documents.read', urls.list()),
    [`GET ${urls.one(':id')}`]: record('documents.read', async (slug) => ({ path: urls.one(await aDocument(slug)) })),
    [`GET ${urls.file(':id')}`]: record('documents.read', async (slug) => ({
      path: urls.file(await withContent(world, slug)),
    })),
    [`GET ${urls.text(':id')}`]: record('documents.read', async (slug) => ({ path: urls.text(await aDocument(slug)) })),
    [`GET ${urls.picture(':id', 'faqet', ':n')}`]: record('documents.read', async (slug) => ({
      path: urls.picture(await withContent(world, slug), 'faqet', 1),
    })),
    [`GET ${urls.correction(':id')}`]: record(write, async (slug) => ({
      path: urls.correction(await aDocument(slug)),
    })),
    [`POST ${urls.correction(':id')}`]: record(write, async (slug) => ({
      path: urls.correction(await aDocument(slug)),
      fields: { titulli: 'Titull i ri', roli: 'archive', klasa: 'internal', gjuha: 'sq', arsyeja: '', pare: SEEN },
    })),
    [`POST ${urls.files(':id')}`]: record(write, async (slug) => ({
      path: urls.files(await aDocument(slug)),
      fields: { 'gjuha-skedari': 'en', arsyeja: '', skedari: new File([`Version ${randomUUID()}`], 'version.txt') },
    })),
    [`GET ${urls.archive()}`]: page('documents.import', urls.archive()),
    [`POST ${urls.archive()}`]: record('documents.import', async (slug) => ({
      path: urls.archive(),
      fields: {
        dergesa: randomUUID(),
        institucioni: await institutionId(world, slug),
        klasa: 'internal',
        gjuha: 'sq',
        'koha-year': '1998',
        skedaret: new File(['Vendim i vjetër'], 'vendim.txt'),
      },
    })),
    [`GET ${urls.space()}`]: page('documents.space', urls.space()),
    [`POST ${urls.quota(':institution')}`]: record('documents.set-quota', async (slug) => {
      const id = await institutionId(world, slug)
      return { path: urls.quota(id), fields: { [`kufiri-${id}`]: '100000' } }
    }),
  }
}

const STANDING = {
  title: 'Vendim i vjetër',
  role: 'archive',
  class: 'internal',
  lang: 'sq',
  decorative: false,
} as const
const SEEN = stateWord(STANDING)

async function institutionId({ db }: MatrixWorld, slug: Slug): Promise<string> {
  const [row] = await db<{ id: string }[]>`select id from platform.institutions where slug = ${slug}`
  return row?.id ?? ''
}

let count = 0

async function givenDocument({ db }: MatrixWorld, slug: Slug): Promise<string> {
  const digest = digestOf(++count)
  await db`insert into platform.files (digest, size, media_type, created_at) values (${digest}, 1, 'text/plain', now())`
  const [row] = await db<{ id: string }[]>`
    with document as (
      insert into platform.documents (institution_id, subject, role, class, title, lang, added_at, added_by)
      select institution.id, 'institutions.institution:' || institution.id, 'archive', 'internal', ${STANDING.title}, 'sq', now(),
             (select id from platform.accounts order by id limit 1)
      from platform.institutions as institution where slug = ${slug} returning id, institution_id)
    insert into platform.document_files
      (institution_id, document_id, lang, version, digest, file_name, size, added_at, reading)
    select institution_id, id, 'sq', 1, ${digest}, 'vendim.txt', 1, now(), 'read' from document returning document_id as id`
  return row?.id ?? ''
}

/** One whose file, and the picture of whose first page, lie in the store. */
async function withContent(world: MatrixWorld, slug: Slug): Promise<string> {
  const { db, web } = world
  const cookie = await web.signedInAs({
    email: `arkivi@${slug}.example`,
    name: 'Arkivi Prove',
    roles: [{ role: 'clerk', institution: slug }],
  })
  const name = `vendim-${randomUUID()}`
  await web.post(
    urls.archive(),
    {
      dergesa: randomUUID(),
      institucioni: await institutionId(world, slug),
      klasa: 'internal',
      gjuha: 'sq',
      skedaret: new File([name], `${name}.txt`),
    },
    { cookie },
  )
  const [row] = await db<{ id: string }[]>`
    with file as (
      select file.id, file.document_id, file.digest from platform.document_files as file
      where file.file_name = ${`${name}.txt`}),
    picture as (
      insert into platform.document_pictures (file_id, kind, n, width, height, digest)
      select id, 'page', 1, 10, 10, digest from file)
    select document_id as id from file`
  return row?.id ?? ''
}
