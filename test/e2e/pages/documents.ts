import { randomUUID } from 'node:crypto'
import { officeDocumentUrls as urls } from '#app/office/documents/urls.ts'
import { documentRecords } from '#platform/documents/document-records.ts'
import { pdfWith } from '#platform/documents/reading/pdf-testing.ts'
import { documentUrls } from '#platform/documents/urls.ts'
import { entered } from '../../ledger.ts'
import type { Program } from '../program.ts'
import { expectMoved } from '../visitor.ts'
import type { RoomPages } from './page.ts'

const NOBODY = '00000000-0000-4000-8000-000000000000'

/** One pixel as a JPEG. */
const DOT =
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA='

/** The central list of documents, and documents in every state that has a look of its own. */
export const documentPages: RoomPages = async (program, { clerk }) => {
  const { db } = program
  const [institution] = await db<{ id: string }[]>`select id from platform.institutions where slug = 'bregas'`
  const institucioni = institution?.id ?? ''
  const pdf = (...pages: Parameters<typeof pdfWith>[0]) => new Uint8Array(pdfWith(pages))
  const bringIn = async (title: string, content: Uint8Array<ArrayBuffer>, klasa: string) => {
    const skedaret = new File([content], `${title}.pdf`)
    const fields = { dergesa: randomUUID(), institucioni, klasa, gjuha: 'sq', 'koha-year': '1998', skedaret }
    await expectMoved(clerk.post(urls.archive(), fields))
    return read(program, title)
  }
  const jpeg = Buffer.from(DOT, 'base64')
  const [text, scan, broken, secret, removed] = [
    await bringIn('Vendim me dy faqe', pdf({ words: 'Neni 1' }, { words: 'Neni 2' }), 'public'),
    await bringIn('Vendim i skanuar', pdf({ image: { jpeg, width: 1, height: 1 } }, { words: 'Neni 2' }), 'public'),
    await bringIn('Vendim i dëmtuar', new Uint8Array(Buffer.from('%PDF-1.4\n%%EOF\n')), 'public'),
    await bringIn('Letër personale', pdf({ words: 'Emri' }), 'personal'),
    await bringIn('Vendim i hequr', pdf({ words: 'Neni 9' }), 'public'),
  ]
  const more = { 'gjuha-skedari': 'sq', arsyeja: 'Faqja e dytë mungonte.' }
  await expectMoved(
    clerk.post(urls.files(text), { ...more, skedari: new File([pdf({ words: 'Neni 3' })], 'i ri.pdf') }),
  )
  await read(program, 'Vendim me dy faqe')
  await entered(
    db,
    documentRecords,
    (tx) => tx`
      update platform.document_files set taken_down_at = now(), digest = null, file_name = null
      where document_id = ${removed} returning document_id as id`,
  )
  const addresses = [
    '',
    '?q=neni',
    '?q=asgje+e+tille',
    '?gjendja=palexueshem',
    '?gjendja=hequr',
    '?mungon=en&klasa=public',
  ]
  return {
    anonymous: [
      ...[text, scan, broken].flatMap((id) => [documentUrls.one(id), documentUrls.text(id)]).map((path) => ({ path })),
      { path: documentUrls.one(removed), status: 410 },
      { path: documentUrls.one(secret), status: 404 },
    ],
    official: [{ path: urls.list() }, { path: urls.one(text) }, { path: urls.one(NOBODY), status: 404 }],
    clerk: [
      ...addresses.map((query) => ({ path: urls.list() + query })),
      ...[text, scan, broken, secret, removed].map((id) => ({ path: urls.one(id) })),
      ...[text, scan].map((id) => ({ path: urls.text(id) })),
      { path: urls.correction(text) },
      { path: urls.correction(text), fields: { titulli: '', roli: 'x' }, status: 422 },
      { path: urls.files(text), fields: { 'gjuha-skedari': 'sq', skedari: new File([], '') }, status: 422 },
      { path: urls.archive() },
      { path: urls.archive(), fields: { institucioni, 'koha-month': '13' }, status: 422 },
    ],
    auditor: [{ path: urls.list() }, { path: urls.one(text) }, { path: urls.space() }],
    operator: [
      { path: urls.space() },
      { path: urls.quota(institucioni), fields: { [`kufiri-${institucioni}`]: 'shumë' }, status: 422 },
    ],
  }
}

/** Waits until the worker of the program has read it. */
async function read({ db }: Program, title: string): Promise<string> {
  for (let tries = 0; tries < 900; tries++) {
    const files = await db<{ documentId: string; reading: string }[]>`
      select file.document_id, file.reading from platform.document_files as file
      join platform.documents as document on document.id = file.document_id where document.title = ${title}`
    const [first] = files
    if (first && files.every((file) => file.reading !== 'waiting')) return first.documentId
    await new Promise((later) => setTimeout(later, 200))
  }
  throw new Error(`«${title}» was not read`)
}
