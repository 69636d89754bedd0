import { Readable } from 'node:stream'
import { noteAccess } from '../auth/access-log.ts'
import { mayIn } from '../auth/permissions.ts'
import type { Official } from '../auth/visitor.ts'
import type { MediaType } from '../files/media-types.ts'
import { isUuid } from '../http/field-rules.ts'
import { notFound, Refused } from '../http/refused.ts'
import type { WebContext } from '../http/web-context.ts'
import type { Services } from '../services.ts'
import { accessTo, type DocumentReader } from './access-rules.ts'
import { listDocumentFiles, type DocumentFile } from './document-queries.ts'
import { documentPermissions } from './permissions.ts'

/** What a browser shows itself, without running anything that stands in it. All else is saved. */
const SHOWN: readonly MediaType[] = ['application/pdf', 'image/png', 'image/jpeg']

/** As for pages: a takedown is gone from every shared cache within half a minute. */
const SHARED_CACHE = 'public, max-age=0, s-maxage=30, must-revalidate'

type Needed = Pick<Services, 'db' | 'files' | 'log' | 'clock'>

export type Asked = {
  /**
   * Everybody can read the record it stands with. If not, the caller has asked whether this visitor has the right to the
   * record: an official by their roles, the person concerned by their own link.
   */
  public: boolean
  lang?: string | undefined
  version?: string | undefined
  /** The person concerned, where the caller knows them: they can read who looked. */
  contactId?: string | null | undefined
}

/** Sends a document: its main file, or that of a language and version. Class, record and reader decide together. */
export async function serveDocument(c: WebContext, services: Needed, id: string, asked: Asked): Promise<Response> {
  const files = isUuid(id) ? await listDocumentFiles(services.db, id) : []
  const file = fileAsked(files, asked)
  if (!file) throw notFound()
  const access = await openDocumentFile(c, services, file, asked)
  return sendContent(c, services, {
    digest: file.digest ?? '',
    mediaType: file.mediaType ?? 'text/plain',
    fileName: file.fileName ?? '',
    size: file.size,
    documentId: id,
    public: access === 'public',
  })
}

/** The newest in the language asked for, or a version of it; without a language as the document itself has it. */
export function fileAsked(files: readonly DocumentFile[], asked: Pick<Asked, 'lang' | 'version'>): DocumentFile | null {
  const inLang = asked.lang ? files.filter((file) => file.lang === asked.lang) : files
  if (asked.version) {
    const lang = asked.lang ?? files[0]?.lang
    return inLang.find((file) => String(file.version) === asked.version && file.lang === lang) ?? null
  }
  return inLang.find((file) => file.replacedAt === null && file.takenDownAt === null) ?? inLang[0] ?? null
}

/** Throws for whoever may not have this file; notes it where the person concerned may ask who looked. */
export async function openDocumentFile(
  c: WebContext,
  services: Pick<Services, 'db' | 'clock'>,
  file: DocumentFile,
  { public: recordPublished, contactId = null }: Pick<Asked, 'public' | 'contactId'>,
): Promise<'public' | 'private'> {
  const { reader, official } = readerOf(c, file, recordPublished)
  const access = accessTo(
    {
      class: file.class,
      recordPublished,
      replaced: file.replacedAt !== null,
      wasPublic: file.wasPublic,
      takenDown: file.takenDownAt !== null,
    },
    reader,
  )
  if (access === 'gone') throw new Refused(410, 'taken-down')
  if (access === 'refused') throw official ? new Refused(403, 'not-permitted') : notFound()
  if (access === 'noted' && official) {
    const { institutionId, subject } = file
    await noteAccess(services, official, { institutionId, subject, contactId, what: 'downloaded' })
  }
  return access === 'public' ? 'public' : 'private'
}

type Known = { reader: DocumentReader; official: Official | null }

function readerOf(c: WebContext, file: DocumentFile, recordPublished: boolean): Known {
  const visitor = c.get('visitor')
  // Under an address of everybody an official is anybody: the right to the record was not asked there.
  if (recordPublished && !isOffice(c)) return { reader: { kind: 'anyone' }, official: null }
  if (visitor?.kind !== 'staff' || visitor.level !== 2) return { reader: { kind: 'owner' }, official: null }
  const official: Official = { ...visitor, level: 2 }
  const confidential = mayIn(official, documentPermissions['documents.confidential'], file.institutionId)
  return { reader: { kind: 'official', mayReadRecord: true, mayReadConfidential: confidential }, official }
}

const isOffice = (c: WebContext): boolean => c.req.path.startsWith('/zyra/')

export type Content = {
  digest: string
  mediaType: MediaType
  fileName: string
  size: number
  documentId: string
  public: boolean
}

/** The bytes, under headers that let nothing in them run. */
export async function sendContent(
  c: WebContext,
  services: Pick<Services, 'files' | 'log'>,
  content: Content,
): Promise<Response> {
  const headers = headersFor(content)
  if (knows(c, content)) return new Response(null, { status: 304, headers: withoutContent(headers) })
  // Hono answers HEAD through GET and drops the body; an opened file would stay open.
  if (c.req.raw.method === 'HEAD') return new Response(null, { headers })
  const stream = await services.files.open(content.digest)
  if (!stream) {
    const { documentId, digest } = content
    services.log.error({ document: documentId, digest }, 'the content of a document is missing')
    throw new Refused(503, 'unavailable')
  }
  // The same class, seen from the types of Node and of the web.
  return new Response(Readable.toWeb(stream) as ReadableStream, { headers })
}

function headersFor(content: Content): Headers {
  const shown = SHOWN.includes(content.mediaType)
  return new Headers({
    'content-type': content.mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : content.mediaType,
    'content-length': String(content.size),
    'content-disposition': `${shown ? 'inline' : 'attachment'}; ${fileNames(content.fileName)}`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': content.public ? SHARED_CACHE : 'private, no-cache',
    etag: `"${content.digest}"`,
  })
}

/** RFC 6266: a name in ASCII for old programs, and the real one in UTF-8. */
function fileNames(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["\\%;]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `filename="${plain}"; filename*=UTF-8''${encoded}`
}

function knows(c: WebContext, content: Content): boolean {
  const tags = c.req.header('if-none-match')?.split(',') ?? []
  return tags.some((tag) => tag.trim().replace(/^W\//, '') === `"${content.digest}"`)
}

function withoutContent(headers: Headers): Headers {
  headers.delete('content-length')
  headers.delete('content-type')
  return headers
}
